import { dayNumber } from "#app/domain/calendar/holidays.ts";
import { amsterdamDay, type Day } from "#app/domain/calendar/working-days.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { filled } from "./fields.ts";
import { savedNumber, savedText } from "./saved.ts";
import { coming, inBlock, type Switches } from "#app/domain/centre/switches.ts";

/** Tells where and when an intake is read: the centre's switches and calendar decide what fits. */
export type Reading = { switches: Switches; now: Date };
const linesIn = (value: string) => value.split("\n").filter((line) => line.trim() !== "").length;

/** A team reads this text as its whole start: a few sentences are needed to see what goes wrong, and for whom. */
const fewest = { problem: 150, title: 10 } as const;
const longestWeeks = 26;
const shortestWeeks = 3;
const mostProducts = 5;
const fewestHours = 40;
/** A question that presses cannot wait for a block that starts later than this. */
const pressingDays = 56;

const vague = (a: Answers) =>
  filled(a, "problem") &&
  (savedText(a, "problem").trim().length < fewest.problem ||
    (filled(a, "title") && savedText(a, "title").trim().length < fewest.title));
const tooLarge = (a: Answers) =>
  (savedNumber(a, "weeks") ?? 0) > longestWeeks || linesIn(savedText(a, "deliverables").trim()) > mostProducts;
const tooSmall = (a: Answers) =>
  (savedNumber(a, "weeks") ?? shortestWeeks) < shortestWeeks ||
  (savedNumber(a, "hours_student") ?? fewestHours) < fewestHours;
/** It warns when there is less than an hour a week for questions of the team (docs/domain.md 4.1). */
const fewHours = (a: Answers) =>
  filled(a, "hours_company") && (savedNumber(a, "hours_company") ?? 0) < (savedNumber(a, "weeks") ?? 10);

/**
 * Returns the first start that education knows: the wished day when it falls in a block, otherwise the block after
 * it. Null when the centre keeps no blocks.
 */
export function firstStart(a: Answers, { switches, now }: Reading): Day | null {
  const wish = savedText(a, "start_wish").trim();
  const starts = coming(now, switches, 12);
  return wish === "" ? (starts[0] ?? null) : (starts.find((day) => day >= wish) ?? null);
}
/** The wish or the hurry does not match the school's year. */
function outOfStep(a: Answers, reading: Reading): boolean {
  const today = amsterdamDay(reading.now);
  const wish = savedText(a, "start_wish").trim();
  if (wish !== "") return wish < today || !inBlock(wish, reading.switches);
  const first = firstStart(a, reading);
  return (
    savedText(a, "urgency").trim() === "pressing" &&
    first !== null &&
    dayNumber(first) - dayNumber(today) > pressingDays
  );
}

/**
 * Reads what can be seen in the answers of an intake, true when it is so. Hints and the fit read the same signs, so
 * they never contradict each other.
 */
export const signsOf = (a: Answers, reading: Reading) => ({
  vague: vague(a),
  too_large: tooLarge(a),
  too_small: tooSmall(a),
  critical_result: a.critical === true && a.obligation === "result",
  no_owner: !filled(a, "problem_owner"),
  no_users: !filled(a, "end_users"),
  no_case: !filled(a, "business_case"),
  few_hours: fewHours(a) || !filled(a, "hours_company"),
  calendar: outOfStep(a, reading),
  summary_needed: filled(a, "confidentiality") && a.confidentiality !== "public" && !filled(a, "teaser"),
  criteria_needed: a.obligation === "result" && !filled(a, "draft_criteria"),
});
export type Sign = keyof ReturnType<typeof signsOf>;
