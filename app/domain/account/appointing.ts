import { when } from "#app/domain/fields/days.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import { ageBands, tracks, type CentreRole, type HeldRole, type OrganizationRole } from "#app/domain/words.ts";

/** Tells where a role is held: in a centre, or in an organisation, which is a school or anything else. */
export type CircleKind = "centre" | "company" | "institution";
/**
 * Tells who appoints to a role and ends it. `proof`: what shows the authority must be written down. `home`: which
 * school somebody is of is asked beside it.
 */
export type Appointment = { by: readonly HeldRole[]; proof?: true; home?: true };
const byCoordinator = { by: ["coordinator"] } as const;
const staff = { ...byCoordinator, home: true } as const;
const byOwner = { by: ["client_owner"] } as const;
const bySchool = { by: ["education_manager", "coordinator"] } as const;

/**
 * Tells who appoints whom, in each kind of circle (docs/domain.md 2.1). A role that is not named under a kind is not given there. A
 * coordinator appoints in the schools that came in through their centre, so that a new school can begin; another centre in which
 * it takes part cannot, for then anybody who knows a school's number could name who signs for it.
 */
export const appointments = {
  centre: {
    coordinator: staff,
    business_developer: staff,
    teacher: staff,
    practor: staff,
    lector: staff,
    quality_owner: staff,
    examiner: staff,
    student: byCoordinator,
    steering_group_member: byCoordinator,
  } satisfies Record<CentreRole, Appointment>,
  company: {
    client_owner: byOwner,
    problem_owner: byOwner,
    authorised_signatory: { ...byOwner, proof: true },
    employee: byOwner,
    hr_contact: byOwner,
    finance: byOwner,
  } satisfies Partial<Record<OrganizationRole, Appointment>>,
  institution: {
    education_manager: bySchool,
    authorised_signatory: { ...bySchool, proof: true },
    finance: bySchool,
    hr_contact: bySchool,
    examiner: bySchool,
  } satisfies Partial<Record<OrganizationRole, Appointment>>,
} as const;
/** Tells who reads the list of people of a circle besides those who appoint there: everybody who has a role in it, or nobody. */
export const readBy: Record<CircleKind, "members" | "appointers"> = {
  centre: "appointers",
  company: "members",
  institution: "members",
};
/** Describes a circle with the centre that an organisation came in through; of a centre that is the centre itself. */
export type Circle = { kind: CircleKind; id: string; centres: readonly string[] };

const rowsOf = (kind: CircleKind): [HeldRole, Appointment][] =>
  Object.entries(appointments[kind]) as [HeldRole, Appointment][];
const rowOf = (kind: CircleKind, role: HeldRole) => rowsOf(kind).find(([name]) => name === role)?.[1];
/** Returns the roles that let somebody appoint in this circle. */
function standingIn({ memberships }: Pick<Actor, "memberships">, { kind, id, centres }: Circle): Set<HeldRole> {
  const here = memberships.filter((m) =>
    m.centreId === null ? kind !== "centre" && m.organizationId === id : centres.includes(m.centreId),
  );
  return new Set(here.filter((m) => (m.role === "coordinator") === (m.centreId !== null)).map((m) => m.role));
}
/** Tells whether this person appoints to this role here, and so ends it. */
export function mayAppoint(actor: Pick<Actor, "memberships">, circle: Circle, role: HeldRole): boolean {
  const standing = standingIn(actor, circle);
  return rowOf(circle.kind, role)?.by.some((one) => standing.has(one)) ?? false;
}
/** Answers the roles that a form offers to this person: those that `mayAppoint` accepts, and no other. */
export const offeredRoles = (actor: Pick<Actor, "memberships">, circle: Circle): HeldRole[] =>
  rowsOf(circle.kind).flatMap(([role]) => (mayAppoint(actor, circle, role) ? [role] : []));
/** Tells whether this person reads who has a role here. */
export const mayReadPeople = (actor: Pick<Actor, "memberships">, circle: Circle): boolean =>
  offeredRoles(actor, circle).length > 0 ||
  (readBy[circle.kind] === "members" &&
    actor.memberships.some((m) => m.centreId === null && m.organizationId === circle.id));
/**
 * Tells whether this person reads how to reach somebody who has a role here, and what shows their authority: who appoints here,
 * and whom it is about (docs/domain.md 3.2). Colleagues know each other's names and roles.
 */
export const mayReachPerson = (actor: Pick<Actor, "id" | "memberships">, circle: Circle, personId: string): boolean =>
  actor.id === personId || offeredRoles(actor, circle).length > 0;
/** Tells whether who invites to this role says what shows the authority. */
export const needsProof = (kind: CircleKind, role: HeldRole): boolean => rowOf(kind, role)?.proof === true;
/** Tells whether who invites to this role says which school is the home. */
export const asksHome = (kind: CircleKind, role: HeldRole): boolean => rowOf(kind, role)?.home === true;

/** Lists what an invitation asks: the roles on offer, and what goes with some of them. `schools`: among which the home is chosen. */
export function inviteFieldsFor(kind: CircleKind, roles: readonly HeldRole[], schools: readonly string[] = []) {
  return {
    email: { kind: "email", required: true },
    role: { kind: "choice", required: true, options: roles },
    ...(roles.some((role) => needsProof(kind, role)) ? { mandate: { kind: "line", max: 200 } as const } : {}),
    ...(schools.length > 1 && roles.some((role) => asksHome(kind, role))
      ? { school: { kind: "choice", options: schools } as const }
      : {}),
    ...(roles.includes("student")
      ? ({
          track: { kind: "choice", options: tracks },
          programme: { kind: "line", max: 120 },
          age: { kind: "choice", options: ageBands },
          turns_18_on: { kind: "date", when: when.later(18) },
        } as const)
      : {}),
  } as const satisfies Fields;
}
