import { seatRelation } from "#app/domain/workflow/role-relations.ts";
import { takesTeam } from "#app/domain/workflow/child-machine.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import type { AssignmentStatus, SeatRole } from "#app/domain/words.ts";
import { turnsOf } from "./rule.ts";

/**
 * Tells whether whoever has this seat may be waited for while the assignment is in this status, so that the work may stand
 * still when nobody has it (docs/domain.md 6.2). A part of the assignment has statuses of its own: it counts in each of them.
 */
export const mayWaitForSeat = (status: AssignmentStatus, seat: SeatRole): boolean =>
  takesTeam.includes(status) &&
  everyMove.some(
    ({ object, rule }) =>
      (object !== "assignment" || (rule.from as readonly string[]).includes(status)) &&
      turnsOf(rule).some((turn) => (turn.of ?? rule.by).some((role) => role === seatRelation[seat])),
  );
