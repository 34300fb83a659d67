import { everyMove, rowOf, type ObjectName } from "./processes.ts";
import { askedIn } from "./shown.ts";

/** Describes a move whose words may be shown again. */
export type EarlierMove = { object: ObjectName; move: string };
/** `part`: all that was written on the very part that is moved; else the newest of each move by each person, or all `since` a move. */
type EarlierAnswers = { part: boolean; moves: readonly EarlierMove[]; since?: EarlierMove };

const hasWords = ({ object, move }: { object: string; move: string }) => {
  const rule = rowOf(object, move);
  return rule?.shows !== undefined && Object.keys(askedIn(rule)).length > 0;
};
/** Returns the name of a row as its table says it: a move of the assignment, or `object.move`. */
function named(name: string): EarlierMove {
  const [object, move] = name.includes(".") ? name.split(".") : ["assignment", name];
  return { object: object as ObjectName, move: move ?? "" };
}
/**
 * Says whose words stand beside the form of a move, so that nobody answers what they do not read (docs/domain.md 3.2): of a move
 * on a part all that was written on that part, of any other what its row says (`earlierAnswers`).
 */
export function earlierAnswersFor(object: ObjectName, move: string): EarlierAnswers {
  const rule = rowOf(object, move);
  if (object !== "assignment" && !rule?.from.includes("new"))
    return {
      part: true,
      moves: everyMove.flatMap((row) => (row.object === object && hasWords(row) ? [{ object, move: row.move }] : [])),
    };
  const { words = [], since } = rule?.earlierAnswers ?? {};
  return { part: false, moves: words.map(named), ...(since === undefined ? {} : { since: named(since) }) };
}
