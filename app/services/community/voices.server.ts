import { readAnswers } from "#app/domain/fields/answers.ts";
import { amsterdamDay } from "#app/domain/calendar/working-days.ts";
import { pulseFields, reflectionFields, scanFields, storyFields } from "#app/domain/community/forms.ts";
import { changesCommunity } from "#app/domain/community/standing.ts";
import { principles, scanMoments, type ScanMoment } from "#app/domain/community/words.ts";
import type { Answers, Fields, Options, Posted } from "#app/domain/fields/fields.ts";
import { pageOf } from "#app/domain/paging.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import {
  changeReflection,
  countReflections,
  countStories,
  endStory,
  insertReflection,
  insertScan,
  insertStory,
  ownPulse,
  ownReflections,
  ownScans,
  putPulse,
  scanMeans,
  sharedReflections,
  storiesPage,
  storyById,
} from "#db/queries/community/life.server.ts";
import { scansLeft, scanTable } from "./build.server.ts";
import { communityFor, communityOfMember, communityPage, frameOf, homeOf, rowsAPage } from "./communities.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** What a form of a community says. Refuses with what is wrong beside the fields. */
export const answersOf = (fields: Fields, posted: Posted, options: Options = {}): Answers => {
  const read = readAnswers(fields, posted, options);
  return read.ok ? read.answers : refuseFields(read.errors);
};
/** The month of this moment, by its first day. */
export const monthOf = (now: Date) => `${amsterdamDay(now).slice(0, 7)}-01`;

/** The self-scan for a member: the moments that are still open to them, and how the means moved. */
export const scanPage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const own = await ownScans(inside.db, id, inside.actor.id);
    return {
      frame: frameOf(open),
      left: scansLeft(own),
      done: scanMoments.flatMap((moment) => {
        const at = own.find((o) => o.moment === moment)?.at;
        return at ? [{ moment, at }] : [];
      }),
      scan: scanTable(await scanMeans(inside.db, id)),
      key: inside.newId(),
    };
  });
/** Seven scores of 1-5 at one of three moments, once each. Refuses beside the moment when that was done. */
export const fillScan = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const answers = answersOf(scanFields, posted);
    const moment = answers.moment as ScanMoment;
    if (!scansLeft(await ownScans(inside.db, id, inside.actor.id)).includes(moment))
      refuseFields({ moment: { code: "not_an_option" } });
    await insertScan(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      personId: inside.actor.id,
      moment,
      scores: principles.map((p) => Number(answers[p])),
      at: inside.now(),
    });
  });

/** This month's question for a member, with what they answered before. */
export const pulsePage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const month = monthOf(inside.now());
    const own = await ownPulse(inside.db, { communityId: id, personId: inside.actor.id, month });
    const values: Answers = own ? { score: String(own.score), line: own.line } : {};
    return { frame: frameOf(open), month, values, key: inside.newId() };
  });
/** One mark of 1-5 a month with a line if one likes; within the month it may be given anew. */
export const givePulse = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const { score, line } = answersOf(pulseFields, posted);
    await putPulse(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      personId: inside.actor.id,
      month: monthOf(inside.now()),
      score: Number(score),
      line: String(line ?? ""),
      at: inside.now(),
    });
  });

/**
 * Stories of what changed, a page at a time. Members write them; a writer, a lead or the coordinator takes one back.
 */
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
/** A story: who, for whom, what changed. */
export const tellStory = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const { who, for_whom, changed } = answersOf(storyFields, posted);
    await insertStory(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      who: String(who),
      forWhom: String(for_whom),
      changed: String(changed),
      byId: inside.actor.id,
      at: inside.now(),
    });
  });
/** Takes a story back. Refuses `not_found` for who did not write it and does not lead here. */
export const takeStoryBack = (ctx: Context | Inside, id: string, storyId: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityFor(inside, id);
    const story = await storyById(inside.db, storyId);
    if (story?.communityId !== id || (story.byId !== inside.actor.id && !changesCommunity(open.standing)))
      return refuse("not_found");
    await endStory(inside.db, storyId, inside.now());
  });

/**
 * One's own reflections, and for the community's teachers what others shared with them. Nobody else's
 * (docs/domain.md 3.2).
 */
export const reflectionPage = (ctx: Context, id: string, wanted: number) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    const total = await countReflections(inside.db, id, inside.actor.id);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    const rows = (await ownReflections(inside.db, id, inside.actor.id, { limit: rowsAPage, offset })).map((r) => ({
      id: r.id,
      text: r.text,
      at: r.at,
      shared: r.sharedAt !== null,
      version: r.version,
    }));
    return {
      frame: frameOf(open),
      rows,
      total,
      page,
      pages,
      size: rowsAPage,
      shared: open.standing.guides ? await sharedReflections(inside.db, id, inside.actor.id) : [],
      guides: open.standing.guides,
      key: inside.newId(),
    };
  });
/** A reflection for oneself; sharing it is an act of its own. */
export const writeReflection = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfMember(inside, id);
    await insertReflection(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      personId: inside.actor.id,
      text: String(answersOf(reflectionFields, posted).text),
      at: inside.now(),
    });
  });
/**
 * Shares one's own with the community's teachers, takes that back, or throws it away. Refuses `stale` when it changed
 * meanwhile or is somebody else's.
 */
export const changeOwnReflection = (
  ctx: Context | Inside,
  id: string,
  reflectionId: string,
  act: "share" | "unshare" | "remove",
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    await communityOfMember(inside, id);
    const set =
      act === "share"
        ? { sharedAt: inside.now() }
        : act === "unshare"
          ? { sharedAt: null }
          : { sharedAt: null, endedAt: inside.now(), text: "" };
    if (
      !(await changeReflection(
        inside.db,
        { id: reflectionId, communityId: id, personId: inside.actor.id, version: version ?? 0 },
        set,
      ))
    )
      throw new Refusal("stale");
  });
