import type { Actor } from "#app/domain/workflow/policy.ts";
import { refuse } from "#app/domain/refusal.ts";
import { bookmarkedIds, dropBookmark, isBookmarked, keepBookmark } from "#db/queries/market/bookmarks.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { rowsOf } from "./market.server.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";

/** Bookmarks are for who works in a centre; students show interest instead. */
const mayKeep = ({ memberships, communities }: Actor) =>
  memberships.some((m) => m.centreId !== null && m.role !== "student") || communities.length > 0;
/**
 * Keeps a question to find it back, or lets it go. Refuses `not_found` for what one may not see, `not_yours` for who
 * keeps none.
 */
export const bookmark = (ctx: Context, id: string, on: boolean) =>
  inTransaction(ctx, async (inside) => {
    if (on || !(await isBookmarked(inside.db, inside.actor.id, id))) await requireVisibleAssignment(inside, id);
    if (!mayKeep(inside.actor)) refuse("not_yours");
    await (on ? keepBookmark : dropBookmark)(inside.db, inside.actor.id, id, inside.now());
  });
/** Whether this question is kept; null for who keeps none. */
export const keptBy = async ({ db, actor }: Inside, id: string) =>
  mayKeep(actor) ? isBookmarked(db, actor.id, id) : null;
/** What this person kept, as far as it is still in sight, the latest first. */
export const keptRows = async (inside: Inside) =>
  mayKeep(inside.actor) ? rowsOf(inside, await bookmarkedIds(inside.db, inside.actor.id)) : [];
