import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { over, underWay } from "#app/domain/assignment.ts";
import type { Actor } from "#app/domain/policy.ts";
import type { Database } from "../client.server.ts";
import { among, fixed, listed } from "../fixed.server.ts";
import { assignments, centres, members } from "../schema.ts";
import { pageOfCards, soonest } from "./lists.server.ts";
import { sightOf, type Sight } from "./visible.server.ts";

const a = assignments;
/** Files this person has a part in, not merely may read: what belongs on "Mijn werk". */
const partsOf = (actor: Actor) => ({
  centres: listed(actor.memberships.flatMap((m) => (m.centreId && (m.role === "coordinator" || m.role === "business_developer" || m.role === "quality_owner") ? [m.centreId] : []))),
  organizations: listed(actor.memberships.flatMap((m) => (!m.centreId && m.organizationId ? [m.organizationId] : []))),
  ids: listed([...actor.seats.map((s) => s.assignmentId), ...actor.leads]), person: listed(actor.id ? [actor.id] : []),
});
const ownPart = or(among(a.centreId, "centres"), among(a.organizationId, "organizations"), among(a.institutionId, "organizations"), among(a.id, "ids"), among(a.leadId, "person"));
/** At one centre or organisation, or anywhere when it is not given. */
const here = sql`(${sql.placeholder("place")}::uuid is null or ${sql.placeholder("place")}::uuid in (${a.centreId}, ${a.organizationId}, ${a.institutionId}))`;
const runs = ({ asked }: Sight) => and(asked, ownPart, here, inArray(a.status, [...underWay]));
const running = fixed((db, sight: Sight) => pageOfCards(db, runs(sight), { by: [soonest, asc(a.enteredAt)], limit: sql.placeholder("limit"), offset: sql.placeholder("offset") }), ({ shape }) => shape);
const counted = fixed((db, sight: Sight) => db.select({ n: sql<number>`count(*)::int` }).from(a).where(runs(sight)), ({ shape }) => shape);
const ended = fixed((db, { asked }: Sight) => pageOfCards(db, and(asked, ownPart, here, inArray(a.status, [...over])), { by: [desc(a.enteredAt)], limit: 10 }), ({ shape }) => shape);

/** Files with a part for this person, at one centre or organisation or anywhere (null): a page of those under way, the nearest deadline first, how many there are, and the last ten that ended. */
export async function ownCards(db: Database, actor: Actor, { place, limit, offset }: { place: string | null; limit: number; offset: number }) {
  const sight = sightOf(actor);
  const values = { ...sight.values, ...partsOf(actor), place };
  const [cards, done, all] = await Promise.all([running(db, { ...values, limit, offset }, sight), ended(db, values, sight), counted(db, values, sight)]);
  return { cards, done, total: all[0]?.n ?? 0 };
}
export const switchesFor = (db: Database, ids: readonly string[]) => switchesAmong(db, { ids: listed(ids) });
const switchesAmong = fixed((db) => db.select({ id: centres.id, switches: centres.switches }).from(centres).where(among(centres.id, "ids")));
export const invitationsTo = (db: Database, personId: string) => invited(db, { person: listed(personId ? [personId] : []) });
const invited = fixed((db) =>
  db.select({ id: members.id, assignmentId: members.assignmentId, role: members.role, title: assignments.title }).from(members).innerJoin(assignments, eq(assignments.id, members.assignmentId)).where(and(among(members.personId, "person"), eq(members.status, "invited"))));
