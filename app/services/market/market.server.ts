import { facetIds, type FacetId } from "#app/domain/market/facets.ts";
import type { MarketRow } from "#app/domain/market/row.ts";
import { similarTo } from "#app/domain/market/similar.ts";
import { wantedIn, type Wanted } from "#app/domain/market/wanted.ts";
import { cardsAmong, countsFor, type MarketCard } from "#db/queries/assignment/cards.server.ts";
import { excerpts } from "#db/queries/market/search.server.ts";
import { actorNow, sightOf } from "#db/queries/workflow/visible.server.ts";
import { shownResults } from "#db/queries/showcase/gallery.server.ts";
import { centreNames, hasCentre } from "#app/services/centre/centres.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { figuresOf } from "./figures.server.ts";
import { openIndex } from "./market-index.server.ts";
import { asStranger } from "#app/services/public-view.ts";
import { search } from "./search.server.ts";

const pageSize = 25;
type Count = { value: string; n: number };
/** Returns the marketplace for this reader. A page past the end is the last one. */
export async function market(ctx: Context, params: URLSearchParams) {
  const centres = await centreNames(ctx);
  return inTransaction(ctx, async (inside) => {
    const { ids, wide, ...found } = await lookedUp(inside, params);
    return { ...found, centres, rows: await rowsOf(inside, ids, wide) };
  });
}
/** Counts what each value of each facet would give this reader, without the questions themselves. */
export async function marketCounts(ctx: Context, params: URLSearchParams) {
  const centres = await centreNames(ctx);
  const { wanted, counts } = await inTransaction(ctx, (inside) => lookedUp(inside, params));
  return { wanted, counts, centres };
}
async function lookedUp(inside: Inside, params: URLSearchParams) {
  const asked = wantedIn(params);
  const { page, pages, total, ids, words, counts: counted } = await search(inside, asked, { size: pageSize });
  const wanted: Wanted = { ...asked, page };
  const counts = Object.fromEntries(
    facetIds.map((id) => [id, [...counted[id]].map(([value, n]): Count => ({ value, n }))]),
  ) as Record<FacetId, Count[]>;
  return { wanted, pages, total, loose: words?.loose ?? false, wide: words?.wide ?? null, counts, ids };
}

/** Returns cards of these ids, in their order, as far as the reader may see them: the row policies judge again behind the index. */
export async function rowsOf(inside: Inside, ids: readonly string[], wide: string | null = null) {
  if (ids.length === 0) return [];
  // Only within the centre can interest be counted: elsewhere row policies would make it nought.
  const ours = new Set(
    inside.actor.memberships.flatMap((m) => (m.centreId !== null && m.role !== "student" ? [m.centreId] : [])),
  );
  const [found, marked] = await Promise.all([
    cardsAmong(inside.db, ids, sightOf(actorNow(inside.actor))),
    wide ? excerpts(inside.db, ids, wide) : [],
  ]);
  const counted = await countsFor(
    inside.db,
    found.filter((card) => ours.has(card.centreId)).map((card) => card.id),
  );
  const cards = new Map(found.map((card) => [card.id, card]));
  const pieces = new Map([...marked].map((e) => [e.id, e]));
  const interests = new Map(counted.map((c) => [c.id, c.interests]));
  const own = new Set(inside.actor.memberships.filter((m) => m.centreId === null).map((m) => m.organizationId));
  return ids.flatMap((id) => {
    const card = cards.get(id);
    return card
      ? [
          rowOf(
            card,
            !card.hideCompany || own.has(card.organizationId),
            pieces.get(id),
            ours.has(card.centreId) ? (interests.get(id) ?? null) : null,
          ),
        ]
      : [];
  });
}
const rowOf = (
  r: MarketCard,
  named: boolean,
  marked: { title: string; piece: string } | undefined,
  interests: number | null,
): MarketRow => ({
  id: r.id,
  title: r.title,
  company: named ? r.company : null,
  companyId: named ? r.organizationId : null,
  place: r.place,
  centre: r.centre,
  levels: r.levels,
  obligations: r.allowedObligations,
  weeks: r.weeks,
  start: r.blocks[0] ?? null,
  hours: r.hoursStudent,
  onHold: r.onHold,
  closes: r.windowEnd,
  published: r.publishedAt,
  teaser: r.teaser,
  marked: marked ?? null,
  interests,
});

/** Returns up to eight titles for what somebody is typing; nothing for less than three characters. */
export const suggest = (ctx: Context, typed: string) =>
  inTransaction(ctx, async (inside) => {
    const wanted = wantedIn(new URLSearchParams({ zoek: typed }));
    if (wanted.words.length < 3) return [];
    const { ids } = await search(inside, wanted, { size: 8 });
    return (await rowsOf(inside, ids)).map((row) => row.title);
  });
/** Returns questions like this one that everybody may find. */
export const similar = async (inside: Inside, id: string): Promise<MarketRow[]> => {
  const index = await openIndex(inside);
  const own = index.entries[index.slots.get(id) ?? -1];
  return own ? rowsOf(inside, similarTo(index, own, 4)) : [];
};
/**
 * Returns the front page: live figures over all centres, as numbers only, and the six freshest public questions and
 * the three newest results. `unbegun`: there is no centre yet, so there is nothing to do here.
 */
export async function frontPage(ctx: Context) {
  const unbegun = !(await hasCentre(ctx));
  const figures = await figuresOf(ctx);
  const fresh = await inTransaction(ctx, async (inside) => {
    const index = await openIndex(inside);
    return rowsOf(
      inside,
      index.inOrder.newest.slice(0, 6).flatMap((slot) => index.entries[slot]?.id ?? []),
    );
  });
  const results = await inTransaction(asStranger(ctx), ({ db }) => shownResults(db, {}, { offset: 0, limit: 3 }));
  return { unbegun, figures, fresh, results };
}
