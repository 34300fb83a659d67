import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { guaranteeCases } from "#db/schema.ts";

/** Lists every claim on the guarantee, however it ended. */
export const caseRows = (db: Database, assignmentId: string) =>
  db.select().from(guaranteeCases).where(eq(guaranteeCases.assignmentId, assignmentId));
