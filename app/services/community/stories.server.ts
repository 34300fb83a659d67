import { storyFields } from "#app/domain/community/forms.ts";
import { changesCommunity } from "#app/domain/community/standing.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { pageOf } from "#app/domain/paging.ts";
import { refuse } from "#app/domain/refusal.ts";
import {
  countStories,
  endStory,
  insertStory,
  isTold,
  storiesPage,
  storyById,
} from "#db/queries/community/life.server.ts";
import { communityFor, communityOfMember, homeOf, communityPage, rowsAPage } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { answersOf } from "./answers.server.ts";

/** Returns stories of what changed, a page at a time. Members write them; a writer, a lead or the coordinator takes one back. */
export const storyPage = (ctx: Context, id: string, wanted: number) =>
  communityPage(ctx, id, async (inside, open) => {
    const total = await countStories(inside.db, id);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    const rows = (await storiesPage(inside.db, id, { limit: rowsAPage, offset })).map(({ byId, ...story }) => ({
      ...story,
      ends: byId === inside.actor.id || changesCommunity(open.standing),
    }));
    return { rows, total, page, pages, size: rowsAPage, writes: open.standing.member, key: inside.newId() };
  });
/** A story says who tells it, for whom it was, and what changed. Refuses `already_done` for one that the writer told before. */
export const saveStory = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const { who, for_whom, changed } = answersOf(storyFields, posted);
    const story = {
      id: inside.newId(),
      ...homeOf(open),
      who,
      forWhom: for_whom,
      changed,
      byId: inside.actor.id,
      at: inside.now(),
    };
    if (await isTold(inside.db, story)) refuse("already_done");
    await insertStory(inside.db, story);
  });
/** Takes a story back. Refuses `not_found` for anyone who did not write it and does not lead here. */
export const withdrawStory = (ctx: Context | Inside, id: string, storyId: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    const story = await storyById(inside.db, storyId);
    if (story?.communityId !== id || (story.byId !== inside.actor.id && !changesCommunity(open.standing)))
      return refuse("not_found");
    await endStory(inside.db, storyId, inside.now());
  });
