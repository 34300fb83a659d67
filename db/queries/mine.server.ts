import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { over, underWay } from "#app/domain/assignment.ts";
import type { Actor } from "#app/domain/policy.ts";
import type { Database } from "../client.server.ts";
import { assignments, centres, members } from "../schema.ts";
import { pageOfCards, soonest } from "./lists.server.ts";
import { visibleTo } from "./visible.server.ts";

const none = sql`false`;
/** Files this person has a part in, not merely may read: what belongs on "Mijn werk". */
function ownPart(actor: Actor) {
  const centreIds = actor.memberships.filter((m) => m.centreId && (m.role === "coordinator" || m.role === "business_developer" || m.role === "quality_owner")).map((m) => m.centreId as string);
  const organizationIds = actor.memberships.filter((m) => !m.centreId && m.organizationId).map((m) => m.organizationId as string);
  const ids = [...new Set([...actor.seats.map((s) => s.assignmentId), ...actor.leads])];
  return or(centreIds.length ? inArray(assignments.centreId, centreIds) : none, organizationIds.length ? or(inArray(assignments.organizationId, organizationIds), inArray(assignments.institutionId, organizationIds)) : none, ids.length ? inArray(assignments.id, ids) : none, actor.id ? eq(assignments.leadId, actor.id) : none);
}
const a = assignments;
/** Files with a part for this person, at one centre or organisation or anywhere (null). */
const ownFiles = (actor: Actor, place: string | null) => and(visibleTo(actor), ownPart(actor), place ? or(eq(a.centreId, place), eq(a.organizationId, place), eq(a.institutionId, place)) : undefined);
/** How many of them are under way. */
export const countOwn = async (db: Database, actor: Actor, place: string | null) => (await db.select({ n: sql<number>`count(*)::int` }).from(a).where(and(ownFiles(actor, place), inArray(a.status, [...underWay]))))[0]?.n ?? 0;
/** A page of those under way, the nearest deadline first. */
export const ownCards = (db: Database, actor: Actor, place: string | null, { limit, offset }: { limit: number; offset: number }) => pageOfCards(db, and(ownFiles(actor, place), inArray(a.status, [...underWay])), { by: [soonest, asc(a.enteredAt)], limit, offset });
/** The last ten that ended. */
export const doneCards = (db: Database, actor: Actor, place: string | null) => pageOfCards(db, and(ownFiles(actor, place), inArray(a.status, [...over])), { by: [desc(a.enteredAt)], limit: 10 });
export const switchesFor = (db: Database, ids: readonly string[]) => db.select({ id: centres.id, switches: centres.switches }).from(centres).where(ids.length ? inArray(centres.id, [...new Set(ids)]) : none);
export const invitationsTo = (db: Database, personId: string) =>
  db.select({ id: members.id, assignmentId: members.assignmentId, role: members.role, title: assignments.title }).from(members).innerJoin(assignments, eq(assignments.id, members.assignmentId)).where(and(personId ? eq(members.personId, personId) : none, eq(members.status, "invited")));
