import { publishAsks } from "#app/domain/assignment/preparing.ts";
import { storedAnswers } from "#app/domain/fields/typed.ts";
import { Refusal, refuse } from "#app/domain/refusal.ts";
import { changeAssignment } from "#db/queries/assignment/assignments.server.ts";
import { latestRecord } from "#db/queries/workflow/records.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { moveInside } from "#app/services/workflow/move.server.ts";

/**
 * The planned day has come: opens the question as it was planned, if every guard still says yes at this moment. Answers
 * whether it opened; if not, the plan is over.
 */
export async function publishPlanned(inside: Inside, { row }: AssignmentContext): Promise<boolean> {
  const plan = (await latestRecord(inside.db, row.id, "publication_plan"))?.data ?? {};
  const answers = storedAnswers(publishAsks, plan);
  const whole = Object.keys(publishAsks).every((id) => id in answers);
  try {
    // A plan of before a question was added to the form lacks its answer: somebody has to plan anew.
    if (!whole) refuse("guards");
    await moveInside(inside, "assignment", row.id, "publish", {}, { system: true, answers });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await changeAssignment(inside.db, row.id, { publishOn: null });
    return false;
  }
}
