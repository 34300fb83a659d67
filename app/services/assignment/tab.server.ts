import { refuse } from "#app/domain/refusal.ts";
import { may, type Part } from "#app/domain/workflow/visibility.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { openAssignmentPage, type OpenAssignment } from "./frame.server.ts";

/** A tab for whoever may see its part; for others it does not exist. */
export const tab = <T>(
  ctx: Context,
  id: string,
  part: Part,
  read: (inside: Inside, open: OpenAssignment) => Promise<T>,
) =>
  openAssignmentPage(ctx, id, async (inside, open) => {
    if (!may(part, open.roles)) refuse("not_found");
    return read(inside, open);
  });
