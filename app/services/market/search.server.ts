import { find, type Found } from "#app/domain/market/find.ts";
import { indexOf, type Index } from "#app/domain/market/index.ts";
import type { Wanted } from "#app/domain/market/wanted.ts";
import { queryFor, termsIn } from "#app/domain/market/words.ts";
import { distanceKm } from "#app/domain/regions/regions.ts";
import { reachOf } from "#app/domain/workflow/policy.ts";
import { insideEntries } from "#db/queries/market/catalogue.server.ts";
import { hits, wordsNear, type WordQuery } from "#db/queries/market/search.server.ts";
import { actorNow, sightOf } from "#db/queries/workflow/visible.server.ts";
import type { Inside } from "#app/services/context.ts";
import { sharedAnswer, entryOf, openIndex } from "./market-index.server.ts";

/** So many hits are ranked; more is no search any more. */
const mostHits = 5000;
/**
 * `wide` is the query that found them, for showing the words; `loose` when not all words were found together; null
 * without words.
 */
type Words = { wide: string; loose: boolean } | null;
type Searched = Found & { words: Words };

/**
 * Returns the marketplace for this reader: total, the page's ids in order, the counts of every facet. A bounded
 * number of questions to the database, whatever is asked.
 */
export async function search(
  inside: Inside,
  wanted: Wanted,
  { size, publishedAfter = 0 }: { size: number; publishedAfter?: number },
): Promise<Searched> {
  const indexes = await indexesFor(inside);
  const terms = termsIn(wanted.words);
  const asked = { wanted, distance: distanceFrom(wanted), size };
  const found = terms.length
    ? await withWords(inside, terms, (places) => find(indexes, { ...asked, hits: places }))
    : { ...find(indexes, { ...asked, hits: wanted.words ? new Map() : null }), words: null };
  return publishedAfter ? { ...found, ids: newer(indexes, found.ids, publishedAfter) } : found;
}
/** The distance runs from the middle of one postcode area to the middle of another. */
const distanceFrom = ({ near }: Wanted) => {
  const measured = new Map<string, number | null>();
  return ({ postcode }: { postcode: string }) => {
    if (!near || !postcode) return null;
    const known = measured.get(postcode) ?? distanceKm(near.postcode, postcode) ?? null;
    measured.set(postcode, known);
    return known;
  };
};
/** Returns all terms first; any of them when all together give nothing. */
async function withWords(
  inside: Inside,
  terms: readonly string[],
  look: (places: ReadonlyMap<string, number>) => Found,
): Promise<Searched> {
  const query = queryFor(
    terms,
    await sharedAnswer(inside, `near ${terms.join(" ")}`, async () => [...(await wordsNear(inside.db, terms))]),
  );
  if (!query) return { ...look(new Map()), words: null };
  const places = async (match: string, counted: readonly string[]) =>
    new Map((await found(inside, { match, rank: query.any, terms: counted })).map(({ id }, place) => [id, place]));
  const together = look(await places(query.all, []));
  if (together.total > 0 || terms.length === 1) return { ...together, words: { wide: query.all, loose: false } };
  return { ...look(await places(query.any, query.groups)), words: { wide: query.any, loose: true } };
}
type Hit = { id: string; rank: number };
const hitsIn = (text: string): Hit[] =>
  text ? text.split(",").map((hit) => ({ id: hit.slice(0, 36), rank: Number(hit.slice(37)) })) : [];
/** Finds what the words find in both catalogues, best first. The inner catalogue is this reader's own; a visitor has none. */
async function found(inside: Inside, query: WordQuery): Promise<Hit[]> {
  const [open, own] = await Promise.all([
    sharedAnswer(inside, JSON.stringify(query), () => hits(inside.db, "open", query, mostHits)),
    inside.actor.id ? hits(inside.db, "inside", query, mostHits) : "",
  ]);
  const all = [...hitsIn(open), ...hitsIn(own)];
  return own ? all.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1)).slice(0, mostHits) : all;
}
/** Finds what everybody may find, and for somebody with a place in centres or companies also what only they may. */
async function indexesFor(inside: Inside): Promise<Index[]> {
  const { actor } = inside;
  if (!actor.id) return [await openIndex(inside)];
  const { centres, organizations } = reachOf(actor);
  const [open, own] = await Promise.all([
    openIndex(inside),
    insideEntries(
      inside.db,
      { centres, organizations, ids: [...actor.invited, ...actor.leads] },
      sightOf(actorNow(actor)),
    ),
  ]);
  return own.length ? [open, indexOf(own.map(entryOf))] : [open];
}
const newer = (indexes: readonly Index[], ids: readonly string[], after: number) =>
  ids.filter((id) => indexes.some(({ entries, slots }) => (entries[slots.get(id) ?? -1]?.publishedAt ?? 0) > after));
