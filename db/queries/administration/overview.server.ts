import { and, asc, countDistinct, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { centres, memberships, organizations, people, platformEvents } from "#db/schema.ts";

/** Returns every centre with how many coordinators it has who may come in. */
export const centresWithCoordinators = (db: Database) =>
  db
    .select({
      slug: centres.slug,
      name: centres.name,
      region: centres.region,
      createdAt: centres.createdAt,
      coordinators: countDistinct(people.id),
    })
    .from(centres)
    .leftJoin(
      memberships,
      and(eq(memberships.centreId, centres.id), eq(memberships.role, "coordinator"), isNull(memberships.endedAt)),
    )
    .leftJoin(people, and(eq(people.id, memberships.personId), present))
    .groupBy(centres.id)
    .orderBy(asc(centres.name));

/** Lists what stands of this person's roles: the role and the place, nothing of what they do there. */
export const rolesOfPerson = (db: Database, personId: string) =>
  db
    .select({
      role: memberships.role,
      place: sql<string>`coalesce(${centres.name}, ${organizations.name}, '')`,
    })
    .from(memberships)
    .leftJoin(centres, eq(centres.id, memberships.centreId))
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.grantedAt));
/** Returns centres that have this person for a coordinator and nobody else who may come in, by name. */
export const centresOnlyCoordinatedBy = async (db: Database, personId: string): Promise<string[]> =>
  (
    await db
      .select({ name: centres.name })
      .from(centres)
      .innerJoin(
        memberships,
        and(eq(memberships.centreId, centres.id), eq(memberships.role, "coordinator"), isNull(memberships.endedAt)),
      )
      .innerJoin(people, and(eq(people.id, memberships.personId), present))
      .groupBy(centres.id)
      .having(sql`bool_and(${people.id} = ${personId})`)
      .orderBy(asc(centres.name))
  ).map(({ name }) => name);
/** Says why somebody was disabled last; null when no administrator did it. */
export const disabledBecause = async (db: Database, personId: string) =>
  (
    await db
      .select({ reason: platformEvents.reason })
      .from(platformEvents)
      .where(and(eq(platformEvents.personId, personId), eq(platformEvents.act, "person_disabled")))
      .orderBy(desc(platformEvents.at))
      .limit(1)
  )[0]?.reason ?? null;
