import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Disclosure } from "./disclosure.tsx";
import { Icon } from "./icon.tsx";
import { useFormats, useWords } from "./words.tsx";

export type FilterOption = { value: string; label: string; count?: number; on: boolean };
export type FilterGroup = { name: string; label: string; options: readonly FilterOption[] };
export type Chip = { label: string; href: string };
type FiltersProps = {
  groups: readonly FilterGroup[];
  /** The search field above the groups. */
  search?: { name: string; label: string; value: string };
  sort?: { name: string; options: readonly { value: string; label: string }[]; value: string };
  /** Extra controls of the page itself, and hidden fields to keep. */
  children?: ReactNode;
};

/** A form that lives in the address: checkboxes per group with counts, works without a script. */
export function Filters({ groups, search, sort, children }: FiltersProps) {
  const { list } = useWords().chrome;
  return (
    <form method="get" className="filters" role="search" aria-label={list.filter}>
      {search && (
        <div className="field">
          <label htmlFor="zoek">{search.label}</label>
          <input id="zoek" type="search" name={search.name} defaultValue={search.value} autoComplete="off" />
        </div>
      )}
      {groups.map((group) => <Group key={group.name} group={group} />)}
      {sort && (
        <div className="field">
          <label htmlFor="sorteer">{list.sort}</label>
          <select id="sorteer" name={sort.name} defaultValue={sort.value}>{sort.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
        </div>
      )}
      {children}
      <Button look="beside">{list.apply}</Button>
    </form>
  );
}

function Group({ group }: { group: FilterGroup }) {
  const { number } = useFormats();
  return (
    <Disclosure summary={group.label} open={group.options.some((option) => option.on)}>
      <fieldset className="ticks">
        <legend className="unseen">{group.label}</legend>
        {group.options.map(({ value, label, count, on }) => (
          <label key={value} className="tick">
            <input type="checkbox" name={group.name} value={value} defaultChecked={on} />
            <span>{label}</span>{count !== undefined && <span className="count">{number(count)}</span>}
          </label>
        ))}
      </fieldset>
    </Disclosure>
  );
}

/** What is chosen now; each chip is a link that takes it away. */
export function Chips({ chips, clear }: { chips: readonly Chip[]; clear: string }) {
  const { list } = useWords().chrome;
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={list.active}>
      {chips.map((chip) => <li key={chip.href}><a className="chip" href={chip.href}><span className="unseen">{list.removeFilter(chip.label)}</span><span aria-hidden="true">{chip.label}</span><Icon name="close" /></a></li>)}
      <li><a href={clear}>{list.clear}</a></li>
    </ul>
  );
}
