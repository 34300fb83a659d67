import { and, or, sql, type SQL } from "drizzle-orm";
import { researches } from "#app/domain/community/roles.ts";
import {
  nobody,
  rolesOn,
  visibility,
  whileChoosing,
  type Actor,
  type AccessScope,
} from "#app/domain/workflow/policy.ts";
import type { Relation } from "#app/domain/words.ts";
import { assignments, organizations } from "#db/schema.ts";
import { inList, listed } from "#db/fixed.server.ts";
import { oneOf } from "#db/schema/columns.ts";
import { lapsedOfSchools, leftBySchools } from "./earlier-schools.server.ts";

const a = assignments;
/** A secret text is for invited communities only; a text for one centre is not for the public. */
const circled = (relation: Relation) => relation === "centre_teacher" || relation === "centre_student";
/**
 * Tells when a relation sees an assignment, as a name: relations that see alike are asked for together. Empty: never.
 * `open`: only while the text is no secret.
 */
const conditionOf = (relation: Relation, open = false): string => {
  const when = visibility[relation] ?? [];
  const states = when === "always" ? when : when.join("+");
  return states && `${states}${circled(relation) ? " circle" : open ? " open" : ""}`;
};
const whenSeen = (relation: Relation, open: boolean): SQL => {
  const when = visibility[relation];
  const states =
    when === "always" ? sql`true` : when && when.length ? sql`${a.status} in (${oneOf(when)})` : sql`false`;
  if (circled(relation)) return sql`(${states} and ${a.confidentiality} <> 'secret' and ${a.visibility} <> 'invited')`;
  return open ? sql`(${states} and ${a.confidentiality} <> 'secret')` : states;
};
// They are written once: every page of everybody carries these conditions, and a list of twenty parameters costs more
// to build than to answer.
const seen = new Map(
  (Object.keys(visibility) as Relation[]).flatMap((relation) =>
    [false, true].map((open) => [conditionOf(relation, open), whenSeen(relation, open)] as const),
  ),
);
const choosing = "choosing";
seen.set(choosing, sql`${a.status} in (${oneOf(whileChoosing)})`);
const during = (condition: string): SQL => seen.get(condition) ?? sql`false`;
/**
 * Makes probe rows: the same `rolesOn` that judges one row says which relation each membership gives, so the filter
 * cannot drift from it.
 */
const probe = (over: Partial<AccessScope>): AccessScope => ({
  assignmentId: "-",
  centreId: "-",
  organizationId: "-",
  status: "draft",
  confidentiality: "public",
  visibility: "centre",
  leadId: null,
  communityId: null,
  institutionId: null,
  ...over,
});

/** Tells where a relation comes from, and the column whose values give it. */
const sources = {
  centre: a.centreId,
  organization: a.organizationId,
  institution: a.institutionId,
  seat: a.id,
  claim: a.id,
  round: a.id,
  lead: a.leadId,
  community: a.communityId,
} as const;
/** Schools of versions that are past, which no column of its own keeps: whose team left it, or who were asked to sign. */
const ofPast = { earlier: leftBySchools, lapsed: lapsedOfSchools } as const;
type Source = keyof typeof sources | keyof typeof ofPast;
const isFrom = (source: Source, list: unknown): SQL =>
  source === "earlier" || source === "lapsed" ? ofPast[source](list) : inList(sources[source], list);
type Grant = `${Source} ${string}`;
/**
 * Through which centres, organisations, assignments … this person sees, and when: the values of the filter, its form is their
 * names.
 */
function grantsOf(actor: Actor): Map<Grant, string[]> {
  const grants = new Map<Grant, string[]>();
  const grant = (
    source: Source,
    relations: Iterable<Relation>,
    ids: readonly string[],
    openOnly: ReadonlySet<Relation> = new Set(),
  ) => {
    for (const r of relations) {
      const condition = conditionOf(r, openOnly.has(r));
      const name: Grant = `${source} ${condition}`;
      const known = grants.get(name);
      if (known) known.push(...ids);
      else if (condition) grants.set(name, [...ids]);
    }
  };
  const alone: Actor = {
    ...actor,
    memberships: [],
    seats: [],
    leads: [],
    invited: [],
    communities: [],
    inRounds: [],
    left: [],
  };
  /** Grants one assignment through which somebody sees; what a secret text takes away is given while it is none. */
  const grantAssignment = (source: Source, one: Actor, home: string) => {
    const secret = rolesOn(one, probe({ assignmentId: home, confidentiality: "secret" }));
    const open = rolesOn(one, probe({ assignmentId: home }));
    grant(source, open, [home], new Set([...open].filter((relation) => !secret.has(relation))));
  };
  for (const m of actor.memberships) {
    const one = { ...alone, memberships: [m] };
    if (m.centreId) grant("centre", rolesOn(one, probe({ centreId: m.centreId })), [m.centreId]);
    else if (m.organizationId) {
      grant("organization", rolesOn(one, probe({ organizationId: m.organizationId })), [m.organizationId]);
      grant("institution", rolesOn(one, probe({ institutionId: m.organizationId })), [m.organizationId]);
      // Only a school can have had a team here; nobody else's filter asks for it, nor the market's (`actorNow`).
      if (actor.institutionCentres?.length) {
        grant("earlier", rolesOn(one, probe({ earlierInstitutions: [m.organizationId] })), [m.organizationId]);
        grant("lapsed", rolesOn(one, probe({ lapsedInstitutions: [m.organizationId] })), [m.organizationId]);
      }
    }
  }
  for (const seat of actor.seats) grantAssignment("seat", { ...alone, seats: [seat] }, seat.assignmentId);
  for (const home of actor.inRounds ?? []) grantAssignment("round", { ...alone, inRounds: [home] }, home);
  if (actor.left?.length)
    grant(
      "seat",
      ["earlier_member"],
      actor.left.map(({ assignmentId }) => assignmentId),
    );
  if (actor.leads.length) grant("claim", ["claimant"], actor.leads);
  if (actor.invited.length) grants.set(`claim ${choosing}`, [...actor.invited]);
  if (actor.id) grant("lead", ["claim_lead"], [actor.id]);
  const practor = actor.communities.filter((c) => researches(c.role)).map((c) => c.id);
  if (practor.length) grant("community", ["practor_lector"], practor);
  return grants;
}
/**
 * Is true for everybody, in the statuses in which everybody sees questions at all. Written out, so that the database
 * knows an index for it.
 */
export const openToAll: SQL = sql`(${a.visibility} = 'public' and ${a.confidentiality} <> 'secret')`;
/** The company is not to be named: for this question, or for all of its own. */
export const companyHidden = sql<boolean>`(${a.hideCompany} or ${organizations.hideName})`;

/**
 * Tells what somebody may see, as a condition with a fixed form (`shape`) and the `values` of its placeholders: for
 * statements that are built once.
 */
export type Sight = { shape: string; values: Record<string, string>; asked: SQL };
/** Worked out once for each request's actor, however many statements ask. */
export function sightOf(actor: Actor): Sight {
  const known = sights.get(actor) ?? seenBy(actor);
  sights.set(actor, known);
  return known;
}
const sights = new WeakMap<Actor, Sight>();
/** Returns somebody without what they were before they left: what they once had to do with is not found by it in the market. */
export function actorNow(actor: Actor): Actor {
  const known = present.get(actor) ?? { ...actor, left: [], institutionCentres: [] };
  present.set(actor, known);
  return known;
}
const present = new WeakMap<Actor, Actor>();
function seenBy(actor: Actor): Sight {
  const grants = [...grantsOf(actor)].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    shape: grants.map(([name]) => name).join(),
    values: Object.fromEntries(grants.map(([name, ids]) => [name, listed(ids)])),
    get asked() {
      return anyOf(grants, (name) => sql.placeholder(name));
    },
  };
}
/**
 * Returns the SQL twin of `canSee`: which assignments a list may show this person. A test compares the two for every
 * person and status.
 */
export const visibleTo = (actor: Actor): SQL => anyOf([...grantsOf(actor)], (_, ids) => listed(ids));
function anyOf(
  grants: readonly (readonly [Grant, readonly string[]])[],
  value: (name: Grant, ids: readonly string[]) => unknown,
): SQL {
  const given = grants.map(([name, ids]) => {
    const at = name.indexOf(" ");
    return and(isFrom(name.slice(0, at) as Source, value(name, ids)), during(name.slice(at + 1)));
  });
  return or(and(openToAll, during(conditionOf("anyone"))), ...given) ?? sql`false`;
}
/** Says what a visitor may find. */
export const inPublic: SQL = visibleTo(nobody);
