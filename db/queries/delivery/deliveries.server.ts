import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { deliveries } from "#db/schema.ts";

/** Lists deliveries that the company received, the newest first. */
export const releasedDeliveries = (db: Database, assignmentId: string) =>
  db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.assignmentId, assignmentId), eq(deliveries.status, "released")))
    .orderBy(sql`${deliveries.number} desc`);
/** Returns the delivery that is being made or checked. */
export const openDelivery = async (db: Database, assignmentId: string) =>
  (
    await db
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.assignmentId, assignmentId),
          inArray(deliveries.status, ["draft", "cleared", "in_review", "returned"]),
        ),
      )
  )[0];
/** Lists every delivery, the newest first. */
export const deliveryRows = (db: Database, assignmentId: string) =>
  db.select().from(deliveries).where(eq(deliveries.assignmentId, assignmentId)).orderBy(desc(deliveries.number));
