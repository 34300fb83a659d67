import type { Why } from "#app/domain/refusal.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
type Link = {
  /** Says how long it works, in milliseconds. */
  lasts: number;
  /** Whoever uses it is logged in, or chooses the password that logs in: then it lives minutes (docs/trust.md H27). */
  opensAccount: boolean;
  /** A first proof of the address, or a used reset link, ends it: it was made for somebody who proved nothing yet. */
  endsAtProof: boolean;
};

/**
 * Holds the links of accounts and drafts that a letter carries, by the kind of their token (docs/trust.md 3.3). An
 * invitation outlives a proof: it gives nothing to whoever is not logged in as its address.
 */
export const accountLinks = {
  confirm: { lasts: 30 * minute, opensAccount: true, endsAtProof: true },
  reset: { lasts: 30 * minute, opensAccount: true, endsAtProof: true },
  draft_confirm: { lasts: 30 * minute, opensAccount: true, endsAtProof: true },
  /** The link opens nothing on its own, but it moves a whole account (docs/trust.md 3.12). */
  new_address: { lasts: 30 * minute, opensAccount: true, endsAtProof: true },
  invitation: { lasts: 14 * day, opensAccount: false, endsAtProof: false },
  draft: { lasts: 30 * day, opensAccount: false, endsAtProof: false },
} as const satisfies Record<string, Link>;
export type AccountLink = keyof typeof accountLinks;
/** Describes links to one page of an assignment, in a letter to somebody who may have no account. */
export type PageLink = "guardian" | "showcase_guardian" | "implementation" | "revision";
/** Tells what a passkey is asked to sign for: to make one, or to show one. One for the other is refused. */
export type ChallengePurpose = "passkey_make" | "passkey_show";
/** A token is of one of these kinds: links, codes, challenges and addresses of feeds. */
export type TokenKind =
  | AccountLink
  | PageLink
  | ChallengePurpose
  | "sign"
  | "begin"
  | "calendar"
  | "alert_off"
  | "codes_shown";

/** Lists kinds of tokens that a proof of the address or a new password ends; codes for signing among them. */
export const endedByProof: readonly TokenKind[] = [
  ...(Object.keys(accountLinks) as AccountLink[]).filter((kind) => accountLinks[kind].endsAtProof),
  "sign",
];
/** Kinds that rest on no address or password, and stay when all others end: a calendar's, and a saved search's off switch. */
export const lastingLinks: readonly TokenKind[] = ["calendar", "alert_off"];
/** Tells which open links and codes end: those of `endedByProof`, or every one of an account that closes, moves or is disabled. */
export type Ending = "proof" | "all";

/** Says how long a registration waits for its proof, in milliseconds; a new link can be asked all that time. */
export const registrationWaits = 7 * day;

/** Tells who stands before an invitation, or before the link that sends a draft: what they must do first. */
export type AddressOwner = "new" | "log_in" | "somebody_else" | "ready";

/** Tells what may go on: somebody new proves the address by the link, a known account by being logged in. */
export function holderOf(account: { id: string } | null, signedInAs: string): AddressOwner {
  if (!account) return signedInAs === "" ? "new" : "somebody_else";
  if (signedInAs === "") return "log_in";
  return signedInAs === account.id ? "ready" : "somebody_else";
}
/** The form of such a page is refused for this reason. */
export const refusedFor: Partial<Record<AddressOwner, Why>> = {
  log_in: "log_in_first",
  somebody_else: "somebody_else",
};
