import { and, eq, isNull } from "drizzle-orm";
import type { TokenKind } from "#app/domain/account/links.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { people, tokens } from "#db/schema.ts";

/** Returns the person of a calendar address that still stands. */
export const feedOwner = async (db: Database, hash: string, kind: TokenKind) =>
  (
    await db
      .select({ personId: tokens.personId, locale: people.locale })
      .from(tokens)
      .innerJoin(people, and(eq(people.id, tokens.personId), present))
      .where(and(eq(tokens.id, hash), eq(tokens.kind, kind), isNull(tokens.usedAt)))
  )[0];
/** Tells when somebody's addresses that still stand were made. */
export const feedsOf = (db: Database, personId: string, kind: TokenKind) =>
  db
    .select({ createdAt: tokens.createdAt })
    .from(tokens)
    .where(and(eq(tokens.personId, personId), eq(tokens.kind, kind), isNull(tokens.usedAt)));
/** Every address of somebody stops working. */
export const revokeFeeds = (db: Database, personId: string, kind: TokenKind, at: Date) =>
  db
    .update(tokens)
    .set({ usedAt: at })
    .where(and(eq(tokens.personId, personId), eq(tokens.kind, kind), isNull(tokens.usedAt)));
/** Keeps the address of a calendar, by its hash. */
export const insertFeed = (db: Database, row: typeof tokens.$inferInsert) => db.insert(tokens).values(row);
