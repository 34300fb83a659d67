import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordingOf } from "#app/i18n/wording.ts";
import { words } from "#app/i18n/words.ts";
import type { FieldWords } from "#app/i18n/field.ts";
import type { Answer, Answers, Field } from "#app/domain/fields/fields.ts";
import { asksNewAnnexes, differences } from "#app/domain/agreement/terms/changes.ts";
import { sections, termFields, termIds, type Terms } from "#app/domain/agreement/terms/fields.ts";
import { frozenText } from "#app/domain/agreement/terms/text.ts";
import { locales, obligations } from "#app/domain/words.ts";
import { fullTerms, without } from "#tests/support/terms.ts";

const plainText = (terms: Answers, obligation: "effort" | "result", locale: "nl" | "en" = "nl") =>
  JSON.stringify(frozenText(terms, obligation, wordingOf(locale)));
const ids = (obligation: "effort" | "result", terms: Answers = fullTerms(obligation)) =>
  frozenText(terms, obligation, wordingOf("nl")).sections.flatMap((s) => s.clauses.map((c) => c.id));

const answered = (answer: Answer | undefined) =>
  typeof answer === "number" || typeof answer === "boolean" || (typeof answer === "string" && answer !== "");
/** The obligation comes beside the terms; the others are kept with the agreement, and no clause says them yet. */
const untold: readonly string[] = ["obligation", "end_report", "deed_status", "guarantee_term_reason"];
function otherAnswer(field: Field, answer: Answer | undefined): Answer {
  if (typeof answer === "number") return answer + 7;
  if (typeof answer === "boolean") return !answer;
  if ("options" in field) return field.options.find((option) => option !== answer) ?? "";
  return field.kind === "date" ? "2027-03-04" : "Merkteken Zeven";
}

describe.each(locales)("words of the agreement in %s", (locale) => {
  const { agreement } = words(locale);
  const check = (name: string, field: Field, own: FieldWords | undefined) => {
    expect(own?.label, name).toBeTruthy();
    expect(own?.hint, name).toBeTruthy();
    if ("options" in field)
      for (const option of field.options) expect(own?.options?.[option], `${name} ${option}`).toBeTruthy();
    if (field.kind === "rows")
      for (const [id, sub] of Object.entries(field.of)) check(`${name}.${id}`, sub, own?.of?.[id]);
    else if (field.kind === "line" || field.kind === "text") expect(own?.example, name).toBeTruthy();
  };
  it.each(termIds)("%s has a label, a hint, an example to write after, and a name for each choice", (id) =>
    check(id, termFields[id].field, agreement.fields[id]),
  );
  it("says what each section means", () => {
    for (const section of sections) {
      expect(agreement.sections[section].plain.length).toBeGreaterThan(10);
    }
  });
  it("has a text for each annex that names the agreement's version", () => {
    for (const annex of Object.values(agreement.annexes))
      expect(annex.text({ title: "Loog", company: "De Kwast", number: 7 }).join(" ")).toMatch(/7/);
  });
  it("never claims to be advice of a lawyer", () => {
    for (const o of obligations)
      expect(plainText(fullTerms(o), o, locale)).not.toMatch(/juridisch advies|legal advice/i);
  });
});

describe.each(obligations)("the text under %s", (obligation) => {
  const full = fullTerms(obligation);
  it.each(locales)("in %s is complete: numbered, in order, no blanks", (locale) => {
    const { sections: parts } = frozenText(full, obligation, wordingOf(locale));
    expect(parts.map((p) => p.section)).toEqual(sections.filter((s) => parts.some((p) => p.section === s)));
    expect(parts.map((p) => p.number)).toEqual(parts.map((_, i) => i + 1));
    for (const part of parts)
      for (const clause of part.clauses) {
        expect(clause.paragraphs.length, clause.id).toBeGreaterThan(0);
        for (const paragraph of clause.paragraphs)
          expect(paragraph, clause.id).not.toMatch(/undefined|null|\[object|…|\.\.|_/);
      }
  });
  it("holds the fixed texts, whatever the terms", () => {
    for (const id of ["grade_independent", "no_recourse_on_students", `obligation_${obligation}`])
      expect(ids(obligation, {})).toContain(id);
  });
  it("marks the gaps of a draft instead of leaving them out", () =>
    expect(plainText(without(full, "company_contact"), obligation)).toContain("Contactpersoon: …"));
  it.each(
    termIds.filter(
      (id) =>
        typeof full[id] === "string" &&
        ["line", "text"].includes(termFields[id].field.kind) &&
        id !== "guarantee_term_reason",
    ),
  )("says %s when it belongs there", (id) => {
    const marked = { ...full, [id]: "Merkteken Zeven" };
    if (termFields[id].need[obligation] === "-") return;
    for (const locale of locales) expect(plainText(marked, obligation, locale), locale).toContain("Merkteken Zeven");
  });
  // A number or a choice has no mark of its own: with another one the text is another, in either language.
  it.each(termIds.filter((id) => answered(full[id]) && !untold.includes(id)))("changes when %s does", (id) => {
    if (termFields[id].need[obligation] === "-") return;
    const other = { ...full, [id]: otherAnswer(termFields[id].field, full[id]) };
    for (const locale of locales)
      expect(plainText(other, obligation, locale), locale).not.toBe(plainText(full, obligation, locale));
  });
  it("calls who signs without a function of their own an authorised signatory, in its own language", () => {
    const terms: Terms = { ...full, signatories: [{ side: "company", name: "Noor de Wit" }] };
    expect(plainText(terms, obligation, "nl")).toContain("Noor de Wit, tekenbevoegde.");
    expect(plainText(terms, obligation, "en")).toContain("Noor de Wit, authorised signatory, signs.");
  });
  it("ends free text with one full stop", () => {
    for (const typed of ["Recepten", "Recepten."])
      expect(plainText({ ...full, confidentiality_scope: typed }, obligation)).toContain(
        "Vertrouwelijk is: Recepten. Dit geldt",
      );
  });
  it("is the same every time it is written", () =>
    expect(plainText(full, obligation)).toBe(plainText(structuredClone(full), obligation)));
});
describe("the two obligations", () => {
  it("promise nothing under effort", () => {
    const text = plainText(fullTerms("effort"), "effort");
    expect(text).not.toMatch(/wij leveren|de school levert|acceptatiecriteri|garantie|resultaatsverplichting/i);
    expect(text).toMatch(/inspanningsverplichting/);
    expect(text).toMatch(/Beoogd: Spoeltabel/);
    expect(plainText(fullTerms("effort"), "effort", "en")).not.toMatch(/the school delivers|we deliver|guarantee/i);
  });
  it("promise a testable result under result", () => {
    expect(plainText(fullTerms("result"), "result")).toMatch(
      /De school levert.*95% van 60.*10 werkdagen.*60 kalenderdagen garantie/,
    );
    expect(plainText(fullTerms("result"), "result")).not.toMatch(/inspanningsverplichting/);
  });
  it("use every clause somewhere", () =>
    expect(new Set(obligations.flatMap((o) => ids(o)))).toEqual(new Set(Object.keys(words("nl").agreement.clauses))));
  it("speak out on silence, yes or no", () => {
    expect(plainText({ ...fullTerms("result"), silence_clause: false }, "result")).toContain(
      "Zwijgen is geen acceptatie",
    );
    expect(plainText({ ...fullTerms("result"), silence_clause: true }, "result")).toContain("als geaccepteerd");
    expect(ids("effort", { ...fullTerms("effort"), silence_clause: true })).not.toContain("silence");
    expect(ids("effort", { ...fullTerms("effort"), contract_nature: "works" })).toContain("silence");
  });
});

describe("what changed", () => {
  const full = fullTerms("result");
  it("nothing, when nothing did, also when empty answers are written differently", () => {
    expect(differences(full, structuredClone(full))).toEqual([]);
    const unseen = (text: string) => `${text.replaceAll(" ", " \u00AD ")}\u200B`;
    const long = "Wij meten. ".repeat(120);
    expect(differences({ ...full, summary: long }, { ...full, summary: unseen(long) })).toEqual([]);
    expect(differences({ ...full, summary: long }, { ...full, summary: `${long}Niet.` })).toHaveLength(1);
    expect(differences({ ...full, summary: "Wij" }, { ...full, summary: "wij" }), "a capital is seen").toHaveLength(1);
    expect(differences({ ...full, expert_company: "" }, without(full, "expert_company"))).toEqual([]);
    expect(
      differences(
        { parties: [{ name: "a", side: "company" }] },
        { parties: [{ side: "company", name: "a", place: "" }] },
      ),
    ).toEqual([]);
  });
  it.each(termIds)("%s, when it is added, removed or changed", (id) => {
    expect(differences(without(full, id), full).map((d) => [d.id, d.change])).toEqual([[id, "added"]]);
    expect(differences(full, without(full, id)).map((d) => [d.id, d.change])).toEqual([[id, "removed"]]);
    const other: Answer =
      typeof full[id] === "number"
        ? Number(full[id]) + 1
        : typeof full[id] === "boolean"
          ? !full[id]
          : Array.isArray(full[id])
            ? [...full[id].slice(0, -1), "other"]
            : "other";
    expect(differences(full, { ...full, [id]: other }).map((d) => d.id)).toEqual([id]);
  });
  type Criteria = NonNullable<Terms["criteria"]>;
  it("tells which row of a list was added, removed or changed, wherever it stands", () => {
    const [a, b, c] = ["a", "b", "c"].map((text) => ({ text, value: "1", test_method: "t", measurer: "m" }));
    const of = (before: Criteria, after: Criteria) =>
      differences({ criteria: before }, { criteria: after })[0]?.rows.map((r) => [r.change, r.at]);
    expect(of([a!, b!], [c!, a!, b!])).toEqual([["added", 0]]);
    expect(of([a!, b!], [b!])).toEqual([["removed", 0]]);
    expect(of([a!, b!], [a!, { ...b!, value: "2" }])).toEqual([["changed", 1]]);
  });
  it("is the mirror of the change back", () => {
    const picks = fc.subarray(termIds);
    fc.assert(
      fc.property(picks, picks, (left, right) => {
        const [before, after] = [left, right].map((keep) =>
          Object.fromEntries(Object.entries(full).filter(([id]) => keep.includes(id as never))),
        );
        const [there, back] = [differences(before!, after!), differences(after!, before!)];
        expect(there.map((d) => d.id)).toEqual(back.map((d) => d.id));
        expect(there.map((d) => d.before)).toEqual(back.map((d) => d.after));
      }),
      { numRuns: 100 },
    );
  });
  it("asks students again when rights or secrecy change, and only then", () => {
    expect(asksNewAnnexes(differences(full, { ...full, patent_clause: "together" }))).toBe(true);
    expect(asksNewAnnexes(differences(full, { ...full, confidentiality: "secret" }))).toBe(true);
    expect(asksNewAnnexes(differences(full, { ...full, end_date: "2027-05-01" }))).toBe(false);
  });
});
