import type { Answers } from "#app/domain/fields/fields.ts";
import type { Facts } from "#app/domain/workflow/machine.ts";
import type { AgeBand, AssignmentStatus, FundingRegime, SeatRole } from "#app/domain/words.ts";

/** Everything the guards of the assignment read; `services/facts` gathers it in one round trip. Times are instants, `now` comes from the context. */
export type AssignmentFacts = Facts & {
  status: AssignmentStatus;
  now: Date;
  enteredAt: Date;
  intake: Answers;
  textVersion: number;
  contactId: string | null;
  contactConfirmed: boolean;
  companyVerified: boolean;
  fundingRegime: FundingRegime | null;
  /** Codes of `policyMisfits` for what is wished or agreed now. */
  misfits: readonly string[];
  windowEnd: Date | null;
  openClaims: number;
  seatsMin: number;
  /** Terms of the open (or signed) agreement version: gaps, result terms, signatures. */
  agreement: {
    number: number;
    status: string;
    gaps: number;
    resultTermsMet: boolean;
    signaturesValid: boolean;
    startInBlock: boolean;
    signersApart: boolean;
    mandatesProven: boolean;
    minorsAllowed: boolean;
    silenceClause: boolean;
    reworkRounds: number;
    guaranteeDays: number;
    criteria: number;
    signedAt: Date | null;
  } | null;
  team: readonly {
    role: SeatRole;
    active: boolean;
    track: string | null;
    level: string | null;
    ageBand: AgeBand | null;
    annexesSigned: boolean;
    guardianOk: boolean;
  }[];
  milestones: number;
  midtermOn: string | null;
  reworkRounds: number;
  extraRounds: number;
  incompleteReports: number;
  /** `filledAt`: when the last file was added. */
  delivery: { status: string; number: number; files: number; handover: boolean; filledAt: Date | null } | null;
  /** `measurer`: named, and no member of the team. */
  verdicts: readonly { met: string; evidence: boolean; measurer: boolean; finding: boolean; answer: boolean }[];
  /** Latest open record of each kind with the version it was about. */
  records: Readonly<Record<string, { count: number; about: number | null; data: Answers; at: Date }>>;
  yields: { student: number; teacher: number; employee: number };
  clocks: Readonly<Record<string, { status: string; dueAt: Date; noticeUntil: Date | null; extended: boolean }>>;
  degree: string;
  guaranteeCasesOpen: number;
  /** Whether the centre keeps the floor under result teams (switch `result_team_floor`). */
  resultTeamFloor: boolean;
  unpaid: number;
  /** What the other side already confirmed for a move that needs both, by move id. */
  confirmed: Readonly<Record<string, Answers>>;
};

/** Facts under which the given guards pass (a few exclude each other): tests change one thing at a time. */
export const satisfyingFacts = (
  status: AssignmentStatus,
  obligation: "effort" | "result",
  guards: readonly string[] = [],
): AssignmentFacts => {
  const now = new Date("2026-11-24T09:00:00Z");
  const earlier = new Date("2026-11-01T09:00:00Z");
  const record = (data: Answers = {}, about: number | null = 1) => ({ count: 2, about, data, at: earlier });
  const out = { status: "out", dueAt: earlier, noticeUntil: earlier, extended: false };
  return {
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
    intake: {
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
    },
    fundingRegime: "contract",
    misfits: [],
    windowEnd: earlier,
    openClaims: 0,
    seatsMin: 1,
    agreement: {
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
    },
    team: [
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
    ],
    milestones: 2,
    midtermOn: "2026-11-20",
    reworkRounds: 0,
    extraRounds: 0,
    incompleteReports: 0,
    delivery: {
      status: obligation === "result" ? "cleared" : "draft",
      number: 1,
      files: 1,
      handover: true,
      filledAt: earlier,
    },
    verdicts: [
      {
        met: guards.includes("findings_on_criteria")
          ? "not_met"
          : guards.includes("verdict_open")
            ? "unanswered"
            : "met",
        evidence: true,
        measurer: true,
        finding: true,
        answer: true,
      },
    ],
    records: {
      fit_check: record({ learning: true, large_enough: true, safe: true, ethical: true }),
      text_approval: record(),
      kickoff: record(),
      midterm: record({ outcome: "go" }),
      effort_account: record(),
      content_check: record(),
      report: record(),
      evaluation_company: record(),
      evaluation_student: record(),
      evaluation_teacher: record(),
      default_notice: record({ term_ends: "2026-11-02" }),
      ladder_talk: record(),
      ladder_board: record(),
      team_loss: record(),
      curriculum: record(),
      knowledge: record({ licence: "cc_by" }),
      follow_up: record(),
      ledger: record(),
      company_consent: record(),
      agreement_end: record(),
      manager_consent: record(),
    },
    yields: { student: 1, teacher: 1, employee: 1 },
    clocks: Object.fromEntries(
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
      ].map((id) => [id, id === "receipt" || id === "publish_on" ? { ...out, status: "running" } : out]),
    ),
    degree: "none",
    guaranteeCasesOpen: 0,
    resultTeamFloor: true,
    unpaid: 0,
    confirmed: {},
  };
};
