import type { SkillAt } from "#app/domain/matching/instance.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { matchSkills } from "#app/domain/skills/match.ts";
import { skillLabel, skillOf } from "#app/domain/skills/skills.ts";
import type { FieldWords } from "#app/i18n/field.ts";
import { Button } from "#app/ui/button.tsx";
import { Group } from "#app/ui/fields/frame.tsx";
import { fieldId } from "#app/ui/fields/id.ts";
import type { Problem } from "#app/ui/shell/shell.ts";
import { first } from "#app/ui/fields/posted-values.ts";
import { useLocale, useWords } from "#app/ui/shell/words.tsx";

const most = 8;
type SkillOption = { value: string; label: string };
/** Says what a skill is called here. */
const useSkillName = () => {
  const locale = useLocale();
  return (uri: string) => {
    const skill = skillOf(uri);
    return skill ? skillLabel(skill, locale) : uri;
  };
};
/** Writes skills with their level as one line: "data verzamelen (zelfstandig)". */
export function useSkillLine() {
  const name = useSkillName();
  const {
    rounds: { skillLevel },
  } = useWords();
  return (list: readonly SkillAt[]) =>
    list.map(({ skill, level }) => `${name(skill)} (${skillLevel[String(level)] ?? level})`).join(", ");
}
const postedSkills = (typed: Posted) =>
  Object.fromEntries(
    Object.keys(typed).flatMap((key) => (key.startsWith("skill.") ? [[key.slice(6), first(typed, key)]] : [])),
  );
type Props = {
  words: FieldWords;
  values: Readonly<Record<string, string>>;
  options: readonly SkillOption[];
  query: string;
  problem: Problem | null;
};
/**
 * Shows skills, each with a box for its level; the empty level drops the skill. A search keeps what is filled in and
 * adds what it found. It works without a script.
 */
export function SkillLevels({ words, values, options, query, problem }: Props) {
  const {
    rounds: { skillField: t },
    skills: { attribution },
  } = useWords();
  const locale = useLocale();
  const name = useSkillName();
  const chosen = problem ? postedSkills(problem.typed) : values;
  const found = query
    ? matchSkills(query, locale, most)
        .map(({ uri }) => uri)
        .filter((uri) => !(uri in chosen))
    : [];
  const row = (uri: string, value: string) => (
    <label key={uri} className="skill-row">
      <span>{name(uri)}</span>
      <select name={`skill.${uri}`} defaultValue={value} id={fieldId(`skill.${uri}`)}>
        <option value="">{t.not}</option>
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Group name="skills" field={{ kind: "choices", options: [] }} words={words} errors={problem?.errors}>
      {Object.keys(chosen).length > 0 ? (
        <div className="skill-rows">{Object.entries(chosen).map(([uri, value]) => row(uri, value))}</div>
      ) : (
        <p className="soft">{t.none}</p>
      )}
      <div className="search-skills">
        <label htmlFor={fieldId("skill_search")}>{t.search}</label>
        <div className="acts">
          <input
            id={fieldId("skill_search")}
            name="skill_search"
            type="search"
            defaultValue={problem ? first(problem.typed, "skill_search") : query}
          />
          <Button look="beside" name="act" value="search">
            {t.button}
          </Button>
        </div>
      </div>
      {found.length > 0 && (
        <>
          <p className="strong">{t.found(query)}</p>
          <div className="skill-rows">{found.map((uri) => row(uri, ""))}</div>
        </>
      )}
      {query !== "" && found.length === 0 && <p>{t.nothing(query)}</p>}
      <p className="small soft">{attribution}</p>
    </Group>
  );
}
