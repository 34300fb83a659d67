import { platformLog } from "#db/queries/administration/log.server.ts";
import { centresWithCoordinators } from "#db/queries/administration/overview.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { paged } from "#app/services/paged.ts";
import { requireAdministrator } from "./acting.server.ts";
import { administrators } from "./administrators.server.ts";

/** Returns what an administrator begins with: the centres, and who else administers. Refuses `not_found` to others. */
export async function overview(ctx: Context) {
  requireAdministrator(ctx);
  const centres = await inTransaction(ctx, ({ db }) => centresWithCoordinators(db));
  return { centres, administrators: await administrators(ctx) };
}
/** Returns a page of the platform's log. Refuses `not_found` to others. */
export async function logPage(ctx: Context, page: number) {
  requireAdministrator(ctx);
  return inTransaction(ctx, ({ db }) => paged(page, (at) => platformLog(db, at)));
}
