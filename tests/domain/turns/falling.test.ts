import { expect, test } from "vitest";
import { appointments, type Appointment, type CircleKind } from "#app/domain/account/appointing.ts";
import { leadsTeam } from "#app/domain/team/seats.ts";
import type { Due, TurnAssignment, TurnPart } from "#app/domain/turns/assignment.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import { offeredMoves } from "#app/domain/workflow/machine.ts";
import { nobody, rolesOn, type AccessScope } from "#app/domain/workflow/policy.ts";
import { seatRelation } from "#app/domain/workflow/role-relations.ts";
import { machineOf } from "#app/domain/workflow/processes.ts";
import { rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
import { seatRoles, type HeldRole, type Relation } from "#app/domain/words.ts";
import { part } from "#tests/support/turns/assignment.ts";
import { nobodyIs, scenes } from "#tests/support/turns/scenes.ts";

/**
 * Holds who is asked to appoint somebody and cannot yet: only an owner appoints an owner, a chosen claim has one lead, and the
 * coordinator asks for a seat only while no teacher looks after the team and the status still takes one.
 */
const withoutAct = [
  "business_developer for client_owner",
  "coordinator for claim_lead",
  "coordinator for client_owner",
  "coordinator for project_manager",
  "coordinator for student_lead",
];

test("whom a turn falls to can take it now, or appoint somebody, wherever the one who is gone was waited for", () => {
  const stuck = new Set<string>();
  const fell = new Set<Relation>();
  for (const { assignment } of scenes())
    for (const { people } of duesOn(assignment)) {
      const left = nobodyIs(assignment, people);
      for (const fallen of duesOn(left)) {
        if (!fallen.missing) continue;
        fell.add(fallen.missing);
        for (const person of fallen.people)
          if (!canSeeToIt(left, fallen, person)) stuck.add(`${person} for ${fallen.missing}`);
      }
    }
  expect([...stuck].sort()).toEqual(withoutAct);
  expect([...fell]).toEqual(expect.arrayContaining(["project_manager", "team_teacher", "quality_owner", "finance"]));
});
/** Tells whether somebody on whom a turn falls has an act whose guards pass: the act itself, or appointing somebody. */
function canSeeToIt(assignment: TurnAssignment, { act, missing }: Due, person: string): boolean {
  if ("move" in act) {
    const found = assignment.parts.find(({ object, id }) => object === act.object && id === act.id);
    return found !== undefined && doable(assignment, found, person).includes(act.move);
  }
  if (!missing) return false;
  const roles = assignment.people.get(person) ?? new Set<Relation>();
  return appointersOf(missing).some((relation) => roles.has(relation)) || mayInvite(assignment, missing, person);
}
/** Lists the acts on a part that are offered to somebody without a guard in their way. */
const doable = (assignment: TurnAssignment, of: TurnPart, person: string): string[] =>
  offeredMoves(
    machineOf(of.object),
    of.facts(person),
    rolesOnPart(of.object, of.person, person, assignment.people.get(person) ?? new Set()),
  ).flatMap(({ name, missing }) => (missing.length === 0 ? [name] : []));
/** Tells whether somebody may ask a person for a seat that gives this relation, in the status of the assignment. */
function mayInvite(assignment: TurnAssignment, relation: Relation, person: string): boolean {
  const { status, obligation } = assignment.facts;
  const looksAfter = seatRoles.some((role) => leadsTeam(role) && assignment.people.has(seatRelation[role]));
  const seat = part("member", "new", obligation, { assignmentStatus: status, looksAfter });
  return (
    seatRoles.some((role) => seatRelation[role] === relation) && doable(assignment, seat, person).includes("invite")
  );
}
const scope: AccessScope = {
  assignmentId: "assignment",
  centreId: "centre",
  organizationId: "company",
  status: "in_progress",
  confidentiality: "summary_public",
  visibility: "partners",
  leadId: null,
  communityId: null,
  institutionId: "institution",
  disputed: true,
  ladderStep: "board",
};
/** Tells what a role makes of somebody for the assignment, in the centre, the company or the school. */
const relationsBy = (kind: CircleKind, role: HeldRole): Relation[] => {
  const where = kind === "centre" ? { centreId: kind, organizationId: null } : { centreId: null, organizationId: kind };
  const granting = { triage_by: "both", publish_by: "coordinator" } as const;
  return [...rolesOn({ ...nobody, memberships: [{ ...where, role }] }, scope, granting)];
};
/** Names who appoints somebody to a role that gives this relation, on the pages of people. */
const appointersOf = (relation: Relation): Relation[] =>
  (Object.keys(appointments) as CircleKind[]).flatMap((kind) =>
    (Object.entries(appointments[kind]) as [HeldRole, Appointment][])
      .filter(([role]) => relationsBy(kind, role).includes(relation))
      .flatMap(([, { by }]) => by.flatMap((one) => relationsBy(one === "coordinator" ? "centre" : kind, one))),
  );
