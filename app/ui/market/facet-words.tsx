import type { Province } from "#app/domain/regions/provinces.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import type { ThemeId } from "#app/domain/skills/theme-ids.ts";
import type { FacetId } from "#app/domain/market/facets.ts";
import type { Level, Obligation, Sector } from "#app/domain/words.ts";
import type { FilterOption } from "./filters.tsx";
import { byName } from "#app/ui/by-name.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

type Centre = { slug: string; name: string };
/** Names what facets and their values are called, and their tick boxes: those with something to find first. */
export function useFacets(centres: readonly Centre[]) {
  const {
    market: { search },
    skills,
    enums,
  } = useWords();
  const { month } = useFormats();
  const called = new Map(centres.map((c) => [c.slug, c.name]));
  const value = (id: FacetId, of: string): string => {
    if (id === "centre") return called.get(of) ?? of;
    if (id === "start") return month(of);
    if (id === "theme") return skills.theme[of as ThemeId];
    if (id === "province") return skills.province[of as Province];
    if (id === "sector") return enums.sector[of as Sector];
    if (id === "level") return enums.level[of as Level];
    if (id === "obligation") return enums.obligation[of as Obligation];
    if (id === "fee" || id === "length" || id === "hours" || id === "language" || id === "state")
      return wordOf(search[id], of);
    return of;
  };
  const options = (
    id: FacetId,
    counts: readonly { value: string; n: number }[],
    on: readonly string[],
  ): FilterOption[] =>
    [...counts]
      .map(({ value: of, n }) => ({ value: of, label: value(id, of), count: n, on: on.includes(of) }))
      .sort(byPlace(id));
  /** Lists all values to look through; those without an order of their own are sorted by name. */
  const alphabetical = (...asked: Parameters<typeof options>) =>
    asked[0] === "start" || ordered[asked[0]]
      ? options(...asked)
      : options(...asked).sort((one, other) => byName(one.label, other.label));
  return { alphabetical, name: (id: FacetId) => search.facet[id], value, options };
}
/** Returns months, levels and sizes in their own order; names by what they would give. */
const byPlace = (id: FacetId) => (one: FilterOption, other: FilterOption) =>
  id === "start"
    ? one.value < other.value
      ? -1
      : 1
    : ordered[id]
      ? ordered[id].indexOf(one.value) - ordered[id].indexOf(other.value)
      : (other.count ?? 0) - (one.count ?? 0) || byName(one.label, other.label);
const ordered: Partial<Record<FacetId, readonly string[]>> = {
  level: ["mbo-2", "mbo-3", "mbo-4", "ad", "hbo"],
  length: ["sprint", "short", "ten", "twenty", "long"],
  hours: ["40", "100", "200", "more"],
  fee: ["none", "expenses", "paid"],
};
