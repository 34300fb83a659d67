import type { Day } from "#app/domain/calendar/working-days.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { IntakeStep } from "./fields.ts";
import { firstStart, signsOf, type Reading, type Sign } from "./signs.ts";

/** Tells which question mends a sign, and which questions must have been seen before it is worth a word. */
const about = {
  vague: { step: "probleem", after: ["problem"] },
  no_users: { step: "mensen", after: ["end_users"] },
  no_owner: { step: "mensen", after: ["problem_owner"] },
  no_case: { step: "waarom", after: ["business_case"] },
  critical_result: { step: "verplichting", after: ["critical", "obligation"] },
  few_hours: { step: "inbreng", after: ["hours_company"] },
  criteria_needed: { step: "verplichting", after: ["draft_criteria"] },
  summary_needed: { step: "openheid", after: ["teaser"] },
  too_large: { step: "periode", after: [] },
  too_small: { step: "periode", after: [] },
  calendar: { step: "periode", after: ["start_wish"] },
} as const satisfies Record<Sign, { step: IntakeStep; after: readonly string[] }>;
const hintIds = Object.keys(about) as Sign[];

/** Describes advice about one question: what was seen, where it is mended, and for the calendar the first start that is possible. */
export type Hint = { id: Sign; step: IntakeStep; day: Day | null };
/**
 * Tells what helps while writing (docs/domain.md 4.1): it advises and never blocks. Says nothing about a question
 * that was not asked yet, unless `whole`.
 */
export function hintsFor(answers: Answers, reading: Reading, { whole = false } = {}): Hint[] {
  const signs = signsOf(answers, reading);
  const asked = (id: Sign) => whole || about[id].after.every((field) => field in answers);
  return hintIds
    .filter((id) => signs[id] && asked(id))
    .map((id) => ({ id, step: about[id].step, day: id === "calendar" ? firstStart(answers, reading) : null }));
}
