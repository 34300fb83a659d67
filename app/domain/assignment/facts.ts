import type { Answers } from "#app/domain/fields/fields.ts";
import type { AnswersOf } from "#app/domain/fields/typed.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { Facts } from "#app/domain/workflow/machine.ts";
import type {
  AgeBand,
  AssignmentStatus,
  BesideSeat,
  FundingRegime,
  OrganizationRole,
  SeatRole,
} from "#app/domain/words.ts";
import type { DisputeSide } from "./ladder.ts";
import type { guardedFields } from "./guarded-fields.ts";

/** Lists kinds of records that guards read. */
export const guardedRecords = [
  "fit_check",
  "text_approval",
  "kickoff",
  "report",
  "midterm",
  "team_loss",
  "manager_consent",
  "company_consent",
  "agreement_end",
  "effort_account",
  "content_check",
  "evaluation",
  "no_yield",
  "default_notice",
  "curriculum",
  "knowledge",
  "follow_up",
  "ledger",
  "asked",
  "ladder",
  "dispute_decision",
] as const;
export type GuardedRecord = (typeof guardedRecords)[number];
/** Is kept per group of people, or per rung of the ladder, so that the latest of each counts. */
type GroupedRecord =
  | `${"evaluation" | "asked"}_${"company" | "student" | "teacher" | "employee"}`
  | `evaluation_${BesideSeat}`
  | `no_yield_${"student" | "teacher" | "employee"}`
  | `ladder_${"talk" | "board" | "mediation"}`;
export type RecordFact = Exclude<GuardedRecord, "evaluation" | "asked" | "no_yield" | "ladder"> | GroupedRecord;

type Guarded = typeof guardedFields;
/** Describes the latest record of a kind: how many there are, what it was about, and what was answered where a guard reads that. */
export type Recorded<K extends RecordFact> = {
  count: number;
  about: number | null;
  at: Date;
} & (K extends keyof Guarded ? { data: Partial<AnswersOf<Guarded[K]>> } : unknown);

/**
 * Describes everything the guards of the assignment read; `services/workflow/facts` gathers it in one round trip.
 * Times are instants, `now` comes from the context.
 */
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
  /** Holds codes of `policyMisfits` for what is wished or agreed now. */
  misfits: readonly string[];
  windowEnd: Date | null;
  openClaims: number;
  seatsMin: number;
  /** This is what the open (or signed) version of the agreement says: gaps, result terms, signatures. */
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
    /** Tells that somebody is under sixteen: the school records the approval; else a guardian gives it by link. */
    bySchool?: boolean;
  }[];
  /** Somebody has the seat of an examiner, or was asked for it. */
  examined: boolean;
  /** Seats of the students whose work nobody judged yet. */
  toAssess: number;
  milestones: number;
  /** Counts those of which nobody said that it was reached or dropped, or moved to a day that is still to come. */
  milestonesUnanswered: number;
  /** Holds months of checks that were answered. */
  answeredChecks: readonly number[];
  midtermOn: string | null;
  reworkRounds: number;
  extraRounds: number;
  incompleteReports: number;
  /** A dispute was settled by both sides, or decided. */
  disputeOver: boolean;
  /** Says what a dispute tries now (`ladder`). */
  ladderStep: string | null;
  /** Says which side has yet to answer the dispute. */
  disputeAnswerOf: DisputeSide | null;
  /** Tells with `filledAt` when the last file was added. */
  delivery: { status: string; number: number; files: number; handover: boolean; filledAt: Date | null } | null;
  /** `measurer` is true where one is named who is no member of the team. */
  verdicts: readonly { met: string; evidence: boolean; measurer: boolean; finding: boolean; answer: boolean }[];
  /** Latest open record of each kind with the version it was about. */
  records: { readonly [K in RecordFact]?: Recorded<K> };
  outcomes: { student: number; teacher: number; employee: number };
  clocks: Readonly<
    Partial<Record<ClockId, { status: string; dueAt: Date; noticeUntil: Date | null; extended: boolean }>>
  >;
  degree: string;
  guaranteeCasesOpen: number;
  /** These count what was raised and nobody closed yet: what everybody may read of, and what was confided. */
  obstaclesOpen: number;
  concernsOpen: number;
  /** As what the reader judges nothing here, because they make the work themselves on a seat in the team (`judgesNothingAs`). */
  apartAs: readonly OrganizationRole[];
  /** Tells whether the centre keeps the floor under result teams (switch `result_team_floor`). */
  resultTeamFloor: boolean;
  /** Counts invoices that wait to be paid, and instalments that are due and of which something is not invoiced. */
  unpaid: number;
  /**
   * Counts what is still to be paid, in cents, of what this reader reads: of the signed version, or what is left of
   * it once the work was ended, and of teams that left.
   */
  payable: number;
  /** Counts invoices of it that were noted, paid ones too. */
  invoices: number;
  /** Instalments that are due and not invoiced yet, for whoever invoices them. */
  toInvoice: number;
  /** Counts invoices and settlements that can be paid, for whoever pays them. */
  toPay: number;
  /** Tells what a settlement may be of at most, in cents: what the version in force agreed, less what was invoiced of it. */
  leftToSettle: number;
  /** Holds what the other side already confirmed for a move that needs both, by move id. */
  confirmed: Readonly<Record<string, Answers>>;
};
