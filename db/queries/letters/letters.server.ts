import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lte,
  min,
  notInArray,
  notLike,
  or,
  sql,
} from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { accountLetters, assignments, outbox, people } from "#db/schema.ts";

export type OwedLetter = typeof outbox.$inferSelect;
export type LetterData = OwedLetter["data"];
export type AccountLetter = typeof accountLetters.$inferSelect;
/** Both queues of letters have these columns. */
const queues = { outbox, account: accountLetters } as const;
export type Queue = keyof typeof queues;
type Common = typeof accountLetters;
const tableOf = (queue: Queue) => queues[queue] as unknown as Common;
/** Says what stands before the reason of a letter we chose not to send. */
const withheld = "withheld:";
/** Tells who a letter goes to, as far as its row knows. */
export const recipientOf = ({ personId, email }: { personId: string | null; email: string | null }) =>
  personId ?? email ?? "";
/** So many letters are looked at for each that is taken: some may be for somebody who gets another one now. */
const lookedAt = 4;
/**
 * Takes up to `most` letters that are due, for this postman alone until `until`, at most one to each recipient and none
 * to those of `busy`; letters another one holds are passed over. Each lease is a try.
 */
export async function leaseLetters<Q extends Queue>(
  db: Database,
  queue: Q,
  { now, until, most, busy }: { now: Date; until: Date; most: number; busy: readonly string[] },
): Promise<(typeof queues)[Q]["$inferSelect"][]> {
  const t = tableOf(queue);
  const free = or(isNull(t.leasedUntil), lte(t.leasedUntil, now));
  const recipient = sql`coalesce(${t.personId}::text, ${t.email}, '')`;
  const elsewhere = busy.length ? notInArray(recipient, [...busy]) : undefined;
  const found = await db
    .select({ id: t.id, personId: t.personId, email: t.email })
    .from(t)
    .where(and(isNull(t.sentAt), isNull(t.deadAt), lte(t.dueAt, now), free, elsewhere))
    .orderBy(asc(t.dueAt))
    .limit(most * lookedAt)
    .for("update", { skipLocked: true });
  const first = new Map<string, { id: string }>();
  for (const letter of found) if (!first.has(recipientOf(letter))) first.set(recipientOf(letter), letter);
  const due = [...first.values()].slice(0, most);
  if (due.length === 0) return [];
  return (await db
    .update(t)
    .set({ leasedUntil: until, tries: sql`${t.tries} + 1` })
    .where(
      inArray(
        t.id,
        due.map(({ id }) => id),
      ),
    )
    .returning()) as unknown as (typeof queues)[Q]["$inferSelect"][];
}
/** Sent: what was secret in it (a code, a link) is forgotten here. */
export const markSent = (db: Database, queue: Queue, id: string, { now, forget }: { now: Date; forget: boolean }) =>
  db
    .update(tableOf(queue))
    .set({ sentAt: now, leasedUntil: null, lastError: null, ...(forget ? { data: {} } : {}) })
    .where(eq(tableOf(queue).id, id));
/** The letter could not be sent now and is due again later. */
export const putOff = (db: Database, queue: Queue, id: string, { dueAt, why }: { dueAt: Date; why: string }) =>
  db
    .update(tableOf(queue))
    .set({ dueAt, leasedUntil: null, lastError: why })
    .where(eq(tableOf(queue).id, id));
/** The letter was tried often enough; only a person sends it again. */
export const giveUp = (db: Database, queue: Queue, id: string, { now, why }: { now: Date; why: string }) =>
  db
    .update(tableOf(queue))
    .set({ deadAt: now, leasedUntil: null, lastError: why })
    .where(eq(tableOf(queue).id, id));
/** Not sent on purpose: the reader has no access any more, or it came too late to be of use. */
export const withhold = (db: Database, queue: Queue, id: string, { now, why }: { now: Date; why: string }) =>
  giveUp(db, queue, id, { now, why: `${withheld}${why}` });
/** Returns letters of a queue that are due and not sent, within reach: how many, and since when the oldest. */
export const lettersThatWait = async (db: Database, queue: Queue, now: Date) => {
  const t = tableOf(queue);
  const due = and(isNull(t.sentAt), isNull(t.deadAt), lte(t.dueAt, now));
  return (
    await db
      .select({ count: count(), since: min(t.dueAt) })
      .from(t)
      .where(due)
  )[0];
};
/** Returns letters of a queue that never went and should have, within reach. */
export const deadLetters = async (db: Database, queue: Queue) => {
  const t = tableOf(queue);
  const dead = and(isNotNull(t.deadAt), notLike(sql`coalesce(${t.lastError}, '')`, `${withheld}%`));
  return (
    await db
      .select({ count: count(), since: min(t.deadAt) })
      .from(t)
      .where(dead)
  )[0];
};
/** Returns letters of a centre that could not be delivered, newest first. */
export const deadLettersOf = (db: Database, centreId: string, limit = 200) =>
  db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      assignmentId: outbox.assignmentId,
      title: assignments.title,
      name: people.name,
      email: sql<string | null>`coalesce(${people.email}, ${outbox.email})`,
      relation: outbox.relation,
      tries: outbox.tries,
      deadAt: outbox.deadAt,
      lastError: outbox.lastError,
    })
    .from(outbox)
    .innerJoin(assignments, eq(assignments.id, outbox.assignmentId))
    .leftJoin(people, eq(people.id, outbox.personId))
    .where(
      and(
        eq(outbox.centreId, centreId),
        isNotNull(outbox.deadAt),
        notLike(sql`coalesce(${outbox.lastError}, '')`, `${withheld}%`),
      ),
    )
    .orderBy(desc(outbox.deadAt))
    .limit(limit);
/** Returns a letter and why it did not arrive, locked so that it is sent anew only once; also one that still waits. */
export const deadLetter = async (db: Database, id: string) =>
  (
    await db
      .select({ id: outbox.id, centreId: outbox.centreId, deadAt: outbox.deadAt, lastError: outbox.lastError })
      .from(outbox)
      .where(eq(outbox.id, id))
      .for("update")
  )[0];
/** Puts a letter that was given up back into the queue, with all its tries before it. */
export const sendAnew = (db: Database, id: string, now: Date) =>
  db.update(outbox).set({ deadAt: null, tries: 0, leasedUntil: null, dueAt: now }).where(eq(outbox.id, id));
/** Owes letters about an event; who is owed one already gets no second. */
export const oweEventLetters = (db: Database, rows: (typeof outbox.$inferInsert)[]) =>
  rows.length ? db.insert(outbox).values(rows).onConflictDoNothing() : Promise.resolve();
/** Owes a letter about somebody's account; the postman sends it. */
export const oweAccountLetter = (db: Database, row: typeof accountLetters.$inferInsert) =>
  db.insert(accountLetters).values(row);
