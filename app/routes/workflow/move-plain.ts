import { refuse } from "#app/domain/refusal.ts";
import { processes, type MoveOf } from "#app/domain/workflow/processes.ts";
import { command, page, postOnly } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { view } from "#app/ui/shell/view.tsx";
import { urls } from "#app/urls.ts";

/** Answers POST of a move that asks nothing, straight from its button. */
export const action = command(async ({ ctx, form, params }) => {
  const id = idIn(params.assignmentId);
  const name = String(form.fields.move ?? "");
  if (!Object.hasOwn(processes.assignment.moves, name)) refuse("not_found");
  await move(
    ctx,
    "assignment",
    id,
    name as MoveOf<"assignment">,
    {},
    { ...(form.version === null ? {} : { version: form.version }) },
  );
  return urls.assignment.assignment(id);
});
export const loader = page(postOnly);
export default view(() => null);
