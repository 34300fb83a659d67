import { eq } from "drizzle-orm";
import type { Database } from "../client.server.ts";
import { organizations, people } from "../schema.ts";

export const organizationById = async (db: Database, id: string) => (await db.select().from(organizations).where(eq(organizations.id, id)))[0];
export const personById = async (db: Database, id: string) => (await db.select().from(people).where(eq(people.id, id)))[0];
