import { exits, families } from "#app/domain/assignment/process.ts";
import { rowOf } from "./processes.ts";

const back: readonly string[] = [...exits, ...families.preparing, "published"];
/** Tells whether a rare move of an assignment takes it off its line, or back to before there was a team. */
export function isExit(object: string, move: string): boolean {
  const rule = object === "assignment" ? rowOf(object, move) : undefined;
  return rule?.rank === "rare" && back.includes(rule.to);
}
/**
 * Tells whether a rare move of an assignment lasts, so that its form says it is not simply undone. A pause does not: whoever
 * made it takes the work up again.
 */
export function isLasting(object: string, move: string): boolean {
  const rule = object === "assignment" ? rowOf(object, move) : undefined;
  const pauses = rule?.to === "same" && rule.sets?.onHold === true && !rule.records;
  return rule?.rank === "rare" && !pauses;
}
