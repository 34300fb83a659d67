import type { Answers } from "#app/domain/fields/fields.ts";
import { agreedFields, filesFieldOf, isHalfConfirmed, type Rule } from "#app/domain/workflow/machine.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";

type AnyRule = Rule<string, string>;
/** Describes a line of the log, as far as it tells whether somebody says the same once more. */
type Line = {
  object: string;
  objectId: string;
  move: string;
  actorId: string | null;
  fromStatus: string | null;
  toStatus: string | null;
  answers: Answers;
};
/** Holds what somebody says now: a move of a row on an object, in these words; `sides`: the sides for which they confirm. */
type Said = {
  object: string;
  id: string;
  name: string;
  by: string;
  answers: Answers;
  sides: readonly string[];
};
/** Compares two answers, whatever the order in which their parts were written. */
type Same = (one: unknown, other: unknown) => boolean;

/**
 * Tells whether a row leaves its object in the status in which it may be made, so that the same person can make it once
 * more.
 */
export const isRepeatable = ({ from, to }: Pick<AnyRule, "from" | "to">): boolean => to === "same" || from.includes(to);

/**
 * Returns the lines in which somebody said just this and which still stand, so that the same words are no news; none
 * where they are. `lines`: the log, the newest first. Files are compared by whoever has their contents.
 */
export function standingLines<L extends Line>(rule: AnyRule, said: Said, lines: readonly L[], isSame: Same): L[] {
  const over = lines.findIndex((line) => changesMatter(rule, said, line));
  return (over < 0 ? lines : lines.slice(0, over + 1)).filter(
    (line) => isOfMove(line, said) && line.actorId === said.by && saysSame(rule, said, line, isSame),
  );
}
/** Tells whether a row makes a part, which stands by itself afterwards. */
export const makesPart = ({ from }: Pick<AnyRule, "from">): boolean => from.includes("new");
/** Returns the lines in which a part was made that is the same as what is made now; whether it still stands is for who reads it. */
export const madeAlike = <L extends Line>(
  rule: AnyRule,
  said: Omit<Said, "id" | "sides">,
  lines: readonly L[],
  isSame: Same,
) =>
  lines.filter((line) => {
    const { same, whoever } = rule.repeats ?? {};
    const isTheirs = whoever === true || line.actorId === said.by;
    if (line.object !== said.object || line.move !== said.name || !isTheirs) return false;
    if (same === undefined) return isSame(withoutFiles(rule, line.answers), withoutFiles(rule, said.answers));
    return same.every((field) => isSame(line.answers[field] ?? null, said.answers[field] ?? null));
  });
const isOfMove = ({ objectId, move }: Line, { id, name }: Said) => objectId === id && move === name;
/**
 * Tells whether a line has the same words. Who confirms for a side says what was agreed once that side and all others
 * did.
 */
function saysSame(rule: AnyRule, { answers, sides }: Said, line: Line, isSame: Same): boolean {
  if (sides.length === 0) return isSame(withoutFiles(rule, line.answers), withoutFiles(rule, answers));
  const confirmed = Array.isArray(line.answers.confirmed_by) ? line.answers.confirmed_by : [];
  return (
    !isHalfConfirmed(line) &&
    sides.every((side) => confirmed.some((one) => one === side)) &&
    agreedFields(rule).every((field) => isSame(line.answers[field] ?? null, answers[field] ?? null))
  );
}
function withoutFiles(rule: AnyRule, answers: Answers): Answers {
  const field = filesFieldOf(rule);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== field));
}
/**
 * Tells whether what was done in this line makes the same words news: another status, what the words are about, or other
 * words.
 */
function changesMatter({ earlierAnswers, repeats }: AnyRule, said: Said, line: Line): boolean {
  if (isOfMove(line, said)) return repeats?.of === undefined || (repeats.of === "own" && line.actorId === said.by);
  const isOfPart = said.object !== "assignment" && line.objectId === said.id;
  const rule = rowOf(line.object, line.move);
  const turns = line.fromStatus !== line.toStatus || rule?.sets !== undefined;
  const word = line.object === "assignment" ? line.move : `${line.object}.${line.move}`;
  return (
    (turns && (line.object === "assignment" || isOfPart)) ||
    (isOfPart && rule !== undefined) ||
    (earlierAnswers?.words.includes(word) ?? false)
  );
}
