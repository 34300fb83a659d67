import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { bookmarks } from "#db/schema.ts";

/** Keeps it, or keeps it again; once is enough. */
export const keepBookmark = (db: Database, personId: string, assignmentId: string, at: Date) =>
  db
    .insert(bookmarks)
    .values({ personId, assignmentId, at })
    .onConflictDoUpdate({ target: [bookmarks.personId, bookmarks.assignmentId], set: { at, removedAt: null } });
/** Takes a bookmark away; it stays as a row until the nightly job removes it. */
export const dropBookmark = (db: Database, personId: string, assignmentId: string, at: Date) =>
  db
    .update(bookmarks)
    .set({ removedAt: at })
    .where(
      and(eq(bookmarks.personId, personId), eq(bookmarks.assignmentId, assignmentId), isNull(bookmarks.removedAt)),
    );
/** Tells whether this person keeps this assignment among theirs. */
export const isBookmarked = async (db: Database, personId: string, assignmentId: string) =>
  (
    await db
      .select({ id: bookmarks.assignmentId })
      .from(bookmarks)
      .where(
        and(eq(bookmarks.personId, personId), eq(bookmarks.assignmentId, assignmentId), isNull(bookmarks.removedAt)),
      )
  ).length > 0;
/** Lists what somebody keeps, the latest first. */
export const bookmarkedIds = async (db: Database, personId: string, limit = 100) =>
  (await bookmarksBy(db, { person: personId, limit })).map((b) => b.id);
const bookmarksBy = fixed((db) =>
  db
    .select({ id: bookmarks.assignmentId })
    .from(bookmarks)
    .where(and(eq(bookmarks.personId, sql.placeholder("person")), isNull(bookmarks.removedAt)))
    .orderBy(desc(bookmarks.at))
    .limit(sql.placeholder("limit")),
);
