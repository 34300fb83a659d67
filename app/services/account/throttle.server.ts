import { createHash } from "node:crypto";
import {
  longestBucket,
  throttles,
  wrongOfAll,
  type Bucket,
  type CountedBy,
  type Throttled,
} from "#app/domain/account/throttles.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Database } from "#db/client.server.ts";
import { giveBackTry, removeFullBuckets, takeTry, triesIn } from "#db/queries/account/throttles.server.ts";
import { noReach, type Context } from "#app/services/context.ts";

/** Tells by what the tries of one request are counted: what is left out is not counted. */
export type Tried = Partial<Record<CountedBy, string>>;

const keyOf = (act: string, by: string, value: string) =>
  createHash("sha256").update(`${act} ${by} ${value.toLowerCase()}`).digest("base64url");
const bucketsOf = (act: Throttled, tried: Tried) =>
  (Object.entries(throttles[act]) as [CountedBy, Bucket][]).flatMap(([by, bucket]) => {
    const value = tried[by];
    return value === undefined ? [] : [{ key: keyOf(act, by, value), ...bucket }];
  });

type Counting = Pick<Context, "transact" | "now">;
type Inside = { db: Database; now: () => Date };
/**
 * Buckets that were full when last asked, each until when that is believed: who is refused over and over costs no question to
 * the database. A try that came back meanwhile waits this long for it, in milliseconds, at most.
 */
const believed = 1000;
const mostBelieved = 10_000;
type Exhausted = { until: number; refusal: Refusal };
const fullOf = new WeakMap<Context["transact"], Map<string, Exhausted>>();
function fullBuckets({ transact }: Counting): Map<string, Exhausted> {
  const known = fullOf.get(transact) ?? new Map<string, Exhausted>();
  fullOf.set(transact, known);
  return known;
}
function fullNow(ctx: Counting, key: string): Exhausted | undefined {
  const full = fullBuckets(ctx).get(key);
  return full && full.until > +ctx.now() ? full : undefined;
}
function noteFull(ctx: Counting, key: string, refusal: Refusal): void {
  const full = fullBuckets(ctx);
  full.delete(key);
  full.set(key, { until: +ctx.now() + believed, refusal });
  const [oldest] = full.keys();
  if (full.size > mostBelieved && oldest !== undefined) full.delete(oldest);
}

/**
 * Counts a try in each of its buckets and refuses `too_many` when one of them is full, with the minutes until it has room.
 * A refused try counts nowhere, so nobody can make a bucket fuller than full (docs/trust.md 3.2).
 */
export async function throttle(ctx: Counting, act: Throttled, tried: Tried): Promise<void> {
  const buckets = bucketsOf(act, tried);
  for (const { key } of buckets) {
    const full = fullNow(ctx, key);
    if (full) throw full.refusal;
  }
  await ctx.transact(noReach, async (db) => {
    for (const bucket of buckets) {
      const refusal = await taken(db, bucket, ctx.now());
      if (!refusal) continue;
      noteFull(ctx, bucket.key, refusal);
      throw refusal;
    }
  });
}
/** Does the same within a transaction: what is undone with it is not counted. */
export async function throttleInside({ db, now }: Inside, act: Throttled, tried: Tried): Promise<void> {
  for (const bucket of bucketsOf(act, tried)) {
    const refusal = await taken(db, bucket, now());
    if (refusal) throw refusal;
  }
}
/** Takes a try; answers why not when the bucket is full. */
async function taken(db: Database, bucket: Bucket & { key: string }, now: Date): Promise<Refusal | null> {
  if (await takeTry(db, bucket, now)) return null;
  const over = (await triesIn(db, bucket, now)) + 1 - bucket.size;
  return new Refusal("too_many", [], {}, null, Math.max(1, Math.ceil((over * bucket.seconds) / bucket.size / 60)));
}
/** Gives a try back that turned out to be right. */
export async function forgiveTry(ctx: Counting, act: Throttled, tried: Tried): Promise<void> {
  await ctx.transact(noReach, (db) => forgiveInside({ db }, act, tried));
  for (const { key } of bucketsOf(act, tried)) fullBuckets(ctx).delete(key);
}
/** Does the same within a transaction that is open. */
export async function forgiveInside({ db }: Pick<Inside, "db">, act: Throttled, tried: Tried): Promise<void> {
  for (const { key } of bucketsOf(act, tried)) await giveBackTry(db, key);
}

const everybody = { key: keyOf("login", "everybody", ""), ...wrongOfAll };
/** Notes a wrong password in the count of everybody. */
export async function noteWrong(ctx: Counting): Promise<void> {
  if (manyWrong(ctx)) return;
  const counted = await ctx.transact(noReach, (db) => takeTry(db, everybody, ctx.now()));
  if (!counted) noteFull(ctx, everybody.key, new Refusal("too_many"));
}
/** Tells whether so many passwords were wrong lately that connections from where most of them came are slowed. */
export const manyWrong = (ctx: Counting): boolean => fullNow(ctx, everybody.key) !== undefined;
/** Removes the rows of buckets that are full again; answers how many. */
export const sweepThrottles = (ctx: Counting): Promise<number> =>
  ctx.transact(noReach, (db) => removeFullBuckets(db, new Date(+ctx.now() - longestBucket * 1000)));
