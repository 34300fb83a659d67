import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import { satisfyingFacts } from "#tests/support/satisfying/assignment.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { type ObjectName } from "#app/domain/workflow/processes.ts";
import { satisfyingFactsOf } from "#tests/support/satisfying/facts.ts";
import type { TurnClock, TurnAssignment, TurnPart } from "#app/domain/turns/assignment.ts";
import { relations, type AssignmentStatus, type Obligation, type Relation } from "#app/domain/words.ts";

/** Lists relations that nobody with an account has to an assignment for its work: a parent or guardian, and the public. */
const outside: readonly Relation[] = ["guardian", "anyone"];
const insiders = relations.filter((relation) => !outside.includes(relation));
const assignmentId = "assignment";
const day = 86_400_000;
export type PartName = Exclude<ObjectName, "assignment">;
/** Tells who each part is about, where it is about somebody. */
const about: Partial<Record<PartName, Relation>> = {
  member: "team_student",
  flag: "client_owner",
  guardian_request: "team_student",
  claim: "claim_lead",
};
/** Says whose clock it is, where it belongs to a part; a part's id is the name of its object. */
const partOfClock: Partial<Record<ClockId, PartName>> = {
  milestone: "milestone",
  flag: "flag",
  concern: "flag",
  safety: "flag",
  guarantee_reply: "guarantee_case",
  guardian: "guardian_request",
  claim_valid: "claim",
};
/** Returns the part of an assignment that is in this state; its guards pass, but for what `facts` says. */
export const part = (object: PartName, status: string, obligation: Obligation, facts: object = {}): TurnPart => ({
  object,
  id: object,
  person: about[object] ?? null,
  facts: () => ({ ...satisfyingFactsOf[object](status as never, obligation), ...facts }),
});
export type Wanted = Partial<Pick<TurnAssignment, "confirmed" | "pausedBy" | "seats">> & {
  status: AssignmentStatus;
  obligation: Obligation;
  /** Says what is unlike an assignment of which every guard passes. */
  facts?: Partial<AssignmentFacts>;
  parts?: readonly TurnPart[];
  /** Holds clocks that run, and how many days from now they end. */
  running?: Partial<Record<ClockId, number>>;
  /** Holds relations that nobody is. */
  without?: readonly Relation[];
};
/** Returns an assignment with one person for each relation, named as the relation; no clock runs but those that are named. */
export function turnAssignment({
  status,
  obligation,
  facts,
  parts = [],
  running = {},
  without = [],
  ...more
}: Wanted): TurnAssignment {
  const base = satisfyingFacts(status, obligation);
  const rows: TurnClock[] = (Object.entries(running) as [ClockId, number][]).map(([clock, days]) => ({
    clock,
    objectId: partOfClock[clock] ?? assignmentId,
    status: days < 0 ? "out" : "running",
    startedAt: base.now,
    dueAt: new Date(+base.now + days * day),
    noticeUntil: null,
  }));
  const own: AssignmentFacts = {
    ...base,
    clocks: Object.fromEntries([
      ...Object.entries(base.clocks).map(([id, clock]) => [id, { ...clock, status: "met" }]),
      ...rows.map((row) => [row.clock, { ...row, extended: false }]),
    ]),
    ...facts,
  };
  return {
    id: assignmentId,
    facts: own,
    parts: [{ object: "assignment", id: assignmentId, facts: () => own }, ...parts],
    people: new Map(insiders.filter((r) => !without.includes(r)).map((r) => [r, new Set([r])])),
    seats: [],
    clocks: rows,
    confirmed: [],
    pausedBy: null,
    ...more,
  };
}
