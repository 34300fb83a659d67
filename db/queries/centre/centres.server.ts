import { count } from "drizzle-orm";
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
