import type { Days, When } from "./days.ts";

/**
 * Describes a form field as data: one description from which the form, its check, its label (`i18n` by id) and its
 * tests derive. `line` one line, `text` several, `whole` an integer, `money` whole cents, `duration` whole minutes,
 * `rows` a repeated group, `assignments` assignment ids.
 */
export type Field =
  /** `fixed`: no words of one's own fit: a `code` of ours that a page puts in words, or the name of whoever signs. */
  | {
      kind: "line" | "text";
      required?: boolean;
      max?: number;
      fixed?: "code" | "own_name";
      /** It may stay empty, unless another answer of the same group is this one. */
      neededFor?: { field: string; is: string };
    }
  | {
      kind: "email" | "web" | "kvk" | "postcode" | "check" | "yesno" | "money" | "code";
      required?: boolean;
    }
  /** `present`: the one that opens the account now; without it a new one is chosen. Browsers fill them in by that. */
  | { kind: "password"; required?: boolean; present?: boolean }
  /** `when`: between which days it may lie. */
  | { kind: "date"; required?: boolean; time?: boolean; when: When }
  /** `counts`: whole hours may be typed with their unit, as people write them. */
  | { kind: "whole"; required?: boolean; min?: number; max?: number; counts?: "hours" }
  /** Time spent, typed in hours or minutes, kept in whole minutes; `min` below zero lets an entry be taken back. */
  | { kind: "duration"; required?: boolean; min?: number; max?: number }
  | { kind: "choice"; required?: boolean; options: readonly string[] }
  | { kind: "choices"; required?: boolean; options: readonly string[] }
  /** Options known only at run time; `from` names the list the service offers (e.g. team members, blocks, criteria). */
  | { kind: "pick" | "picks"; required?: boolean; from: OptionList }
  | { kind: "files"; required?: boolean }
  | { kind: "rows"; required?: boolean; min?: number; max?: number; of: Fields }
  /** One group of answers for each item of a list known at run time, keyed by that item's id. */
  | { kind: "each"; required?: boolean; from: OptionList; of: Fields };
export type Fields = Readonly<Record<string, Field>>;

/** Lists that exist only at run time; `services/workflow/options` fills them for one assignment. */
export const optionLists = [
  "business_developers",
  "staff",
  "invitable",
  "blocks",
  "open_claims",
  "criteria",
  "failed_criteria",
  "communities",
  "own_communities",
  "flag_owners",
  "team",
  "other_centres",
  "instalments",
] as const;
/** The same holds for one learning community; the service of its form fills it. */
const communityLists = [
  "community_people",
  "community_partners",
  "commitment_years",
  "centre_organizations",
  "community_members",
] as const;
export type OptionList = (typeof optionLists)[number] | (typeof communityLists)[number];
/** `relation`: what a person in the list is to the assignment, for whoever does not know them by name. */
export type Option = { id: string; label: string; relation?: string; roles?: readonly string[] };
/** Holds what a form knows only at run time: its lists, and the days that its dates are held against. */
export type Options = Partial<Record<OptionList, readonly Option[]>> & { days?: Days };

/** Holds what a posted form holds after `readForm`: names to one or more strings. */
export type Posted = Readonly<Record<string, string | readonly string[]>>;
export type Answer = string | number | boolean | null | readonly Answer[] | { readonly [key: string]: Answer };
export type Answers = Readonly<Record<string, Answer>>;

/** 200 characters a line is more than any name needs; 8,000 a text is four pages. */
export const longest = { line: 200, text: 8000 } as const;
