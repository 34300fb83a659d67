import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { HeldRole } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { claims, communities, communityMembers, memberships, organizations, partners, people } from "#db/schema.ts";

const option = { id: people.id, label: people.name };
const current = isNull(memberships.endedAt);
/** People who may come in and have one of these roles in the centre, by name. */
export const peopleInCentre = (db: Database, centreId: string, roles: readonly HeldRole[]) =>
  db
    .selectDistinct(option)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles]), current, present))
    .orderBy(asc(people.name));
/** The same, and who has one of these roles in a school that takes part in the centre. */
export const peopleInCentreAndSchools = (
  db: Database,
  centreId: string,
  roles: readonly HeldRole[],
  inSchools: readonly HeldRole[],
) => {
  const schools = db
    .select({ id: partners.organizationId })
    .from(partners)
    .innerJoin(organizations, and(eq(organizations.id, partners.organizationId), eq(organizations.kind, "institution")))
    .where(eq(partners.centreId, centreId));
  const here = and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles]));
  const there = and(
    isNull(memberships.centreId),
    inArray(memberships.role, [...inSchools]),
    inArray(memberships.organizationId, schools),
  );
  return db
    .selectDistinct(option)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(or(here, there), current, present))
    .orderBy(asc(people.name));
};
/** People who may come in and have any role in the organisation itself, by name. */
export const peopleInOrganization = (db: Database, organizationId: string) =>
  db
    .selectDistinct(option)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organizationId, organizationId), isNull(memberships.centreId), current, present))
    .orderBy(asc(people.name));
/** Claims that wait for a choice, by the name of their community. */
export const openClaimsOf = (db: Database, assignmentId: string) =>
  db
    .select({ id: claims.id, label: communities.name })
    .from(claims)
    .innerJoin(communities, eq(communities.id, claims.communityId))
    .where(and(eq(claims.assignmentId, assignmentId), inArray(claims.status, ["submitted", "shortlisted"])));
/** Communities of a centre, by name. */
export const communitiesIn = (db: Database, centreId: string) =>
  db
    .select({ id: communities.id, label: communities.name })
    .from(communities)
    .where(eq(communities.centreId, centreId))
    .orderBy(asc(communities.name));
/** Communities of any centre in which this person may claim. */
export const claimableBy = (db: Database, personId: string) =>
  db
    .selectDistinct({ id: communities.id, label: communities.name })
    .from(communityMembers)
    .innerJoin(communities, eq(communities.id, communityMembers.communityId))
    .where(
      and(
        eq(communityMembers.personId, personId),
        eq(communityMembers.claimRight, true),
        isNull(communityMembers.endedAt),
      ),
    )
    .orderBy(asc(communities.name));
