import { expect, test } from "vitest";
import { boardSteps, ladder, rungs } from "#app/domain/assignment/ladder.ts";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import { satisfyingFacts } from "#tests/support/satisfying/assignment.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { evaluate, fieldsFor } from "#app/domain/workflow/machine.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import { relations, type Relation } from "#app/domain/words.ts";
import { part, turnAssignment } from "#tests/support/turns/assignment.ts";

const disputed = (ladderStep: string): Partial<AssignmentFacts> => ({ disputed: true, ladderStep });
const may = (name: "escalate_dispute" | "settle_without_solution", step: string, who: Relation) =>
  evaluate(
    assignmentProcess,
    name,
    { ...satisfyingFacts("in_progress", "effort"), ...disputed(step) },
    new Set([who]),
    { report: "Gesproken." },
  ).ok;
const turnsOn = (step: string, running: Partial<Record<ClockId, number>>, without: readonly Relation[] = []) =>
  duesOn(
    turnAssignment({ status: "in_progress", obligation: "effort", facts: disputed(step), running, without }),
  ).flatMap(({ act, who }) => ("move" in act ? who.map((one) => `${one}: ${act.move}`) : []));

test("of each rung only those whom the ladder names say how it went; a party says nothing for the steering group", () => {
  for (const rung of rungs)
    for (const who of relations)
      expect(may("escalate_dispute", rung, who), `${who} on ${rung}`).toBe(
        ladder[rung].by.some((relation) => relation === who),
      );
  for (const party of ["client_owner", "company_signatory", "project_manager", "institution_signatory"] as const)
    expect(may("escalate_dispute", "board", party)).toBe(false);
});
test("only the step that the dispute is in is asked of, and after the last one the form says that none is left", () => {
  const rule = assignmentProcess.moves.escalate_dispute;
  for (const step of rungs) {
    const field = fieldsFor(rule, new Set(rule.by), { obligation: "effort", ladderStep: step }).step;
    expect(field?.kind === "choice" && field.options).toEqual([step]);
  }
  for (const who of rule.by) {
    const facts = { ...satisfyingFacts("in_progress", "effort"), ...disputed("court") };
    const verdict = evaluate(assignmentProcess, "escalate_dispute", facts, new Set([who]));
    expect(verdict, who).toMatchObject({ ok: false, why: "guards", missing: ["rung_left"] });
  }
});
test("the steering group decides from the moment a dispute lies with it, and no party ever does", () => {
  for (const step of [...rungs, "court"])
    for (const who of relations)
      expect(may("settle_without_solution", step, who), `${who} on ${step}`).toBe(
        boardSteps.includes(step) && (who === "dispute_board" || who === "coordinator"),
      );
});
test("each rung is the turn of who can end it there: the parties talk, the steering group decides", () => {
  const parties = ["client_owner: settle_dispute", "project_manager: settle_dispute"];
  const board = ["dispute_board: settle_without_solution"];
  for (const days of [3, -3]) {
    expect(turnsOn("talk", { dispute_talk: days })).toEqual(parties);
    expect(turnsOn("board", { dispute_board: days })).toEqual(board);
  }
  expect(turnsOn("mediation", { dispute_mediation: 3 })).toEqual(parties);
  expect(turnsOn("court", {})).toEqual(board);
  expect(turnsOn("board", { dispute_board: 3 }, ["dispute_board"])).toEqual(["coordinator: settle_without_solution"]);
});
test("in a dispute that was answered the earlier of two days leads, whatever asks by it", () => {
  const asked = (milestone: number) =>
    duesOn(
      turnAssignment({
        status: "in_progress",
        obligation: "effort",
        facts: { ...disputed("talk"), disputeAnswerOf: null },
        parts: [part("milestone", "planned", "effort")],
        running: { dispute_talk: 4, milestone },
      }),
    ).map(({ ask }) => ask);
  expect(asked(2)[0]).toBe("milestone");
  expect(asked(6)[0]).toBe("settle");
});
test("a solution that one side proposed waits for the other, also while the dispute lies with the steering group", () => {
  const assignment = turnAssignment({
    status: "in_progress",
    obligation: "effort",
    facts: disputed("board"),
    running: { dispute_board: 3 },
    confirmed: [{ move: "settle_dispute", relation: "client_owner" }],
  });
  expect(
    duesOn(assignment).flatMap(({ act, who }) => ("move" in act && act.move === "settle_dispute" ? who : [])),
  ).toEqual(["project_manager"]);
});

test("the side that a dispute is about answers before anybody settles it; who reported it waits, and adds something after", () => {
  for (const [side, awaited, reporter] of [
    ["company", "client_owner", "project_manager"],
    ["education", "project_manager", "client_owner"],
  ] as const) {
    const facts: Partial<AssignmentFacts> = { ...disputed("talk"), disputeAnswerOf: side };
    const assignment = turnAssignment({
      status: "in_progress",
      obligation: "effort",
      facts,
      running: { dispute_talk: 3 },
    });
    expect(
      duesOn(assignment).flatMap(({ act, who }) => ("move" in act ? who.map((one) => `${one}: ${act.move}`) : [])),
    ).toEqual([`${awaited}: answer_dispute`]);
    const judged = (step: string, who: Relation) =>
      evaluate(
        assignmentProcess,
        "answer_dispute",
        { ...satisfyingFacts("in_progress", "effort"), ...facts, ladderStep: step },
        new Set([who]),
      ).ok;
    for (const step of [...rungs, "court"])
      expect([judged(step, awaited), judged(step, reporter)]).toEqual([true, false]);
  }
});
