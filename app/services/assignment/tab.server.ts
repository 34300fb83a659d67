import { refuse } from "#app/domain/refusal.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { Context, Inside } from "#app/services/context.ts";
import type { AssignmentTab } from "#app/urls.ts";
import { openAssignmentPage, tabs, type OpenAssignment } from "./frame.server.ts";

/** Makes a tab for whoever may see its part; for others it does not exist. */
export const tab = <T>(
  ctx: Context,
  id: string,
  name: Exclude<AssignmentTab, "overzicht">,
  read: (inside: Inside, open: OpenAssignment) => Promise<T>,
) =>
  openAssignmentPage(
    ctx,
    id,
    async (inside, open) => {
      if (!may(tabs[name], open.roles)) refuse("not_found");
      return read(inside, open);
    },
    name,
  );
