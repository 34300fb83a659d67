import { expect, test } from "vitest";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { allProcesses, type AnyMachine } from "#app/domain/workflow/processes.ts";
import { satisfyingFactsOf } from "#tests/support/satisfying/facts.ts";
import { besideFields } from "#app/domain/workflow/guard-fields.ts";
import { obligations, relations, type Role } from "#app/domain/words.ts";

const machines = Object.entries(allProcesses) as unknown as [keyof typeof allProcesses, AnyMachine][];
const rulesOf = (m: AnyMachine) => Object.entries(m.moves) as [string, Rule<string, string>][];

/** Answers that note which of them a guard looks at; each looks filled in, or each looks empty. */
function observed(answer: string | null): { answers: Answers; seen: Set<string> } {
  const seen = new Set<string>();
  const answers = new Proxy<Record<string, string | null>>(
    {},
    {
      get: (_, id) => {
        seen.add(String(id));
        return answer;
      },
    },
  );
  return { answers, seen };
}
const looksAt = (m: AnyMachine, guard: string, facts: Parameters<AnyMachine["guards"][string]>[0], role: Role) =>
  ["midterm_stop", null].flatMap((answer) => {
    const { answers, seen } = observed(answer);
    m.guards[guard]?.(facts, new Set([role]), answers);
    return [...seen];
  });

test("a guard looks at no answer that its move does not ask", () => {
  let looked = 0;
  for (const [object, m] of machines)
    for (const [name, rule] of rulesOf(m))
      for (const guard of rule.guards ?? [])
        for (const status of rule.from)
          for (const obligation of obligations)
            for (const role of [...relations, "system"] as const) {
              const facts = satisfyingFactsOf[object](status as never, obligation, rule.guards);
              for (const id of looksAt(m, guard, facts as never, role)) {
                looked++;
                expect(Object.keys(rule.fields ?? {}), `${object} ${name}: ${guard}`).toContain(id);
                expect(
                  Object.keys(besideFields(rule, [guard])),
                  `${object} ${name}: ${guard} has a field`,
                ).toHaveLength(1);
              }
            }
  expect(looked).toBeGreaterThan(0);
});
