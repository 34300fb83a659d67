import { today } from "#app/services/days.ts";
import { elsewhere, peerReviewFields } from "#app/domain/community/forms.ts";
import { entersPeerReviews, readsPeerReviews } from "#app/domain/community/standing.ts";
import type { Answers, Options, Posted } from "#app/domain/fields/fields.ts";
import { pageOf } from "#app/domain/paging.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import {
  changePeerReview,
  countPeerReviews,
  insertPeerReview,
  isVisited,
  peerReviewById,
  peerReviewsPage,
} from "#db/queries/community/peer-visits.server.ts";
import { centreNames } from "#db/queries/centre/centres.server.ts";
import { communityFor, frameOf, homeOf, rowsAPage } from "./communities.server.ts";
import { answersOf } from "./answers.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

async function communityOfPeers(inside: Inside, id: string, allowed: typeof readsPeerReviews) {
  const open = await communityFor(inside, id);
  return allowed(open.standing) ? open : refuse("not_found");
}
/** Returns centres other than this one; who works at none of them is `elsewhere`. */
const otherCentres = async ({ db }: Inside, centreId: string) =>
  (await centreNames(db)).filter((centre) => centre.id !== centreId);

/**
 * Lists what colleagues from other centres saw, a page at a time, for members and the centre's staff. Refuses
 * `not_found` for everybody else.
 */
export const peersPage = (ctx: Context, id: string, wanted: number) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfPeers(inside, id, readsPeerReviews);
    const total = await countPeerReviews(inside.db, id);
    const { page, pages, offset } = pageOf(total, rowsAPage, wanted);
    const writes = entersPeerReviews(open.standing);
    return {
      frame: frameOf(open),
      rows: await peerReviewsPage(inside.db, id, { limit: rowsAPage, offset }),
      total,
      page,
      pages,
      size: rowsAPage,
      writes,
      centres: writes ? await otherCentres(inside, open.row.centreId) : [],
      key: inside.newId(),
    };
  });
async function reviewIn({ db }: Inside, communityId: string, reviewId: string) {
  const row = await peerReviewById(db, reviewId);
  return row?.communityId === communityId ? row : refuse("not_found");
}
/** Opens one of them as a form, for anyone who enters them. */
export const openPeerReview = (ctx: Context, id: string, reviewId: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfPeers(inside, id, entersPeerReviews);
    const row = await reviewIn(inside, id, reviewId);
    const values: Answers = {
      reviewer: row.reviewer,
      centre: row.fromCentreId ?? elsewhere,
      place: row.place,
      seen_on: row.seenOn,
      saw: row.saw,
      advice: row.advice,
      answer: row.answer,
    };
    return {
      frame: frameOf(open),
      values,
      centres: await otherCentres(inside, open.row.centreId),
      form: { key: inside.newId(), version: row.version },
    };
  });
/**
 * Keeps what a colleague from elsewhere saw and advised, and what is done with it: a new one, or one that is there.
 * Refuses a day that is still to come, and another place without a name; `stale` when it was changed elsewhere, `already_done` for a new
 * one that stands already.
 */
export const savePeerReview = (
  ctx: Context | Inside,
  id: string,
  reviewId: string | null,
  posted: Posted,
  version: number | null,
) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfPeers(inside, id, entersPeerReviews);
    const was = reviewId === null ? null : await reviewIn(inside, id, reviewId);
    if (was && was.version !== version) refuse("stale");
    const row = reviewOf(posted, {
      days: today(inside),
      other_centres: [...(await otherCentres(inside, open.row.centreId)), { id: elsewhere, label: "" }],
    });
    if (!was) {
      const visit = { id: inside.newId(), ...homeOf(open), ...row, byId: inside.actor.id, at: inside.now() };
      if (await isVisited(inside.db, visit)) refuse("already_done");
      await insertPeerReview(inside.db, visit);
    } else if (!(await changePeerReview(inside.db, { id: was.id, version: was.version }, row)))
      throw new Refusal("stale");
  });
function reviewOf(posted: Posted, options: Options) {
  const answers = answersOf(peerReviewFields, posted, options);
  const text = (name: keyof typeof peerReviewFields) => String(answers[name] ?? "");
  if (text("centre") === elsewhere && text("place") === "") refuseFields({ place: { code: "required" } });
  return {
    reviewer: text("reviewer"),
    fromCentreId: text("centre") === elsewhere ? null : text("centre"),
    place: text("place"),
    seenOn: text("seen_on"),
    saw: text("saw"),
    advice: text("advice"),
    answer: text("answer"),
  };
}
