import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { FileOwner } from "#app/domain/files/stored-file.ts";
import type { Database } from "#db/client.server.ts";
import { fixed } from "#db/fixed.server.ts";
import { agreements, deliveries, files } from "#db/schema.ts";

/** Keeps the row of a file that was received; its bytes lie in the store under the key of the row. */
export const insertFile = (db: Database, row: typeof files.$inferInsert) => db.insert(files).values(row);
/** Files that were not removed, and since when the delivery of each, if it belongs to one, is out; of a mandate its version. */
const withOrigin = (db: Database) =>
  db
    .select({
      file: files,
      releasedAt: deliveries.releasedAt,
      version: { institutionId: agreements.institutionId, status: agreements.status },
    })
    .from(files)
    .leftJoin(deliveries, and(eq(deliveries.id, files.partId), eq(files.part, "delivery")))
    .leftJoin(agreements, and(eq(agreements.id, files.partId), eq(files.part, "mandate")));
export type FileWithOrigin = Awaited<ReturnType<typeof filesWithOrigin>>[number];
/** Finds one file that was not removed; undefined when there is none. */
export const findFile = async (db: Database, id: string) =>
  (await withOrigin(db).where(and(eq(files.id, id), isNull(files.removedAt))))[0];
/** Lists the files of one kind of part of an assignment, the oldest first. */
export const filesWithOrigin = (db: Database, assignmentId: string, part: FileOwner) =>
  withOrigin(db)
    .where(and(eq(files.assignmentId, assignmentId), eq(files.part, part), isNull(files.removedAt)))
    .orderBy(asc(files.at));
/** Bytes a person keeps, in the files within reach. */
export const bytesOf = async (db: Database, personId: string) =>
  (
    await db
      .select({ bytes: sql<number>`coalesce(sum(${files.size}), 0)::float8` })
      .from(files)
      .where(and(eq(files.byId, personId), isNull(files.removedAt)))
  )[0]?.bytes ?? 0;
/** Finds which of these keys a row still points at; a removed row keeps its bytes until `since`. */
export const storedKeys = async (db: Database, keys: readonly string[], since: Date) =>
  keys.length
    ? (
        await db
          .select({ key: files.storageKey })
          .from(files)
          .where(and(inArray(files.storageKey, [...keys]), or(isNull(files.removedAt), gt(files.removedAt, since))))
      ).map((row) => row.key)
    : [];
/** Attaches files that came with a form, once what they are evidence of is there. */
export const attachFiles = (db: Database, ids: readonly string[], partId: string) =>
  ids.length
    ? db
        .update(files)
        .set({ partId })
        .where(inArray(files.id, [...ids]))
    : Promise.resolve();
/** Selects the evidence of use of an assignment that is no part of a check yet, and was not removed. */
const looseEvidence = (assignmentId: string) =>
  and(eq(files.assignmentId, assignmentId), eq(files.part, "evidence"), isNull(files.partId), isNull(files.removedAt));
/** Tells whether evidence of use was added that no check has yet. */
export const hasLooseEvidence = async (db: Database, assignmentId: string): Promise<boolean> =>
  (await db.select({ id: files.id }).from(files).where(looseEvidence(assignmentId)).limit(1)).length > 0;
/** Makes all loose evidence of an assignment part of this check; without any it does nothing. */
export const attachLooseEvidence = (db: Database, assignmentId: string, partId: string) =>
  db.update(files).set({ partId }).where(looseEvidence(assignmentId));
/** Returns all files of an assignment, the oldest first: for work, not for lists that somebody reads (`services/files/readable`). */
export const fileRows = (db: Database, assignmentId: string) => storedFiles(db, { assignmentId });
const storedFiles = fixed((db) =>
  db
    .select({
      id: files.id,
      part: files.part,
      partId: files.partId,
      name: files.name,
      size: files.size,
      type: files.type,
      findings: files.findings,
    })
    .from(files)
    .where(and(eq(files.assignmentId, sql.placeholder("assignmentId")), isNull(files.removedAt)))
    .orderBy(asc(files.at)),
);
