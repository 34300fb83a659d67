import type { Fields } from "./fields.ts";

/**
 * Names who reads again what a form asks, beside whoever typed it. Those of one assignment are parts of the matrix of
 * docs/domain.md 3.2.
 */
export const audiences = [
  "text",
  "intake",
  "fee",
  "agreement",
  "questions_open",
  "question_askers",
  /** Everybody who may see that the thing exists reads it: visitors too, where it is public. */
  "everybody",
  /** Nobody else reads it again, and the form says why (`ownTo`). */
  "own",
  /** Whoever sees that a community exists reads it. */
  "community",
  "community_members",
  "community_leads",
  "community_guides",
  "community_money",
  /** Everybody who reads the community reads a mean of enough answers; the answer itself is its writer's. */
  "community_mean",
  /** Names who makes the plans of a round, and who takes part in it. */
  "planners",
  "round",
  /** The people of one company or school read it, and those who appoint there. */
  "organization",
  /** Names the same people, and who puts a team or a community together with them. */
  "acquainted",
  "appointers",
  /** Names who coordinates a centre, who works at its desk for questions, and who administers the platform. */
  "centre",
  "desk",
  "administrators",
] as const;
type Audience = (typeof audiences)[number];
/**
 * Says why an answer is shown to nobody. `key`: it only opens something, as a password or a code does. `tick`: without it the
 * form is not sent. `finds`: it looks something up that is on the page. `does`: it is what happens, and that is shown.
 * `signs`: the log names who signed.
 */
const whyNever = ["key", "tick", "finds", "does", "signs"] as const;
/**
 * Says why no word that stands nowhere else can be typed in a field, so that no test seeks who reads it. `days`: only days are
 * taken. `short`: there is no room for it. `device`: it is asked after a device of one's own proved itself.
 */
type WhyUntried = "days" | "short" | "device";
/**
 * Says why nobody but whoever typed it reads an answer again. `entry`: it is a way into their account. `search`: what somebody
 * looks for concerns nobody else.
 */
type WhyOwn = "entry" | "search";
/** `at`: the address, by its name among `urls`, on which an answer is read again. */
type ShownField =
  | { at: string; by: Exclude<Audience, "own">; untried?: WhyUntried }
  | { at: string; by: "own"; why: WhyOwn; untried?: WhyUntried }
  | { never: (typeof whyNever)[number] };
/** Describes a form that is no move of a table, with where and by whom each of its answers is read again (docs/domain.md 3.2). */
export type ShownForm = { fields: Fields; shows: Readonly<Record<string, ShownField>> };

/** Says of each field of a form where it is read again: one without an answer does not compile. */
export const shownForm = <F extends Fields>(fields: F, shows: Readonly<Record<keyof F, ShownField>>): ShownForm => ({
  fields,
  shows,
});
/** Says the same for several fields at once. */
export const each = <Id extends string>(ids: readonly Id[], one: ShownField) =>
  Object.fromEntries(ids.map((id) => [id, one])) as Record<Id, ShownField>;
/** It says where a field is read again, and by whom. */
export const on = (at: string, by: Exclude<Audience, "own">, untried?: WhyUntried): ShownField => ({
  at,
  by,
  ...(untried ? { untried } : {}),
});
/** It says where whoever typed it reads it again, and why nobody else does. */
export const ownTo = (at: string, why: WhyOwn, untried?: WhyUntried): ShownField => ({
  at,
  by: "own",
  why,
  ...(untried ? { untried } : {}),
});
/** Makes a form of which nothing is read again, and why that is so. */
export const never = (why: (typeof whyNever)[number]): ShownField => ({ never: why });
