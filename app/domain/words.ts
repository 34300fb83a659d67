/** Lists the closed word lists of the product (docs/domain.md 2, 3, 6.2). Ids only; labels live in `app/i18n`. */

export const obligations = ["effort", "result"] as const;
export type Obligation = (typeof obligations)[number];

export const assignmentStatuses = [
  "draft",
  "submitted",
  "intake",
  "published",
  "agreeing",
  "signed",
  "in_progress",
  "delivered",
  "closing_review",
  "acceptance_test",
  "rework",
  "completed",
  "implementing",
  "implemented",
  "not_implemented",
  "anchoring",
  "closed",
  "rejected",
  "withdrawn",
  "expired",
  "stopped",
  "terminated",
] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];
/** The centre has it and has not decided yet. */
export const inIntake = ["submitted", "intake"] as const satisfies readonly AssignmentStatus[];
/** The team is making it, or mending what did not pass. */
export const making = ["in_progress", "rework"] as const satisfies readonly AssignmentStatus[];

export const claimStatuses = ["submitted", "shortlisted", "selected", "declined", "withdrawn", "expired"] as const;
export type ClaimStatus = (typeof claimStatuses)[number];
/** Lists the statuses of a claim that may still be chosen, and one that stands: open, or chosen. */
export const openClaim = ["submitted", "shortlisted"] as const satisfies readonly ClaimStatus[];
export const standingClaim = [...openClaim, "selected"] as const satisfies readonly ClaimStatus[];

export const agreementStatuses = ["draft", "proposed", "countered", "signed", "superseded", "ended", "lapsed"] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];
/** Lists the statuses of a version that is still talked about. */
export const openVersion = ["draft", "proposed"] as const satisfies readonly AgreementStatus[];

export const deliveryStatuses = ["draft", "in_review", "returned", "cleared", "released", "superseded"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];
/** The company has it, or a newer one. */
export const handedOver: readonly string[] = ["released", "superseded"] satisfies readonly DeliveryStatus[];

export const memberStatuses = ["invited", "active", "refused", "left", "removed"] as const;
export type MemberStatus = (typeof memberStatuses)[number];
/** Lists the statuses of a seat that somebody holds or is asked for, and one that somebody holds or held. */
export const heldSeat = ["invited", "active"] as const satisfies readonly MemberStatus[];
/** Lists the statuses of a seat that somebody held or was offered, and that was taken from them or given up. */
export const leftSeat = ["left", "removed"] as const satisfies readonly MemberStatus[];
export const onceInTeam = ["active", "left"] as const satisfies readonly MemberStatus[];

export const milestoneStatuses = ["planned", "reached", "moved", "dropped"] as const;
export type MilestoneStatus = (typeof milestoneStatuses)[number];
/** Lists the statuses of a milestone that is still waited for. */
export const openMilestone = ["planned", "moved"] as const satisfies readonly MilestoneStatus[];

/** Lists obstacles that everybody in the assignment sees, and concerns that only who looks after the team sees. */
export const flagStatuses = ["open", "closed", "confided", "settled"] as const;
export type FlagStatus = (typeof flagStatuses)[number];
export const flagKinds = ["obstacle", "no_contact", "workload", "safety", "team_trouble"] as const;
export type FlagKind = (typeof flagKinds)[number];

export const interestStatuses = ["shown", "dropped", "placed", "lapsed"] as const;
export type InterestStatus = (typeof interestStatuses)[number];
/** Interest in one of these statuses was shown and not taken back. */
export const standingInterest = ["shown", "lapsed"] as const satisfies readonly InterestStatus[];

export const guardianStatuses = ["requested", "approved", "refused", "expired", "not_needed"] as const;
export type GuardianStatus = (typeof guardianStatuses)[number];

export const guaranteeStatuses = ["opened", "accepted", "refused", "remedied"] as const;
export type GuaranteeStatus = (typeof guaranteeStatuses)[number];
/** Lists the statuses of a case that is not settled yet. */
export const openCase = ["opened", "accepted"] as const satisfies readonly GuaranteeStatus[];

/** These are the statuses of a result for everybody, and of each maker's own consent to it (`domain/showcase`). */
export const showcaseStatuses = ["draft", "asked", "shown", "withdrawn"] as const;
export type ShowcaseStatus = (typeof showcaseStatuses)[number];
export const consentStatuses = ["asked", "with_guardian", "given", "refused", "withdrawn"] as const;
export type ConsentStatus = (typeof consentStatuses)[number];
export const namings = ["full_name", "first_name", "unnamed"] as const;
export type Naming = (typeof namings)[number];

/** These roles are granted in a centre (docs/domain.md 2.1). */
export const centreRoles = [
  "coordinator",
  "business_developer",
  "teacher",
  "practor",
  "lector",
  "quality_owner",
  "examiner",
  "student",
  "steering_group_member",
] as const;
export type CentreRole = (typeof centreRoles)[number];

/** Lists roles granted in an organisation; `authorised_signatory` counts for whichever side the organisation stands on. */
export const organizationRoles = [
  "client_owner",
  "problem_owner",
  "authorised_signatory",
  "employee",
  "hr_contact",
  "finance",
  "examiner",
  "education_manager",
] as const;
export type OrganizationRole = (typeof organizationRoles)[number];
/** Describes a role that somebody holds, in a centre or in an organisation. */
export type HeldRole = CentreRole | OrganizationRole;

/** These are the seats in one assignment's team (docs/domain.md 6.1). */
export const seatRoles = [
  "project_manager",
  "teacher",
  "student",
  "student_lead",
  "employee_participant",
  "field_expert",
  "end_user",
  "examiner",
  "quality_owner",
] as const;
export type SeatRole = (typeof seatRoles)[number];
export const studentSeats = ["student", "student_lead"] as const satisfies readonly SeatRole[];
/** Tells whether it is a seat of somebody who learns and may therefore sign annexes, also as leader of the team. */
export const isStudentSeat = (role: unknown): boolean => studentSeats.some((seat) => seat === role);

/** Lists seats beside the employees: experts and end users, of the company or of a school, who are counted by themselves. */
export const besideSeats = ["field_expert", "end_user"] as const satisfies readonly SeatRole[];
export type BesideSeat = (typeof besideSeats)[number];
/** Tells whether it is a seat of somebody who does the work: examiner and quality owner judge what others made. */
export const doesWork = (role: SeatRole): boolean => role !== "examiner" && role !== "quality_owner";

/** Lists what a person is to one row: the actor codes of docs/domain.md 6.1 plus the wider circles that may read. */
export const relations = [
  "client_owner",
  "problem_owner",
  "company_signatory",
  "institution_signatory",
  "employee_participant",
  "claim_lead",
  "project_manager",
  "team_teacher",
  "practor_lector",
  "student_lead",
  "team_student",
  "business_developer",
  "coordinator",
  "triager",
  "publisher",
  "quality_owner",
  "examiner",
  "guardian",
  "claimant",
  "centre_teacher",
  "centre_student",
  "hr_contact",
  "finance",
  /** Does the money of a school whose team left this assignment, which may still be owed to it. */
  "earlier_finance",
  /** Signs for a school whose team left this assignment. */
  "earlier_signatory",
  /** Was of the team, and is no more. */
  "earlier_member",
  "steering_group_member",
  /** Asked to join the team, and did not answer yet. */
  "invited_member",
  /** Chooses, coaches or makes the plan in a round of matching that has this assignment. */
  "round_member",
  /** The steering group, once a dispute was brought to it. */
  "dispute_board",
  /** Names the steering group, of a dispute that lay with it and is over. */
  "former_dispute_board",
  "anyone",
] as const;
export type Relation = (typeof relations)[number];
/** `system` is the clock or a follow-up of another move; nobody logs in as it. */
export type Role = Relation | "system";

export const levels = ["mbo-2", "mbo-3", "mbo-4", "ad", "hbo"] as const;
export type Level = (typeof levels)[number];
export const sectors = [
  "chemie",
  "hightech",
  "zorg",
  "water",
  "energie",
  "tuinbouw",
  "logistiek",
  "bouw",
  "ict",
  "hospitality",
] as const;
export type Sector = (typeof sectors)[number];
export const confidentialities = ["public", "summary_public", "secret"] as const;
export type Confidentiality = (typeof confidentialities)[number];
export const ipProposals = ["open_licence", "company_licence", "transfer_by_deed"] as const;
export type IpProposal = (typeof ipProposals)[number];
export const fundingRegimes = ["regular_education", "subsidised_ppp", "contract"] as const;
export type FundingRegime = (typeof fundingRegimes)[number];
export const contractNatures = ["services", "works", "mixed"] as const;
export const feeKinds = ["none", "expenses", "fixed", "mixed"] as const;
export type FeeKind = (typeof feeKinds)[number];
export const urgencies = ["can_wait", "this_year", "this_block", "pressing"] as const;
export const tracks = ["bol", "bbl", "ad", "hbo"] as const;
export type Track = (typeof tracks)[number];
export const ageBands = ["under_16", "16_17", "18_plus"] as const;
export type AgeBand = (typeof ageBands)[number];
export const implementationDegrees = ["none", "pilot", "partial", "full"] as const;
export type ImplementationDegree = (typeof implementationDegrees)[number];
export const sides = ["company", "education"] as const;
export type Side = (typeof sides)[number];
export const locales = ["nl", "en"] as const;
export type Locale = (typeof locales)[number];
/** Names who stand for the company of an assignment where its side is asked. */
export const companySide = ["client_owner", "company_signatory"] as const satisfies readonly Relation[];
