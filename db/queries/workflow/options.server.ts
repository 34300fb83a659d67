import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { type HeldRole, openClaim } from "#app/domain/words.ts";
import type { Database } from "#db/client.server.ts";
import { present } from "#db/queries/present.server.ts";
import { claims, communities, communityMembers, memberships, organizations, partners, people } from "#db/schema.ts";

const option = { id: people.id, label: people.name };
const current = isNull(memberships.endedAt);
/** Returns people who may come in and have one of these roles in the centre, by name. */
export const peopleInCentre = (db: Database, centreId: string, roles: readonly HeldRole[]) =>
  db
    .selectDistinct(option)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles]), current, present))
    .orderBy(asc(people.name));
/** Returns roles in a school that takes part in the centre. */
const inSchoolsOf = (db: Database, centreId: string) =>
  and(
    isNull(memberships.centreId),
    inArray(
      memberships.organizationId,
      db
        .select({ id: partners.organizationId })
        .from(partners)
        .innerJoin(
          organizations,
          and(eq(organizations.id, partners.organizationId), eq(organizations.kind, "institution")),
        )
        .where(eq(partners.centreId, centreId)),
    ),
  );
/** Returns the same, and who has one of these roles in a school that takes part in the centre. */
export const peopleInCentreAndSchools = (
  db: Database,
  centreId: string,
  roles: readonly HeldRole[],
  inSchools: readonly HeldRole[],
) => {
  const here = and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles]));
  const there = and(inSchoolsOf(db, centreId), inArray(memberships.role, [...inSchools]));
  return db
    .selectDistinct(option)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(or(here, there), current, present))
    .orderBy(asc(people.name));
};
/** Returns people who may come in and have any role in the organisation itself, by name. */
export const peopleInOrganization = (db: Database, organizationId: string) =>
  db
    .selectDistinct(option)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inOrganizationItself(organizationId), current, present))
    .orderBy(asc(people.name));
const inOrganizationItself = (organizationId: string) =>
  and(eq(memberships.organizationId, organizationId), isNull(memberships.centreId));
/** Tells what each of these people is: in the centre and its schools, or in one organisation itself. */
export const rolesHeldBy = (
  db: Database,
  ids: readonly string[],
  place: { centreId: string } | { organizationId: string },
) =>
  db
    .selectDistinct({ id: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(
      and(
        inArray(memberships.personId, [...ids]),
        current,
        "centreId" in place
          ? or(eq(memberships.centreId, place.centreId), inSchoolsOf(db, place.centreId))
          : inOrganizationItself(place.organizationId),
      ),
    );
/** Claims that wait for a choice, the oldest first: reserves are numbered in this order. */
export const openClaimsOf = (db: Database, assignmentId: string) =>
  db
    .select({ id: claims.id, label: communities.name })
    .from(claims)
    .innerJoin(communities, eq(communities.id, claims.communityId))
    .where(and(eq(claims.assignmentId, assignmentId), inArray(claims.status, openClaim)))
    .orderBy(asc(claims.createdAt), asc(claims.id));
/** Lists communities of a centre, by name. */
export const communitiesIn = (db: Database, centreId: string) =>
  db
    .select({ id: communities.id, label: communities.name })
    .from(communities)
    .where(eq(communities.centreId, centreId))
    .orderBy(asc(communities.name));
/** Returns communities of any centre in which this person may claim. */
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
