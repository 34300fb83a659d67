import { describe, expect, test } from "vitest";
import { acceptingMoves } from "#app/domain/assignment/accepting.ts";
import { rungs } from "#app/domain/assignment/ladder.ts";
import { satisfyingFacts } from "#tests/support/satisfying/assignment.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import { clockIds, clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import { mayUndo } from "#app/domain/workflow/machine.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { clocksMet, clocksStarted } from "#app/domain/workflow/starting.ts";
import { teamStatuses } from "#app/domain/workflow/statuses.ts";
import { assignmentStatuses, flagKinds, type AssignmentStatus } from "#app/domain/words.ts";

type Row = (typeof everyMove)[number];
type Moved = Parameters<typeof clocksStarted>[0];
const known = satisfyingFacts("in_progress", "result");
const agreed = (guaranteeDays: number): Partial<AssignmentFacts> => ({
  agreement: known.agreement && { ...known.agreement, guaranteeDays },
});
/** Lists what may decide whether a clock starts, each in a way that starts it somewhere and in one that does not. */
const circumstances: readonly { facts?: Partial<AssignmentFacts>; answers?: Answers }[] = [
  { facts: agreed(0) },
  { facts: { ...agreed(60), openClaims: 0 } },
  { facts: { openClaims: 2 }, answers: { plan_per_student: "Elk een eigen plan." } },
  { facts: { team: [] } },
  { facts: { examined: false } },
  { facts: { clocks: {} } },
  { answers: { settlement_amount: 0 } },
  ...rungs.map((step) => ({ answers: { step } })),
  ...flagKinds.map((flag_kind) => ({ answers: { flag_kind } })),
];
/** Returns a state in which the assignment is once the move was made, and in which this clock may run. */
const after = ({ object, rule }: Row, clock: ClockId): AssignmentStatus => {
  const to = object === "assignment" && rule.to !== "same" ? [rule.to] : object === "assignment" ? rule.from : [];
  const among = assignmentStatuses.filter((status) => to.length === 0 || to.includes(status));
  return among.find((status) => clocks[clock].within?.includes(status) ?? true) ?? "draft";
};
const moved = (row: Row, clock: ClockId, more: (typeof circumstances)[number]): Moved => ({
  rule: row.rule,
  facts: { ...known, ...more.facts },
  answers: more.answers ?? {},
  status: after(row, clock),
  system: true,
  assesses: false,
});
const starting = everyMove.flatMap((row) => (row.rule.starts ?? []).map((clock) => ({ row, clock })));

describe("a clock of a row", () => {
  test("starts under some circumstances, and those that start only now and then are these", () => {
    const some = new Set<string>();
    for (const { row, clock } of starting) {
      // What is to be paid after a note or an ending follows from the invoices, and is started with them.
      if (clock === "payment") continue;
      const started = circumstances.map((more) => clocksStarted(moved(row, clock, more)).includes(clock));
      expect(started, `${row.object}.${row.move} ${clock}`).toContain(true);
      if (started.includes(false)) some.add(clock);
    }
    expect([...some].sort()).toEqual(
      [
        "assessment",
        "claim_window",
        "concern",
        "dispute_board",
        "dispute_mediation",
        "guarantee",
        "safety",
        "selection",
        "settle_amount",
        "study_plan",
      ].sort(),
    );
  });
  test("never starts in a state in which it does not run", () => {
    for (const { row, clock } of starting)
      for (const status of assignmentStatuses)
        for (const more of circumstances)
          for (const started of clocksStarted({ ...moved(row, clock, more), status }))
            expect(clocks[started].within ?? [status], `${row.move} ${started}`).toContain(status);
  });
  test("whoever ends the work starts that of the amount, other than where none is asked", () => {
    const rows = starting.filter(({ clock }) => clock === "settle_amount");
    expect(rows.map(({ row }) => row.move)).toEqual(["stop", "terminate"]);
    const starts = (answers: Answers) =>
      rows.map(({ row }) => clocksStarted(moved(row, "settle_amount", { answers })).includes("settle_amount"));
    expect(starts({})).toEqual([true, true]);
    for (const settlement_due of [null, "2027-03-01"])
      for (const [settlement_amount, asked] of [
        [null, true],
        [25_000, true],
        [0, false],
      ] as const)
        expect(starts({ settlement_amount, settlement_due })).toEqual([asked, asked]);
  });
  test("no guarantee was given: none starts", () => {
    const [row] = starting.filter(({ clock }) => clock === "guarantee");
    const started = (days: number) => row && clocksStarted(moved(row.row, "guarantee", { facts: agreed(days) }));
    expect(started(0)).not.toContain("guarantee");
    expect(started(1)).toContain("guarantee");
  });
  test("with claims left the company chooses, otherwise the market opens", () => {
    const row = everyMove.find(({ move }) => move === "reopen_matching") as Row;
    const started = (openClaims: number) => clocksStarted(moved(row, "selection", { facts: { openClaims } }));
    expect(started(0)).toEqual(["claim_window"]);
    expect(started(1)).toEqual(["selection"]);
  });
});
test("whatever a person does in the states of a sign of life starts it again, and nothing that the system does", () => {
  const anew = clockIds.filter((id) => clocks[id].byAnyAct);
  expect(anew).toEqual(["sign_of_life"]);
  for (const { rule } of everyMove)
    for (const status of assignmentStatuses)
      for (const clock of anew) {
        const by = (system: boolean) =>
          clocksStarted({ rule: { ...rule, starts: [] }, facts: known, answers: {}, status, system, assesses: false });
        expect(by(false).includes(clock)).toBe(clocks[clock].within?.includes(status));
        expect(by(true)).not.toContain(clock);
      }
});
test("a check of the use answers the clock of its own month, every other row all that it names", () => {
  for (const { rule, move } of everyMove)
    for (const month of ["3", "6", "12"]) {
      const own = (rule.meets ?? []).filter((id) => clocks[id].check === undefined || `${clocks[id].check}` === month);
      expect(clocksMet({ rule, answers: { month }, facts: known, assesses: true }), move).toEqual(own);
    }
  const check = everyMove.find(({ move }) => move === "record_check") as Row;
  const answered = { rule: check.rule, answers: { month: "6" }, facts: known, assesses: false };
  expect(clocksMet(answered)).toEqual(["impl_check_6"]);
});
test("the clock of who judges is answered with the last student, who may also leave, and by nothing else on a seat", () => {
  const met = (move: string, toAssess: number, assesses: boolean) => {
    const row = everyMove.find((one) => one.object === "member" && one.move === move) as Row;
    return clocksMet({ rule: row.rule, answers: {}, facts: { ...known, toAssess }, assesses }).includes("assessment");
  };
  for (const move of ["assess", "leave", "remove"]) {
    expect(met(move, 1, true), move).toBe(true);
    expect(met(move, 2, true), move).toBe(false);
    expect(met(move, 1, false), move).toBe(false);
  }
});
test("the time of who judges starts where somebody judges, and once", () => {
  const deliver = everyMove.find(({ move }) => move === "deliver") as Row;
  const starts = (facts: Partial<AssignmentFacts>) =>
    clocksStarted(moved(deliver, "assessment", { facts: { clocks: {}, ...facts } })).includes("assessment");
  expect(starts({})).toBe(true);
  expect(starts({ examined: false })).toBe(false);
  expect(starts({ toAssess: 0 })).toBe(false);
  for (const [status, anew] of [
    ["running", false],
    ["out", false],
    ["met", true],
  ] as const) {
    const assessment = { status, dueAt: known.now, noticeUntil: null, extended: false };
    expect(starts({ clocks: { assessment } }), status).toBe(anew);
  }
});
test("a row says what it means to what is to be paid exactly where it starts the term of payment", () => {
  for (const { rule, move } of everyMove)
    expect(rule.pays !== undefined, move).toBe(rule.starts?.includes("payment") ?? false);
  const accepted = everyMove.filter(({ rule }) => rule.pays === "accepted").map(({ move }) => move);
  expect([...acceptingMoves].sort()).toEqual(accepted.sort());
  // The term starts with the move; after a note or an ending it starts with what was said there.
  for (const { rule, move } of everyMove.filter((row) => row.rule.pays)) {
    const started = clocksStarted({
      rule,
      facts: known,
      answers: {},
      status: "completed",
      system: false,
      assesses: false,
    });
    expect(started.includes("payment"), move).toBe(["began", "accepted"].includes(rule.pays ?? ""));
  }
});
test("what one person did is undone by that person, by those whom the row names, or by all where nobody is kept", () => {
  const undoing = everyMove.filter(({ rule }) => rule.undoes);
  expect(undoing.map(({ move }) => move)).toEqual(["resume"]);
  for (const { rule } of undoing)
    for (const role of rule.by) {
      const may = (kept: string | null) => mayUndo(rule, { pausedBy: kept }, "me", new Set([role]));
      expect(may("me"), role).toBe(true);
      expect(may(null), role).toBe(true);
      expect(may("another"), role).toBe(rule.undoes?.or.includes(role));
    }
});
test("the amount is asked of nobody where nothing is left to settle", () => {
  const rows = starting.filter(({ clock }) => clock === "settle_amount");
  expect(rows).toHaveLength(2);
  for (const { row } of rows)
    expect(clocksStarted(moved(row, "settle_amount", { facts: { leftToSettle: 0 } }))).not.toContain("settle_amount");
});

/** Clocks of a status that not every way into it starts, each for a reason of its own. */
const startedOnce: Partial<Record<ClockId, string>> = {
  draft_reply: "only what was sent back is waited for",
  selection: "only where other claims are left",
  publish_on: "a day that somebody plans",
  midterm: "work that was delivered has had its midterm",
  quality: "whoever asks for the check starts it",
  milestone: "each milestone starts its own, again where the work goes on (`milestoneClocks`)",
};
test("whichever way an assignment comes back into a status, what runs there runs again", () => {
  const ways = (to: AssignmentStatus) => Object.entries(assignmentProcess.moves).filter(([, rule]) => rule.to === to);
  const missing = assignmentStatuses.flatMap((status) => {
    const own = clockIds.filter((id) => {
      const { within, byAnyAct } = clocks[id];
      return within?.length === 1 && within[0] === status && !byAnyAct && !(id in startedOnce);
    });
    const started = own.filter((id) => ways(status).some(([, { starts = [] }]) => starts.includes(id)));
    return ways(status).flatMap(([name, { starts = [] }]) =>
      started.flatMap((id) => (starts.includes(id) ? [] : [`${name} starts no ${id}`])),
    );
  });
  expect(missing).toEqual([]);
  expect(ways("in_progress").map(([name]) => name)).toEqual(["start", "report_incomplete"]);
});
test("where an assignment leaves the statuses of a team nothing that was raised stays open: it is waited for, or ends too", () => {
  const hasTeam = (status: string) => teamStatuses.some((one) => one === status);
  const leaving = Object.entries(assignmentProcess.moves).filter(
    ([, { from, to }]) => to !== "same" && from.some(hasTeam) && !hasTeam(to),
  );
  expect(leaving.map(([name]) => name)).toEqual(
    expect.arrayContaining(["close", "reopen_matching", "stop", "rematch"]),
  );
  for (const [name, { guards = [], then = [] }] of leaving) {
    const waits = guards.includes("obstacles_gone") && guards.includes("concerns_settled");
    expect(waits || then.includes("flag.lapse_flag"), name).toBe(true);
  }
});
