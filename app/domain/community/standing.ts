import type { Actor } from "#app/domain/workflow/policy.ts";
import type { CentreRole, OrganizationRole } from "#app/domain/words.ts";
import { guidingRoles, memberKinds, type Adder, type MemberRole } from "./roles.ts";

/**
 * Names what places people beside a community: its centre, the institution that leads it, and the organisations that
 * take part now.
 */
type Placed = { id: string; centreId: string; organizationId: string; partners: readonly string[] };
/**
 * Lists organisations whose person may read and enter that organisation's money (docs/domain.md 3.1: a problem_owner
 * does not).
 */
const moneyRoles: readonly OrganizationRole[] = ["client_owner", "authorised_signatory", "finance"];
/** Names who says yes to the ambition for an organisation; for the institution also those who stand for it in the centre. */
const approvingRoles: readonly OrganizationRole[] = ["client_owner", "authorised_signatory"];
const approvingStaff: readonly CentreRole[] = ["coordinator", "practor", "lector"];

/** Describes what a person is to one community (docs/domain.md 7). Rights add up. */
export type Standing = {
  /** Works for the centre, in any role but student. */
  staff: boolean;
  coordinator: boolean;
  businessDeveloper: boolean;
  /** Holds the right to claim for it. */
  lead: boolean;
  member: boolean;
  guides: boolean;
  /** Takes part in it as a student: who is said "je" to. */
  student: boolean;
  /** Takes part in it as an employee of a partner: who says what it brings. */
  employee: boolean;
  /** Partners in which this person has a role, and those for which they say yes, read money, or are hr_contact. */
  of: readonly string[];
  approves: readonly string[];
  money: readonly string[];
  hr: readonly string[];
};
/** Tells what this person is to this community, from their roles in its centre, its partners and the community itself. */
export function standingOf(actor: Actor, at: Placed): Standing {
  const partners = [at.organizationId, ...at.partners];
  const inCentre = actor.memberships.filter((m) => m.centreId === at.centreId);
  const beside = actor.memberships.flatMap((m) =>
    m.centreId === null && m.organizationId && partners.includes(m.organizationId)
      ? [{ id: m.organizationId, role: m.role as OrganizationRole }]
      : [],
  );
  const roles = actor.communities.filter((c) => c.id === at.id);
  const holding = (allowed: readonly OrganizationRole[]) => [
    ...new Set(beside.filter((b) => allowed.includes(b.role)).map((b) => b.id)),
  ];
  const standsIn = inCentre.some(
    (m) => m.organizationId === at.organizationId && (approvingStaff as readonly string[]).includes(m.role),
  );
  const has = (role: CentreRole) => inCentre.some((m) => m.role === role);
  return {
    staff: inCentre.some((m) => m.role !== "student"),
    coordinator: has("coordinator"),
    businessDeveloper: has("business_developer"),
    lead: roles.some((c) => c.claimRight),
    member: roles.length > 0,
    guides: roles.some((c) => (guidingRoles as readonly string[]).includes(c.role)),
    student: roles.some((c) => c.role === "student"),
    employee: roles.some((c) => c.role === "employee"),
    of: [...new Set(beside.map((b) => b.id))],
    approves: [...new Set([...holding(approvingRoles), ...(standsIn ? [at.organizationId] : [])])],
    money: holding(moneyRoles),
    hr: holding(["hr_contact"]),
  };
}
/**
 * Tells who sees that the community is there, and its first tab: people of the centre's staff, members, people of its
 * partners. For others it does not exist.
 */
export const seesCommunity = (s: Standing) => s.staff || s.member || s.of.length > 0;
/** Tells who starts a community in a centre: its coordinator, who also gives the right to claim. */
export const foundsCommunity = (actor: Actor, centreId: string) =>
  actor.memberships.some((m) => m.centreId === centreId && m.role === "coordinator");
/** Tells who changes what is the community's own: leads and the coordinator. */
export const changesCommunity = (s: Standing) => s.lead || s.coordinator;
/**
 * Tells who reads what colleagues from other centres saw here: members and the centre's staff. Who enters it: guides,
 * leads and the coordinator.
 */
export const readsPeerReviews = (s: Standing) => s.member || s.staff;
export const entersPeerReviews = (s: Standing) => s.guides || changesCommunity(s);
/**
 * Says whose money somebody reads: everybody's, or that of some partners. A teacher of another community reads none of it
 * (docs/domain.md 3.1).
 */
export const moneyOf = (s: Standing): "all" | readonly string[] =>
  s.lead || s.coordinator || s.businessDeveloper ? "all" : s.money;
/** Whoever reads the money of at least one partner. */
export const seesMoneyTab = (s: Standing) => {
  const of = moneyOf(s);
  return of === "all" || of.length > 0;
};
/** As whom somebody may add members. */
export const addsAs = (s: Standing): Adder[] => [
  ...(s.lead ? ["lead" as const] : []),
  ...(s.coordinator ? ["coordinator" as const] : []),
  ...(s.hr.length ? ["hr_contact" as const] : []),
];
/**
 * Tells whether somebody reads this member's name: a student's and an employee's are for members and the centre's staff, an
 * employee's also for its own company's hr_contact (docs/domain.md 3.2).
 */
export const namesMember = (s: Standing, role: MemberRole, organizations: readonly string[]) =>
  !memberKinds[role].shy ||
  s.member ||
  s.staff ||
  (role === "employee" && organizations.some((id) => s.hr.includes(id)));
