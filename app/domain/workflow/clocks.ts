import { staysOpen } from "#app/domain/aftercare/checks.ts";
import type { TermId } from "#app/domain/agreement/terms/fields.ts";
import { type AssignmentStatus, type FlagKind, type Relation, making } from "#app/domain/words.ts";
import { handedInStatuses, teamStatuses } from "./statuses.ts";

/** Says what may be done on silence once a last notice has passed. */
type MoveOnSilence = "close_no_reply" | "finish_without_client" | "decide_on_silence" | "declare_not_in_use";
/**
 * Tells what happens when a clock runs out. `notice` sends a last notice and waits 5 working days; only then may
 * anybody act on silence (docs/domain.md 6.5).
 */
export type RunOut =
  | { kind: "escalate"; to: readonly Relation[] }
  | { kind: "notice"; then: readonly Relation[]; move?: MoveOnSilence }
  /** `open`: the closing review or the acceptance test, as the obligation says. */
  | { kind: "move"; object: "assignment"; move: "expire" | "publish" | "open" | "start_anchoring" }
  | { kind: "move"; object: "claim"; move: "expire_claim" }
  | { kind: "move"; object: "guardian_request"; move: "expire_request" }
  /** `raises`: an obstacle of this kind is raised too, which is followed until it is gone. */
  | { kind: "flag"; to: readonly Relation[]; raises?: FlagKind }
  | { kind: "silent" };
/** Tells what the system does when a clock ends that ends in a move; `services/workflow/clocks/deadlines` says how. */
export type EndMove = Extract<RunOut, { kind: "move" }>["move"];
type Notice = Extract<RunOut, { kind: "notice" }>;
export type Clock = {
  /** This is the default length; a centre's `timers` override it. */
  length: number;
  unit: "wd" | "cd" | "months";
  runsFor: readonly Relation[];
  /** Holds the statuses (of the assignment) in which it runs; leaving them stops it. Absent: runs on until met. */
  within?: readonly AssignmentStatus[];
  /** Two reminders are sent: at half time and two days before. */
  reminds: boolean;
  /** One reminder is sent this many days ahead instead. */
  ahead?: number;
  out: RunOut;
  /** Tells under which overlays it stands still; `never` runs on under both. */
  pauses: "both" | "onHold" | "disputed" | "never";
  /**
   * Holds the month of the check (`record_check`): when it is full, the owner of the solution is asked by a personal
   * link; when the clock ends, so many days later, an answer that did not come is kept as unanswered (docs/domain.md
   * 6.5).
   */
  check?: number;
  /** Counts calendar days that it runs on after its length. */
  grace?: number;
  /** From so many days before its end it is the turn of whoever answers it; absent: as long as it runs. */
  asks?: number;
  /** Holds the day of the assignment that it asks about: from then on it asks, however many holidays lie before its end. */
  about?: "midtermOn";
  /** Holds the term of the agreement that says when it ends or how long it takes: a version that changes it moves the end along. */
  stands?: TermId;
  /** What was to be done by its end is still to be done afterwards. */
  lasts?: true;
  /** A rhythm starts again each time it has run out. */
  repeats?: boolean;
  /** Rings again each time its length has gone by, until it is answered; its day stays the first, so that everybody reads it is late. */
  insists?: true;
  /** Its reminders go to whose turn it makes it, which may be of either side: not to all for whom it runs. */
  remindsTurn?: true;
  /** Starts again with whatever somebody does in its statuses. */
  byAnyAct?: true;
  /** Belongs to the child that was moved (a claim, a milestone), of which there may be several; else to the assignment. */
  ofChild?: boolean;
};
const wd = <O extends RunOut>(
  length: number,
  runsFor: readonly Relation[],
  out: O,
  more: Omit<Partial<Clock>, "out"> = {},
): Clock & { out: O } => ({
  length,
  unit: "wd",
  runsFor,
  out,
  reminds: true,
  pauses: "both",
  ...more,
});
const escalate = (...to: Relation[]) => ({ kind: "escalate", to }) as const;
const flag = (...to: Relation[]) => ({ kind: "flag", to }) as const;
const notice = (move?: MoveOnSilence, ...then: Relation[]): Notice => ({
  kind: "notice",
  then: then.length ? then : ["coordinator"],
  ...(move ? { move } : {}),
});

/** Returns the check of the use in this month after acceptance, which can be answered for some days around it. */
const check = <O extends RunOut>(month: number, out: O): Clock & { out: O } => ({
  length: month,
  unit: "months",
  runsFor: ["client_owner", "problem_owner"],
  out,
  reminds: true,
  ahead: staysOpen,
  grace: staysOpen,
  pauses: "disputed",
  check: month,
  asks: 14,
});
const working = ["in_progress"] as const;
/** These are all clocks of docs/domain.md 6.5 with their defaults. */
const table = {
  triage: wd(5, ["triager"], escalate("coordinator", "client_owner"), { within: ["submitted"] }),
  intake: wd(15, ["business_developer", "client_owner"], notice("close_no_reply"), { within: ["intake"] }),
  draft_reply: wd(10, ["client_owner", "problem_owner"], escalate("business_developer"), { within: ["draft"] }),
  draft_idle: wd(
    120,
    ["client_owner", "problem_owner"],
    { kind: "move", object: "assignment", move: "expire" },
    { within: ["draft"] },
  ),
  /** Ends in the morning of the day that was planned, whatever its length says. */
  publish_on: {
    length: 1,
    unit: "cd",
    runsFor: ["coordinator"],
    within: ["intake"],
    reminds: false,
    out: { kind: "move", object: "assignment", move: "publish" },
    pauses: "never",
  },
  claim_window: wd(
    30,
    ["centre_teacher"],
    { kind: "move", object: "assignment", move: "expire" },
    { within: ["published"], reminds: false },
  ),
  selection: wd(10, ["client_owner"], notice("close_no_reply"), { within: ["published"], lasts: true }),
  claim_valid: wd(20, ["claim_lead"], { kind: "move", object: "claim", move: "expire_claim" }, { ofChild: true }),
  agreement: wd(20, ["client_owner", "claim_lead"], notice("close_no_reply"), { within: ["agreeing"] }),
  proposal_reply: wd(5, ["client_owner", "claim_lead"], escalate("coordinator"), { lasts: true }),
  guardian: wd(
    10,
    ["guardian"],
    { kind: "move", object: "guardian_request", move: "expire_request" },
    { ofChild: true },
  ),
  start_by: wd(10, ["project_manager"], escalate("coordinator"), { within: ["signed"], stands: "start_date" }),
  team_repair: wd(10, ["team_teacher"], escalate("coordinator"), { pauses: "never", lasts: true }),
  report: wd(10, ["project_manager"], flag("team_teacher", "business_developer", "coordinator"), {
    within: working,
    stands: "report_rhythm",
    repeats: true,
    reminds: false,
    asks: 7,
  }),
  /** Nobody of either side did anything: that is an obstacle, until somebody does. */
  sign_of_life: wd(
    10,
    ["project_manager", "client_owner"],
    { ...flag("team_teacher", "business_developer", "coordinator"), raises: "no_contact" },
    { within: working, repeats: true, byAnyAct: true, reminds: false },
  ),
  midterm: wd(
    25,
    ["project_manager", "team_teacher", "client_owner"],
    notice(undefined, "project_manager", "team_teacher"),
    { within: working, stands: "midterm_date", asks: 14, lasts: true, about: "midtermOn" },
  ),
  milestone: wd(1, ["project_manager"], flag("project_manager", "team_teacher"), {
    within: working,
    ofChild: true,
    asks: 7,
    lasts: true,
    // In a dispute the work goes on, and its days stay as they were planned.
    pauses: "onHold",
  }),
  /** Obstacles and concerns are followed until they are gone: their clocks ring again and again. */
  flag: wd(3, ["project_manager", "team_teacher"], escalate("team_teacher", "coordinator"), {
    within: teamStatuses,
    ofChild: true,
    insists: true,
    pauses: "never",
  }),
  concern: wd(3, ["team_teacher"], escalate("team_teacher", "coordinator"), {
    within: teamStatuses,
    ofChild: true,
    insists: true,
    pauses: "never",
  }),
  safety: wd(1, ["team_teacher", "coordinator"], escalate("team_teacher", "coordinator"), {
    within: teamStatuses,
    ofChild: true,
    insists: true,
    pauses: "never",
  }),
  delivery_due: wd(50, ["project_manager"], flag("team_teacher", "client_owner"), {
    within: working,
    stands: "end_date",
    asks: 21,
    lasts: true,
  }),
  quality: wd(5, ["quality_owner"], escalate("coordinator"), { within: making, lasts: true }),
  receipt: wd(3, ["client_owner"], { kind: "move", object: "assignment", move: "open" }, { within: ["delivered"] }),
  closing_review: wd(10, ["client_owner", "project_manager"], notice("finish_without_client"), {
    within: ["closing_review"],
  }),
  acceptance: wd(10, ["client_owner"], notice("decide_on_silence"), {
    within: ["acceptance_test"],
    stands: "acceptance_term",
  }),
  rework: wd(15, ["project_manager"], escalate("client_owner"), { within: ["rework"], stands: "rework_term" }),
  guarantee: {
    length: 60,
    unit: "cd",
    runsFor: ["client_owner"],
    stands: "guarantee_term",
    out: { kind: "silent" },
    reminds: true,
    ahead: 10,
    pauses: "disputed",
  },
  guarantee_reply: wd(10, ["quality_owner"], escalate("coordinator"), { ofChild: true }),
  // Once it is late both sides hear that, whoever of them is waited for.
  payment: wd(30, ["client_owner", "finance"], escalate("coordinator", "client_owner", "finance"), {
    ...{ unit: "cd", pauses: "never", lasts: true, remindsTurn: true },
  }),
  impl_plan: wd(20, ["client_owner"], notice("declare_not_in_use", "business_developer"), { within: ["completed"] }),
  impl_check_3: check(3, { kind: "silent" }),
  impl_check_6: check(6, { kind: "silent" }),
  impl_check_12: check(12, notice("declare_not_in_use", "business_developer")),
  start_borging: wd(
    10,
    ["team_teacher", "practor_lector"],
    { kind: "move", object: "assignment", move: "start_anchoring" },
    { within: ["implemented", "not_implemented"] },
  ),
  anchoring: wd(30, ["team_teacher"], flag("practor_lector", "coordinator"), { within: ["anchoring"] }),
  /** Says how students go on, where whoever ended the work left that open. */
  study_plan: wd(5, ["team_teacher"], escalate("coordinator"), {
    within: ["stopped", "terminated"],
    pauses: "never",
    lasts: true,
  }),
  /** An examiner has three weeks from the hand-in, in any outcome; what the company thinks of it is not waited for. */
  assessment: wd(15, ["examiner"], escalate("team_teacher", "coordinator"), {
    within: handedInStatuses,
    pauses: "never",
    lasts: true,
  }),
  /** Holds the amount of the settlement, where whoever ended the work left it open or named one alone: both sides say it. */
  settle_amount: wd(10, ["client_owner", "project_manager"], escalate("coordinator"), {
    within: ["stopped", "terminated"],
    pauses: "never",
    lasts: true,
  }),
  pause_until: wd(40, ["project_manager", "client_owner"], escalate("coordinator", "project_manager", "client_owner"), {
    pauses: "never",
    asks: 4,
    lasts: true,
  }),
  dispute_talk: wd(5, ["client_owner", "project_manager"], flag("client_owner", "project_manager"), {
    pauses: "never",
    lasts: true,
  }),
  dispute_board: wd(10, ["dispute_board"], flag("dispute_board", "coordinator"), { pauses: "never", lasts: true }),
  dispute_mediation: wd(
    20,
    ["client_owner", "project_manager"],
    flag("client_owner", "project_manager", "coordinator"),
    { pauses: "never", lasts: true },
  ),
} as const satisfies Record<string, Clock>;
export type ClockId = keyof typeof table;
export const clocks: Readonly<Record<ClockId, Clock>> = table;
export const clockIds = Object.keys(table) as ClockId[];
/** Describes clocks that end in a last notice: a letter that says what may happen next (`next` in the words of letters). */
export type NoticeClockId = {
  [C in ClockId]: (typeof table)[C]["out"] extends { kind: "notice" } ? C : never;
}[ClockId];
/** Lists clocks of the overlays themselves: while an assignment is on hold or in dispute only these count. */
export const overlayClocks: readonly ClockId[] = [
  "pause_until",
  "team_repair",
  "dispute_talk",
  "dispute_board",
  "dispute_mediation",
];
/** Holds clocks that ask on after they ran out: whoever does late what they ask ends them as well. */
export const lastingClocks: readonly ClockId[] = clockIds.filter((id) => (clocks[id] as Clock).lasts);
/**
 * Holds clocks of the assignment itself that leave something undone once they ran out: what lasts, and what is asked
 * as long as their status lasts. What starts again, or ends in a move of its own, leaves nothing undone.
 */
export const undoneClocks: readonly ClockId[] = clockIds.filter((id) => {
  const { ofChild, lasts, within, repeats, out } = clocks[id];
  const isAsked = within !== undefined && !repeats && out.kind !== "move" && out.kind !== "silent";
  return !ofChild && (lasts === true || isAsked);
});
/** This many working days lie between a last notice and the first act on silence. */
export const noticeDays = 5;
