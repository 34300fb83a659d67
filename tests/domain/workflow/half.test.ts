import { expect, test } from "vitest";
import { agreedFields, isHalfConfirmed, type Recipient } from "#app/domain/workflow/machine.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { doneWords, wordsOfMove } from "#app/i18n/move-words.ts";
import { words } from "#app/i18n/words.ts";
import type { Relation } from "#app/domain/words.ts";

const shared = everyMove.filter(({ rule }) => rule.both);
test("what one side confirmed reads as a proposal until the others confirm, in both languages", () => {
  expect(shared.length).toBeGreaterThan(0);
  for (const locale of ["nl", "en"] as const)
    for (const { move } of shared) {
      const all = words(locale);
      expect(wordsOfMove(all, move).proposed, `${locale} ${move}`).toBeTruthy();
      expect(doneWords(all, move, true), `${locale} ${move}`).not.toBe(doneWords(all, move));
    }
  for (const locale of ["nl", "en"] as const)
    for (const { move } of everyMove.filter(({ move }) => !shared.some((one) => one.move === move)))
      expect(wordsOfMove(words(locale), move).proposed, `${locale} ${move}`).toBeUndefined();
  expect(isHalfConfirmed({ answers: { waiting_for: ["client_owner"] } })).toBe(true);
  expect(isHalfConfirmed({ answers: { text: "Akkoord." } })).toBe(false);
});
test("sides that confirm agree on everything both are asked, but for what each says for itself", () => {
  const own = {
    record_midterm: ["forecast"],
    remedy: ["decision"],
  } as Record<string, string[]>;
  const review = ["effort_finding", "rating", "what_next"];
  for (const { move, rule } of shared)
    expect(agreedFields(rule), move).toEqual(
      Object.keys(rule.fields ?? {}).filter(
        (id) => !(own[move] ?? (move === "finish_review" ? review : [])).includes(id),
      ),
    );
});
/** Holds those of whom a circle of people is made up, as far as they confirm anything (`recipients.server.ts`). */
const circles: Partial<Record<Recipient, readonly Relation[]>> = {
  party: ["client_owner", "problem_owner", "project_manager", "team_teacher", "business_developer", "coordinator"],
};
test("each of those who confirm together hears that the other did", () => {
  for (const { object, move, rule } of shared) {
    const told = rule.notifies.flatMap((one) => [one, ...(circles[one] ?? [])]);
    for (const side of rule.both ?? []) expect(told, `${object} ${move}`).toContain(side);
  }
});
