import type { Answers } from "#app/domain/fields/fields.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import { guardedFields } from "#app/domain/assignment/guarded-fields.ts";

const now = new Date("2026-11-24T09:00:00Z");
const earlier = new Date("2026-11-01T09:00:00Z");

const satisfyingIntake = (obligation: Obligation): AssignmentFacts["intake"] => ({
  title: "t",
  problem: "p",
  sector: "ict",
  place: "p",
  urgency: "this_year",
  business_case: "b",
  end_users: "e",
  hours_company: 1,
  funding_regime: "contract",
  confidentiality: "public",
  obligation,
  levels: ["hbo"],
  weeks: 10,
  draft_criteria: "c",
});

const satisfyingAgreement = (guards: readonly string[]): AssignmentFacts["agreement"] => ({
  number: 1,
  status: "signed",
  gaps: 0,
  resultTermsMet: true,
  signaturesValid: true,
  startInBlock: true,
  signersApart: true,
  mandatesProven: true,
  minorsAllowed: true,
  silenceClause: guards.includes("silence_clause_signed"),
  reworkRounds: 2,
  guaranteeDays: 60,
  criteria: 1,
  signedAt: earlier,
});

const satisfyingTeam: AssignmentFacts["team"] = [
  {
    role: "student",
    active: true,
    track: "hbo",
    level: "hbo",
    ageBand: "18_plus",
    annexesSigned: true,
    guardianOk: true,
  },
  { role: "teacher", active: true, track: null, level: null, ageBand: null, annexesSigned: true, guardianOk: true },
  {
    role: "project_manager",
    active: true,
    track: null,
    level: null,
    ageBand: null,
    annexesSigned: true,
    guardianOk: true,
  },
];

const satisfyingDelivery = (obligation: Obligation): AssignmentFacts["delivery"] => ({
  status: obligation === "result" ? "cleared" : "draft",
  number: 1,
  files: 1,
  handover: true,
  filledAt: earlier,
});

const satisfyingVerdict = (guards: readonly string[]): AssignmentFacts["verdicts"][number] => ({
  met: guards.includes("findings_on_criteria") ? "not_met" : guards.includes("verdict_open") ? "unanswered" : "met",
  evidence: true,
  measurer: true,
  finding: true,
  answer: true,
});

const record = { count: 2, about: 1, at: earlier };
const answered = <K extends keyof typeof guardedFields>(kind: K, data: Answers) => ({
  ...record,
  data: storedAnswers<(typeof guardedFields)[K]>(guardedFields[kind], data),
});

const satisfyingRecords: AssignmentFacts["records"] = {
  fit_check: answered("fit_check", { learning: true, large_enough: true, safe: true, ethical: true }),
  text_approval: record,
  kickoff: record,
  midterm: answered("midterm", { outcome: "go" }),
  effort_account: record,
  content_check: record,
  report: record,
  evaluation_company: record,
  evaluation_student: record,
  evaluation_teacher: record,
  default_notice: answered("default_notice", { term_ends: "2026-11-02" }),
  ladder_talk: record,
  ladder_board: record,
  dispute_decision: record,
  team_loss: record,
  curriculum: record,
  knowledge: answered("knowledge", { licence: "cc_by" }),
  follow_up: record,
  ledger: record,
  company_consent: record,
  agreement_end: record,
  manager_consent: { ...record, at: now },
};

const passed = { status: "out", dueAt: earlier, noticeUntil: earlier, extended: false };

/** Every clock that a guard reads has passed, except the two that a guard wants running. */
const satisfyingClocks: AssignmentFacts["clocks"] = Object.fromEntries(
  [
    "receipt",
    "acceptance",
    "closing_review",
    "intake",
    "agreement",
    "selection",
    "start_by",
    "rework",
    "impl_plan",
    "impl_check_12",
    "draft_idle",
    "midterm",
    "publish_on",
  ].map((id) => [id, id === "receipt" || id === "publish_on" ? { ...passed, status: "running" } : passed]),
);

/** Returns facts under which the given guards pass (a few exclude each other): tests change one thing at a time. */
export const satisfyingFacts = (
  status: AssignmentStatus,
  obligation: Obligation,
  guards: readonly string[] = [],
): AssignmentFacts => ({
  status,
  obligation,
  onHold: guards.includes("team_lost"),
  disputed: false,
  now,
  enteredAt: earlier,
  textVersion: 1,
  contactId: "contact",
  contactConfirmed: true,
  companyVerified: true,
  intake: satisfyingIntake(obligation),
  fundingRegime: "contract",
  misfits: [],
  windowEnd: earlier,
  openClaims: 0,
  seatsMin: 1,
  agreement: satisfyingAgreement(guards),
  team: satisfyingTeam,
  examined: true,
  toAssess: 1,
  milestones: 2,
  milestonesUnanswered: 0,
  answeredChecks: [],
  midtermOn: "2026-11-20",
  disputeAnswerOf: null,
  ladderStep: guards.includes("lies_with_board") ? "board" : null,
  reworkRounds: 0,
  extraRounds: 0,
  incompleteReports: 0,
  delivery: satisfyingDelivery(obligation),
  verdicts: [satisfyingVerdict(guards)],
  records: satisfyingRecords,
  outcomes: { student: 1, teacher: 1, employee: 1 },
  clocks: guards.includes("team_lost") ? { ...satisfyingClocks, team_repair: passed } : satisfyingClocks,
  degree: "none",
  guaranteeCasesOpen: 0,
  obstaclesOpen: 0,
  concernsOpen: 0,
  apartAs: [],
  resultTeamFloor: true,
  unpaid: 0,
  disputeOver: true,
  payable: 156_000,
  invoices: 0,
  toInvoice: 1,
  toPay: 1,
  leftToSettle: 100_00,
  confirmed: {},
});
