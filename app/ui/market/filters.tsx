import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

export type FilterOption = { value: string; label: string; count?: number; on: boolean };
/** `all`: the address of a page with all its values, for where they are too many to stand here. */
type FilterGroup = { name: string; label: string; options: readonly FilterOption[]; all?: string };
type Chip = { label: string; href: string };
type FiltersProps = {
  groups: readonly FilterGroup[];
  /** Holds the search field above the groups. `suggest`: the address that answers how the titles found go on. */
  search?: { name: string; label: string; value: string; suggest?: string };
  /** The page's own extra controls stand between the search field and the groups. */
  children?: ReactNode;
};

/** Holds the form's id: controls elsewhere on the page, such as the order of the list, belong to it too. */
export const filtersId = "filters";
/**
 * Values of one group that stand there at once; the rest is one step away: ticks that fold out, or, when they are this
 * many, on a page of their own.
 */
const atOnce = 10;
const tooMany = 20;

/** Shows a form that lives in the address: checkboxes per group with counts, works without a script. */
export function Filters({ groups, search, children }: FiltersProps) {
  const { list } = useWords().shell;
  return (
    <form method="get" id={filtersId} className="filters" role="search" aria-label={list.filter}>
      {search && (
        <div className="field">
          <label htmlFor="zoek">{search.label}</label>
          <div className="search-field">
            <input
              id="zoek"
              type="search"
              name={search.name}
              defaultValue={search.value}
              autoComplete="off"
              data-suggest={search.suggest}
            />
            <button className="button button-forward" aria-label={list.search}>
              <Icon name="search" />
            </button>
          </div>
        </div>
      )}
      <Fold count={groups.reduce((n, group) => n + group.options.filter((option) => option.on).length, 0)}>
        <div className="filter-groups">
          {groups.map((group) => (
            <Group key={group.name} group={group} />
          ))}
        </div>
        {children}
        <Button look="beside">{list.apply}</Button>
      </Fold>
    </form>
  );
}

/**
 * On a phone results come before filters: these fold out. On a wide screen they stand open beside the list
 * (`filters.css`).
 */
const Fold = ({ count, children }: { count: number; children: ReactNode }) => (
  <details className="disclosure filters-fold">
    <summary>
      <Icon name="chevron" />
      {useWords().shell.list.filters(count)}
    </summary>
    <div>{children}</div>
  </details>
);

function Group({ group }: { group: FilterGroup }) {
  const {
    market: { search },
  } = useWords();
  const chosen = group.options.filter((option) => option.on).length;
  const first = group.options.filter((option, i) => i < atOnce || option.on);
  const rest = group.options.filter((option) => !first.includes(option));
  return (
    <Disclosure summary={chosen ? `${group.label} (${chosen})` : group.label} open={chosen > 0}>
      <fieldset className="ticks">
        <legend className="unseen">{group.label}</legend>
        {first.map((option) => (
          <Tick key={option.value} name={group.name} option={option} />
        ))}
        {rest.length > tooMany && group.all ? (
          <a className="ticks-all" href={group.all}>
            {search.more(rest.length)}
            <span className="unseen"> ({group.label})</span>
          </a>
        ) : (
          rest.length > 0 && (
            <Disclosure summary={search.more(rest.length)}>
              {rest.map((option) => (
                <Tick key={option.value} name={group.name} option={option} />
              ))}
            </Disclosure>
          )
        )}
      </fieldset>
    </Disclosure>
  );
}
function Tick({ name, option: { value, label, count, on } }: { name: string; option: FilterOption }) {
  const { number } = useFormats();
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={on} />
      <span>{label}</span>
      {count !== undefined && <span className="count">{number(count)}</span>}
    </label>
  );
}

/** Shows what is chosen now; each chip is a link that takes it away. */
export function Chips({ chips, clear }: { chips: readonly Chip[]; clear: string }) {
  const { list } = useWords().shell;
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={list.active}>
      {chips.map((chip) => (
        <li key={chip.href}>
          <a className="chip" href={chip.href}>
            <span className="unseen">{list.removeFilter(chip.label)}</span>
            <span aria-hidden="true">{chip.label}</span>
            <Icon name="close" />
          </a>
        </li>
      ))}
      <li>
        <a href={clear}>{list.clear}</a>
      </li>
    </ul>
  );
}
