import type { Fields } from "#app/domain/fields/fields.ts";
import { skillLabel, skills } from "#app/domain/skills/skills.ts";
import type { Locale } from "#app/domain/words.ts";
import { wordsOf, type FieldsWords } from "#app/i18n/field.ts";
import { words } from "#app/i18n/words.ts";

const labels: Partial<Record<Locale, Readonly<Record<string, string>>>> = {};
/** Tells what each skill of the selection is called, by URI; made once for each language. */
const skillNames = (locale: Locale) =>
  (labels[locale] ??= Object.fromEntries(skills.map((skill) => [skill.uri, skillLabel(skill, locale)])));
/** Answers the words of the questions of the intake, skills included. */
export function questionWords(locale: Locale, fields: Fields): FieldsWords {
  const questions: FieldsWords = words(locale).intake.fields;
  const said = Object.fromEntries(Object.keys(fields).map((id) => [id, wordsOf(questions, id)]));
  return said.skill_uris ? { ...said, skill_uris: { ...said.skill_uris, options: skillNames(locale) } } : said;
}
