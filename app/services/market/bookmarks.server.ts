import type { Actor } from "#app/domain/workflow/policy.ts";
import { refuse } from "#app/domain/refusal.ts";
import { bookmarkedIds, dropBookmark, isBookmarked, keepBookmark } from "#db/queries/market/bookmarks.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { rowsOf } from "./market.server.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";

/** Bookmarks are for people who work in a centre; students show interest instead. */
const mayBookmark = ({ memberships, communities }: Actor) =>
  memberships.some((m) => m.centreId !== null && m.role !== "student") || communities.length > 0;
/**
 * Sets or removes a bookmark on an assignment. Refuses `not_found` for an assignment out of sight, and `not_yours` for
 * people who have no bookmarks.
 */
export const bookmark = (ctx: Context, id: string, on: boolean) =>
  inTransaction(ctx, async (inside) => {
    if (on || !(await isBookmarked(inside.db, inside.actor.id, id))) await requireVisibleAssignment(inside, id);
    if (!mayBookmark(inside.actor)) refuse("not_yours");
    await (on ? keepBookmark : dropBookmark)(inside.db, inside.actor.id, id, inside.now());
  });
/** Tells whether this person bookmarked the assignment; null for people who have no bookmarks. */
export const bookmarkOf = async ({ db, actor }: Inside, id: string) =>
  mayBookmark(actor) ? isBookmarked(db, actor.id, id) : null;
/** Returns the bookmarked assignments that are still in sight, the latest first. */
export const bookmarkedRows = async (inside: Inside) =>
  mayBookmark(inside.actor) ? rowsOf(inside, await bookmarkedIds(inside.db, inside.actor.id)) : [];
