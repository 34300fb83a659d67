import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { TokenKind } from "#app/domain/account/links.ts";
import type { Database } from "#db/client.server.ts";
import { tokens } from "#db/schema.ts";

/** Keeps a link or a code, by its hash. */
export const insertToken = (db: Database, row: typeof tokens.$inferInsert) => db.insert(tokens).values(row);
/** Returns a token that was not used and has not expired, held until the end of the transaction. */
export const liveToken = async (db: Database, id: string, kind: TokenKind, now: Date) =>
  (
    await db
      .select()
      .from(tokens)
      .where(and(eq(tokens.id, id), eq(tokens.kind, kind), isNull(tokens.usedAt), gt(tokens.expiresAt, now)))
      .for("update")
  )[0];
/** Uses a token up; whoever reads it live afterwards finds nothing. */
export const useToken = (db: Database, id: string, at: Date) =>
  db.update(tokens).set({ usedAt: at }).where(eq(tokens.id, id));
/** Ends every code of the first page. */
export const endBeginCodes = (db: Database, at: Date) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(and(eq(tokens.kind, "begin"), isNull(tokens.usedAt)));
/** Ends every open link to a draft: the one that returns to it, and the one that sends it in. */
export const endDraftTokens = (db: Database, draftId: string, at: Date) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(
      and(
        inArray(tokens.kind, ["draft", "draft_confirm"]),
        sql`${tokens.payload} ->> 'draft' = ${draftId}`,
        isNull(tokens.usedAt),
      ),
    );
