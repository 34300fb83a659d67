import { distances, nameOfSort, sorts, type Sort, type Wanted } from "#app/domain/market/wanted.ts";
import { filtersId } from "./filters.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/** Asks a postcode and how far around it to search. */
export function Near({ near }: { near: Wanted["near"] }) {
  const {
    market: {
      search: { near: t },
    },
  } = useWords();
  return (
    <fieldset className="field near">
      <legend>{t.title}</legend>
      <label htmlFor="postcode">{t.postcode}</label>
      <input
        id="postcode"
        name="postcode"
        inputMode="numeric"
        maxLength={7}
        defaultValue={near?.postcode ?? ""}
        autoComplete="postal-code"
      />
      <label htmlFor="afstand">{t.within}</label>
      <select id="afstand" name="afstand" defaultValue={String(near?.km ?? 25)}>
        {distances.map((km) => (
          <option key={km} value={km}>
            {t.km(km)}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
/** Orders that make sense for what is asked, each one step away; the form keeps the one that is chosen. */
export function SortBy({ wanted, href }: { wanted: Wanted; href: (sort: Sort) => string }) {
  const {
    market: { search },
    shell,
  } = useWords();
  const fitting = sorts.filter((sort) => (sort !== "relevant" || wanted.words) && (sort !== "near" || wanted.near));
  return (
    <nav className="sort-by" aria-label={shell.list.sort}>
      <ul>
        {fitting.map((sort) => (
          <li key={sort}>
            <a href={href(sort)} aria-current={sort === wanted.sort ? "true" : undefined}>
              {search.sort[sort]}
            </a>
          </li>
        ))}
      </ul>
      <input type="hidden" name="sorteer" value={nameOfSort(wanted.sort)} form={filtersId} />
    </nav>
  );
}
