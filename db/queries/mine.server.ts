import { and, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import { over } from "#app/domain/assignment.ts";
import type { Actor } from "#app/domain/policy.ts";
import type { Database } from "../client.server.ts";
import { assignments, centres, members } from "../schema.ts";
import { listCards } from "./lists.server.ts";
import { visibleTo } from "./visible.server.ts";

const none = sql`false`;
/** Files this person has a part in, not merely may read: what belongs on "Mijn werk". */
function ownPart(actor: Actor) {
  const centreIds = actor.memberships.filter((m) => m.centreId && (m.role === "coordinator" || m.role === "business_developer" || m.role === "quality_owner")).map((m) => m.centreId as string);
  const organizationIds = actor.memberships.filter((m) => !m.centreId && m.organizationId).map((m) => m.organizationId as string);
  const ids = [...new Set([...actor.seats.map((s) => s.assignmentId), ...actor.leads])];
  return or(centreIds.length ? inArray(assignments.centreId, centreIds) : none, organizationIds.length ? or(inArray(assignments.organizationId, organizationIds), inArray(assignments.institutionId, organizationIds)) : none, ids.length ? inArray(assignments.id, ids) : none, actor.id ? eq(assignments.leadId, actor.id) : none);
}
/** Files with a part for this person: those under way, and the last ten that ended. */
export async function ownCards(db: Database, actor: Actor) {
  const where = and(visibleTo(actor), ownPart(actor));
  return { cards: await listCards(db, and(where, notInArray(assignments.status, [...over])), 300), done: await listCards(db, and(where, inArray(assignments.status, [...over])), 10) };
}
export const switchesFor = (db: Database, ids: readonly string[]) => db.select({ id: centres.id, switches: centres.switches }).from(centres).where(ids.length ? inArray(centres.id, [...new Set(ids)]) : none);
export const invitationsTo = (db: Database, personId: string) =>
  db.select({ id: members.id, assignmentId: members.assignmentId, role: members.role, title: assignments.title }).from(members).innerJoin(assignments, eq(assignments.id, members.assignmentId)).where(and(personId ? eq(members.personId, personId) : none, eq(members.status, "invited")));
