import { and, asc, desc, eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { organizations, partnerCommitments } from "#db/schema.ts";

/** Lists up to 200 promises of partners, the newest year first. */
export const commitmentsOf = (db: Database, communityId: string) =>
  db
    .select({ row: partnerCommitments, organization: organizations.name, kind: organizations.kind })
    .from(partnerCommitments)
    .innerJoin(organizations, eq(organizations.id, partnerCommitments.organizationId))
    .where(eq(partnerCommitments.communityId, communityId))
    .orderBy(desc(partnerCommitments.year), asc(organizations.name))
    .limit(200);
/** Returns a promise of a partner; undefined when there is none within reach. */
export const commitmentById = async (db: Database, id: string) =>
  (await db.select().from(partnerCommitments).where(eq(partnerCommitments.id, id)))[0];
/** Returns the promise of this partner for this year, if it made one. */
export const commitmentFor = async (db: Database, at: { communityId: string; organizationId: string; year: number }) =>
  (
    await db
      .select({ id: partnerCommitments.id })
      .from(partnerCommitments)
      .where(
        and(
          eq(partnerCommitments.communityId, at.communityId),
          eq(partnerCommitments.organizationId, at.organizationId),
          eq(partnerCommitments.year, at.year),
        ),
      )
  )[0];
/** Adds a promise; the database refuses a second one of a partner for a year. */
export const insertCommitment = (db: Database, row: typeof partnerCommitments.$inferInsert) =>
  db.insert(partnerCommitments).values(row);
/** Changes a promise when it still is what was seen; answers whether it was. */
export const changeCommitment = async (
  db: Database,
  was: { id: string; version: number },
  set: Partial<typeof partnerCommitments.$inferInsert>,
) =>
  (
    await db
      .update(partnerCommitments)
      .set({ ...set, version: was.version + 1 })
      .where(and(eq(partnerCommitments.id, was.id), eq(partnerCommitments.version, was.version)))
      .returning({ id: partnerCommitments.id })
  ).length > 0;
