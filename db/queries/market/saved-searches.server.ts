import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/workflow/policy.ts";
import type { TokenKind } from "#app/domain/account/links.ts";
import type { Database } from "#db/client.server.ts";
import { alreadyAdded } from "#db/queries/alike.server.ts";
import { present } from "#db/queries/present.server.ts";
import { assignments, organizations, people, savedSearches, savedSearchFinds, tokens } from "#db/schema.ts";
import { actorNow, companyHidden, visibleTo } from "#db/queries/workflow/visible.server.ts";

export type SavedSearch = typeof savedSearches.$inferSelect;
const alive = isNull(savedSearches.removedAt);
/** Lists the saved searches of this person, the oldest first. */
export const savedOf = (db: Database, personId: string) =>
  db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.personId, personId), alive))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id));
/** Returns a saved search that was not removed; whose it is, is up to the caller. */
export const savedById = async (db: Database, id: string): Promise<SavedSearch | undefined> =>
  (
    await db
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.id, id), alive))
  )[0];
/** Keeps a search of this person. */
export const insertSaved = (db: Database, row: typeof savedSearches.$inferInsert) =>
  db.insert(savedSearches).values(row);
/** Tells whether this person saved this search under this name already; they save one at a time. */
export const isSaved = (
  db: Database,
  { personId, name, query }: Pick<SavedSearch, "personId" | "name" | "query">,
): Promise<boolean> =>
  alreadyAdded(db, { place: `saved searches ${personId}`, said: { name, query } }, () =>
    db
      .select({ name: savedSearches.name, query: savedSearches.query })
      .from(savedSearches)
      .where(and(eq(savedSearches.personId, personId), alive)),
  );
/** Changes one of this person, when it still is what was seen; answers whether it was. */
export const changeSaved = async (
  db: Database,
  was: { id: string; personId: string; version: number },
  set: Partial<typeof savedSearches.$inferInsert>,
) =>
  (
    await db
      .update(savedSearches)
      .set({ ...set, version: was.version + 1 })
      .where(
        and(
          eq(savedSearches.id, was.id),
          eq(savedSearches.personId, was.personId),
          eq(savedSearches.version, was.version),
          alive,
        ),
      )
      .returning({ id: savedSearches.id })
  ).length > 0;
/** Sends no more letters of this one, whatever it was before. */
export const switchOff = (db: Database, id: string) =>
  db
    .update(savedSearches)
    .set({ rhythm: "off", nextAt: null, version: sql`${savedSearches.version} + 1` })
    .where(and(eq(savedSearches.id, id), ne(savedSearches.rhythm, "off")));
/** Tells what an off link stands for. It is never used up: pressing twice does the same. */
export const offLink = async (db: Database, hash: string, kind: TokenKind, now: Date) =>
  (
    await db
      .select({ payload: tokens.payload })
      .from(tokens)
      .where(and(eq(tokens.id, hash), eq(tokens.kind, kind), sql`${tokens.expiresAt} > ${now.toISOString()}`))
  )[0];

const due = (now: Date) => and(alive, ne(savedSearches.rhythm, "off"), lte(savedSearches.nextAt, now));
/**
 * Returns saved searches whose moment has come, the longest waiting first, of people who may still come in and whose
 * address is their own.
 */
export const dueSearches = (db: Database, now: Date, limit: number) =>
  db
    .select({ id: savedSearches.id, personId: savedSearches.personId })
    .from(savedSearches)
    .innerJoin(people, and(eq(people.id, savedSearches.personId), present, isNotNull(people.emailVerifiedAt)))
    .where(due(now))
    .orderBy(asc(savedSearches.nextAt))
    .limit(limit);
/** Takes one for this transaction alone; nothing when another server holds it, or has just done it. */
export const takeDue = async (db: Database, id: string, now: Date): Promise<SavedSearch | undefined> =>
  (
    await db
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.id, id), due(now)))
      .for("update", { skipLocked: true })
  )[0];
/** Moves a search on: what is newer than `seenUntil` is announced at `nextAt`; null announces nothing more. */
export const advance = (db: Database, id: string, seenUntil: Date, nextAt: Date | null) =>
  db.update(savedSearches).set({ seenUntil, nextAt }).where(eq(savedSearches.id, id));
/** Notes what is told now; answers which of them were never told before. */
export const noteFinds = async (db: Database, searchId: string, ids: readonly string[], at: Date) =>
  ids.length === 0
    ? []
    : (
        await db
          .insert(savedSearchFinds)
          .values(ids.map((assignmentId) => ({ searchId, assignmentId, at })))
          .onConflictDoNothing()
          .returning({ id: savedSearchFinds.assignmentId })
      ).map((r) => r.id);
/** Returns, of these ids, those that this person may see and that were published by then, in the order given. */
export async function publishedAmong(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  until: Date,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = new Set(
    (
      await db
        .select({ id: assignments.id })
        .from(assignments)
        .where(
          and(
            inArray(assignments.id, [...ids]),
            eq(assignments.status, "published"),
            lte(assignments.publishedAt, until),
            visibleTo(actorNow(actor)),
          ),
        )
    ).map((r) => r.id),
  );
  return ids.filter((id) => found.has(id));
}
/** Returns what a letter may say of these questions, as far as its reader may see them at this moment. */
export const letterRows = (db: Database, actor: Actor, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({
          id: assignments.id,
          title: assignments.title,
          place: assignments.place,
          confidentiality: assignments.confidentiality,
          organizationId: assignments.organizationId,
          company: organizations.name,
          hidden: companyHidden,
        })
        .from(assignments)
        .innerJoin(organizations, eq(organizations.id, assignments.organizationId))
        .where(and(inArray(assignments.id, [...ids]), eq(assignments.status, "published"), visibleTo(actorNow(actor))));
