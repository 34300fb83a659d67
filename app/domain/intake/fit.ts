import type { Answers } from "#app/domain/fields/fields.ts";
import { cardOf } from "./card.ts";
import { filled } from "./fields.ts";
import { policyMisfits, wishOfCard, type Misfit } from "#app/domain/agreement/terms/fit.ts";
import { signsOf, type Reading, type Sign } from "./signs.ts";

/** Says how well a question fits education, in four grades of words; never a number. */
const fitGrades = ["good", "fits", "adjust", "poor"] as const;
export type FitGrade = (typeof fitGrades)[number];
/** Lists what speaks for a question; what speaks against it is a sign, or a rule of the centre it breaks. */
const strengths = ["clear", "owner", "users", "case", "time", "size", "start", "measurable"] as const;
export type Strength = (typeof strengths)[number];
type FitReason = { for: true; id: Strength } | { for: false; id: Sign } | { for: false; id: Misfit; breaks: true };
export type Fit = { grade: FitGrade; reasons: FitReason[] };

/** A wish that puts the company at risk weighs as much as two that can be mended in a minute. */
const weight = (id: Sign) => (id === "critical_result" ? 2 : 1);
/** Lists the most points against a question for each grade but the last. */
const bounds = [
  ["good", 0],
  ["fits", 2],
  ["adjust", 4],
] as const;

/** Lists the rules of this centre and of the funding that the intake's wishes break. */
const misfitsOf = (answers: Answers, { switches }: Reading): Misfit[] =>
  policyMisfits(wishOfCard(cardOf(answers)), switches);
/** The grade with its reasons, from the answers alone: the company and the coordinator read the same. */
export function fitOf(answers: Answers, reading: Reading): Fit {
  const signs = signsOf(answers, reading);
  const against = (Object.keys(signs) as Sign[]).filter((id) => signs[id]);
  const broken = misfitsOf(answers, reading);
  const speaks: Record<Strength, boolean> = {
    clear: filled(answers, "problem") && !signs.vague,
    owner: !signs.no_owner,
    users: !signs.no_users,
    case: !signs.no_case,
    time: !signs.few_hours,
    size: filled(answers, "weeks") && !signs.too_large && !signs.too_small,
    start: filled(answers, "start_wish") && !signs.calendar,
    measurable: answers.obligation === "result" && !signs.criteria_needed,
  };
  const points = against.reduce((sum, id) => sum + weight(id), filled(answers, "problem") ? 0 : 2);
  const grade: FitGrade = broken.length > 0 ? "poor" : (bounds.find(([, most]) => points <= most)?.[0] ?? "poor");
  return {
    grade,
    reasons: [
      ...broken.map((id) => ({ for: false as const, id, breaks: true as const })),
      ...against.map((id) => ({ for: false as const, id })),
      ...strengths.filter((id) => speaks[id]).map((id) => ({ for: true as const, id })),
    ],
  };
}
