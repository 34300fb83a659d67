import { desc, eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { agreements } from "#db/schema.ts";

export const allAgreements = (db: Database, assignmentId: string) =>
  db.select().from(agreements).where(eq(agreements.assignmentId, assignmentId)).orderBy(desc(agreements.number));
