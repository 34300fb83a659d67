import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../client.server.ts";
import { annexes, files, members, tokens } from "../schema.ts";

const open = (personId: string) => and(eq(tokens.personId, personId), eq(tokens.kind, "sign"), isNull(tokens.usedAt));
export const addSigningToken = (db: Database, token: Omit<typeof tokens.$inferInsert, "kind">) => db.insert(tokens).values({ ...token, kind: "sign" });
export const openSigningToken = async (db: Database, personId: string) => (await db.select().from(tokens).where(open(personId)).for("update"))[0];
export const dropSigningTokens = (db: Database, personId: string, at: Date) => db.update(tokens).set({ usedAt: at }).where(open(personId));
export const countSigningTry = (db: Database, personId: string) => db.update(tokens).set({ tries: sql`${tokens.tries} + 1` }).where(open(personId));

export const annexForSigning = async (db: Database, id: string) => (await db.select({ annex: annexes, member: members }).from(annexes).innerJoin(members, eq(members.id, annexes.memberId)).where(eq(annexes.id, id)).for("update"))[0];
export const signAnnexRow = (db: Database, id: string, set: { signedAt: Date; choice: string; frozen: unknown }) => db.update(annexes).set(set).where(eq(annexes.id, id));
export const guardianSignsAnnex = (db: Database, memberId: string, at: Date) => db.update(annexes).set({ signedAt: at, choice: "approved" }).where(and(eq(annexes.memberId, memberId), eq(annexes.kind, "guardian")));
/** Files uploaded for a part that is only now made. */
export const attachFiles = (db: Database, ids: readonly string[], partId: string) => (ids.length ? db.update(files).set({ partId }).where(inArray(files.id, [...ids])) : Promise.resolve());
