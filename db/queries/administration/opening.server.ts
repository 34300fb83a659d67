import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { organizations } from "#db/schema.ts";

/** One at a time opens a centre or changes who may come in: who waits sees what the other did. Until the transaction ends. */
export const inLine = async (db: Database): Promise<void> =>
  void (await db.execute(sql`select pg_advisory_xact_lock(hashtext('administration'))`));
/** Whoever has this number of the Chamber of Commerce, the institution before a company that took it. */
export const holderOfKvk = async (db: Database, kvk: string) =>
  (
    await db
      .select({ id: organizations.id, kind: organizations.kind, name: organizations.name })
      .from(organizations)
      .where(eq(organizations.kvk, kvk))
      .orderBy(sql`${organizations.kind} <> 'institution'`)
  )[0];
/** Tells whether any institution is here. */
export const hasInstitution = async (db: Database): Promise<boolean> =>
  (await db.select({ id: organizations.id }).from(organizations).where(eq(organizations.kind, "institution")).limit(1))
    .length > 0;
