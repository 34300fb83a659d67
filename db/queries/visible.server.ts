import { and, eq, inArray, ne, or, sql, type SQL } from "drizzle-orm";
import { nobody, relationsOf, visibility, type Actor, type Placed } from "#app/domain/policy.ts";
import type { Relation } from "#app/domain/words.ts";
import { assignments } from "../schema.ts";
import { oneOf } from "../schema/columns.ts";

const a = assignments;
const whenSeen = (relation: Relation): SQL => {
  const when = visibility[relation];
  return when === "always" ? sql`true` : when && when.length ? sql`${a.status} in (${oneOf(when)})` : sql`false`;
};
// Written once: every page of everybody carries these conditions, and a list of twenty parameters costs more to build than to answer.
const seen = new Map((Object.keys(visibility) as Relation[]).map((relation) => [relation, whenSeen(relation)]));
const during = (relation: Relation): SQL => seen.get(relation) ?? sql`false`;
const among = (column: typeof a.id | typeof a.centreId, ids: readonly string[]) => (ids.length ? inArray(column, [...new Set(ids)]) : sql`false`);

/** Probe rows: the same `relationsOf` that judges one row says which relation each membership gives, so the filter cannot drift from it. */
const probe = (over: Partial<Placed>): Placed => ({ home: "-", centreId: "-", organizationId: "-", status: "draft", confidentiality: "public", visibility: "centre", leadId: null, communityId: null, institutionId: null, ...over });

/** The SQL twin of `canSee`: which assignments a list may show this person. A test compares the two for every person and state. */
export function visibleTo(actor: Actor): SQL {
  const grants: (SQL | undefined)[] = [and(eq(a.visibility, "public"), ne(a.confidentiality, "secret"), during("anyone"))];
  for (const m of actor.memberships) {
    const one: Actor = { ...actor, memberships: [m], seats: [], leads: [], invited: [], communities: [] };
    if (m.centreId) for (const r of relationsOf(one, probe({ centreId: m.centreId }))) {
      const circle = r === "centre_teacher" || r === "centre_student" ? and(ne(a.confidentiality, "secret"), ne(a.visibility, "invited")) : undefined;
      grants.push(and(eq(a.centreId, m.centreId), during(r), circle));
    }
    if (!m.centreId && m.organizationId) {
      for (const r of relationsOf(one, probe({ organizationId: m.organizationId }))) grants.push(and(eq(a.organizationId, m.organizationId), during(r)));
      for (const r of relationsOf(one, probe({ institutionId: m.organizationId }))) grants.push(and(eq(a.institutionId, m.organizationId), during(r)));
    }
  }
  const seats = new Map<Relation, string[]>();
  for (const seat of actor.seats) for (const r of relationsOf({ ...actor, memberships: [], seats: [seat], leads: [], invited: [], communities: [] }, probe({ home: seat.assignmentId }))) seats.set(r, [...(seats.get(r) ?? []), seat.assignmentId]);
  for (const [r, ids] of seats) grants.push(and(among(a.id, ids), during(r)));
  grants.push(and(among(a.id, [...actor.leads, ...actor.invited]), during("claimant")));
  if (actor.id) grants.push(and(eq(a.leadId, actor.id), during("claim_lead")));
  const practor = actor.communities.filter((c) => c.role === "practor" || c.role === "lector").map((c) => c.id);
  if (practor.length) grants.push(and(inArray(a.communityId, practor), during("practor_lector")));
  return or(...grants) ?? sql`false`;
}
/** What a visitor may find. */
export const inPublic: SQL = visibleTo(nobody);
