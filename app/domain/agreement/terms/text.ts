import type { Answer, Answers, Field, Fields } from "#app/domain/fields/fields.ts";
import type { Obligation } from "#app/domain/words.ts";
import { isFilled } from "./complete.ts";
import { needOf, sections, termFields, type Section, type TermId, type Terms } from "./fields.ts";
import { rowsOf } from "./rules.ts";

/**
 * Lists the clauses of the agreement in reading order, generated per obligation from one library (docs/domain.md
 * 5.1). `if` names the term without which a clause has nothing to say.
 */
const clauses = [
  { id: "parties", section: "parties" },
  { id: "authority", section: "parties" },
  { id: "question", section: "question" },
  { id: "scope", section: "question" },
  { id: "obligation_effort", section: "obligation", only: "effort" },
  { id: "obligation_result", section: "obligation", only: "result" },
  { id: "good_contractor", section: "obligation" },
  { id: "nature", section: "obligation" },
  { id: "funding", section: "obligation" },
  { id: "learning", section: "approach" },
  { id: "grade_independent", section: "approach" },
  { id: "effort", section: "approach", only: "effort" },
  { id: "approach", section: "approach", only: "result", if: "approach" },
  { id: "intended", section: "approach", only: "effort", if: "deliverables" },
  { id: "deliverables", section: "approach", only: "result" },
  { id: "expert", section: "approach", if: "expert_company" },
  { id: "subcontracting", section: "approach", if: "subcontracting" },
  { id: "closing", section: "acceptance", only: "effort" },
  { id: "criteria", section: "acceptance", only: "result" },
  { id: "acceptance", section: "acceptance", only: "result" },
  { id: "silence", section: "acceptance", if: "silence_clause" },
  { id: "rework", section: "acceptance", only: "result" },
  { id: "guarantee", section: "acceptance", only: "result" },
  { id: "dates", section: "planning" },
  { id: "milestones", section: "planning" },
  { id: "reports", section: "planning" },
  { id: "fee", section: "money" },
  { id: "instalments", section: "money", if: "instalments" },
  { id: "costs", section: "money", if: "cost_lines" },
  { id: "in_kind", section: "money", if: "in_kind" },
  { id: "company_duties", section: "duties" },
  { id: "guidance", section: "duties" },
  { id: "team", section: "team" },
  { id: "employees", section: "team", if: "named_employees" },
  { id: "minors", section: "team" },
  { id: "dropout", section: "team" },
  { id: "ownership", section: "rights" },
  { id: "makers", section: "rights", if: "ip_route" },
  { id: "background_rights", section: "rights", if: "ip_background" },
  { id: "patents", section: "rights" },
  { id: "secrecy", section: "secrecy" },
  { id: "exceptions", section: "secrecy" },
  { id: "publication", section: "secrecy" },
  { id: "privacy", section: "privacy" },
  { id: "liability", section: "liability" },
  { id: "no_recourse_on_students", section: "liability" },
  { id: "changes", section: "changes" },
  { id: "ending", section: "changes" },
  { id: "complaints", section: "complaints" },
  { id: "law", section: "complaints" },
  { id: "implementation", section: "anchoring", if: "implementation_plan" },
  { id: "knowledge", section: "anchoring" },
] as const satisfies readonly { id: string; section: Section; only?: Obligation; if?: TermId }[];
export type ClauseId = (typeof clauses)[number]["id"];
type Clause = { id: ClauseId; section: Section; only?: Obligation; if?: TermId };

/** Holds what a clause may ask of the terms while it is written: every answer already in words. */
type TermWords = {
  /** Gives one answer; "…" marks a gap of a draft. */
  it: (id: TermId) => string;
  /** Holds one line for each row of a repeated term; `cell` gives a field of the row in words, "" when empty. */
  lines: (id: TermId, line: (cell: (field: string) => string) => string) => string[];
  has: (id: TermId) => boolean;
  is: (id: TermId, answer: Answer) => boolean;
};
export type ClauseText = (words: TermWords) => readonly string[];
type OptionWords = {
  label: string;
  options?: Readonly<Record<string, string>>;
  of?: Readonly<Record<string, OptionWords>>;
};
/** Describes the words and formats of one language (`i18n`): `words(locale).agreement` and `formats(locale)` fit. */
export type Wording = {
  locale: string;
  agreement: {
    yes: string;
    no: string;
    sections: Readonly<Record<Section, { title: string; plain: string }>>;
    fields: Readonly<Record<TermId, OptionWords>>;
    clauses: Readonly<Record<ClauseId, ClauseText>>;
  };
  write: {
    money: (cents: number) => string;
    date: (day: string) => string;
    number: (n: number) => string;
    list: (items: readonly string[]) => string;
  };
};

/** Returns one answer as people read it. */
function inWords(field: Field, answer: Answer | undefined, own: OptionWords | undefined, wording: Wording): string {
  const { write, agreement } = wording;
  if (!isFilled(answer)) return "";
  if (typeof answer === "boolean") return answer ? agreement.yes : agreement.no;
  if (typeof answer === "number") return field.kind === "money" ? write.money(answer) : write.number(answer);
  if (Array.isArray(answer))
    return write.list(answer.filter((one) => typeof one === "string").map((one) => own?.options?.[one] ?? one));
  if (typeof answer !== "string") return "";
  return field.kind === "date" ? write.date(answer) : (own?.options?.[answer] ?? answer);
}
const ofRow = (fields: Fields, row: Answers, own: OptionWords | undefined, wording: Wording) => (id: string) => {
  const field = fields[id];
  return field ? inWords(field, row[id], own?.of?.[id], wording) : "";
};
/** Reads terms aloud in one language. */
function wordsOf(terms: Terms, wording: Wording): TermWords {
  const own = (id: TermId) => wording.agreement.fields[id];
  return {
    it: (id) => inWords(termFields[id].field, terms[id], own(id), wording) || "…",
    lines: (id, line) => {
      const { field } = termFields[id];
      return field.kind === "rows" ? rowsOf(terms[id]).map((row) => line(ofRow(field.of, row, own(id), wording))) : [];
    },
    has: (id) => isFilled(terms[id]),
    is: (id, answer) => terms[id] === answer,
  };
}

/** A sentence typed with its own full stop does not get a second one. */
const tidy = (paragraph: string) =>
  paragraph
    .trim()
    .replace(/([.!?…])\.(?=\s|$)/g, "$1")
    .replace(/\.;/g, ";");
type FrozenClause = { id: ClauseId; number: string; paragraphs: string[] };
type FrozenSection = { section: Section; number: number; title: string; plain: string; clauses: FrozenClause[] };
/** Describes the agreement as it is kept at signing: complete sentences in one language, never rendered again from terms. */
export type Frozen = { locale: string; obligation: Obligation; sections: FrozenSection[] };

/** Returns the full text of a version as numbered sections and clauses. A draft gives the same text with its gaps left blank. */
export function frozenText(terms: Terms, obligation: Obligation, wording: Wording): Frozen {
  const words = wordsOf(terms, wording);
  const shown = (clause: Clause) =>
    (clause.only === undefined || clause.only === obligation) &&
    (clause.if === undefined || (words.has(clause.if) && needOf(clause.if, obligation, terms) !== "-"));
  const filled = sections
    .map((section) => ({
      section,
      own: (clauses as readonly Clause[]).filter((clause) => clause.section === section && shown(clause)),
    }))
    .filter(({ own }) => own.length > 0);
  return {
    locale: wording.locale,
    obligation,
    sections: filled.map(({ section, own }, i) => ({
      section,
      number: i + 1,
      ...wording.agreement.sections[section],
      clauses: own.map(({ id }, j) => ({
        id,
        number: `${i + 1}.${j + 1}`,
        paragraphs: wording.agreement.clauses[id](words).map(tidy).filter(Boolean),
      })),
    })),
  };
}
