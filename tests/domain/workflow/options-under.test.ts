import { expect, test } from "vitest";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { fieldsFor, type Rule } from "#app/domain/workflow/machine.ts";
import { obligations, type Obligation } from "#app/domain/words.ts";

const optionsOf = (rule: Rule<string, string>, field: string, obligation: Obligation): readonly string[] => {
  const found = fieldsFor(rule, new Set(rule.by), { obligation, ladderStep: null })[field];
  return found?.kind === "choice" ? found.options : [];
};
test.each(obligations)("a form asks no choice that work under this obligation does not know (%s)", (obligation) => {
  const rows = everyMove.filter(({ rule }) => rule.optionsUnder);
  expect(rows.length).toBeGreaterThan(0);
  for (const { rule } of rows)
    for (const [field, under] of Object.entries(rule.optionsUnder ?? {})) {
      const offered = optionsOf(rule, field, obligation);
      for (const [option, only] of Object.entries(under))
        expect(offered.includes(option), `${field} ${option}`).toBe(only === obligation);
      expect(offered.length).toBeGreaterThan(1);
    }
});
test("a dispute is settled by rework or a deviation where the assignment itself knows those moves", () => {
  const { settle_dispute, request_rework, accept_with_deviation } = assignmentProcess.moves;
  const moves = { herstel: request_rework, afwijking: accept_with_deviation };
  for (const obligation of obligations)
    for (const [way, { only }] of Object.entries(moves))
      expect(optionsOf(settle_dispute, "outcome", obligation).includes(way)).toBe(only === obligation);
});
