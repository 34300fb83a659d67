import type { Fields, Posted } from "#app/domain/fields/fields.ts";
import { rowFields } from "#app/domain/fields/row-names.ts";
import type { FieldError } from "#app/domain/refusal.ts";
import { skillOf } from "#app/domain/skills/skills.ts";
import type { SkillAt } from "#app/domain/matching/instance.ts";
import { peerWishKinds, dayParts, disciplines, guideKinds, skillLevels, studyLevels } from "./words.ts";

/** A list of choices is never shorter than one, nor longer than this. */
export const mostChoices = 12;
/** Limits wishes about fellow students that one may ask for. */
export const mostPeerWishes = 3;
export const mostHours = 60;
const mostSkills = 20;

/** Returns the forms of a round as data, read by the same reader as every other form. Lists known at run time are given. */
export const newRoundFields = (blocks: readonly string[], programmes: readonly string[]) =>
  ({
    name: { kind: "line", required: true, max: 80 },
    block: { kind: "choice", required: true, options: blocks },
    programmes: { kind: "choices", options: programmes },
    more_programmes: { kind: "line", max: 200 },
    least_choices: { kind: "whole", required: true, min: 1, max: mostChoices },
    seed: { kind: "whole", required: true, min: 1, max: 2_147_483_647 },
  }) as const satisfies Fields;
/** Lists what a round knows of an assignment: its sizes, what it asks and which of these guides may coach it. */
export const assignmentFields = (guides: readonly string[]) =>
  ({
    size_min: { kind: "whole", required: true, min: 1, max: 20 },
    size_max: { kind: "whole", required: true, min: 1, max: 20 },
    teams: { kind: "whole", required: true, min: 1, max: 20 },
    hours: { kind: "whole", counts: "hours", required: true, min: 1, max: mostHours },
    mix_mbo: { kind: "whole", min: 0, max: 20 },
    mix_hbo: { kind: "whole", min: 0, max: 20 },
    disciplines: {
      kind: "rows",
      max: 6,
      of: {
        discipline: { kind: "choice", required: true, options: disciplines },
        min: { kind: "whole", min: 0, max: 20 },
        max: { kind: "whole", min: 0, max: 20 },
      },
    },
    guides: { kind: "choices", options: guides },
  }) as const satisfies Fields;
/** Returns one of these people as a guide, with the limits to what they take on. */
export const guideFields = (people: readonly string[]) =>
  ({
    person: { kind: "choice", required: true, options: people },
    kind: { kind: "choice", required: true, options: guideKinds },
    ...guideLimits,
  }) as const satisfies Fields;
/** Empty is no limit. */
export const guideLimits = {
  teams: { kind: "whole", min: 0, max: 50 },
  students: { kind: "whole", min: 0, max: 500 },
} as const satisfies Fields;
/** Gives the same fields for one of several people on a page, named `teams.<id>`. */
export const limitsOf = (id: string): Fields => rowFields(guideLimits, id);
/** Students who are added together share this; each may say otherwise when choosing. */
export const addStudentsFields = (from: readonly string[]) =>
  ({
    from: { kind: "choice", required: true, options: from },
    discipline: { kind: "choice", required: true, options: disciplines },
    level: { kind: "choice", required: true, options: studyLevels },
    hours: { kind: "whole", counts: "hours", required: true, min: 1, max: mostHours },
  }) as const satisfies Fields;
export const profileFields = {
  hours: { kind: "whole", counts: "hours", required: true, min: 1, max: mostHours },
  day_parts: { kind: "choices", options: dayParts },
} as const satisfies Fields;
/** Asks a wish about one of these fellow students, with its reason. */
export const peerWishFields = (others: readonly string[]) =>
  ({
    other: { kind: "choice", required: true, options: others },
    kind: { kind: "choice", required: true, options: peerWishKinds },
    why: { kind: "text", max: 300 },
  }) as const satisfies Fields;
export const verdictFields = { verdict: { kind: "line", max: 300 } } as const satisfies Fields;

type Team = {
  size_min: number;
  size_max: number;
  mix_mbo: number;
  mix_hbo: number;
  disciplines: readonly { discipline: string; min: number; max: number | null }[];
};
/** Finds what no team could ever fulfil, beside the field that says it. */
export function teamErrors(t: Team): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  if (t.size_max < t.size_min) errors.size_max = { code: "number_out_of_range", limit: t.size_min };
  if (t.mix_mbo + t.mix_hbo > t.size_max)
    errors.mix_hbo = { code: "number_out_of_range", limit: Math.max(0, t.size_max - t.mix_mbo) };
  let answers = 0;
  for (const [at, { discipline, min, max }] of t.disciplines.entries()) {
    answers += min;
    if (max !== null && max < min) errors[`disciplines.${at}.max`] = { code: "number_out_of_range", limit: min };
    if (answers > t.size_max)
      errors[`disciplines.${at}.min`] = { code: "number_out_of_range", limit: Math.max(0, t.size_max - answers + min) };
    if (t.disciplines.findIndex((d) => d.discipline === discipline) < at)
      errors[`disciplines.${at}.discipline`] = { code: "already_used" };
  }
  return errors;
}

const skillName = /^skill\.(.+)$/;
/**
 * Returns skills as a form posts them: `skill.<uri>` with a level, after `r` (required) or `d` (desired) where both
 * are asked. Unknown skills and levels are refused beside their box; empty boxes are skills let go.
 */
export function readSkills(
  posted: Posted,
  prefixes: readonly string[] = [""],
): { skills: Record<string, SkillAt[]>; errors: Record<string, FieldError> } {
  const skills: Record<string, SkillAt[]> = Object.fromEntries(prefixes.map((p) => [p, []]));
  const errors: Record<string, FieldError> = {};
  for (const [name, given] of Object.entries(posted)) {
    const uri = skillName.exec(name)?.[1];
    const value = [given].flat().at(-1) ?? "";
    if (uri === undefined || value === "") continue;
    const prefix = prefixes.find((p) => skillLevels.some((level) => value === `${p}${level}`));
    if (prefix === undefined || !skillOf(uri)) errors[name] = { code: "not_an_option" };
    else skills[prefix]?.push({ skill: uri, level: Number(value.slice(prefix.length)) });
  }
  if (Object.values(skills).some((list) => list.length > mostSkills))
    errors.skills = { code: "too_many_items", limit: mostSkills };
  return { skills, errors };
}

/**
 * Returns the posted list of choices `choice.1`, `choice.2` … in order. Gaps close up; a choice twice, one that is
 * none, or too few are told beside the box. What rests on the list of before keeps its place there.
 */
export function readChoices(
  posted: Posted,
  offered: readonly string[],
  least: number,
  { was = [], resting = [] }: { was?: readonly string[]; resting?: readonly string[] } = {},
): { choices: string[]; errors: Record<string, FieldError> } {
  const errors: Record<string, FieldError> = {};
  const choices: string[] = [];
  const restingChoices = [...was.entries()].filter(([, id]) => resting.includes(id));
  for (let n = 1; n <= mostChoices; n++) {
    const value = [posted[`choice.${n}`] ?? ""].flat().at(-1) ?? "";
    if (value === "") continue;
    if (!offered.includes(value)) errors[`choice.${n}`] = { code: "not_an_option" };
    else if (choices.includes(value)) errors[`choice.${n}`] = { code: "already_used" };
    else if (choices.length + restingChoices.length >= mostChoices)
      errors[`choice.${n}`] = { code: "too_many_items", limit: mostChoices - restingChoices.length };
    else choices.push(value);
  }
  const wanted = Math.min(least, offered.length);
  if (choices.length < wanted && Object.keys(errors).length === 0)
    errors[`choice.${firstEmpty(posted)}`] = { code: "too_few_choices", limit: wanted };
  for (const [at, id] of restingChoices) choices.splice(at, 0, id);
  return { choices, errors };
}
const firstEmpty = (posted: Posted) =>
  Array.from({ length: mostChoices }, (_, i) => i + 1).find(
    (n) => ([posted[`choice.${n}`] ?? ""].flat().at(-1) ?? "") === "",
  ) ?? 1;
/** Returns the posted choices with one moved a place up or down; as they were where it cannot move. `act` is `up.3` or `down.3`. */
export function moved(posted: Posted, act: string): Posted {
  const [, way, at] = /^(up|down)\.(\d{1,2})$/.exec(act) ?? [];
  const from = `choice.${Number(at)}`,
    to = `choice.${Number(at) + (way === "up" ? -1 : 1)}`;
  if (way === undefined || posted[from] === undefined || posted[to] === undefined) return posted;
  return { ...posted, [from]: posted[to], [to]: posted[from] };
}
