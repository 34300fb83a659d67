import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { people } from "#db/schema.ts";

/** Keeps in which language this person reads pages and letters. */
export const setLocale = (db: Database, personId: string, locale: (typeof people.$inferSelect)["locale"]) =>
  db.update(people).set({ locale }).where(eq(people.id, personId));
