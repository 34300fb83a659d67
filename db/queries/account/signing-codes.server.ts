import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { tokens } from "#db/schema.ts";

/** Says whose code it is: somebody's with an account, or of what a personal link is about. */
export type CodeHolder = { personId: string } | { subject: string };
const open = (holder: CodeHolder) =>
  and(
    "personId" in holder
      ? eq(tokens.personId, holder.personId)
      : and(isNull(tokens.personId), sql`${tokens.payload}->>'subject' = ${holder.subject}`),
    eq(tokens.kind, "sign"),
    isNull(tokens.usedAt),
  );
/** Keeps a code to sign with, by its hash. */
export const addSigningToken = (db: Database, token: Omit<typeof tokens.$inferInsert, "kind">) =>
  db.insert(tokens).values({ ...token, kind: "sign" });
/**
 * Returns the unused code of this holder, locked until the end of the transaction, also one that is over; undefined
 * when there is none.
 */
export const openSigningToken = async (db: Database, holder: CodeHolder) =>
  (await db.select().from(tokens).where(open(holder)).for("update"))[0];
/** Uses up every open code of this holder, so that only the next one works. */
export const dropSigningTokens = (db: Database, holder: CodeHolder, at: Date) =>
  db.update(tokens).set({ usedAt: at }).where(open(holder));
/** Counts a wrong try against the open code of this holder. */
export const countSigningTry = (db: Database, holder: CodeHolder) =>
  db
    .update(tokens)
    .set({ tries: sql`${tokens.tries} + 1` })
    .where(open(holder));
