import type { CentreRole, OrganizationRole } from "#app/domain/words.ts";

/** Lists everybody who can take part in a learning community (docs/domain.md 2.1, 7). */
export const memberRoles = [
  "student",
  "teacher",
  "practor",
  "lector",
  "business_developer",
  "coordinator",
  "employee",
  "end_user",
] as const;
export type MemberRole = (typeof memberRoles)[number];
/** Names who adds members: a lead (claim right), the centre's coordinator, or the hr_contact of a partner for its own people. */
export type Adder = "lead" | "coordinator" | "hr_contact";
type Kind = {
  /** The roles somebody must hold before: in the centre, or in a partner organisation. */
  from: { centre: readonly CentreRole[] } | { partner: readonly OrganizationRole[] };
  addedBy: readonly Adder[];
  /** May carry the right to claim; only a coordinator gives it. */
  claims?: true;
  /** Guides and claims: reads what the community was invited to, and its centre's rows (`domain/workflow/policy`). */
  guides?: true;
  /** Says whose name is not for everybody: students' and employees' (docs/domain.md 3.2). */
  shy?: true;
};
const anyRole = ["client_owner", "problem_owner", "authorised_signatory", "employee", "hr_contact", "finance"] as const;
/** Holds members by kind: where they come from and who may add them. */
export const memberKinds: Readonly<Record<MemberRole, Kind>> = {
  student: { from: { centre: ["student"] }, addedBy: ["lead", "coordinator"], shy: true },
  teacher: { from: { centre: ["teacher"] }, addedBy: ["lead", "coordinator"], claims: true, guides: true },
  practor: { from: { centre: ["practor"] }, addedBy: ["coordinator"], claims: true, guides: true },
  lector: { from: { centre: ["lector"] }, addedBy: ["coordinator"], claims: true, guides: true },
  business_developer: { from: { centre: ["business_developer"] }, addedBy: ["coordinator"] },
  coordinator: { from: { centre: ["coordinator"] }, addedBy: ["coordinator"] },
  employee: { from: { partner: anyRole }, addedBy: ["lead", "coordinator", "hr_contact"], shy: true },
  end_user: { from: { partner: anyRole }, addedBy: ["lead", "coordinator"], shy: true },
};
/** Holds roles whose holders guide and claim; the others take part and read no more of the centre than they did. */
export const guidingRoles = memberRoles.filter((role) => memberKinds[role].guides);
export const guides = (role: MemberRole) => memberKinds[role].guides === true;
/** Whoever leads its research has the relation `practor_lector` to what the community works on. */
export const researchRoles = ["practor", "lector"] as const satisfies readonly MemberRole[];
export const researches = (role: MemberRole) => (researchRoles as readonly MemberRole[]).includes(role);
export const isMemberRole = (text: string): text is MemberRole => (memberRoles as readonly string[]).includes(text);
/** Returns the kinds that this standing may add. */
export const addable = (by: readonly Adder[]): MemberRole[] =>
  memberRoles.filter((role) => memberKinds[role].addedBy.some((adder) => by.includes(adder)));
