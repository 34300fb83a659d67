import { command, page, postOnly } from "#app/platform/guard/guard.server.ts";
import { startChange } from "#app/services/agreement/agreements.server.ts";
import { idIn } from "#app/services/ids.ts";
import { view } from "#app/ui/shell/view.tsx";
import { urls } from "#app/urls.ts";

/** Starts a change of a signed agreement: a new draft from the signed version. */
export const action = command(async ({ ctx, params }) => {
  const id = idIn(params.assignmentId);
  await startChange(ctx, id);
  return urls.agreement.agreement(id);
});
export const loader = page(postOnly);
export default view(() => null);
