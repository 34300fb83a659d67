import type { Database, Reach, Transact } from "#db/client.server.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import type { Locale } from "#app/domain/words.ts";

export type { Transact };

/**
 * Everything a service may lean on. Time and ids come from here, so tests travel. `db` exists only inside a
 * transaction.
 */
export type Context = {
  transact: Transact;
  now: () => Date;
  newId: () => string;
  actor: Actor;
  reach: Reach;
  locale: Locale;
  /** It correlates log lines, events and the page's error reference. */
  requestId: string;
  /**
   * Says that who asks has a second factor: what they sign asks for it (`asked`) instead of a mailed code, unless
   * this very request gave it (`given`, docs/decisions/053). It is absent for whoever has none.
   */
  factor?: "asked" | "given";
};
export type Inside = Context & { db: Database };

/**
 * Runs `work` in one transaction with this reach, at one moment: what is written in it carries the same time, however long it
 * takes.
 */
export const inReach = <T>(ctx: Context, reach: Reach, work: (ctx: Inside) => Promise<T>): Promise<T> =>
  ctx.transact(reach, (db) => {
    const at = +ctx.now();
    return work({ ...ctx, db, now: () => new Date(at) });
  });
/** Runs `work` with a database handle; a verb called by a verb joins the transaction that is open. */
export const inTransaction = <T>(ctx: Context | Inside, work: (ctx: Inside) => Promise<T>): Promise<T> =>
  "db" in ctx ? work(ctx) : inReach(ctx, ctx.reach, work);

/** This is the reach of nobody: only tables without a centre (people, sessions, tokens). */
export const noReach: Reach = { person: "", centres: [], organizations: [] };
