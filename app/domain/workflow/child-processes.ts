import { machine, type Facts, type Guard, type Rule } from "./machine.ts";
import { because } from "#app/domain/fields/reasons.ts";
import {
  deliveryStatuses,
  guaranteeStatuses,
  guardianStatuses,
  interestStatuses,
  memberStatuses,
  milestoneStatuses,
  seatRoles,
  tracks,
  levels,
  type AssignmentStatus,
  type DeliveryStatus,
  type GuaranteeStatus,
  type GuardianStatus,
  type InterestStatus,
  type MemberStatus,
  type MilestoneStatus,
} from "#app/domain/words.ts";

/**
 * The smaller machines of docs/domain.md 6.4; one set of facts serves them all. `isSelf`: the row is about the actor.
 */
export type SmallFacts = Facts & {
  assignmentStatus: AssignmentStatus;
  isSelf: boolean;
  side: "company" | "education";
  seatFree: boolean;
  annexReady: boolean;
  actorMadeWork: boolean;
  capLeft: boolean;
  /** Milestones: the new date stays within the agreed end. */
  withinEnd: boolean;
  guaranteeRunning: boolean;
  /** The guarantee covers more than the agreed criteria. */
  guaranteeWide: boolean;
  /** The seat asked for would make one person coach and examiner, and the centre does not allow that. */
  gradesOwnTeam: boolean;
  /** A delivery is being prepared already. */
  deliveryOpen: boolean;
};
type G = Guard<SmallFacts>;
/** A company seats its own people; the school seats staff, students and experts (docs/domain.md 6.4). */
const companySeats: readonly string[] = ["employee_participant", "field_expert", "end_user"];
/** States in which a file has a team that people may join. */
export const takesTeam: readonly AssignmentStatus[] = [
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
];
export const smallGuards = {
  file_live: (f) => takesTeam.includes(f.assignmentStatus),
  is_published: (f) => f.assignmentStatus === "published" && !f.onHold,
  is_self: (f) => f.isSelf,
  seat_left: (f) => f.seatFree,
  annex_ready: (f) => f.annexReady,
  qo_not_maker: (f) => !f.actorMadeWork,
  cap_left: (f) => f.capLeft,
  within_end: (f) => f.withinEnd,
  guarantee_running: (f) => f.guaranteeRunning,
  within_scope: (f, _, answers) => answers === null || f.guaranteeWide || Boolean(answers.criterion),
  seat_fits: (_, roles, answers) =>
    answers === null ||
    (roles.has("client_owner") ? companySeats.includes(String(answers.role)) : answers.role !== "employee_participant"),
  own_people: (f, roles) =>
    f.side === "company" ? roles.has("client_owner") : roles.has("project_manager") || roles.has("team_teacher"),
  coach_not_examiner: (f) => !f.gradesOwnTeam,
  no_open_delivery: (f) => !f.deliveryOpen,
} satisfies Record<string, G>;
export type SmallGuard = keyof typeof smallGuards;
export const willingSmall = (
  status: string,
  obligation: "effort" | "result",
  guards: readonly string[] = [],
): SmallFacts & { status: never } => ({
  status: status as never,
  obligation,
  onHold: false,
  disputed: false,
  assignmentStatus: guards.includes("is_published") ? "published" : "in_progress",
  isSelf: true,
  side: "education",
  seatFree: true,
  annexReady: true,
  actorMadeWork: false,
  capLeft: true,
  withinEnd: true,
  guaranteeRunning: true,
  guaranteeWide: true,
  gradesOwnTeam: false,
  deliveryOpen: false,
});
const always = ["onHold", "disputed"] as const;
const text = { kind: "text", required: true } as const;

export const memberMoves = {
  invite: {
    from: ["new"],
    to: "invited",
    by: ["project_manager", "team_teacher", "claim_lead", "client_owner"],
    guards: ["file_live", "seat_left", "seat_fits", "coach_not_examiner"],
    fields: {
      person: { kind: "pick", required: true, from: "invitable" },
      role: { kind: "choice", required: true, options: seatRoles },
      track: { kind: "choice", options: tracks },
      level: { kind: "choice", options: levels },
      hours: { kind: "whole", min: 0, max: 2000 },
    },
    notifies: ["project_manager", "team_teacher"],
    evenOn: always,
    rank: "beside",
  },
  join: {
    from: ["invited"],
    to: "active",
    by: ["anyone"],
    guards: ["is_self", "annex_ready"],
    notifies: ["project_manager", "team_teacher", "examiner"],
    evenOn: always,
    rank: "forward",
  },
  refuse_seat: {
    from: ["invited"],
    to: "refused",
    by: ["anyone"],
    guards: ["is_self"],
    notifies: ["project_manager", "team_teacher"],
    evenOn: always,
    rank: "beside",
  },
  leave: {
    from: ["active"],
    to: "left",
    by: ["anyone"],
    guards: ["is_self"],
    reasons: "leave",
    fields: because("leave", "optional"),
    notifies: ["project_manager", "team_teacher", "examiner"],
    evenOn: always,
    rank: "rare",
  },
  remove: {
    from: ["invited", "active"],
    to: "removed",
    by: ["project_manager", "team_teacher", "client_owner"],
    guards: ["own_people"],
    fields: { why: text },
    notifies: ["project_manager", "team_teacher", "examiner"],
    evenOn: always,
    rank: "rare",
  },
} as const satisfies Record<string, Rule<MemberStatus, SmallGuard, never>>;

export const deliveryMoves = {
  prepare: {
    from: ["new"],
    to: "draft",
    by: ["project_manager", "student_lead"],
    guards: ["file_live", "no_open_delivery"],
    fields: { label: { kind: "line", required: true, max: 60 }, handover: text, files: { kind: "files" } },
    notifies: [],
    rank: "forward",
  },
  add_files: {
    from: ["draft", "returned"],
    to: "same",
    by: ["project_manager", "student_lead"],
    fields: { label: { kind: "line", required: true, max: 60 }, handover: text, files: { kind: "files" } },
    notifies: [],
    rank: "beside",
  },
  ask_quality_check: {
    from: ["draft", "returned"],
    to: "in_review",
    by: ["student_lead", "project_manager"],
    only: "result",
    fields: {
      self_check: {
        kind: "each",
        required: true,
        from: "criteria",
        of: { met: { kind: "yesno", required: true }, proof: { kind: "line", required: true } },
      },
    },
    notifies: ["quality_owner", "team_teacher"],
    starts: ["quality"],
    rank: "forward",
  },
  clear: {
    from: ["in_review"],
    to: "cleared",
    by: ["quality_owner"],
    only: "result",
    guards: ["qo_not_maker"],
    fields: {
      judgement: {
        kind: "each",
        required: true,
        from: "criteria",
        of: { verdict: { kind: "choice", required: true, options: ["meets", "doubt"] }, remark: { kind: "line" } },
      },
      code: { kind: "code", required: true },
    },
    notifies: ["project_manager", "student_lead", "team_teacher"],
    meets: ["quality"],
    rank: "forward",
  },
  return: {
    from: ["in_review"],
    to: "returned",
    by: ["quality_owner"],
    only: "result",
    guards: ["qo_not_maker"],
    fields: { remarks: text },
    notifies: ["project_manager", "student_lead", "team_teacher"],
    meets: ["quality"],
    rank: "beside",
  },
  /** With what the team said of it when it delivered the work. */
  release: {
    from: ["draft", "cleared"],
    to: "released",
    by: ["system"],
    given: {
      label: { kind: "line" },
      notice: { kind: "text" },
      limits: { kind: "text" },
      handover_on: { kind: "date" },
    },
    notifies: [],
  },
  supersede_delivery: { from: ["released"], to: "superseded", by: ["system"], notifies: [] },
} as const satisfies Record<string, Rule<DeliveryStatus, SmallGuard, never>>;

export const milestoneMoves = {
  plan: {
    from: ["new"],
    to: "planned",
    by: ["project_manager", "team_teacher", "student_lead"],
    guards: ["file_live"],
    fields: { title: { kind: "line", required: true }, due_on: { kind: "date", required: true } },
    notifies: [],
    starts: ["milestone"],
    rank: "beside",
  },
  reach: {
    from: ["planned", "moved"],
    to: "reached",
    by: ["project_manager", "student_lead"],
    fields: { evidence: text, files: { kind: "files" } },
    notifies: ["party", "team"],
    rank: "forward",
  },
  move_milestone: {
    from: ["planned", "moved"],
    to: "moved",
    by: ["project_manager", "student_lead"],
    guards: ["within_end"],
    fields: { due_on: { kind: "date", required: true }, why: text },
    notifies: ["party", "team"],
    starts: ["milestone"],
    rank: "beside",
  },
  drop_milestone: {
    from: ["planned", "moved"],
    to: "dropped",
    by: ["project_manager", "student_lead", "system"],
    fields: { why: text },
    notifies: ["party", "team"],
    rank: "rare",
  },
} as const satisfies Record<string, Rule<MilestoneStatus, SmallGuard, never>>;

export const guardianMoves = {
  ask_guardian: {
    from: ["new"],
    to: "requested",
    by: ["anyone"],
    guards: ["file_live", "is_self"],
    fields: { name: { kind: "line", required: true }, email: { kind: "email", required: true } },
    given: { member: { kind: "line", required: true } },
    notifies: ["team_teacher", "coordinator"],
    starts: ["guardian"],
    evenOn: always,
    rank: "forward",
  },
  /** A fresh link to the same address: the first letter may have gone astray. */
  resend_guardian: {
    from: ["requested"],
    to: "same",
    by: ["coordinator"],
    notifies: ["team_teacher"],
    starts: ["guardian"],
    evenOn: always,
    rank: "beside",
  },
  approve: {
    from: ["requested"],
    to: "approved",
    by: ["guardian"],
    fields: {
      full_name: { kind: "line", required: true },
      consent: { kind: "check", required: true },
      code: { kind: "code", required: true },
    },
    notifies: ["team_teacher", "coordinator"],
    meets: ["guardian"],
    evenOn: always,
    rank: "forward",
  },
  refuse_guardian: {
    from: ["requested"],
    to: "refused",
    by: ["guardian"],
    fields: { question: { kind: "text" } },
    notifies: ["team_teacher", "coordinator"],
    meets: ["guardian"],
    evenOn: always,
    rank: "beside",
  },
  expire_request: {
    from: ["requested"],
    to: "expired",
    by: ["system"],
    notifies: ["team_teacher", "coordinator"],
    evenOn: always,
  },
  came_of_age: {
    from: ["requested"],
    to: "not_needed",
    by: ["system"],
    notifies: ["team_teacher"],
    meets: ["guardian"],
    evenOn: always,
  },
} as const satisfies Record<string, Rule<GuardianStatus, SmallGuard, never>>;

export const interestMoves = {
  show_interest: {
    from: ["new"],
    to: "shown",
    by: ["centre_student"],
    guards: ["is_published", "cap_left"],
    fields: { rank: { kind: "whole", required: true, min: 1, max: 20 }, line: { kind: "line", max: 200 } },
    notifies: ["coordinator"],
    rank: "forward",
  },
  drop_interest: {
    from: ["shown"],
    to: "dropped",
    by: ["anyone"],
    guards: ["is_self"],
    notifies: [],
    evenOn: ["onHold"],
    rank: "beside",
  },
  /** A seat in the team answers the interest; the start or the end of the question answers the others. */
  place: { from: ["shown"], to: "placed", by: ["system"], notifies: [], evenOn: ["onHold"] },
  lapse_interest: { from: ["shown"], to: "lapsed", by: ["system"], notifies: [], evenOn: ["onHold"] },
} as const satisfies Record<string, Rule<InterestStatus, SmallGuard, never>>;

export const guaranteeMoves = {
  open_case: {
    from: ["new"],
    to: "opened",
    by: ["client_owner"],
    only: "result",
    guards: ["guarantee_running", "within_scope"],
    fields: { criterion: { kind: "pick", from: "criteria" }, defect: text, evidence: text },
    notifies: ["party", "quality_owner"],
    starts: ["guarantee_reply"],
    rank: "rare",
  },
  accept_case: {
    from: ["opened"],
    to: "accepted",
    by: ["quality_owner"],
    only: "result",
    fields: { decision: text },
    notifies: ["party"],
    meets: ["guarantee_reply"],
    rank: "forward",
  },
  refuse_case: {
    from: ["opened"],
    to: "refused",
    by: ["quality_owner"],
    only: "result",
    fields: { decision: text },
    notifies: ["party"],
    meets: ["guarantee_reply"],
    rank: "beside",
  },
  remedy: {
    from: ["accepted"],
    to: "remedied",
    by: ["project_manager", "client_owner"],
    both: ["project_manager", "client_owner"],
    only: "result",
    fields: { decision: text },
    notifies: ["party", "quality_owner"],
    rank: "forward",
  },
} as const satisfies Record<string, Rule<GuaranteeStatus, SmallGuard, never>>;

/**
 * A dispute never stops work on the parts; what waits for its settlement are moves of the assignment
 * (docs/domain.md 6.2).
 */
const goesOn = <S extends string>(rule: Rule<S, SmallGuard>): Rule<S, SmallGuard> => ({
  ...rule,
  evenOn: [...new Set([...(rule.evenOn ?? []), "disputed" as const])],
});
const small = <S extends string, M extends string>(
  object: string,
  statuses: readonly S[],
  moves: Record<M, Rule<S, SmallGuard>>,
) =>
  machine<S, SmallFacts, SmallGuard, M>({
    object,
    statuses,
    guards: smallGuards,
    moves: Object.fromEntries(
      Object.entries<Rule<S, SmallGuard>>(moves).map(([name, rule]) => [name, goesOn(rule)]),
    ) as Record<M, Rule<S, SmallGuard>>,
  });
export const memberProcess = small<MemberStatus, keyof typeof memberMoves>("member", memberStatuses, memberMoves);
export const deliveryProcess = small<DeliveryStatus, keyof typeof deliveryMoves>(
  "delivery",
  deliveryStatuses,
  deliveryMoves,
);
export const milestoneProcess = small<MilestoneStatus, keyof typeof milestoneMoves>(
  "milestone",
  milestoneStatuses,
  milestoneMoves,
);
export const guardianProcess = small<GuardianStatus, keyof typeof guardianMoves>(
  "guardian_request",
  guardianStatuses,
  guardianMoves,
);
export const interestProcess = small<InterestStatus, keyof typeof interestMoves>(
  "interest",
  interestStatuses,
  interestMoves,
);
export const guaranteeProcess = small<GuaranteeStatus, keyof typeof guaranteeMoves>(
  "guarantee_case",
  guaranteeStatuses,
  guaranteeMoves,
);
