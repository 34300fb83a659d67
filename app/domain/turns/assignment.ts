import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import type { RemedyPage } from "#app/domain/assignment/process.ts";
import type { Relation } from "#app/domain/words.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { Facts } from "#app/domain/workflow/machine.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { TurnAsk } from "./asks.ts";
import type { Part } from "#app/domain/workflow/visibility.ts";

/** Describes a part of an assignment that somebody may act on: the assignment itself, a version, a delivery, a milestone, a seat. */
export type TurnPart = {
  object: ObjectName;
  id: string;
  /** As its guards read it, for this person; null: for somebody of whom only the relation is known. */
  facts: (person: string | null) => Facts;
  /** Names whom the part is about, or whose claim it is. */
  person?: string | null;
};
export type TurnClock = {
  clock: ClockId;
  objectId: string;
  status: string;
  /** It asks nothing before this moment. */
  startedAt: Date;
  dueAt: Date;
  noticeUntil: Date | null;
};
export type TurnSeat = {
  person: string;
  relation: Relation;
  invited: boolean;
  student: boolean;
  annexesSigned: boolean;
  /** There is nothing to sign yet, so that nothing is asked (`waitsForAgreement`). */
  waits: boolean;
  minor: boolean;
  guardian: "none" | "asked" | "agreed";
  lastHours: Date | null;
};
/** Describes all that decides whose turn it is on one assignment. */
export type TurnAssignment = {
  id: string;
  facts: AssignmentFacts;
  parts: readonly TurnPart[];
  /** Holds everybody who is something to this assignment, with what they are. */
  people: ReadonlyMap<string, ReadonlySet<Relation>>;
  seats: readonly TurnSeat[];
  clocks: readonly TurnClock[];
  confirmed: readonly { move: string; relation: string }[];
  pausedBy: string | null;
};
/** Names what somebody is to do: a move of a table, or a page that no table has. */
export type TurnAct = { object: ObjectName; id: string; move: string } | { page: RemedyPage | "seat" | "people" };
/** Tells whether both are one and the same act. */
export const sameAct = (one: TurnAct, other: TurnAct): boolean =>
  "page" in one
    ? "page" in other && one.page === other.page
    : "move" in other && one.object === other.object && one.id === other.id && one.move === other.move;
/**
 * Describes one thing that is asked now, of whom. `people` can do it; without any, it waits for somebody who has no
 * account (a parent or guardian).
 */
export type Due = {
  ask: TurnAsk;
  who: readonly Relation[];
  people: readonly string[];
  act: TurnAct;
  clock: ClockId | null;
  dueAt: Date | null;
  /** Less is more urgent. */
  order: number;
  /**
   * Says whose readers may know that this is waited for, beside whoever is asked; absent: all who see the assignment.
   */
  to?: Part;
  /** Names whom the part is about: they may know it too. */
  about?: string;
  /** Names who waits for it, though they hear of nothing else. */
  awaitedBy?: readonly string[];
  /** It brings the work no further, so that it leads the line only of these and of whoever is asked. */
  aside?: readonly Relation[];
  /** Holds the relation that nobody is, so that it falls to these (`fallbackFor`). */
  missing?: Relation;
};
/** Tells on whom a turn falls that nobody can take (docs/domain.md 6.2). */
export const fallbackFor: Partial<Record<Relation, Relation>> = {
  problem_owner: "client_owner",
  client_owner: "business_developer",
  company_signatory: "client_owner",
  institution_signatory: "coordinator",
  quality_owner: "coordinator",
  dispute_board: "coordinator",
  business_developer: "coordinator",
  triager: "coordinator",
  publisher: "coordinator",
  claim_lead: "coordinator",
  project_manager: "coordinator",
  team_teacher: "project_manager",
  practor_lector: "team_teacher",
  examiner: "project_manager",
  student_lead: "project_manager",
  team_student: "team_teacher",
  employee_participant: "client_owner",
  finance: "client_owner",
};
/** Holds urgency of a turn by its kind; from `own` on it is nobody else's to know. What is `own` was confided, and goes before all. */
export const orders = {
  overlay: 0,
  late: 1,
  awaited: 2,
  part: 3,
  way: 4,
  remedy: 5,
  clock: 6,
  behind: 7,
  own: 8,
  weekly: 9,
} as const;
