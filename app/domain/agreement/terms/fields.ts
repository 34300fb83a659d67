import type { Answers, Field, Fields } from "#app/domain/fields/fields.ts";
import { storedDraft, type DraftOf } from "#app/domain/fields/typed.ts";
import type { Obligation } from "#app/domain/words.ts";
import { changing, owning, protecting, publishing } from "./fields-law.ts";
import { duties, lasting, paying, teaming } from "./fields-means.ts";
import { agreeing, judging, planning, working } from "./fields-work.ts";
import type { Condition, Need, Section, Term } from "./term.ts";

export { sections, type Section } from "./term.ts";

const all = {
  ...agreeing,
  ...working,
  ...judging,
  ...planning,
  ...paying,
  ...duties,
  ...teaming,
  ...owning,
  ...publishing,
  ...protecting,
  ...changing,
  ...lasting,
};
export type TermId = keyof typeof all;
/**
 * Holds what an agreement version holds: of each term what its field asks, as far as it was answered. Money in whole
 * cents, days as "yyyy-mm-dd".
 */
export type Terms = DraftOf<{ [Id in TermId]: (typeof all)[Id]["field"] }>;
/**
 * Holds every term of the agreement as data (docs/domain.md 5.5); form, check, comparison and text derive from it. A
 * compound term of the table is a family of ids with one prefix.
 */
export const termFields: Readonly<Record<TermId, Term>> = all;
export const termIds = Object.keys(all) as TermId[];
const fields = Object.fromEntries(termIds.map((id) => [id, termFields[id].field])) as {
  [Id in TermId]: (typeof all)[Id]["field"];
};
/** Answers of a form as terms: what no term asks, or what is of another kind than its field, is left out. */
export const termsIn = (answers: Answers): Terms => storedDraft(fields, answers);
/** Lists terms whose text is the same in every agreement: nobody fills them in, nobody can leave them out. */
export const fixedTerms = ["obligation_text", "grade_independent", "no_recourse_on_students"] as const;
export type FixedTerm = (typeof fixedTerms)[number];

const conditions: Readonly<Record<Condition, (terms: Terms) => boolean>> = {
  contract: (t) => t.funding_regime === "contract",
  subsidised: (t) => t.funding_regime === "subsidised_ppp",
  transfer: (t) => t.ip_foreground === "transfer_by_deed",
  /** Tangible works: the law may read silence as acceptance, so the text must say (docs/domain.md J2). */
  works: (t) => t.contract_nature === "works" || t.contract_nature === "mixed",
  charged: (t) => (t.fee_amount ?? 0) > 0,
  no_guarantee: (t) => t.guarantee_term === 0,
  confidential: (t) => t.confidentiality === "summary_public" || t.confidentiality === "secret",
};
/** Says how much a term is needed here: its column in the table, raised when its condition holds. */
export function needOf(id: TermId, obligation: Obligation, terms: Terms): Need {
  const { need, when } = termFields[id];
  return when && conditions[when.if](terms) ? when.need : need[obligation];
}
/** Lists the fields that one section shows for this obligation, in reading order. */
const shownTerms = (section: Section, obligation: Obligation, terms: Terms): TermId[] =>
  termIds.filter((id) => termFields[id].section === section && needOf(id, obligation, terms) !== "-");

/** Returns a field as a draft asks it: nothing in it is obligatory yet, since a proposal may still have gaps. */
const loose = (field: Field): Field => {
  const { required: _, ...rest } = field;
  if (rest.kind === "rows") {
    const { min: __, ...rows } = rest;
    return { ...rows, of: looseAll(rows.of) };
  }
  return rest.kind === "each" ? { ...rest, of: looseAll(rest.of) } : rest;
};
const looseAll = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, loose(field)]));
/** Gives the form of one section of a draft, for `readForm` and the screen. */
export const sectionForm = (section: Section, obligation: Obligation, terms: Terms): Fields =>
  Object.fromEntries(shownTerms(section, obligation, terms).map((id) => [id, loose(termFields[id].field)]));
