import { and, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { over } from "#app/domain/assignment.ts";
import type { Actor } from "#app/domain/policy.ts";
import type { Database } from "../client.server.ts";
import { fixed, listed } from "../fixed.server.ts";
import { assignments, centres, members } from "../schema.ts";
import { listCards } from "./lists.server.ts";
import { sightOf, type Sight } from "./visible.server.ts";

/** Files this person has a part in, not merely may read: what belongs on "Mijn werk". */
const partsOf = (actor: Actor) => ({
  centres: listed(actor.memberships.flatMap((m) => (m.centreId && (m.role === "coordinator" || m.role === "business_developer" || m.role === "quality_owner") ? [m.centreId] : []))),
  organizations: listed(actor.memberships.flatMap((m) => (!m.centreId && m.organizationId ? [m.organizationId] : []))),
  ids: listed([...actor.seats.map((s) => s.assignmentId), ...actor.leads]), person: listed(actor.id ? [actor.id] : []),
});
const among = (column: AnyPgColumn, name: string) => sql`${column} = any(${sql.placeholder(name)}::uuid[])`;
const ownPart = or(among(assignments.centreId, "centres"), among(assignments.organizationId, "organizations"), among(assignments.institutionId, "organizations"), among(assignments.id, "ids"), among(assignments.leadId, "person"));
const running = fixed((db, { asked }: Sight) => listCards(db, and(asked, ownPart, notInArray(assignments.status, [...over])), 300), ({ shape }) => shape);
const ended = fixed((db, { asked }: Sight) => listCards(db, and(asked, ownPart, inArray(assignments.status, [...over])), 10), ({ shape }) => shape);
/** Files with a part for this person: those under way, and the last ten that ended. */
export async function ownCards(db: Database, actor: Actor) {
  const sight = sightOf(actor);
  const values = { ...sight.values, ...partsOf(actor) };
  const [cards, done] = await Promise.all([running(db, values, sight), ended(db, values, sight)]);
  return { cards, done };
}
export const switchesFor = (db: Database, ids: readonly string[]) => switchesAmong(db, { ids: listed(ids) });
const switchesAmong = fixed((db) => db.select({ id: centres.id, switches: centres.switches }).from(centres).where(among(centres.id, "ids")));
export const invitationsTo = (db: Database, personId: string) => invited(db, { person: listed(personId ? [personId] : []) });
const invited = fixed((db) =>
  db.select({ id: members.id, assignmentId: members.assignmentId, role: members.role, title: assignments.title }).from(members).innerJoin(assignments, eq(assignments.id, members.assignmentId)).where(and(among(members.personId, "person"), eq(members.status, "invited"))));
