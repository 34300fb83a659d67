import { savedList, savedText } from "#app/domain/intake/saved.ts";
import { skillsIn } from "#app/domain/skills/match.ts";
import { asTheme, everydayWords, skillOf, themeOf } from "#app/domain/skills/skills.ts";
import type { Answers } from "#app/domain/fields/fields.ts";

/** So many themes say something; more say nothing. */
const mostThemes = 4;
/**
 * The skills a question asks for, chosen or recognised in what was typed, and the themes they stand in, the commonest
 * first.
 */
export function topicsOf(answers: Answers): { skills: string[]; themes: string[] } {
  const chosen = savedList(answers, "skill_uris").filter((uri) => skillOf(uri));
  const typed = savedText(answers, "skills")
    .split(/[,;\n]/)
    .flatMap((part) => skillsIn(part));
  const all = [...new Set([...chosen, ...typed])];
  return { skills: all, themes: themesOf(all) };
}
function themesOf(uris: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const uri of uris) {
    const id = themeOf(uri)?.id;
    if (id) count.set(id, (count.get(id) ?? 0) + 1);
  }
  return [...count]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostThemes)
    .map(([id]) => id);
}
/**
 * Everything skills are called, in both languages: so a search in one finds the other. Themes are groups of ours;
 * people do not search for their ids.
 */
export const labelsOf = (ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const skill = skillOf(id);
    return skill ? [skill.nl, skill.en, ...everydayWords(skill)] : asTheme(id) ? [] : [id];
  });
