import { createHash } from "node:crypto";
import {
  longestBucket,
  throttles,
  wrongOfAll,
  type Bucket,
  type CountedBy,
  type Throttled,
} from "#app/domain/account/throttles.ts";
import { refuse } from "#app/domain/refusal.ts";
import { giveBackTry, removeFullBuckets, takeTry, triesIn } from "#db/queries/account/throttles.server.ts";
import { noReach, type Context } from "#app/services/context.ts";

/** By what the tries of one request are counted: what is left out is not counted. */
export type Tried = Partial<Record<CountedBy, string>>;

const keyOf = (act: string, by: string, value: string) =>
  createHash("sha256").update(`${act} ${by} ${value.toLowerCase()}`).digest("base64url");
const bucketsOf = (act: Throttled, tried: Tried) =>
  (Object.entries(throttles[act]) as [CountedBy, Bucket][]).flatMap(([by, bucket]) => {
    const value = tried[by];
    return value === undefined ? [] : [{ key: keyOf(act, by, value), ...bucket }];
  });

/**
 * Counts a try in each of its buckets and refuses `too_many` when one of them is full. A refused try counts nowhere, so
 * nobody can make a bucket fuller than full (docs/trust.md 3.2).
 */
export const throttle = (ctx: Pick<Context, "transact" | "now">, act: Throttled, tried: Tried): Promise<void> =>
  ctx.transact(noReach, async (db) => {
    for (const bucket of bucketsOf(act, tried)) if (!(await takeTry(db, bucket, ctx.now()))) refuse("too_many");
  });
/** Gives a try back that turned out to be right. */
export const forgiveTry = (ctx: Pick<Context, "transact" | "now">, act: Throttled, tried: Tried): Promise<void> =>
  ctx.transact(noReach, async (db) => {
    for (const { key } of bucketsOf(act, tried)) await giveBackTry(db, key);
  });

const everybody = keyOf("login", "everybody", "");
/** Notes a wrong password in the count of everybody. */
export const noteWrong = (ctx: Pick<Context, "transact" | "now">): Promise<boolean> =>
  ctx.transact(noReach, (db) => takeTry(db, { key: everybody, ...wrongOfAll }, ctx.now()));
/** Whether so many passwords were wrong lately that connections from where most of them came are slowed. */
export const manyWrong = (ctx: Pick<Context, "transact" | "now">): Promise<boolean> =>
  ctx.transact(
    noReach,
    async (db) => (await triesIn(db, { key: everybody, ...wrongOfAll }, ctx.now())) >= wrongOfAll.size - 1,
  );
/** Removes the rows of buckets that are full again; answers how many. */
export const sweepThrottles = (ctx: Pick<Context, "transact" | "now">): Promise<number> =>
  ctx.transact(noReach, (db) => removeFullBuckets(db, new Date(+ctx.now() - longestBucket * 1000)));
