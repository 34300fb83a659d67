import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../client.server.ts";
import { centres, claims, communities, communityMembers, memberships, members, milestones, organizations, people } from "../schema.ts";

const option = { id: people.id, label: people.name };
const current = isNull(memberships.endedAt);
export const peopleInCentre = (db: Database, centreId: string, roles: readonly string[]) =>
  db.selectDistinct(option).from(memberships).innerJoin(people, eq(people.id, memberships.personId)).where(and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles] as never[]), current, isNull(people.disabledAt))).orderBy(asc(people.name));
export const peopleInOrganization = (db: Database, organizationId: string) =>
  db.selectDistinct(option).from(memberships).innerJoin(people, eq(people.id, memberships.personId)).where(and(eq(memberships.organizationId, organizationId), isNull(memberships.centreId), current)).orderBy(asc(people.name));
export const activeTeam = (db: Database, assignmentId: string, roles?: readonly string[]) =>
  db.selectDistinct(option).from(members).innerJoin(people, eq(people.id, members.personId)).where(and(eq(members.assignmentId, assignmentId), eq(members.status, "active"), roles ? inArray(members.role, [...roles] as never[]) : sql`true`)).orderBy(asc(people.name));
export const openClaimsOf = (db: Database, assignmentId: string) =>
  db.select({ id: claims.id, label: communities.name }).from(claims).innerJoin(communities, eq(communities.id, claims.communityId)).where(and(eq(claims.assignmentId, assignmentId), inArray(claims.status, ["submitted", "shortlisted"])));
export const communitiesIn = (db: Database, centreId: string) => db.select({ id: communities.id, label: communities.name }).from(communities).where(eq(communities.centreId, centreId)).orderBy(asc(communities.name));
/** Communities of any centre in which this person may claim. */
export const claimableBy = (db: Database, personId: string) =>
  db.select({ id: communities.id, label: communities.name }).from(communityMembers).innerJoin(communities, eq(communities.id, communityMembers.communityId))
    .where(and(eq(communityMembers.personId, personId), eq(communityMembers.claimRight, true), isNull(communityMembers.endedAt))).orderBy(asc(communities.name));
export const milestonesOf = (db: Database, assignmentId: string) => db.select({ id: milestones.id, label: milestones.title }).from(milestones).where(eq(milestones.assignmentId, assignmentId)).orderBy(asc(milestones.dueOn));
export const allCentres = (db: Database) => db.select({ id: centres.id, label: centres.name }).from(centres).orderBy(asc(centres.name));
/** For the team's invite form: staff and students of the centre, and people of the company. */
export const invitable = (db: Database, centreId: string, organizationId: string, roles: readonly string[]) =>
  db.selectDistinct({ id: people.id, label: people.name, role: memberships.role, home: organizations.name }).from(memberships).innerJoin(people, eq(people.id, memberships.personId)).leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(current, isNull(people.disabledAt), or(and(eq(memberships.centreId, centreId), inArray(memberships.role, [...roles] as never[])), and(eq(memberships.organizationId, organizationId), isNull(memberships.centreId))))).orderBy(asc(people.name));
