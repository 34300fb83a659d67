import { facetIds } from "#app/domain/market/facets.ts";
import { wantedIn, wantsAll } from "#app/domain/market/wanted.ts";
import { useFacets } from "./facet-words.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Tells what a saved search looks for, in words. */
export function useSearchWords(centres: readonly { slug: string; name: string }[]) {
  const {
    market: { saved, search },
  } = useWords();
  const { list } = useFormats();
  const facet = useFacets(centres);
  return (query: string): string => {
    const wanted = wantedIn(new URLSearchParams(query));
    if (wantsAll(wanted)) return saved.all;
    return [
      ...(wanted.words ? [search.words(wanted.words)] : []),
      ...(wanted.near ? [search.near.chip(wanted.near.postcode, wanted.near.km)] : []),
      ...facetIds
        .filter((id) => wanted.on[id].length > 0)
        .map((id) => `${facet.name(id)}: ${list(wanted.on[id].map((value) => facet.value(id, value)))}`),
    ].join(" · ");
  };
}
