import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { confirmations } from "#db/schema.ts";

/** One confirmation per move, relation and stay in the status; who confirms again replaces what they said. */
export const putConfirmation = (db: Database, row: typeof confirmations.$inferInsert) =>
  db
    .insert(confirmations)
    .values(row)
    .onConflictDoUpdate({
      target: [confirmations.assignmentId, confirmations.move, confirmations.relation, confirmations.epoch],
      set: { data: row.data, byId: row.byId, at: row.at, endedAt: null },
    });
/** A confirmation that no longer agrees is kept, but stops counting. */
export const setAsideConfirmation = (db: Database, id: string, at: Date) =>
  db.update(confirmations).set({ endedAt: at }).where(eq(confirmations.id, id));
/** What was confirmed of these moves is used up, whoever said it. */
export const endConfirmations = (db: Database, assignmentId: string, moves: readonly string[], at: Date) =>
  db
    .update(confirmations)
    .set({ endedAt: at })
    .where(
      and(
        eq(confirmations.assignmentId, assignmentId),
        inArray(confirmations.move, [...moves]),
        isNull(confirmations.endedAt),
      ),
    );
