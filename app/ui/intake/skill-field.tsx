import { savedText } from "#app/domain/intake/saved.ts";
import { optionWord, wordsOf } from "#app/i18n/field.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { matchSkills, skillsIn } from "#app/domain/skills/match.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { Button } from "#app/ui/button.tsx";
import { Group } from "#app/ui/fields/frame.tsx";
import { fieldId } from "#app/ui/fields/id.ts";
import type { Problem } from "#app/ui/shell/shell.ts";
import { useLocale, useWords } from "#app/ui/shell/words.tsx";

const most = 12;
const list = (value: unknown) =>
  Array.isArray(value) ? (value as string[]) : typeof value === "string" && value !== "" ? [value] : [];
type Props = { words: FieldsWords; values: Answers; saved: Answers; problem: Problem | null; query: string };
/**
 * Skills are searched and ticked without a script: a search keeps what is ticked and adds what it found. Without a
 * search the field offers the skills that the text itself names.
 */
export function SkillField({ words, values, saved, problem, query }: Props) {
  const {
    intake: { skills: t },
    skills: { attribution },
  } = useWords();
  const locale = useLocale();
  const own = wordsOf(words, "skill_uris");
  const known = own.options ?? {};
  const chosen = list(problem?.typed.skill_uris ?? values.skill_uris).filter((uri) => uri in known);
  const offered = query
    ? matchSkills(query, locale, most).map(({ uri }) => uri)
    : skillsIn(`${savedText(saved, "title")}\n${savedText(saved, "problem")}`, locale).slice(0, most);
  const found = offered.filter((uri) => !chosen.includes(uri));
  const ticks = (uris: readonly string[], checked: boolean) => (
    <div className="ticks">
      {uris.map((uri) => (
        <label key={uri} className="tick">
          <input type="checkbox" name="skill_uris" value={uri} defaultChecked={checked} />
          <span>{optionWord(own, uri)}</span>
        </label>
      ))}
    </div>
  );
  return (
    <Group name="skill_uris" field={{ kind: "choices", options: [] }} words={own} errors={problem?.errors}>
      {chosen.length > 0 && (
        <>
          <p className="strong">{t.chosen}</p>
          {ticks(chosen, true)}
        </>
      )}
      <div className="search-skills">
        <label htmlFor={fieldId("skill_search")}>{t.search}</label>
        <div className="acts">
          <input
            id={fieldId("skill_search")}
            name="skill_search"
            type="search"
            defaultValue={list(problem?.typed.skill_search)[0] ?? query}
            placeholder={t.example}
          />
          <Button look="beside" name="act" value="search">
            {t.button}
          </Button>
        </div>
      </div>
      {found.length > 0 && (
        <>
          <p className="strong">{query ? t.found(query) : t.suggested}</p>
          {ticks(found, false)}
        </>
      )}
      {query !== "" && offered.length === 0 && <p>{t.nothing(query)}</p>}
      <p className="small soft">{attribution}</p>
    </Group>
  );
}
/** Tells what was searched for, when the form's search button was pressed; null when the page was saved. */
export const searchedIn = (fields: Readonly<Record<string, string | readonly string[]>>): string | null =>
  fields.act === "search" ? [fields.skill_search ?? ""].flat().join(" ").trim().slice(0, 80) : null;
/** Says what the address says was searched for. */
export const queryIn = (url: URL): string =>
  (url.searchParams.get("kennis") ?? "").replaceAll(/[\0-\x1f\x7f]|\p{Surrogate}/gu, " ").slice(0, 80);
