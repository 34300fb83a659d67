import type { Locale, Sector } from "#app/domain/words.ts";
import esco from "./esco.json" with { type: "json" };
import everyday from "./everyday.json" with { type: "json" };
import { themeIds, type ThemeId } from "./theme-ids.ts";

/** A skill is a concept of ESCO: it has a URI, a preferred term in both languages and other terms for it. */
export type Skill = { uri: string; nl: string; en: string; nlAlso: string[]; enAlso: string[] };
/** Describes a group of our own (see README.md beside this file): where it belongs, the nearest group of ESCO, and its skills. */
type Theme = { id: ThemeId; sectors: Sector[]; group: string; skills: Skill[] };

const written = esco as { id: string; sectors: string[]; group: string; skills: Skill[] }[];
const isTheme = (id: string): id is ThemeId => (themeIds as readonly string[]).includes(id);

/** These are all themes, in the order of the data. */
const themes: readonly Theme[] = written.flatMap(({ id, sectors, ...rest }) =>
  isTheme(id) ? [{ ...rest, id, sectors: sectors as Sector[] }] : [],
);
/** These are all skills of the selection, each once. */
export const skills: readonly Skill[] = themes.flatMap((theme) => theme.skills);

const byUri = new Map(skills.map((skill) => [skill.uri, skill]));
const themeByUri = new Map(themes.flatMap((theme) => theme.skills.map((skill) => [skill.uri, theme] as const)));

/** Returns the skill of a URI, or nothing when it is not in our selection. */
export const skillOf = (uri: string): Skill | undefined => byUri.get(uri);
/** The theme a skill stands in, or nothing when the skill is not in our selection. */
export const themeOf = (uri: string): Theme | undefined => themeByUri.get(uri);
/** Returns a theme id as it comes in from an address or a form. */
export const asTheme = (id: string): ThemeId | undefined => (isTheme(id) ? id : undefined);

/** Says what a skill is called in a language. */
export const skillLabel = (skill: Skill, locale: Locale): string => skill[locale];
/** Everything a skill may be called in a language: the preferred term first, then other terms of ESCO. */
export const skillTerms = (skill: Skill, locale: Locale): string[] => [
  skill[locale],
  ...(locale === "nl" ? skill.nlAlso : skill.enAlso),
];
/** Returns words people use for a skill in either language. They are ours, and only help to find it. */
export const everydayWords = (skill: Skill): string[] => (everyday as Record<string, string[]>)[skill.uri] ?? [];
