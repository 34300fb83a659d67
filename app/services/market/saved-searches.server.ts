import { mostSaved, nextAlert, savedSearchFields, type Rhythm } from "#app/domain/market/saved-search.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { queryOf, wantedIn } from "#app/domain/market/wanted.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import {
  changeSaved,
  insertSaved,
  isSaved,
  offLink,
  savedById,
  savedOf,
  switchOff,
  type SavedSearch,
} from "#db/queries/market/saved-searches.server.ts";
import { listCentres } from "#db/queries/centre/centres.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";

/** Holds the kind of token that a letter's off link holds. */
export const offKind = "alert_off";
/** Writes a search as its address, always in one form and from the first page. */
const canonical = (params: URLSearchParams) => queryOf({ ...wantedIn(params), page: 1 });
const shown = ({ id, name, query, rhythm, nextAt, version }: SavedSearch) => ({
  id,
  name,
  query,
  rhythm,
  nextAt,
  version,
});

/** Lists one's own saved searches. */
export const savedSearches = (ctx: Context) =>
  inTransaction(ctx, async ({ db, actor }) => ({
    saved: (await savedOf(db, actor.id)).map(shown),
    centres: await listCentres(db),
  }));
/** Returns the search that somebody is about to save. */
export const openNewSaved = (ctx: Context, params: URLSearchParams) =>
  inTransaction(ctx, async (inside) => ({
    query: canonical(params),
    centres: await listCentres(inside.db),
    key: inside.newId(),
  }));
/** Returns one of them, for changing. Refuses `not_found` for another's. */
export const openSaved = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => ({
    saved: shown(await own(inside, id)),
    centres: await listCentres(inside.db),
    key: inside.newId(),
  }));

/**
 * Saves a search under a name; what is published from now on comes by letter. Refuses beside the name above the most
 * somebody may have. Refuses `already_done` for what stands under this name already.
 */
export const saveSearch = (ctx: Context | Inside, params: URLSearchParams, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const { name, rhythm } = read(posted);
    const query = canonical(params);
    if (await isSaved(inside.db, { personId: inside.actor.id, name, query })) refuse("already_done");
    if ((await savedOf(inside.db, inside.actor.id)).length >= mostSaved)
      refuseFields({ name: { code: "too_many_items", limit: mostSaved } });
    const now = inside.now();
    const id = inside.newId();
    await insertSaved(inside.db, {
      id,
      personId: inside.actor.id,
      name,
      query,
      rhythm,
      nextAt: nextAlert(now, rhythm),
      seenUntil: now,
      createdAt: now,
    });
    return id;
  });
/**
 * Sets another name or rhythm. After a pause only what is new since now comes. Refuses `stale` when it was changed
 * elsewhere.
 */
export const editSaved = (ctx: Context | Inside, id: string, posted: Posted, version: number) =>
  inTransaction(ctx, async (inside) => {
    const { name, rhythm } = read(posted);
    const was = await own(inside, id);
    const now = inside.now();
    await change(inside, was, version, {
      name,
      rhythm,
      ...(rhythm === was.rhythm ? {} : { nextAt: nextAlert(now, rhythm) }),
      ...(was.rhythm === "off" ? { seenUntil: now } : {}),
    });
  });
/** Ends a search of one's own; no letters come of it any more. */
export const removeSaved = (ctx: Context | Inside, id: string, version: number) =>
  inTransaction(ctx, async (inside) =>
    change(inside, await own(inside, id), version, { removedAt: inside.now(), nextAt: null }),
  );

function read(posted: Posted): { name: string; rhythm: Rhythm } {
  const asked = readAnswers(savedSearchFields, posted, {});
  if (!asked.ok) refuseFields(asked.errors);
  return { name: asked.answers.name, rhythm: asked.answers.rhythm };
}
async function own({ db, actor }: Inside, id: string) {
  const found = await savedById(db, id);
  return found?.personId === actor.id ? found : refuse("not_found");
}
async function change(inside: Inside, was: SavedSearch, version: number, set: Parameters<typeof changeSaved>[2]) {
  if (!(await changeSaved(inside.db, { ...was, version }, set))) throw new Refusal("stale");
}

/** Tells what an off link leads to, without doing anything. Refuses `link_invalid` for a guessed or very old one. */
export const openOff = (ctx: Context, token: string) =>
  ctx.transact(noReach, async (db) => {
    const id = await searchBehind({ ...ctx, db }, token);
    const saved = await savedById(db, id);
    return { name: saved?.name ?? "", off: !saved || saved.rhythm === "off" };
  });
/**
 * Switches the letters of one saved search off, by the link of any of its letters: no account needed, as often as one
 * likes.
 */
export const stopByLink = (ctx: Context, token: string) =>
  ctx.transact(noReach, async (db) => void (await switchOff(db, await searchBehind({ ...ctx, db }, token))));
const searchBehind = async ({ db, now }: Inside, token: string) =>
  (await offLink(db, tokenHash(token), offKind, now()))?.payload.search ?? refuse("link_invalid");
