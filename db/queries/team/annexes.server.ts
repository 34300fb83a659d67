import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { annexes, members } from "#db/schema.ts";

/** An annex that is there already stays as it is. */
export const insertAnnexes = (db: Database, rows: (typeof annexes.$inferInsert)[]) =>
  rows.length ? db.insert(annexes).values(rows).onConflictDoNothing() : Promise.resolve();
/** An annex with the place in the team it is of, held until it is signed. */
export const annexForSigning = async (db: Database, id: string) =>
  (
    await db
      .select({ annex: annexes, member: members })
      .from(annexes)
      .innerJoin(members, eq(members.id, annexes.memberId))
      .where(eq(annexes.id, id))
      .for("update")
  )[0];
/** Keeps what was signed: when, what was chosen, and the very words, which nobody changes afterwards. */
export const signAnnexRow = (db: Database, id: string, set: { signedAt: Date; choice: string; frozen: unknown }) =>
  db.update(annexes).set(set).where(eq(annexes.id, id));
/** Signs the guardian's annex of this seat, and no other. */
export const guardianSignsAnnex = (db: Database, memberId: string, at: Date, frozen: unknown) =>
  db
    .update(annexes)
    .set({ signedAt: at, choice: "approved", frozen })
    .where(and(eq(annexes.memberId, memberId), eq(annexes.kind, "guardian")));
/** Lists annexes of everybody in the team. */
export const annexRows = (db: Database, assignmentId: string) =>
  db.select().from(annexes).where(eq(annexes.assignmentId, assignmentId));
/** Lists annexes of one seat, by kind. */
export const annexesOfSeat = (db: Database, memberId: string) =>
  db.select().from(annexes).where(eq(annexes.memberId, memberId)).orderBy(asc(annexes.kind));
