import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import type { Database } from "#db/client.server.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { retentionCutoff, type Retention } from "#app/domain/privacy/retention.ts";
import {
  closedAssignments,
  connectionLost,
  emptyAssignment,
  emptyRound,
  endings,
  endRows,
  lockClosed,
  lockOld,
  oldRounds,
  peopleToErase,
  tableName,
  type Stretch,
} from "#db/queries/privacy/retention.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { erase } from "./erasure.server.ts";

/** Holds rows of one transaction, and numbers of whole assignments, rounds and people that are looked up at once. */
const atOnce = { rows: 500, numbers: 50 };
/** The last letter about a closed account leaves before its address is forgotten. */
const lastLetter = 3_600_000;
/** Before every number there is. */
const first = "00000000-0000-0000-0000-000000000000";
/** Says how many rows, assignments, rounds and people ended, by the kind of retention that ended them. */
export type Ended = Partial<Record<Retention, number>>;
/** Names what did not end: a table, or one assignment, round or person with their number; and why. */
type Unended = { part: string; number?: string; error: unknown };

/** Is thrown when something that was kept long enough could not be ended; everything else was. */
export class RetentionFailed extends Error {
  constructor(
    readonly ended: Ended,
    readonly unended: readonly Unended[],
  ) {
    super(`kept too long in ${unended.length} places`);
  }
}
type Night = {
  ctx: Context;
  going: () => boolean;
  count: (kind: Retention, n: number) => void;
  /** Does one part; a failure is reported at the end, and the other parts still run. */
  attempt: (part: Omit<Unended, "error">, work: () => Promise<void>) => Promise<void>;
};

/**
 * Does what the register of what is kept says (docs/domain.md 3.4): removes and empties what was kept long enough, erases
 * who closed their account. In small transactions; what was done stays done, so it may run twice, on several servers, and
 * be killed half-way. `going` ends it after the batch that runs. A table, assignment, round or person that fails keeps nothing
 * else; at the end it throws RetentionFailed, with what ended and what did not.
 */
export async function runRetention(
  out: Pick<Context, "transact" | "now" | "newId">,
  going: () => boolean = () => true,
): Promise<Ended> {
  const ended: Ended = {};
  const unended: Unended[] = [];
  const night: Night = {
    ctx: await systemContextEverywhere(out),
    going,
    count: (kind, n) => {
      if (n > 0) ended[kind] = (ended[kind] ?? 0) + n;
    },
    attempt: async (part, work) => {
      try {
        await work();
      } catch (error) {
        // Without a database nothing else will do better.
        if (connectionLost(error)) throw error;
        unended.push({ ...part, error });
      }
    },
  };
  for (const entry of endings) await night.attempt({ part: tableName(entry) }, () => endAllRows(night, entry));
  await emptyAssignments(night);
  await emptyRounds(night);
  await erasePeople(night);
  if (unended.length > 0) throw new RetentionFailed(ended, unended);
  return ended;
}

/** Works again and again until a batch is not full: no lock lasts longer than a form waits. */
async function endAllRows({ ctx, going, count }: Night, entry: (typeof endings)[number]) {
  const before = retentionCutoff(entry.keeps, ctx.now());
  if (!before) return;
  for (let n = atOnce.rows; n >= atOnce.rows && going(); ) {
    n = await inTransaction(ctx, ({ db }) => endRows(db, entry, before, atOnce.rows));
    count(entry.keeps, n);
  }
}
/** Wholes of one kind: how they are found, and how one of them ends: by which retention, or not here. */
type Wholes<T extends { id: string }> = {
  part: string;
  find: (db: Database, stretch: Stretch) => Promise<readonly T[]>;
  end: (one: T) => Promise<Retention | null>;
};
/** Works in the order of their numbers, so that one that fails is not met again in this night. */
async function oneByOne<T extends { id: string }>(night: Night, { part, find, end }: Wholes<T>) {
  const { ctx, going, count, attempt } = night;
  await attempt({ part }, async () => {
    for (let [after, full] = [first, true]; full && going(); ) {
      const due = await inTransaction(ctx, ({ db }) => find(db, { after, most: atOnce.numbers }));
      for (const one of due) {
        if (!going()) return;
        await attempt({ part, number: one.id }, async () => {
          const kind = await end(one);
          if (kind) count(kind, 1);
        });
      }
      full = due.length === atOnce.numbers;
      after = due.at(-1)?.id ?? after;
    }
  });
}
function emptyAssignments(night: Night) {
  const before = retentionCutoff("assignment", night.ctx.now()) ?? new Date(0);
  return oneByOne(night, {
    part: "assignments",
    find: (db, stretch) => closedAssignments(db, before, stretch),
    end: ({ id }) =>
      inTransaction(night.ctx, async ({ db, now }) => {
        if ((await lockClosed(db, before, id)).length === 0) return null;
        await emptyAssignment(db, id, now());
        await notifyPublicTopics(db, ofAll());
        return "assignment";
      }),
  });
}
function emptyRounds(night: Night) {
  const before = retentionCutoff("round", night.ctx.now()) ?? new Date(0);
  return oneByOne(night, {
    part: "rounds",
    find: (db, stretch) => oldRounds(db, before, stretch),
    end: ({ id }) =>
      inTransaction(night.ctx, async ({ db, now }) => {
        if ((await lockOld(db, before, id)).length === 0) return null;
        await emptyRound(db, id, now());
        return "round";
      }),
  });
}
function erasePeople(night: Night) {
  const { ctx } = night;
  const unusedSince = retentionCutoff("unused", ctx.now()) ?? new Date(0);
  const closedBefore = new Date(+ctx.now() - lastLetter);
  return oneByOne(night, {
    part: "people",
    find: (db, stretch) => peopleToErase(db, { closedBefore, unusedSince }, stretch),
    end: async ({ id, closedAt }) => {
      await erase(ctx, id);
      return closedAt ? "account" : "unused";
    },
  });
}
