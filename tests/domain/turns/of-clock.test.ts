import { describe, expect, test } from "vitest";
import { isPrepared } from "#app/domain/assignment/guards.ts";
import { clockIds, clocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import { evaluate } from "#app/domain/workflow/machine.ts";
import { everyMove, machineOf } from "#app/domain/workflow/processes.ts";
import type { Due, TurnAssignment } from "#app/domain/turns/assignment.ts";
import { duesOfClock } from "#app/domain/turns/of-clock.ts";
import { deadlineFor } from "#app/domain/turns/deadline.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import { obligations, type Obligation } from "#app/domain/words.ts";
import { scenes } from "#tests/support/turns/scenes.ts";
import { part, turnAssignment } from "#tests/support/turns/assignment.ts";

const named = ({ act }: Due) => ("move" in act ? act.move : act.page);
/** Beside the scenes there is a team that fell apart, of which the repair is waited for. */
const fallen = turnAssignment({
  status: "in_progress",
  obligation: "effort",
  facts: { onHold: true },
  running: { team_repair: 2 },
  pausedBy: "team_teacher",
});
const all = [...scenes(), { name: "a team that fell apart", assignment: fallen }];
const runsIn = (clock: ClockId, { facts }: TurnAssignment) => clocks[clock].within?.includes(facts.status) ?? true;

/** Lists clocks that no single act answers: claiming is a chance, and a guarantee just ends. */
const askNothing: readonly ClockId[] = ["claim_window", "claim_valid", "guarantee", "sign_of_life"];
describe("a letter of a clock asks what that clock asks", () => {
  for (const clock of clockIds)
    test(clock, () => {
      const dues = all
        .filter(({ assignment }) => runsIn(clock, assignment))
        .flatMap(({ assignment }) => duesOfClock(assignment, { clock, objectId: null }));
      expect(new Set(dues.map(named)).size > 0, clock).toBe(!askNothing.includes(clock));
      for (const due of dues) expect([clock, null], `${clock}: ${named(due)}`).toContain(due.clock);
    });
});
test("whatever a clock of its own asks is asked by the letter of that clock and of no other", () => {
  for (const { assignment, name } of all)
    for (const due of duesOn(assignment)) {
      if (due.clock === null || !runsIn(due.clock, assignment)) continue;
      const letters = clockIds.filter((clock) =>
        duesOfClock(assignment, { clock, objectId: null }).some((one) => named(one) === named(due)),
      );
      expect(letters, `${name}: ${named(due)}`).toEqual([due.clock]);
    }
});
test("to see whether a delivery is complete is no payment, and a late milestone is that one", () => {
  const delivered = turnAssignment({
    status: "delivered",
    obligation: "effort",
    running: { receipt: 1, payment: -3 },
  });
  expect(named(duesOn(delivered)[0] as Due)).toBe("record_payment");
  expect(duesOfClock(delivered, { clock: "receipt", objectId: null }).map(named)).toEqual(["open_closing_review"]);
  const working = turnAssignment({
    status: "in_progress",
    obligation: "effort",
    parts: [part("milestone", "planned", "effort")],
    running: { milestone: 1 },
  });
  const of = (objectId: string) => duesOfClock(working, { clock: "milestone", objectId }).map(named);
  expect(of("milestone")).toEqual(["reach"]);
  expect(of("another")).toEqual([]);
});

/** Makes the work after the company said that what it was given is not complete. */
const returned = (obligation: Obligation, status: "in_progress" | "rework") => {
  const facts = turnAssignment({ status, obligation }).facts;
  return turnAssignment({
    status,
    obligation,
    facts: { delivery: facts.delivery && { ...facts.delivery, status: "released" } },
    parts: [part("delivery", "released", obligation), part("delivery", "new", obligation)],
    running: { delivery_due: 5, payment: 20 },
  });
};
for (const obligation of obligations)
  test(`what the company was given is not delivered once more: another version is asked for at once (${obligation})`, () => {
    for (const [status, way] of [
      ["in_progress", "deliver"],
      ["rework", "redeliver"],
    ] as const) {
      if (status === "rework" && obligation === "effort") continue;
      const assignment = returned(obligation, status);
      expect(isPrepared(assignment.facts)).toBe(false);
      const [first] = duesOn(assignment);
      expect(first && [named(first), first.ask, first.people]).toEqual([
        "prepare",
        "prepare_delivery",
        ["project_manager", "student_lead"],
      ]);
      expect(duesOn(assignment).map(named)).not.toContain(way);
      const verdict = evaluate(machineOf("assignment"), way, assignment.facts, new Set(["project_manager"]));
      expect(verdict).toMatchObject({ ok: false, missing: ["delivery_complete"] });
    }
  });
test("whatever waits for a version to be cleared waits for a version first", () => {
  const clearing = everyMove.filter(({ rule }) => rule.guards?.includes("quality_cleared"));
  expect(clearing).not.toEqual([]);
  expect(clearing.filter(({ rule }) => !rule.guards?.includes("delivery_complete"))).toEqual([]);
});
test("who has to answer a dispute reads until when: the end of the talk", () => {
  const reported = turnAssignment({
    status: "in_progress",
    obligation: "effort",
    facts: { disputed: true, ladderStep: "talk", disputeAnswerOf: "education" },
    running: { dispute_talk: 4 },
  });
  const [due] = duesOn(reported);
  expect(due).toMatchObject({ ask: "answer_dispute", people: ["project_manager"] });
  expect(deadlineFor(reported, due ?? null, new Set(["project_manager"]))).toEqual(reported.clocks[0]);
  expect(duesOfClock(reported, { clock: "dispute_talk", objectId: null })).toEqual([due]);
});
