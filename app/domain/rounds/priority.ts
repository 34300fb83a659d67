import { over } from "#app/domain/assignment/process.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import type { RoundStatus, RoundStudentStatus } from "./words.ts";

/**
 * Says why somebody may go on to a later round with priority: nothing was left for them, what they had is gone, or a teacher
 * took them out.
 */
const returnReasons = ["no_place", "no_team", "stopped"] as const;
export type ReturnReason = (typeof returnReasons)[number];
/** Lists the statuses of a round that still takes them in. */
export const takesReturned: readonly RoundStatus[] = ["draft", "choosing"];
/** Whoever is not taken in by a round now waits for the next one. */
export const nextRound = "next";
export const returnFields = (students: readonly string[], rounds: readonly string[]) =>
  ({
    student: { kind: "choices", required: true, options: students },
    to: { kind: "choice", required: true, options: [...rounds, nextRound] },
  }) as const satisfies Fields;

type Standing = {
  status: RoundStudentStatus /** The assignment in which the published plan has a place for them. */;
  placed: AssignmentStatus | null /** Whether they have a seat in any assignment of this round now. */;
  seated: boolean;
};
/** Holds assignments whose work ended without a result. */
const failed: readonly AssignmentStatus[] = over.filter((status) => status !== "closed");
/** Lists assignments whose work is done: whoever was in it had their turn. */
export const done: readonly AssignmentStatus[] = [
  "completed",
  "implementing",
  "implemented",
  "not_implemented",
  "anchoring",
  "closed",
];
/**
 * Tells whether somebody in a published round may be sent on, and why; null while they have a seat in work that goes on or
 * was done, or were sent on before.
 */
export function returnReason({ status, placed, seated }: Standing): ReturnReason | null {
  const lost = placed !== null && failed.includes(placed);
  if (status === "returned" || (placed !== null && done.includes(placed)) || (seated && !lost)) return null;
  return status === "dropped" ? "stopped" : placed ? "no_team" : "no_place";
}
