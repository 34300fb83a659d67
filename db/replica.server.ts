import type { Sql } from "postgres";

type Door<R, D> = <T>(reach: R, work: (db: D) => Promise<T>) => Promise<T>;
/** Describes a copy of the database that follows it: `pool` to look how far it is, `transact` to read in it, never asked twice. */
type Copy<R, D> = { pool: Sql; transact: Door<R, D> };
type Primary<R, D> = Copy<R, D> & { isListening: () => boolean };
/**
 * Tells in milliseconds how old an answer may be, how often is looked how far the copy is, and how long somebody
 * waits for it before the primary is asked after all.
 */
const limits = { maxAge: 1000, every: 200, timeout: 500 } as const;
/** Tells where the primary was at a moment (of `performance.now`). */
type Mark = { at: number; place: bigint };

/**
 * Reads that may be a second old. `look` runs work in the copy when what it shows is at most a second old and knows every
 * change that this server was notified of (`changed`); else, and whenever anything goes wrong there, in the primary. So
 * `work` must only read: it may be run twice. A copy that lags, is away, hangs or became a primary of its own is not used.
 */
export function lookInCopy<R, D>(primary: Primary<R, D>, copy: Copy<R, D>) {
  let [freshAt, changedAt]: [number, number] = [-Infinity, -Infinity];
  let marks: Mark[] = [];
  let asking = false;
  const distrust = () => {
    freshAt = -Infinity;
    marks = [];
  };
  const usable = () => freshAt >= changedAt && performance.now() - freshAt <= limits.maxAge && primary.isListening();

  /** The copy has what the primary had at every mark that it has come to. */
  const compare = async () => {
    const at = performance.now();
    // Its log is read in memory, not on the disk: what commits without waiting for the disk is seen before it is there.
    const [there, here] = await Promise.all([
      primary.pool.unsafe("select pg_current_wal_insert_lsn()::text as place"),
      copy.pool.unsafe("select pg_is_in_recovery() as follows, pg_last_wal_replay_lsn()::text as place"),
    ]);
    if (here[0]?.follows !== true) return distrust();
    marks.push({ at, place: placeOf(there[0]?.place) });
    const reached = placeOf(here[0]?.place);
    for (const mark of marks) if (mark.place <= reached) freshAt = mark.at;
    marks = marks.filter((mark) => mark.place > reached && at - mark.at <= limits.maxAge);
  };
  const round = () => {
    if (asking) return; // one that hangs is waited for; until then nothing is fresh
    asking = true;
    void compare()
      .catch(distrust)
      .finally(() => (asking = false));
  };
  const timer = setInterval(round, limits.every).unref();

  const look: Door<R, D> = async (reach, work) => {
    if (!usable()) return primary.transact(reach, work);
    try {
      return await within(limits.timeout, copy.transact(reach, work));
    } catch (error) {
      // What is not there may have come a moment ago; of anything else the copy is to blame.
      if (!isAnswer(error)) distrust();
      return primary.transact(reach, work);
    }
  };
  return {
    look,
    changed: () => {
      changedAt = performance.now();
    },
    close: () => {
      clearInterval(timer);
      return copy.pool.end({ timeout: 1 });
    },
  };
}

/** A place in the log of PostgreSQL is written as two hexadecimal numbers. */
function placeOf(text: unknown): bigint {
  const [high = "0", low = "0"] = String(text).split("/");
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}
/** It is a refusal of the product's own, and no error of the database. */
const isAnswer = (error: unknown) => error instanceof Error && "why" in error;

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the copy keeps us waiting")), milliseconds);
  });
  work.catch(() => {}); // told by the race, if it was not late
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
