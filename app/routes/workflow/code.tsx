import { processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { refuse } from "#app/domain/refusal.ts";
import { command, page, postOnly } from "#app/platform/guard/guard.server.ts";
import { countCodeLetter, sendCode } from "#app/services/account/codes.server.ts";
import { idIn } from "#app/services/ids.ts";
import { view } from "#app/ui/shell/view.tsx";
import { urls, withQuery } from "#app/urls.ts";

/** Mails a code to sign a move with, and continues to the page that asks it. */
export const action = command(async ({ ctx, params: { object = "", partId, move = "" } }) => {
  if (!Object.hasOwn(processes, object)) refuse("not_found");
  await sendCode(ctx, object as ObjectName, idIn(partId), move);
  await countCodeLetter(ctx, idIn(partId));
  return withQuery(urls.workflow.childMove(object, partId ?? "", move), { code: true });
});
export const loader = page(postOnly);
export default view(() => null);
