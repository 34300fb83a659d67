import { command, page, postOnly } from "#app/platform/guard/guard.server.ts";
import { bookmark } from "#app/services/market/bookmarks.server.ts";
import { idIn } from "#app/services/ids.ts";
import { view } from "#app/ui/shell/view.tsx";
import { urls } from "#app/urls.ts";

/** Keeps a question, or lets it go; twice is the same as once. */
export const action = command(
  async ({ ctx, params, form }) => {
    const id = idIn(params.assignmentId);
    const on = form.fields.bewaar === "ja";
    await bookmark(ctx, id, on);
    return on
      ? urls.assignment.assignment(id)
      : form.fields.terug === "mijn-werk"
        ? `${urls.work.myWork}#bewaard`
        : urls.assignment.assignment(id);
  },
  { repeatable: true },
);
export const loader = page(postOnly);
export default view(() => null);
