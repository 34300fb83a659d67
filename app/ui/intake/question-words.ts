import type { Fields } from "#app/domain/fields/fields.ts";
import { skillLabel, skills } from "#app/domain/skills/skills.ts";
import type { Locale } from "#app/domain/words.ts";
import type { FieldsWords } from "#app/i18n/field.ts";
import { fieldWords } from "#app/i18n/field-words.ts";

const labels: Partial<Record<Locale, Readonly<Record<string, string>>>> = {};
/** What each skill of the selection is called, by URI; made once for each language. */
const skillNames = (locale: Locale) =>
  (labels[locale] ??= Object.fromEntries(skills.map((skill) => [skill.uri, skillLabel(skill, locale)])));
/** The words of the questions of the intake, skills included. */
export function questionWords(locale: Locale, fields: Fields): FieldsWords {
  const said = fieldWords(locale, fields, "intake");
  return said.skill_uris ? { ...said, skill_uris: { ...said.skill_uris, options: skillNames(locale) } } : said;
}
