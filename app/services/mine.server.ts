import { and, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/policy.ts";
import { switchesOf } from "#app/domain/switches.ts";
import { assignments, centres, members } from "#db/schema.ts";
import { listCards } from "#db/queries/lists.server.ts";
import { visibleTo } from "#db/queries/visible.server.ts";
import { inTransaction, type Context } from "./context.ts";
import { turnLines } from "./turns.server.ts";

const over = ["closed", "rejected", "withdrawn", "expired", "stopped", "terminated"] as const;
/** Files this person has a part in, not merely may read: what belongs on "Mijn werk". */
function ownPart(actor: Actor) {
  const centreIds = actor.memberships.filter((m) => m.centreId && (m.role === "coordinator" || m.role === "business_developer" || m.role === "quality_owner")).map((m) => m.centreId as string);
  const organizationIds = actor.memberships.filter((m) => !m.centreId && m.organizationId).map((m) => m.organizationId as string);
  const ids = [...new Set([...actor.seats.map((s) => s.assignmentId), ...actor.leads])];
  return or(centreIds.length ? inArray(assignments.centreId, centreIds) : sql`false`, organizationIds.length ? or(inArray(assignments.organizationId, organizationIds), inArray(assignments.institutionId, organizationIds)) : sql`false`, ids.length ? inArray(assignments.id, ids) : sql`false`, eq(assignments.leadId, actor.id || "00000000-0000-0000-0000-000000000000"));
}
/** *Mijn werk* (DESIGN.md): what waits for you by deadline, what waits for others and on whom, then invitations and the rest. One rule for every role. */
export const myWork = (ctx: Context) => inTransaction(ctx, async (inside) => {
  const where = and(visibleTo(inside.actor), ownPart(inside.actor));
  const cards = await listCards(inside.db, and(where, notInArray(assignments.status, [...over])), 300);
  const done = await listCards(inside.db, and(where, inArray(assignments.status, [...over])), 10);
  const switches = new Map((await inside.db.select({ id: centres.id, switches: centres.switches }).from(centres).where(inArray(centres.id, [...new Set(cards.map((c) => c.centreId)), "00000000-0000-0000-0000-000000000000"]))).map((c) => [c.id, switchesOf(c.switches)]));
  const lines = await turnLines(inside, cards, (card) => switches.get(card.centreId) ?? switchesOf({}));
  const rows = cards.flatMap((card) => { const line = lines.get(card.id); return line ? [{ card, ...line }] : []; });
  const byDeadline = (x: (typeof rows)[number], y: (typeof rows)[number]) => (x.deadline ? +x.deadline.dueAt : Infinity) - (y.deadline ? +y.deadline.dueAt : Infinity);
  const invitations = await inside.db.select({ id: members.id, assignmentId: members.assignmentId, role: members.role }).from(members).where(and(eq(members.personId, inside.actor.id || "00000000-0000-0000-0000-000000000000"), eq(members.status, "invited")));
  return { yours: rows.filter((r) => r.mine).sort(byDeadline), others: rows.filter((r) => !r.mine && r.turn).sort(byDeadline), rest: done, invitations };
});
