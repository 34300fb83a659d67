import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { tokens } from "#db/schema.ts";

export const insertToken = (db: Database, row: typeof tokens.$inferInsert) => db.insert(tokens).values(row);
/** A token that was not used and has not expired, held until the end of the transaction. */
export const liveToken = async (db: Database, id: string, kind: string, now: Date) =>
  (
    await db
      .select()
      .from(tokens)
      .where(and(eq(tokens.id, id), eq(tokens.kind, kind), isNull(tokens.usedAt), gt(tokens.expiresAt, now)))
      .for("update")
  )[0];
export const useToken = (db: Database, id: string, at: Date) =>
  db.update(tokens).set({ usedAt: at }).where(eq(tokens.id, id));
