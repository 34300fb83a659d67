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
import { giveBackTry, removeFullBuckets, takeTry } from "#db/queries/account/throttles.server.ts";
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

type Counting = Pick<Context, "transact" | "now">;
/**
 * Buckets that were full when last asked, each until when that is believed: who is refused over and over costs no question to
 * the database. A try that came back meanwhile waits this long for it, in milliseconds, at most.
 */
const believed = 1000;
const mostBelieved = 10_000;
const fullUntil = new WeakMap<Context["transact"], Map<string, number>>();
function fullBuckets({ transact }: Counting): Map<string, number> {
  const known = fullUntil.get(transact) ?? new Map<string, number>();
  fullUntil.set(transact, known);
  return known;
}
const isFull = (ctx: Counting, key: string) => (fullBuckets(ctx).get(key) ?? 0) > +ctx.now();
function noteFull(ctx: Counting, key: string): void {
  const full = fullBuckets(ctx);
  full.delete(key);
  full.set(key, +ctx.now() + believed);
  const [oldest] = full.keys();
  if (full.size > mostBelieved && oldest !== undefined) full.delete(oldest);
}

/**
 * Counts a try in each of its buckets and refuses `too_many` when one of them is full. A refused try counts nowhere, so
 * nobody can make a bucket fuller than full (docs/trust.md 3.2).
 */
export async function throttle(ctx: Counting, act: Throttled, tried: Tried): Promise<void> {
  const buckets = bucketsOf(act, tried);
  if (buckets.some(({ key }) => isFull(ctx, key))) refuse("too_many");
  await ctx.transact(noReach, async (db) => {
    for (const bucket of buckets) {
      if (await takeTry(db, bucket, ctx.now())) continue;
      noteFull(ctx, bucket.key);
      refuse("too_many");
    }
  });
}
/** Gives a try back that turned out to be right. */
export const forgiveTry = (ctx: Counting, act: Throttled, tried: Tried): Promise<void> =>
  ctx.transact(noReach, async (db) => {
    for (const { key } of bucketsOf(act, tried)) {
      await giveBackTry(db, key);
      fullBuckets(ctx).delete(key);
    }
  });

const everybody = { key: keyOf("login", "everybody", ""), ...wrongOfAll };
/** Notes a wrong password in the count of everybody. */
export async function noteWrong(ctx: Counting): Promise<void> {
  if (manyWrong(ctx)) return;
  const counted = await ctx.transact(noReach, (db) => takeTry(db, everybody, ctx.now()));
  if (!counted) noteFull(ctx, everybody.key);
}
/** Whether so many passwords were wrong lately that connections from where most of them came are slowed. */
export const manyWrong = (ctx: Counting): boolean => isFull(ctx, everybody.key);
/** Removes the rows of buckets that are full again; answers how many. */
export const sweepThrottles = (ctx: Counting): Promise<number> =>
  ctx.transact(noReach, (db) => removeFullBuckets(db, new Date(+ctx.now() - longestBucket * 1000)));
