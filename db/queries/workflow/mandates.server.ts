import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { memberships } from "#db/schema.ts";

/** Whether these people's signing authority was recorded at these organisations (guard `mandate_proven`). */
export const mandates = (db: Database, organizationIds: readonly string[]) =>
  db
    .select({
      personId: memberships.personId,
      organizationId: memberships.organizationId,
      mandate: memberships.mandate,
    })
    .from(memberships)
    .where(
      and(
        inArray(memberships.organizationId, [...organizationIds]),
        eq(memberships.role, "authorised_signatory"),
        sql`${memberships.endedAt} is null`,
      ),
    );
