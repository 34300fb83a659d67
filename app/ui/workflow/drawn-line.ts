import { exits, lineOf } from "#app/domain/assignment/process.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";

export type Stop = { status: AssignmentStatus; at: "passed" | "here" | "ahead"; loop: boolean };
export type Line = { stops: readonly Stop[]; step: number; left: AssignmentStatus | null; inLoop: boolean };

/**
 * Returns the line as drawn for one assignment (docs/domain.md 6.2): rework is a side loop at the acceptance test,
 * "not in use" takes the place of "in use". After an exit the line ends at `reached`, the last status before it.
 */
export function drawnLine(status: AssignmentStatus, obligation: Obligation, reached: AssignmentStatus = "draft"): Line {
  const left = (exits as readonly AssignmentStatus[]).includes(status) ? status : null;
  const now = left ? reached : status;
  const order = lineOf(obligation).map((stop) => (stop === "implemented" && now === "not_implemented" ? now : stop));
  const here = Math.max(0, order.indexOf(now === "rework" ? "acceptance_test" : now));
  const at = (i: number) => (i < here ? "passed" : i > here ? "ahead" : "here");
  return {
    stops: order.map((stop, i) => ({ status: stop, at: at(i), loop: stop === "acceptance_test" })),
    step: here + 1,
    left,
    inLoop: now === "rework",
  };
}
