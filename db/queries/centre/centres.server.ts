import { and, count, eq, sql } from "drizzle-orm";
import type { Switches } from "#app/domain/centre/switches.ts";
import type { Database } from "#db/client.server.ts";
import { centres } from "#db/schema.ts";

/** What everybody may know of every centre. */
export const publicCentres = (db: Database) =>
  db.select({ slug: centres.slug, name: centres.name }).from(centres).orderBy(centres.name);
/** Every centre: the reach of the clock and the postman. */
export const allCentreIds = async (db: Database) =>
  (await db.select({ id: centres.id }).from(centres)).map((c) => c.id);
export const centreCount = async (db: Database): Promise<number> =>
  (await db.select({ n: count() }).from(centres))[0]?.n ?? 0;
/** Sets one switch of a centre, when its switches are still of this version; answers whether it did. */
export const changeSwitches = async <S extends keyof Switches>(
  db: Database,
  { id, version }: { id: string; version: number },
  name: S,
  value: Switches[S],
): Promise<boolean> =>
  (
    await db
      .update(centres)
      .set({
        switches: sql`${centres.switches} || ${JSON.stringify({ [name]: value })}::jsonb`,
        switchesVersion: version + 1,
      })
      .where(and(eq(centres.id, id), eq(centres.switchesVersion, version)))
      .returning({ id: centres.id })
  ).length > 0;
