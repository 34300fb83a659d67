import { pageIn } from "#app/domain/paging.ts";
import { facetIds, facets, knownValues, type FacetId } from "./facets.ts";
import { composed } from "#app/domain/marks.ts";

export const sorts = ["relevant", "newest", "closing", "start", "hours", "near"] as const;
export type Sort = (typeof sorts)[number];
export const distances = [10, 25, 50, 100] as const;
/**
 * Holds what somebody looks for: the words, the chosen facets, how far from which postcode, in which order.
 * Everything of it stands in the address.
 */
export type Wanted = {
  words: string;
  on: Readonly<Record<FacetId, readonly string[]>>;
  near: { postcode: string; km: number } | null;
  sort: Sort;
  page: number;
};
const mostWords = 100;
const sortParams: Record<Sort, string> = {
  relevant: "relevant",
  newest: "nieuw",
  closing: "sluit",
  start: "start",
  hours: "uren",
  near: "afstand",
};

/**
 * Reads an address. Nonsense is left out, words are cut at 100 characters, an odd page is the first: a sensible page,
 * whatever is asked.
 */
export function wantedIn(params: URLSearchParams): Wanted {
  const words = composed(params.get("zoek") ?? "")
    .replaceAll(/[\p{Cc}\p{Cs}\p{Co}]/gu, " ")
    .trim()
    .slice(0, mostWords)
    .trim();
  const near = nearIn(params);
  const sort = sorts.find(
    (s) => sortParams[s] === params.get("sorteer") && (s !== "near" || near) && (s !== "relevant" || words),
  );
  return {
    words,
    near,
    sort: sort ?? (words ? "relevant" : "newest"),
    page: pageIn(params),
    on: Object.fromEntries(
      facetIds.map((id) => [id, knownValues(facets[id], params.getAll(facets[id].param))]),
    ) as unknown as Wanted["on"],
  };
}
function nearIn(params: URLSearchParams): Wanted["near"] {
  const postcode = /^\s*([1-9]\d{3})/.exec(params.get("postcode") ?? "")?.[1];
  const km = distances.find((d) => String(d) === params.get("afstand")) ?? 25;
  return postcode ? { postcode, km } : null;
}
/**
 * Returns the same as an address, always in one order: two people who want the same share it. The first page and the
 * usual order are left out.
 */
export function queryOf({ words, on, near, sort, page }: Wanted): string {
  const params = new URLSearchParams(words ? { zoek: words } : {});
  for (const id of facetIds) for (const value of [...on[id]].sort()) params.append(facets[id].param, value);
  if (near) {
    params.set("postcode", near.postcode);
    params.set("afstand", String(near.km));
  }
  if (sort !== (words ? "relevant" : "newest")) params.set("sorteer", sortParams[sort]);
  if (page > 1) params.set("pagina", String(page));
  return params.toString();
}
/** Answers the wish with this value of a facet, or without it when it was there, from its first page on. */
export const withValue = (wanted: Wanted, id: FacetId, value: string, on: boolean): Wanted => ({
  ...wanted,
  page: 1,
  on: {
    ...wanted.on,
    [id]: on ? [...new Set([...wanted.on[id], value])] : wanted.on[id].filter((one) => one !== value),
  },
});
/** Says what an order is called in an address. */
export const nameOfSort = (sort: Sort) => sortParams[sort];
/** Returns true when nothing is asked: the whole list. */
export const wantsAll = ({ words, on, near }: Wanted) => !words && !near && facetIds.every((id) => on[id].length === 0);
