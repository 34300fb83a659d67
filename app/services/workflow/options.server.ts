import { daysOfAssignment } from "#app/services/days.ts";
import { extendableOf } from "#app/domain/assignment/guards.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import type { Field, Fields, Option, OptionList, optionLists, Options } from "#app/domain/fields/fields.ts";
import { invitedBySchool } from "#app/domain/team/seats.ts";
import { coming, switchesOf } from "#app/domain/centre/switches.ts";
import {
  claimableBy,
  communitiesIn,
  openClaimsOf,
  peopleInCentre,
  peopleInCentreAndSchools,
  peopleInOrganization,
  rolesHeldBy,
} from "#db/queries/workflow/options.server.ts";
import { centreNames } from "#db/queries/centre/centres.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Gathered } from "#db/queries/workflow/facts.server.ts";
import { doesWork } from "#app/domain/words.ts";
import type { Inside } from "#app/services/context.ts";
import { billingFor, billingIn, signedOn } from "#app/services/payments/billing.ts";
import { instalmentOptions } from "#app/services/payments/checks.ts";
import { flagOwners } from "./flag-owners.server.ts";
import { rolesOnAssignment } from "./objects.server.ts";

/** Lists which run-time lists these fields need, rows and groups included. */
const listsIn = (fields: Fields): OptionList[] => [
  ...new Set(
    Object.values(fields).flatMap((f: Field) => [
      ...("from" in f ? [f.from] : []),
      ...("of" in f ? listsIn(f.of) : []),
    ]),
  ),
];

type Source = (ctx: Inside, assignment: AssignmentContext, gathered: Gathered | null) => Promise<readonly Option[]>;
/** Returns the criteria that were agreed, each in its own words. */
export const criteriaOptions = (gathered: Gathered | null): Option[] => {
  const signed = gathered?.agreements.find((a) => a.status === "signed") ?? gathered?.agreements[0];
  return (signed?.terms.criteria ?? []).map(({ text }, index) => ({
    id: String(index),
    label: text || String(index + 1),
  }));
};
/** Lists what there is to pay, in the reader's language: of earlier teams as far as this reader has to do with their school. */
export const payableInstalments = (ctx: Inside, { row }: AssignmentContext, gathered: Gathered | null): Option[] =>
  gathered ? instalmentOptions(billingFor(ctx.actor, row, billingIn(gathered)), ctx.locale) : [];
/**
 * Returns the people who do the work, each once: who is invited and did not answer yet is no owner of anything, and
 * who judges the work owns no part of it.
 */
const teamOptions = (gathered: Gathered | null): Option[] => [
  ...new Map(
    (gathered?.team ?? []).flatMap(({ personId, name, status, role }) =>
      status === "active" && doesWork(role) ? [[personId, { id: personId, label: name }] as const] : [],
    ),
  ).values(),
];
/**
 * Names whom this reader may ask for a seat, each with what they are: a company its own people, the school its staff and
 * students (docs/domain.md 6.4 team member).
 */
const invitable: Source = async (ctx, assignment) => {
  const { centreId, organizationId } = assignment.row;
  const ofCompany = rolesOnAssignment(ctx, assignment).has("client_owner");
  const people = ofCompany
    ? await peopleInOrganization(ctx.db, organizationId)
    : await peopleInCentreAndSchools(ctx.db, centreId, invitedBySchool, ["examiner"]);
  const place = ofCompany ? { organizationId } : { centreId };
  const held = await rolesHeldBy(
    ctx.db,
    people.map(({ id }) => id),
    place,
  );
  return people.map((person) => ({
    ...person,
    roles: held.flatMap(({ id, role }) =>
      id === person.id && (ofCompany || invitedBySchool.includes(role)) ? [role] : [],
    ),
  }));
};
const sources: Record<(typeof optionLists)[number], Source> & Partial<Record<OptionList, Source>> = {
  business_developers: (ctx, { row }) => peopleInCentre(ctx.db, row.centreId, ["business_developer"]),
  staff: (ctx, { row }) => peopleInCentre(ctx.db, row.centreId, ["teacher", "practor", "lector"]),
  invitable,
  blocks: async (ctx, { row, centre }) =>
    (row.blocks.length && row.status === "published"
      ? row.blocks
      : coming(ctx.now(), switchesOf(centre.switches), 4)
    ).map((day) => ({ id: day, label: day })),
  open_claims: (ctx, { row }) => openClaimsOf(ctx.db, row.id),
  criteria: async (_, __, gathered) => criteriaOptions(gathered),
  failed_criteria: async (_, __, gathered) => {
    const failed = new Set(gathered?.verdicts.filter((v) => v.met !== "met").map((v) => String(v.criterion)));
    return criteriaOptions(gathered).filter((c) => failed.has(c.id));
  },
  communities: (ctx, { row }) => communitiesIn(ctx.db, row.centreId),
  other_centres: async (ctx, { row }) => (await centreNames(ctx.db)).filter(({ id }) => id !== row.centreId),
  flag_owners: flagOwners,
  team: async (_, __, gathered) => teamOptions(gathered),
  own_communities: (ctx) => claimableBy(ctx.db, ctx.actor.id),
  instalments: async (ctx, assignment, gathered) => payableInstalments(ctx, assignment, gathered),
};
/** The day on which the term ends that may be extended now; null where none runs. */
const termOf = ({ row }: AssignmentContext, { clocks }: Gathered) => {
  const due = extendableOf(row.status, (id) => clocks.find(({ clock }) => clock === id))[0]?.dueAt;
  return due ? amsterdamDay(due) : null;
};
/** Fills the lists a form needs for one assignment, and the days its dates are held against; a list nobody asks for costs nothing. */
export async function optionsFor(
  ctx: Inside,
  assignment: AssignmentContext,
  fields: Fields,
  gathered: Gathered | null,
): Promise<Options> {
  const days = {
    ...daysOfAssignment(ctx, assignment),
    signed: gathered && signedOn(gathered),
    term: gathered && termOf(assignment, gathered),
  };
  const filled: Options = { days };
  for (const list of listsIn(fields)) filled[list] = await sources[list]?.(ctx, assignment, gathered);
  return filled;
}
