import { describe, expect, it } from "vitest";
import type { Answer } from "#app/domain/fields/fields.ts";
import { gaps, resultTermsMet } from "#app/domain/agreement/terms/complete.ts";
import { needOf, sectionForm, sections, termFields, termIds, type TermId } from "#app/domain/agreement/terms/fields.ts";
import { obligations, type Obligation } from "#app/domain/words.ts";
import { fullTerms, without } from "#tests/support/terms.ts";

describe.each(obligations)("completeness under %s", (obligation) => {
  const full = fullTerms(obligation);
  it("asks nothing more of a full agreement", () => {
    expect(termIds.filter((id) => !(id in full))).toEqual([]);
    expect(gaps(full, obligation)).toEqual([]);
  });
  it.each(termIds)("%s: reported exactly when it is needed", (id) => {
    const need = needOf(id, obligation, without(full, id));
    const found = gaps(without(full, id), obligation);
    if (need === "M" || need === "L") expect(found).toContain(id);
    else expect(found).not.toContain(id);
  });
  it.each(termIds.filter((id) => needOf(id, obligation, full) !== "-"))("%s: a wrong answer is reported", (id) => {
    const wrong: Answer = typeof full[id] === "boolean" ? "ja" : { not: "an answer" };
    expect(gaps({ ...full, [id]: wrong }, obligation)).toContain(id);
  });
  it("reports everything that must be there in an empty agreement", () => {
    expect(gaps({}, obligation)).toEqual(termIds.filter((id) => ["M", "L"].includes(needOf(id, obligation, {}))));
  });
  it.each(["\u200B", "\uFE0F\u034F", " \u2069\u00A0", "\u2800"])(
    "takes what shows nothing (%j) for no answer",
    (blank) => {
      const texts = termIds.filter(
        (id) => termFields[id].field.kind === "text" && needOf(id, obligation, without(full, id)) === "M",
      );
      expect(texts.length).toBeGreaterThan(0);
      for (const id of texts) expect(gaps({ ...full, [id]: blank }, obligation), id).toContain(id);
      const criteria = (full.criteria ?? []).map((row) => ({ ...row, text: blank }));
      if (obligation === "result") expect(gaps({ ...full, criteria }, obligation)).toContain("criteria");
    },
  );
  it("asks every term that is not left out in exactly one section, and nothing obligatory in a draft", () => {
    const asked = sections.flatMap((section) => Object.keys(sectionForm(section, obligation, full)));
    expect([...asked].sort()).toEqual(termIds.filter((id) => needOf(id, obligation, full) !== "-").sort());
    const forms = JSON.stringify(sections.map((section) => sectionForm(section, obligation, full)));
    expect(forms).not.toMatch(/"required":true/);
  });
});

type Case = [why: string, obligation: Obligation, change: Record<string, Answer>, id: TermId, broken: boolean];
const criterion = { text: "juist", test_method: "test", measurer: "lab" };
const part = (amount: number, trigger: string) => ({ amount, trigger });
const cases: Case[] = [
  ["a criterion without a value", "result", { criteria: [criterion] }, "criteria", true],
  [
    "one measurable criterion beside another",
    "result",
    { criteria: [criterion, { ...criterion, value: "95%" }] },
    "criteria",
    false,
  ],
  [
    "a criterion without a measurer",
    "result",
    { criteria: [{ text: "juist", value: "1", test_method: "test" }] },
    "criteria",
    true,
  ],
  ["criteria under effort do not count", "effort", { criteria: [criterion] }, "criteria", false],
  ["one milestone under effort", "effort", { milestones: [{ title: "a", date: "2027-03-01" }] }, "milestones", false],
  ["one milestone under result", "result", { milestones: [{ title: "a", date: "2027-03-01" }] }, "milestones", true],
  ["a milestone after the end", "effort", { milestones: [{ title: "a", date: "2027-04-10" }] }, "milestones", true],
  ["a midterm before the start", "effort", { midterm_date: "2027-01-31" }, "midterm_date", true],
  ["an end before the start", "effort", { end_date: "2027-02-01" }, "end_date", true],
  ["a day that does not exist", "effort", { start_date: "2027-02-29" }, "start_date", true],
  [
    "no fee is an answer",
    "result",
    { fee_kind: "none", fee_amount: 0, instalments: [], vat_regime: "none" },
    "fee_amount",
    false,
  ],
  ["no fee needs no instalments", "result", { fee_kind: "none", fee_amount: 0, instalments: [] }, "instalments", false],
  ["no fee, yet an amount", "result", { fee_kind: "none", fee_amount: 1 }, "fee_amount", true],
  ["instalments below the fee", "result", { instalments: [part(849_999, "acceptance")] }, "instalments", true],
  [
    "instalments that add up",
    "result",
    { instalments: [part(400_000, "start"), part(450_000, "acceptance")] },
    "instalments",
    false,
  ],
  ["the last part before acceptance", "result", { instalments: [part(850_000, "delivery")] }, "instalments", true],
  [
    "waiting for acceptance under effort",
    "effort",
    { instalments: [part(850_000, "acceptance")] },
    "instalments",
    true,
  ],
  ["an embargo of seven months", "effort", { embargo_months: 7 }, "embargo_months", true],
  ["an embargo of six months", "effort", { embargo_months: 6 }, "embargo_months", false],
  ["a payment term of 31 days", "effort", { payment_days: 31 }, "payment_days", true],
  ["the examiner not excepted", "effort", { confidentiality_exceptions: ["law"] }, "confidentiality_exceptions", true],
  ["secrecy without saying what", "effort", { confidentiality_scope: "" }, "confidentiality_scope", true],
  [
    "a public one needs no scope",
    "effort",
    { confidentiality: "public", confidentiality_scope: "", confidentiality_term: null },
    "confidentiality_scope",
    false,
  ],
  [
    "no guarantee without a reason",
    "result",
    { guarantee_term: 0, guarantee_term_reason: " " },
    "guarantee_term_reason",
    true,
  ],
  [
    "no guarantee with a reason",
    "result",
    { guarantee_term: 0, guarantee_term_reason: "wordt afgebroken" },
    "guarantee_term",
    false,
  ],
  ["a guarantee needs no reason", "result", { guarantee_term_reason: "" }, "guarantee_term_reason", false],
  ["services under effort need no word on silence", "effort", { silence_clause: null }, "silence_clause", false],
  ["works under effort do", "effort", { contract_nature: "works", silence_clause: null }, "silence_clause", true],
  ["mixed under effort does", "effort", { contract_nature: "mixed", silence_clause: null }, "silence_clause", true],
  [
    "no to silence is a word on it",
    "effort",
    { contract_nature: "mixed", silence_clause: false },
    "silence_clause",
    false,
  ],
  ["transfer needs a route per maker", "effort", { ip_foreground: "transfer_by_deed", ip_route: [] }, "ip_route", true],
  [
    "transfer needs what was there before",
    "effort",
    { ip_foreground: "transfer_by_deed", ip_background: "" },
    "ip_background",
    true,
  ],
  ["a licence needs no route", "effort", { ip_route: [] }, "ip_route", false],
  ["paid work shows its price", "effort", { cost_lines: [] }, "cost_lines", true],
  ["education shows no price", "effort", { funding_regime: "regular_education", cost_lines: [] }, "cost_lines", false],
  ["a subsidy counts contributions", "effort", { funding_regime: "subsidised_ppp", in_kind: [] }, "in_kind", true],
  ["a subsidy opens results", "effort", { funding_regime: "subsidised_ppp" }, "openness_effects", true],
  [
    "a subsidy shares something",
    "effort",
    { funding_regime: "subsidised_ppp", knowledge_product: "none" },
    "knowledge_product",
    true,
  ],
  ["real personal data need an agreement", "effort", { real_personal_data: true }, "processing_agreement", true],
  [
    "both sides sign",
    "effort",
    {
      signatories: [
        { side: "company", name: "a", capacity: "b" },
        { side: "company", name: "c", capacity: "d" },
      ],
    },
    "signatories",
    true,
  ],
  [
    "every group learns",
    "effort",
    {
      learning_goals: [
        { group: "student", goal: "a" },
        { group: "student", goal: "b" },
        { group: "teacher", goal: "c" },
      ],
    },
    "learning_goals",
    true,
  ],
  ["an end report is owed", "effort", { end_report: false }, "end_report", true],
  ["the obligation of the version", "effort", { obligation: "result" }, "obligation", true],
  ["a BRIN code has a form", "effort", { brin: "12345" }, "brin", true],
  ["a KvK number has eight digits", "effort", { kvk: "1234567" }, "kvk", true],
];
describe("rules between terms", () => {
  it.each(cases)("%s (%s)", (_, obligation, change, id, broken) => {
    expect(gaps({ ...fullTerms(obligation), ...change }, obligation).includes(id)).toBe(broken);
  });
});

describe("result terms", () => {
  it("are met by a full agreement and broken by each one missing", () => {
    expect(resultTermsMet(fullTerms("result"))).toBe(true);
    const needed = termIds.filter((id) => !resultTermsMet(without(fullTerms("result"), id)));
    expect(new Set<string>(needed)).toEqual(
      new Set([
        "criteria",
        "deliverables",
        "acceptance_term",
        "rework_rounds",
        "rework_term",
        "silence_clause",
        "guarantee_scope",
        "guarantee_term",
        "guarantee_remedy",
        "quality_owner",
        "fee_kind",
        "fee_amount",
        "instalments",
      ]),
    );
  });
  it("do not ask who teaches", () => expect(resultTermsMet(without(fullTerms("result"), "supervisors"))).toBe(true));
});

describe("the table", () => {
  it("holds every field of the agreement, alone or as a family", () => {
    const table = [
      "parties kvk brin signatories mandate_proof summary background scope_in scope_out obligation",
      "contract_nature funding_regime openness_effects learning_goals approach activities effort_hours",
      "deliverables criteria acceptance_term rework_rounds rework_term silence_clause guarantee",
      "quality_owner milestones midterm_date report_rhythm end_report fee_kind fee_amount vat_regime",
      "instalments payment_days cost_lines expense_cap in_kind company guidance_hours supervisors team",
      "minors_allowed ip_background ip_foreground ip_route deed_status patent_clause confidentiality",
      "publication_right embargo_months portfolio_use privacy processing_agreement real_personal_data",
      "liability_cap insured change_control suspension early_end settlement_rule student_dropout_clause",
      "study_continuity complaint_contact dispute_ladder law court implementation_plan curriculum_use_right",
      "knowledge_product evaluation_consent expert_company subcontracting",
    ].join(" ");
    for (const name of table.split(" "))
      expect(
        termIds.some((id) => id === name || id.startsWith(`${name}_`)),
        name,
      ).toBe(true);
    for (const id of termIds) expect(["company", "education", "both"]).toContain(termFields[id].by);
  });
});

it("shows no term about an amount to readers of the agreement who may read no fees", () => {
  const isAmount = (id: TermId) => {
    const { field } = termFields[id];
    return field.kind === "money" || (field.kind === "rows" && "amount" in field.of);
  };
  expect(termIds.filter(isAmount).length).toBeGreaterThan(4);
  expect(termIds.filter((id) => isAmount(id) && termFields[id].readers !== "fee")).toEqual([]);
});
