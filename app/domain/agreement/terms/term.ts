import type { When } from "#app/domain/fields/days.ts";
import type { Answers, Field } from "#app/domain/fields/fields.ts";
import type { Obligation, Side } from "#app/domain/words.ts";

/**
 * M = must be filled to sign, L = M and needed by law or funder, O = optional, - = not part of this obligation
 * (docs/domain.md 5.5).
 */
export type Need = "M" | "L" | "O" | "-";
/** The parts of the agreement, in the order in which people read it. */
export const sections = [
  "parties",
  "question",
  "obligation",
  "approach",
  "acceptance",
  "planning",
  "money",
  "duties",
  "team",
  "rights",
  "secrecy",
  "privacy",
  "liability",
  "changes",
  "complaints",
  "anchoring",
] as const;
export type Section = (typeof sections)[number];

/** What makes an optional term obligatory, read from the other terms. */
export const conditions = {
  contract: (t: Answers) => t.funding_regime === "contract",
  subsidised: (t: Answers) => t.funding_regime === "subsidised_ppp",
  transfer: (t: Answers) => t.ip_foreground === "transfer_by_deed",
  /** Tangible works: the law may read silence as acceptance, so the text must say (docs/domain.md J2). */
  works: (t: Answers) => t.contract_nature === "works" || t.contract_nature === "mixed",
  charged: (t: Answers) => typeof t.fee_amount === "number" && t.fee_amount > 0,
  no_guarantee: (t: Answers) => t.guarantee_term === 0,
  confidential: (t: Answers) => t.confidentiality === "summary_public" || t.confidentiality === "secret",
} satisfies Record<string, (terms: Answers) => boolean>;
type Condition = keyof typeof conditions;

type Asked = {
  field: Field;
  need: Readonly<Record<Obligation, Need>>;
  by: Side | "both";
  when?: { if: Condition; need: "M" | "L" };
  /** The part of the matrix whose readers see it (docs/domain.md 3.2): terms about money are for fewer. */
  readers: "agreement" | "fee";
};
export type Term = Asked & { section: Section };

/** One term; `needs` reads effort first, then result, as in the table of docs/domain.md 5.5. */
export const ask = (
  needs: `${Need}${Need}`,
  by: Asked["by"],
  field: Field,
  when?: { [C in Condition]?: "M" | "L" },
): Asked => {
  const [[condition, raised] = []] = Object.entries(when ?? {}) as [Condition, "M" | "L"][];
  return {
    field,
    by,
    readers: "agreement",
    need: { effort: needs[0] as Need, result: needs[1] as Need },
    ...(condition && raised ? { when: { if: condition, need: raised } } : {}),
  };
};
/** A term about money, for readers of fees alone: no student, no community. */
export const fee = (asked: Asked): Asked => ({ ...asked, readers: "fee" });
/** Puts terms in one section of the agreement. */
export const inSection = <K extends string>(section: Section, terms: Record<K, Asked>): Record<K, Term> =>
  Object.fromEntries(Object.entries<Asked>(terms).map(([id, term]) => [id, { ...term, section }])) as Record<K, Term>;

const line = (max = 200): Field => ({ kind: "line", max });
const text = (max = 4000): Field => ({ kind: "text", max });
const choice = (...options: string[]): Field => ({ kind: "choice", options });
const whole = (min: number, max: number): Field => ({ kind: "whole", min, max });
const yesno: Field = { kind: "yesno" };
const money: Field = { kind: "money" };
const date = (when: When): Field => ({ kind: "date", when });
/** The kinds of field an agreement asks for. */
export const make = { line, text, choice, whole, yesno, money, date };
