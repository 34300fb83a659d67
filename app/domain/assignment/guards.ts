import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import type { Day } from "#app/domain/calendar/holidays.ts";
import { checkNow } from "#app/domain/aftercare/checks.ts";
import type { Guard } from "#app/domain/workflow/machine.ts";
import { opensOn } from "#app/domain/workflow/asking.ts";
import type { ClockId, NoticeClockId } from "#app/domain/workflow/clocks.ts";
import { isMinor } from "#app/domain/agreement/terms/annexes.ts";
import { asksOpenLicence, policyGuards } from "#app/domain/agreement/terms/fit.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import { savedText, savedYes } from "#app/domain/intake/saved.ts";
import { intakeComplete, intakeMinimum, lacking } from "#app/domain/intake/fields.ts";
import { isStudentSeat, type Role, type Relation, handedOver } from "#app/domain/words.ts";
import { cutShort } from "./ending.ts";
import { isBoardStep, isRung, saysOfRung, sideOf } from "./ladder.ts";
import type { AssignmentFacts, RecordFact } from "./facts.ts";

type G = Guard<AssignmentFacts>;
const schoolSide: readonly Role[] = [
  "claim_lead",
  "claimant",
  "project_manager",
  "team_teacher",
  "practor_lector",
  "student_lead",
  "team_student",
  "examiner",
  "quality_owner",
];
/**
 * Whoever selects or accepts for the company does not stand on the school's side of this assignment (guard
 * `roles_apart`, docs/domain.md 6.6).
 */
export const standsApart = (roles: ReadonlySet<Role>) => !schoolSide.some((role) => roles.has(role));
const companySide: readonly Relation[] = ["client_owner", "problem_owner", "company_signatory", "employee_participant"];
const has = (f: AssignmentFacts, kind: RecordFact) => (f.records[kind]?.count ?? 0) > 0;
const current = (f: AssignmentFacts, kind: RecordFact) => f.records[kind]?.about === f.textVersion;
const asking = (answers: Parameters<G>[2], id: string) =>
  answers === null || (answers[id] !== undefined && answers[id] !== null && answers[id] !== "");
const active = (f: AssignmentFacts, role: string) => f.team.filter((m) => m.active && m.role === role);
const students = (f: AssignmentFacts) => f.team.filter((m) => m.active && isStudentSeat(m.role));
const fitQuestions = ["learning", "large_enough", "safe", "ethical"] as const;
/** Students had begun, and whoever ended the work left open how they go on. */
export const leavesStudyOpen = (f: Pick<AssignmentFacts, "team">, answers: Parameters<G>[2]) =>
  f.team.some((m) => m.active && isStudentSeat(m.role)) && !asking(answers ?? {}, "plan_per_student");
const evaluators = ["company", "student", "teacher", "employee"] as const;
const day = 86_400_000;
const year = 366 * day;
/** Says how long the yes of a project manager to stopping stands (guard `manager_agrees`). */
export const stopConsentDays = 14;
/** The newest delivery is still with the team: what the company was given is delivered already, and never once more. */
export const isPrepared = ({ delivery }: Pick<AssignmentFacts, "delivery">): boolean =>
  delivery !== null && !handedOver.includes(delivery.status);
/** Until when an assignment that ended can be brought back (guard `within_12_months`). */
export const reinstatable = (enteredAt: Date) => new Date(+enteredAt + year);
/** The notice that counts is the one of the clock belonging to the present status. */
export const noticeClock: Partial<Record<AssignmentFacts["status"], NoticeClockId>> = {
  intake: "intake",
  published: "selection",
  agreeing: "agreement",
  closing_review: "closing_review",
  acceptance_test: "acceptance",
  completed: "impl_plan",
  implementing: "impl_check_12",
};

/** A guarantee is over on its day, also before the clock has noted it. */
const guaranteeRuns = ({ clocks, now }: AssignmentFacts) =>
  clocks.guarantee?.status === "running" && clocks.guarantee.dueAt > now;
/** Holds the clocks that `extend` may give a new end, by status; the first that has not been met counts. */
export const extendable: Partial<Record<AssignmentFacts["status"], readonly ClockId[]>> = {
  published: ["selection", "claim_window"],
  agreeing: ["agreement"],
  signed: ["start_by"],
  acceptance_test: ["acceptance"],
  rework: ["rework"],
};
/** The clocks that may be given a new end in this status, as they stand, the one that gets it first. */
export const extendableOf = <C extends { status: string }>(
  status: AssignmentFacts["status"],
  clockOf: (id: ClockId) => C | undefined,
): C[] => (extendable[status] ?? []).flatMap((id) => clockOf(id) ?? []).filter((clock) => clock.status !== "met");
const waiting = (f: AssignmentFacts) => extendableOf(f.status, (id) => f.clocks[id]);
/**
 * Tells on which grounds each may stop the work: the client on any, the school for weighty reasons, the coordinator
 * only what others decided (docs/domain.md 6.3).
 */
const grounds: Partial<Record<Role, readonly string[]>> = {
  client_owner: ["client_ends", "mutual", "weighty_reason", "midterm_stop"],
  institution_signatory: ["mutual", "weighty_reason", "midterm_stop"],
  coordinator: ["mutual", "midterm_stop"],
};
/** Tells whether it was said after the team was lost; an old yes is about another team. */
const sinceLoss = (f: AssignmentFacts, kind: RecordFact) => {
  const [said, loss] = [f.records[kind], f.records.team_loss];
  return said !== undefined && loss !== undefined && said.at >= loss.at;
};
/** The team that was lost is not repaired since: whoever resumes the work has done so. */
const unrepaired = ({ onHold, clocks: { team_repair: repair } }: AssignmentFacts) =>
  onHold && repair !== undefined && repair.status !== "met";
/** A talk was tried, and the steering group weighed the dispute or decided it. */
const climbed = (f: AssignmentFacts) => has(f, "ladder_talk") && (has(f, "ladder_board") || has(f, "dispute_decision"));
/** Holds one condition per guard (docs/domain.md 6.6); its sentence is `guard.<id>` in i18n. */
export const assignmentGuards = {
  // These guards belong to the intake.
  intake_minimum: (f) => lacking(f.intake, intakeMinimum).length === 0 && f.contactId !== null,
  contact_confirmed: (f) => f.contactConfirmed,
  company_verified: (f) => f.companyVerified,
  intake_complete: (f) => lacking(f.intake, intakeComplete).length === 0,
  fit_checked: (f) =>
    current(f, "fit_check") &&
    fitQuestions.every((question) => f.records.fit_check?.data[question] === true) &&
    (!savedYes(f.intake, "critical") ||
      f.obligation !== "result" ||
      Boolean(f.records.fit_check?.data.critical_reason)),
  text_approved: (f) => current(f, "text_approval"),
  publication_planned: (f) => f.clocks.publish_on?.status === "running",
  draft_criterion: (f) =>
    f.obligation !== "result" || savedText(f.intake, "draft_criteria") !== "" || f.status !== "intake",
  within_12_months: (f) => f.now < reinstatable(f.enteredAt),
  window_over_no_claim: (f) =>
    f.status === "draft"
      ? f.clocks.draft_idle?.status === "out" ||
        (f.clocks.draft_idle !== undefined && f.clocks.draft_idle.dueAt <= f.now)
      : f.windowEnd !== null && f.windowEnd <= f.now && f.openClaims === 0,
  ...policyGuards,
  // These guards keep roles apart (docs/domain.md 1.7).
  roles_apart: (_, roles) => !roles.has("client_owner") || standsApart(roles),
  /** Is asked again at judging: somebody may have become client or problem owner since they sat down in the team. */
  maker_apart: (f, roles: ReadonlySet<string>) => !f.apartAs.some((role) => roles.has(role)),
  coordinator_neutral: (_, roles) => ![...schoolSide, ...companySide].some((role) => roles.has(role)),
  signers_apart: (f) => f.agreement?.signersApart ?? false,
  // These guards belong to the agreement.
  agreement_complete: (f) => f.agreement?.gaps === 0,
  signatures_valid: (f) => f.agreement?.signaturesValid ?? false,
  start_in_block: (f) => f.agreement?.startInBlock ?? false,
  result_terms: (f) => f.obligation !== "result" || (f.agreement?.resultTermsMet ?? false),
  agreement_signed: (f) => f.agreement?.signedAt != null,
  agreement_ended: (f) => sinceLoss(f, "agreement_end"),
  company_consents: (f) => sinceLoss(f, "company_consent"),
  /** The team was not repaired in its term, or the client agreed to another one sooner: then its agreement is to be ended. */
  another_sought: (f) => unrepaired(f) && (f.clocks.team_repair?.status === "out" || sinceLoss(f, "company_consent")),
  // These guards belong to the start of the work.
  kickoff_done: (f) => has(f, "kickoff"),
  team_complete: (f) =>
    students(f).length >= f.seatsMin &&
    active(f, "teacher").length > 0 &&
    active(f, "project_manager").length > 0 &&
    f.contactId !== null,
  tracks_known: (f) => students(f).every((s) => s.track !== null),
  annexes_signed: (f) => students(f).every((s) => s.annexesSigned),
  minors_ok: (f) =>
    students(f).every((s) => !isMinor(s.ageBand) || (s.guardianOk && (f.agreement?.minorsAllowed ?? false))),
  milestones_planned: (f) => f.milestones >= (f.obligation === "result" ? 2 : 1),
  midterm_planned: (f) => f.midtermOn !== null,
  midterm_open: (f) => firstDay(f, ["midterm_open"]) === null,
  result_team_ok: (f) =>
    f.obligation !== "result" ||
    !f.resultTeamFloor ||
    (students(f).some((s) => s.level !== "mbo-2") && students(f).some((s) => !isMinor(s.ageBand))),
  team_lost: (f) => has(f, "team_loss") && unrepaired(f),
  // These guards belong to the delivery.
  midterm_go: (f) => {
    const midterm = f.records.midterm;
    return (
      midterm !== undefined &&
      (midterm.data.outcome === "go" ||
        (midterm.data.outcome === "adjust" && f.agreement?.signedAt != null && f.agreement.signedAt > midterm.at))
    );
  },
  milestones_answered: (f) => f.milestonesUnanswered === 0,
  delivery_complete: (f) => isPrepared(f) && f.delivery !== null && f.delivery.files > 0 && f.delivery.handover,
  /** An assignment added after the check was not looked at. */
  content_safe: (f) =>
    f.delivery !== null &&
    f.records.content_check?.about === f.delivery.number &&
    (f.delivery.filledAt === null || f.records.content_check.at >= f.delivery.filledAt),
  effort_accounted: (f) => f.obligation !== "effort" || has(f, "effort_account"),
  /** Where no version is being prepared there is nothing to clear yet: that one is asked for first (`delivery_complete`). */
  quality_cleared: (f) => f.obligation !== "result" || !isPrepared(f) || f.delivery?.status === "cleared",
  receipt_open: (f) => f.clocks.receipt?.status === "running" || f.clocks.receipt?.status === "paused",
  incomplete_twice_not: (f) => f.incompleteReports < 2,
  // These guards belong to the judging of a result.
  effort_shown: (f) => has(f, "effort_account") && has(f, "report"),
  yields_noted: (f) => f.outcomes.student > 0 && f.outcomes.teacher > 0,
  client_evaluated: (f) => has(f, "evaluation_company"),
  all_criteria_met: (f) =>
    f.verdicts.length > 0 &&
    f.verdicts.length >= (f.agreement?.criteria ?? 1) &&
    f.verdicts.every((v) => v.met === "met" && v.evidence && v.measurer),
  rounds_left: (f) => f.reworkRounds < (f.agreement?.reworkRounds ?? 0) + f.extraRounds,
  findings_on_criteria: (f) => {
    const failed = f.verdicts.filter((v) => v.met !== "met");
    return failed.length > 0 && failed.every((v) => v.finding);
  },
  verdict_open: (f) => f.verdicts.some((v) => v.met === "unanswered"),
  findings_answered: (f) => f.verdicts.every((v) => v.met === "met" || v.answer),
  deviation_agreed: (f, _, answers) => {
    const said = [answers, f.confirmed.accept_with_deviation].filter((a) => a != null);
    const changes = said.some((a) => a.changes_price === true || a.changes_guarantee === true);
    return !changes || (f.agreement?.signedAt != null && f.agreement.signedAt > f.enteredAt);
  },
  last_notice_passed: (f, roles) => {
    if (roles.has("client_owner") || roles.has("problem_owner")) return true;
    const id = noticeClock[f.status];
    const clock = id && f.clocks[id];
    return clock?.noticeUntil != null && clock.noticeUntil <= f.now;
  },
  notice_or_ladder: (f) => {
    const clock = f.clocks.closing_review;
    return (clock?.noticeUntil != null && clock.noticeUntil <= f.now) || climbed(f);
  },
  silence_clause_signed: (f) => f.agreement?.silenceClause === true,
  no_silence_clause: (f) => f.agreement?.silenceClause !== true,
  // These guards belong to what follows the verdict.
  /** What was noted can be put right, also once all is paid. */
  instalment_open: (f) => f.payable > 0 || f.invoices > 0,
  /**
   * Words left an amount open: the work was ended before its end, or a dispute about it was settled or decided. Of what is
   * invoiced already, or done without a fee, nothing is left to settle: more is agreed by a signed change (`checkSettlement`).
   */
  left_open: (f) => f.leftToSettle > 0 && (f.disputeOver || cutShort.some((status) => status === f.status)),
  money_open: (f) => f.payable > 0,
  invoice_open: (f) => f.toInvoice > 0,
  payment_open: (f) => f.toPay > 0,
  check_open: (f) => checkNow(f) !== null,
  implementation_owner: (_, __, answers) => asking(answers, "owner"),
  evidence_present: (_, __, answers) => asking(answers, "evidence"),
  not_in_use_yet: (f) => f.degree === "none",
  anchoring_owner: (_, roles, answers) => roles.has("system") || asking(answers, "owner"),
  curriculum_answered: (f) => has(f, "curriculum"),
  yields_per_group: (f) =>
    (f.outcomes.student > 0 || has(f, "no_yield_student")) &&
    (f.outcomes.teacher > 0 || has(f, "no_yield_teacher")) &&
    (f.outcomes.employee > 0 || has(f, "no_yield_employee")),
  knowledge_shared: (f) =>
    has(f, "knowledge") &&
    (!asksOpenLicence(f.fundingRegime) ||
      Boolean(f.records.knowledge?.data.licence && f.records.knowledge.data.licence !== "none")),
  evaluations_in: (f) =>
    evaluators
      .filter((who) => who !== "employee" || active(f, "employee_participant").length > 0)
      .every((who) => has(f, `evaluation_${who}`) || (f.records[`asked_${who}`]?.count ?? 0) >= 2),
  follow_up_answered: (f) => has(f, "follow_up"),
  ledger_closed: (f) => has(f, "ledger"),
  nothing_disputed: (f) => !f.disputed,
  obstacles_gone: (f) => f.obstaclesOpen === 0,
  concerns_settled: (f) => f.concernsOpen === 0,
  guarantee_over: (f) => f.guaranteeCasesOpen === 0 && !guaranteeRuns(f),
  nothing_unpaid: (f) => f.unpaid === 0,
  // These guards belong to the end of an assignment.
  /** The amount may follow later, so that nothing blocks the client's right to end. */
  /** Where nothing is left to settle there is no amount to name, and no day to name one by. */
  settlement_recorded: (f, __, answers) =>
    asking(answers, "settlement") &&
    (f.leftToSettle === 0 || asking(answers, "settlement_amount") || asking(answers, "settlement_due")),
  /** The company need not know how students go on: then the teacher plans it (`plan_study`). */
  study_continuity: (_, roles, answers) =>
    roles.has("client_owner") || roles.has("company_signatory") || asking(answers, "plan_per_student"),
  ground_fits: (f, roles, answers) =>
    answers === null ||
    ([...roles].some((h) => grounds[h]?.includes(textIn(answers.ground))) &&
      (answers.ground !== "midterm_stop" || f.records.midterm?.data.outcome === "stop")),
  /** The school ends nothing over the head of whoever leads the work. */
  manager_agrees: (f, roles) =>
    (["client_owner", "coordinator", "project_manager"] as const).some((role) => roles.has(role)) ||
    (f.records.manager_consent !== undefined && +f.now - +f.records.manager_consent.at < stopConsentDays * day),
  default_notice_passed: (f) => {
    const notice = f.records.default_notice;
    return (
      notice !== undefined &&
      (Boolean(notice.data.no_term_reason) ||
        (notice.data.term_ends !== undefined && notice.data.term_ends < amsterdamDay(f.now)))
    );
  },
  ladder_used: climbed,
  lies_with_board: (f) => isBoardStep(f.ladderStep),
  /** While the other side has not answered, the talk is not over; a later rung does not wait for it. */
  both_heard: (f) => f.disputeAnswerOf === null || f.ladderStep !== "talk",
  others_turn: (f, roles) => f.disputeAnswerOf === null || sideOf(roles) === f.disputeAnswerOf,
  rung_left: (f) => f.ladderStep === null || isRung(f.ladderStep),
  own_rung: (f, roles) => saysOfRung(f.ladderStep, roles),
  clock_running: (f) => waiting(f).length > 0,
  not_extended_yet: (f) => f.status !== "acceptance_test" || !waiting(f).some((clock) => clock.extended),
  step_tried: (_, __, answers) => asking(answers, "report"),
} satisfies Record<string, G>;
export type AssignmentGuard = keyof typeof assignmentGuards;
/** Holds guards that hold something back until a clock asks for it. */
const windows: Partial<Record<AssignmentGuard, ClockId>> = { midterm_open: "midterm" };
/** Returns the first day on which what one of these guards holds back can be done; null where no day says so. */
export const firstDay = (f: AssignmentFacts, guards: readonly string[]): Day | null =>
  (Object.entries(windows) as [AssignmentGuard, ClockId][])
    .flatMap(([guard, clock]) => (guards.includes(guard) ? (opensOn(f, clock) ?? []) : []))
    .sort()
    .at(-1) ?? null;
