import type { When } from "#app/domain/fields/days.ts";
import type { Field } from "#app/domain/fields/fields.ts";
import type { Obligation, Side } from "#app/domain/words.ts";

/**
 * M = must be filled to sign, L = M and needed by law or funder, O = optional, - = not part of this obligation
 * (docs/domain.md 5.5).
 */
export type Need = "M" | "L" | "O" | "-";
/** Lists the parts of the agreement, in the order in which people read it. */
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

/** Tells what makes an optional term obligatory; what each reads from the other terms stands in `fields.ts`. */
export type Condition = "contract" | "subsidised" | "transfer" | "works" | "charged" | "no_guarantee" | "confidential";

type Asked<F extends Field = Field> = {
  field: F;
  need: Readonly<Record<Obligation, Need>>;
  by: Side | "both";
  when?: { if: Condition; need: "M" | "L" };
  /** Holds the part of the matrix whose readers see it (docs/domain.md 3.2): terms about money are for fewer. */
  readers: "agreement" | "fee";
};
export type Term = Asked & { section: Section };

/** Makes one term; `needs` reads effort first, then result, as in the table of docs/domain.md 5.5. */
export const ask = <const F extends Field>(
  needs: `${Need}${Need}`,
  by: Asked["by"],
  field: F,
  when?: { [C in Condition]?: "M" | "L" },
): Asked<F> => {
  const [[condition, raised] = []] = Object.entries(when ?? {}) as [Condition, "M" | "L"][];
  return {
    field,
    by,
    readers: "agreement",
    need: { effort: needs[0] as Need, result: needs[1] as Need },
    ...(condition && raised ? { when: { if: condition, need: raised } } : {}),
  };
};
/** Marks a term about money, which readers of fees alone see: no student, no community. */
export const fee = <F extends Field>(asked: Asked<F>): Asked<F> => ({ ...asked, readers: "fee" });
/** Puts terms in one section of the agreement. */
export const inSection = <T extends Readonly<Record<string, Asked>>>(section: Section, terms: T) =>
  Object.fromEntries(Object.entries(terms).map(([id, term]) => [id, { ...term, section }])) as {
    [Id in keyof T]: T[Id] & { section: Section };
  };

const line = (max = 200) => ({ kind: "line", max }) as const;
const text = (max = 4000) => ({ kind: "text", max }) as const;
const choice = <const Option extends string>(...options: readonly Option[]) => ({ kind: "choice", options }) as const;
const whole = (min: number, max: number) => ({ kind: "whole", min, max }) as const;
const hours = (min: number, max: number) => ({ kind: "whole", counts: "hours", min, max }) as const;
const yesno = { kind: "yesno" } as const satisfies Field;
const money = { kind: "money" } as const satisfies Field;
const date = (when: When) => ({ kind: "date", when }) as const;
/** The kinds of field an agreement asks for. */
export const make = { line, text, choice, whole, hours, yesno, money, date };
