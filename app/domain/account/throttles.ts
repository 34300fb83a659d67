/** Describes so many tries, of which one comes back every `seconds / size`. */
export type Bucket = { size: number; seconds: number };
/**
 * Says whose tries are counted together. `account` is an address for mail, `address` and `network` are of the connection, and
 * `subject` is what a code is about.
 */
export type CountedBy = "account" | "device" | "address" | "network" | "person" | "subject";

const tenMinutes = 600;
const hour = 3600;
/** Limits what one connection may do where each try makes a row or a letter; a network is four of them. */
const visitors = { address: { size: 30, seconds: tenMinutes }, network: { size: 120, seconds: tenMinutes } } as const;
/** Holds the same where a whole class may do it within one lesson. */
const classes = { address: { size: 60, seconds: tenMinutes }, network: { size: 240, seconds: tenMinutes } } as const;
/**
 * Says how often somebody may try what costs others something (docs/trust.md 3.2). One account stands little, for one person
 * uses it; one connection stands a class of forty behind the address of their school; a network stands some schools. A
 * try that was right is given back. There is no bucket for everybody: then one attacker would lock all others out.
 */
export const throttles = {
  login: {
    account: { size: 10, seconds: tenMinutes },
    device: { size: 10, seconds: tenMinutes },
    address: { size: 100, seconds: tenMinutes },
    network: { size: 400, seconds: tenMinutes },
  },
  forgot: {
    account: { size: 5, seconds: hour },
    ...classes,
  },
  register: {
    account: { size: 5, seconds: hour },
    ...visitors,
  },
  confirm: {
    account: { size: 5, seconds: hour },
    ...classes,
  },
  /** Holds the code of the first page: an operator mistypes it, nobody else has a reason to try. */
  begin: { address: { size: 10, seconds: tenMinutes }, network: { size: 40, seconds: tenMinutes } },
  look_up: { person: { size: 60, seconds: tenMinutes } },
  password: { person: { size: 10, seconds: tenMinutes } },
  /**
   * Holds codes of an app. A browser that is known has tries of its own; passkeys and recovery codes cannot be
   * guessed and are not counted: who guesses elsewhere keeps nobody out for good.
   */
  factor: { person: { size: 10, seconds: hour }, device: { size: 10, seconds: hour } },
  /** Limits mailed codes to sign with, of all that somebody signs and of one thing. Tries count across fresh codes. */
  code_letter: { person: { size: 60, seconds: hour }, subject: { size: 5, seconds: hour } },
  code_try: { person: { size: 20, seconds: hour }, subject: { size: 10, seconds: hour } },
  invite: { person: { size: 60, seconds: hour }, account: { size: 5, seconds: hour } },
  new_address: { person: { size: 10, seconds: hour }, account: { size: 5, seconds: hour } },
  begin_draft: {
    ...visitors,
  },
  draft_letter: {
    account: { size: 10, seconds: hour },
    ...visitors,
  },
  take_data: { person: { size: 5, seconds: tenMinutes } },
  ask: { person: { size: 10, seconds: tenMinutes } },
} as const satisfies Record<string, Partial<Record<CountedBy, Bucket>>>;
export type Throttled = keyof typeof throttles;

/**
 * Limits wrong passwords of everybody together. More than this and connections from where more was wrong than right
 * get half of the places where passwords are looked at: it slows, and refuses nobody.
 */
export const wrongOfAll: Bucket = { size: 120, seconds: 60 };
/** After this many seconds every bucket is full again, and its row can go. */
export const longestBucket = hour;
