import type { Database } from "../client.server.ts";
import { centres } from "../schema.ts";

/** Every centre: the reach of the clock and the postman. */
export const allCentreIds = async (db: Database) => (await db.select({ id: centres.id }).from(centres)).map((c) => c.id);
