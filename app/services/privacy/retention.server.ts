import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { tellPublic } from "#db/queries/market/catalogue.server.ts";
import { keptUntil, type Retention } from "#app/domain/privacy/retention.ts";
import {
  closedFiles,
  emptyFile,
  emptyRound,
  endings,
  endRows,
  oldRounds,
  peopleToErase,
} from "#db/queries/privacy/retention.server.ts";
import { clerkEverywhere } from "#app/services/clerk.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { erase } from "./erasure.server.ts";

/** Rows of one transaction, and whole files or rounds of one: no lock lasts longer than a form waits. */
const atOnce = { rows: 500, wholes: 5, people: 50 };
/** The last letter about a closed account leaves before its address is forgotten. */
const lastLetter = 3_600_000;
/** How many rows, files, rounds and people ended, by the kind of retention that ended them. */
export type Ended = Partial<Record<Retention, number>>;

/**
 * Does what the register of what is kept says (docs/domain.md 3.4): removes and empties what was kept long enough, erases
 * who closed their account. In small transactions; what was done stays done, so it may run twice, on several servers, and
 * be killed half-way. `going` ends it after the batch that runs.
 */
export async function runRetention(
  out: Pick<Context, "transact" | "now" | "newId">,
  going: () => boolean = () => true,
): Promise<Ended> {
  const ctx = await clerkEverywhere(out);
  const ended: Ended = {};
  const count = (kind: Retention, n: number) => {
    if (n > 0) ended[kind] = (ended[kind] ?? 0) + n;
  };
  for (const entry of endings) {
    const before = keptUntil(entry.keeps, ctx.now());
    if (before)
      await inBatches(
        ctx,
        going,
        atOnce.rows,
        ({ db }) => endRows(db, entry, before, atOnce.rows),
        (n) => count(entry.keeps, n),
      );
  }
  await inBatches(ctx, going, atOnce.wholes, emptyClosedFiles, (n) => count("dossier", n));
  await inBatches(ctx, going, atOnce.wholes, emptyOldRounds, (n) => count("round", n));
  await eraseDue(ctx, going, count);
  return ended;
}

/** Again and again until a batch is not full. */
async function inBatches(
  ctx: Context,
  going: () => boolean,
  full: number,
  work: (inside: Inside) => Promise<number>,
  count: (n: number) => void,
) {
  for (let n = full; n >= full && going(); ) {
    n = await inTransaction(ctx, work);
    count(n);
  }
}
async function emptyClosedFiles({ db, now }: Inside): Promise<number> {
  const due = await closedFiles(db, keptUntil("dossier", now()) ?? new Date(0), atOnce.wholes);
  for (const { id } of due) await emptyFile(db, id, now());
  if (due.length > 0) await tellPublic(db, ofAll());
  return due.length;
}
async function emptyOldRounds({ db, now }: Inside): Promise<number> {
  const due = await oldRounds(db, keptUntil("round", now()) ?? new Date(0), atOnce.wholes);
  for (const { id } of due) await emptyRound(db, id, now());
  return due.length;
}
async function eraseDue(ctx: Context, going: () => boolean, count: (kind: Retention, n: number) => void) {
  const unusedSince = keptUntil("unused", ctx.now()) ?? new Date(0);
  const closedBefore = new Date(+ctx.now() - lastLetter);
  for (let full = true; full && going(); ) {
    const due = await inTransaction(ctx, ({ db }) => peopleToErase(db, { closedBefore, unusedSince }, atOnce.people));
    for (const { id, closedAt } of due) {
      await erase(ctx, id);
      count(closedAt ? "account" : "unused", 1);
    }
    full = due.length === atOnce.people;
  }
}
