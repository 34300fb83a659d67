import { hasLeft } from "#app/domain/team/seats.ts";
import { isBoardStep } from "#app/domain/assignment/ladder.ts";
import { guides, researches, type MemberRole } from "#app/domain/community/roles.ts";
import {
  assignmentStatuses,
  isStudentSeat,
  type AssignmentStatus,
  type Confidentiality,
  type HeldRole,
  type Relation,
  type Role,
  type SeatRole,
} from "#app/domain/words.ts";
import {
  askedRelation,
  centreRelation,
  companyRelation,
  earlierRelation,
  institutionRelation,
  seatRelation,
} from "./role-relations.ts";
import { wasInSteeringGroup } from "./steering-group.ts";

type Membership = {
  centreId: string | null;
  organizationId: string | null;
  role: HeldRole;
  /** This is the moment, in words, since when they have it. */
  since?: string;
};
type Seat = {
  assignmentId: string;
  centreId: string;
  organizationId: string;
  role: SeatRole;
  /** Says that they joined; else they are asked, and the answer is awaited. */
  active: boolean;
  /** They promised secrecy for this seat, in the annex. */
  sworn?: boolean;
};
/**
 * Describes who acts: facts about a person, read once per request. `leads` are assignments with a claim of theirs,
 * `invited` those whose secret text they may read.
 */
export type Actor = {
  id: string;
  memberships: readonly Membership[];
  seats: readonly Seat[];
  leads: readonly string[];
  invited: readonly string[];
  communities: readonly { id: string; centreId: string; role: MemberRole; claimRight: boolean }[];
  /** Holds centres in which an institution of theirs takes part: assignments of those centres may ask for their signature. */
  institutionCentres?: readonly string[];
  /** Holds assignments of the rounds of matching in which they choose or coach, or which they opened. */
  inRounds?: readonly string[];
  /** Holds assignments of which they had a seat in the team, and left it. */
  left?: readonly { assignmentId: string; centreId: string }[];
  /** Keeps the platform running (docs/domain.md 3.5). No relation and no reach comes of it: what people write stays closed. */
  platformAdmin?: boolean;
};
export const nobody: Actor = { id: "", memberships: [], seats: [], leads: [], invited: [], communities: [] };

/** Holds what relations are read from: the columns of an assignment's card that place people beside it. */
export type AccessScope = {
  assignmentId: string;
  centreId: string;
  organizationId: string;
  status: AssignmentStatus;
  confidentiality: Confidentiality;
  visibility: string;
  leadId: string | null;
  communityId: string | null;
  institutionId: string | null;
  /** Holds schools whose team left: what was agreed with them stays theirs, and their money may still be open. */
  earlierInstitutions?: readonly string[];
  /** Schools that were asked to sign a version that lapsed: whoever signs for them reads it back. */
  lapsedInstitutions?: readonly string[];
  projectManagerId?: string | null;
  disputed?: boolean;
  /** Tells where a dispute stands: what is tried now (docs/domain.md 6.3). */
  ladderStep?: string | null;
  /** Until when the last dispute that is over lay with the steering group. */
  boardHeardAt?: Date | null;
};
/** Describes centre switches that give a relation: who triages and who publishes (docs/domain.md 6.8). */
type Granting = {
  triage_by: "coordinator" | "business_developer" | "both";
  publish_by: "coordinator" | "business_developer";
};

/** Who is asked to join reads what it is about; a student reads a secret only after their promise in the annex. */
const readsBeforeJoining = (seat: Seat, row: AccessScope) =>
  row.confidentiality !== "secret" || seat.sworn === true || !isStudentSeat(seat.role);
/** Tells whether a dispute lies with the steering group now. */
export const liesWithBoard = ({ disputed, ladderStep }: Pick<AccessScope, "disputed" | "ladderStep">) =>
  disputed === true && isBoardStep(ladderStep);

/** Was asked to decide a dispute that is over, and goes on reading it (docs/domain.md 3.2). */
const heardDispute = (actor: Actor, { centreId, boardHeardAt }: AccessScope) =>
  Boolean(boardHeardAt && wasInSteeringGroup(actor, centreId, boardHeardAt));

/** Tells in which statuses a community that was asked to claim reads along; with a claim of its own it always does. */
export const whileChoosing: readonly AssignmentStatus[] = ["published", "agreeing"];
/**
 * Every relation this person has to this row (docs/domain.md 6.1). Rights add up; only guards such as `roles_apart`
 * take away.
 */
export function rolesOn(actor: Actor, row: AccessScope, granting?: Granting): Set<Relation> {
  const roles = new Set<Relation>();
  const add = (relation: Relation | null | undefined) => {
    if (relation) roles.add(relation);
  };
  if (row.visibility === "public" && row.confidentiality !== "secret") add("anyone");
  for (const m of actor.memberships) {
    if (m.centreId === row.centreId) add(centreRelation[m.role]);
    if (m.centreId === null && m.organizationId === row.organizationId) add(companyRelation[m.role]);
    if (m.centreId === null && row.institutionId !== null && m.organizationId === row.institutionId)
      add(institutionRelation[m.role]);
    if (m.centreId === null && m.organizationId !== null && row.earlierInstitutions?.includes(m.organizationId))
      add(earlierRelation[m.role]);
    if (m.centreId === null && m.organizationId !== null && row.lapsedInstitutions?.includes(m.organizationId))
      add(askedRelation[m.role]);
  }
  for (const seat of actor.seats)
    if (seat.assignmentId === row.assignmentId) {
      if (seat.active) add(seatRelation[seat.role]);
      else if (readsBeforeJoining(seat, row)) add("invited_member");
      if (seat.role === "student_lead" && seat.active) add("team_student");
    }
  if (actor.left?.some(({ assignmentId }) => assignmentId === row.assignmentId)) add("earlier_member");
  if (actor.leads.includes(row.assignmentId)) add("claimant");
  if (row.leadId !== null && row.leadId === actor.id && !hasLeft(actor, row.assignmentId)) {
    add("claim_lead");
    if (!row.projectManagerId) add("project_manager");
  }
  if (row.communityId && actor.communities.some((c) => c.id === row.communityId && researches(c.role)))
    add("practor_lector");
  if (actor.invited.includes(row.assignmentId) && whileChoosing.includes(row.status)) add("claimant");
  if (actor.inRounds?.includes(row.assignmentId) && row.confidentiality !== "secret") add("round_member");
  if (roles.has("steering_group_member") && liesWithBoard(row)) add("dispute_board");
  if (heardDispute(actor, row)) add("former_dispute_board");
  if (granting) {
    const by = (who: Granting["triage_by"]) =>
      (who !== "business_developer" && roles.has("coordinator")) ||
      (who !== "coordinator" && roles.has("business_developer"));
    if (by(granting.triage_by)) add("triager");
    if (roles.has("coordinator") || (granting.publish_by === "business_developer" && roles.has("business_developer")))
      add("publisher");
  }
  // A secret text is for invited communities only; a text for one centre is not for the public.
  if (row.confidentiality === "secret" || row.visibility === "invited") {
    roles.delete("centre_teacher");
    roles.delete("centre_student");
  }
  return roles;
}

/** Lists what somebody's roles and seats make of them on some assignment or other, whatever was done there before (`earlierRelation`). */
export const relationsHeld = ({ memberships, seats }: Actor): Set<Relation> =>
  new Set(
    [
      ...memberships.flatMap(({ centreId, role }) =>
        centreId === null ? [companyRelation[role], institutionRelation[role]] : [centreRelation[role]],
      ),
      ...seats.map(({ role }) => seatRelation[role]),
    ].flatMap((relation) => relation ?? []),
  );
/** Lists where somebody has a relation: the centres, the organisations and the assignments of the roles and seats that give it. */
export const placesOf = ({ memberships, seats }: Pick<Actor, "memberships" | "seats">, relation: Relation) => ({
  centres: memberships.flatMap((m) => (m.centreId !== null && centreRelation[m.role] === relation ? [m.centreId] : [])),
  organizations: memberships.flatMap((m) =>
    m.centreId === null &&
    m.organizationId !== null &&
    [companyRelation, institutionRelation, earlierRelation].some((given) => given[m.role] === relation)
      ? [m.organizationId]
      : [],
  ),
  assignments: seats.flatMap((seat) => (seatRelation[seat.role] === relation ? [seat.assignmentId] : [])),
});
/** Tells whether somebody is a student and nothing else: Dutch then says "je". */
export const isOnlyStudent = ({ memberships }: Pick<Actor, "memberships">): boolean =>
  memberships.length > 0 && memberships.every(({ role }) => role === "student");
/** Tells whether somebody coordinates a centre: others are sent to them for help. */
export const isCoordinator = ({ memberships }: Pick<Actor, "memberships">): boolean =>
  memberships.some(({ role }) => role === "coordinator");
/** The roles somebody has at a centre, apart from any assignment. */
export const rolesInCentre = (actor: Actor, centreId: string): Set<Role> =>
  new Set(actor.memberships.flatMap((m) => (m.centreId === centreId ? (centreRelation[m.role] ?? []) : [])));

const neverClaimed: readonly AssignmentStatus[] = ["draft", "submitted", "intake", "rejected", "withdrawn", "expired"];
const live = assignmentStatuses.filter((status) => !neverClaimed.includes(status));
const from = (first: AssignmentStatus): readonly AssignmentStatus[] => live.slice(live.indexOf(first));

/**
 * Tells in which statuses a relation sees the assignment at all (docs/domain.md 3.2). One table, two readers:
 * `canSee` here and `visibleTo` in SQL.
 */
export const visibility: Partial<Record<Relation, "always" | readonly AssignmentStatus[]>> = {
  client_owner: "always",
  problem_owner: "always",
  company_signatory: "always",
  coordinator: "always",
  business_developer: "always",
  claim_lead: "always",
  project_manager: "always",
  team_teacher: "always",
  practor_lector: from("agreeing"),
  student_lead: "always",
  team_student: "always",
  employee_participant: "always",
  quality_owner: from("agreeing"),
  examiner: "always",
  institution_signatory: from("agreeing"),
  finance: from("signed"),
  // What is owed to a team that left stays so, whatever comes of the assignment.
  earlier_finance: "always",
  // What somebody signed or wrote they read back, and nothing that came after (`isOfEarlierTeam`).
  earlier_signatory: "always",
  earlier_member: "always",
  hr_contact: from("signed"),
  // What a community offered it reads back, whoever was chosen and however it ended.
  claimant: "always",
  centre_teacher: ["published"],
  centre_student: ["published"],
  anyone: ["published"],
  steering_group_member: from("signed"),
  dispute_board: from("signed"),
  former_dispute_board: from("signed"),
  // Who is asked reads what it is about from that moment on (docs/domain.md 3.2).
  invited_member: "always",
  round_member: "always",
};
const crowd: readonly (Relation | null | undefined)[] = ["centre_teacher", "centre_student", null, undefined];
const givenBy = (relations: Partial<Record<HeldRole, Relation | null>>) =>
  (Object.keys(relations) as HeldRole[]).filter((role) => !crowd.includes(relations[role]));
/** Holds the roles that make somebody of a centre, or of a company or school, one who may be waited for on its assignments. */
export const placedRoles = { centre: givenBy(centreRelation), organization: givenBy(companyRelation) };
/** Tells whether a role at a centre sees the assignments of that centre in every status, the secret ones too. */
export const seesAlways = (role: HeldRole): boolean => visibility[centreRelation[role] ?? "anyone"] === "always";
export const canSee = (actor: Actor, row: AccessScope) =>
  [...rolesOn(actor, row)].some((relation) => {
    const when = visibility[relation];
    return when === "always" || when?.includes(row.status);
  });

/** Returns the same without what somebody was to it before they left: what is written now is not theirs to find or to read. */
export const seesNow = (actor: Actor, row: AccessScope) =>
  canSee({ ...actor, left: [] }, { ...row, earlierInstitutions: [], lapsedInstitutions: [] });

/** Returns what row-level security lets this person touch: centres and organisations of roles, seats and guided communities. */
export const reachOf = (actor: Actor) => ({
  person: actor.id,
  centres: [
    ...new Set([
      ...actor.memberships.flatMap((m) => m.centreId ?? []),
      ...actor.seats.map((s) => s.centreId),
      ...(actor.left ?? []).map((s) => s.centreId),
      ...actor.communities.filter((c) => guides(c.role)).map((c) => c.centreId),
      ...(actor.institutionCentres ?? []),
    ]),
  ],
  organizations: [...new Set(actor.memberships.flatMap((m) => m.organizationId ?? []))],
});
