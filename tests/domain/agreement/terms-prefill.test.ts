import { describe, expect, it } from "vitest";
import { annexesFor, ipChoicesFor } from "#app/domain/agreement/terms/annexes.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import { linesOf } from "#app/domain/agreement/terms/lines.ts";
import { firstTerms } from "#app/domain/agreement/terms/prefill.ts";
import { proofOf } from "#app/domain/agreement/terms/proofs.ts";
import { rowsOf } from "#app/domain/agreement/terms/rules.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import type { Obligation, Side } from "#app/domain/words.ts";

const intake: Answers = {
  title: "Minder loog bij mengketels",
  problem: "Na elke kleurwissel spoelen wij vijftig minuten.",
  goal: "Per recept weten wanneer een ketel schoon is.",
  business_case: "Wij besparen loog.",
  skills: "proefopzet, statistiek",
  brings: "Receptgegevens",
  confidentiality: "summary_public",
  funding_regime: "contract",
  weeks: 10,
  hours_student: 160,
  hours_company: 36,
  deliverables: "meetplan, onderzoeksrapport, spoeltabel",
  fee_kind: "expenses",
  fee_amount: 150_000,
  draft_criteria: "- 95% juist ingedeeld\n- meting in 15 minuten",
};
type TermSources = Parameters<typeof firstTerms>[0];
const sources = (obligation: Obligation, more: Partial<TermSources> = {}): TermSources => ({
  assignment: intake,
  switches: switchesOf({}),
  claim: {
    obligation,
    approach: "Wij meten eerst vier weken.",
    levels: ["mbo-4", "hbo"],
    seats: 5,
    block: "2027-02-01",
    guidanceHours: 40,
    price: 0,
    needs: "Toegang tot hal 2",
    rights: "company_licence",
  },
  company: { name: "De Kwast & Ketel", place: "Sittard", kvk: "12345678" },
  institution: { name: "Vista College", place: "Heerlen", brin: "99ZZ" },
  people: {
    contact: "Noor de Wit",
    lead: "Sanne Bakker",
    complaints: "coördinator",
    signers: [
      { side: "company", name: "Noor de Wit", proof: "trade_register" },
      { side: "education", name: "Eva Smit", proof: "mandate_register" },
    ],
  },
  ...more,
});

describe("the first draft", () => {
  it("says from what it shows that somebody may sign as the proof on record does, else by their side's own register", () => {
    const said = (side: Side, recorded: string | null) => proofOf(side, recorded);
    expect(said("company", "KvK-uittreksel, zelfstandig bevoegd")).toBe("trade_register");
    expect(said("education", "Mandaatregister 2026, art. 4")).toBe("mandate_register");
    expect(said("education", "Uittreksel handelsregister")).toBe("trade_register");
    expect(said("company", "Volmacht van de directie")).toBe("letter");
    for (const nothing of [null, "", "Zie bijlage"]) {
      expect(said("company", nothing)).toBe("trade_register");
      expect(said("education", nothing)).toBe("mandate_register");
    }
  });
  it("leaves an effort agreement only what people must answer", () => {
    expect(gaps(firstTerms(sources("effort")), "effort")).toEqual([
      "scope_out",
      "learning_goals",
      "activities",
      "vat_regime",
      "cost_lines",
      "minors_allowed",
      "confidentiality_scope",
      "insured",
    ]);
  });
  it("tells the makers nothing of what a solution is worth to the company", () => {
    for (const obligation of ["effort", "result"] as const)
      expect(JSON.stringify(firstTerms(sources(obligation)))).not.toContain("besparen loog");
  });
});

describe("what a first draft leaves to answer", () => {
  it("leaves a result agreement what makes it testable, and who answers for it", () => {
    expect(gaps(firstTerms(sources("result")), "result")).toEqual([
      "scope_out",
      "learning_goals",
      "criteria",
      "quality_owner",
      "vat_regime",
      "cost_lines",
      "minors_allowed",
      "confidentiality_scope",
      "insured",
      "implementation_plan",
      "implementation_date",
    ]);
  });
  it("asks less when the work is public and free", () => {
    const open = { ...intake, confidentiality: "public", funding_regime: "regular_education", fee_kind: "none" };
    expect(gaps(firstTerms(sources("effort", { assignment: open })), "effort")).toEqual([
      "scope_out",
      "learning_goals",
      "activities",
      "minors_allowed",
      "liability_cap",
      "insured",
    ]);
    expect(firstTerms(sources("effort", { assignment: open }))).toMatchObject({
      fee_kind: "none",
      fee_amount: 0,
      vat_regime: "none",
      publication_right: "free",
      embargo_months: 0,
    });
  });
});

describe("what a first draft is filled with", () => {
  it("names no people or organisations it was not told, and invents no answers", () => {
    const bare = firstTerms(
      sources("effort", { company: undefined, institution: undefined, people: undefined, assignment: { title: "x" } }),
    );
    for (const id of [
      "parties",
      "kvk",
      "brin",
      "signatories",
      "mandate_proof",
      "company_contact",
      "supervisors",
      "insured",
      "minors_allowed",
      "scope_out",
      "funding_regime",
      "complaint_contact",
      "quality_owner",
    ])
      expect(bare).not.toHaveProperty(id);
  });
  it("plans from the claimed block, within the term", () => {
    const terms = firstTerms(sources("result"));
    expect(terms).toMatchObject({ start_date: "2027-02-01", end_date: "2027-04-09" });
    expect(String(terms.midterm_date) > "2027-03-01" && String(terms.midterm_date) < "2027-03-12").toBe(true);
    expect(rowsOf(terms.milestones).map((m) => m.title)).toEqual(["meetplan", "onderzoeksrapport", "spoeltabel"]);
    expect(rowsOf(terms.milestones).at(-1)?.date).toBe("2027-04-09");
  });
  it.each([0, 1, 3, 100, 850_001])("splits a price of %i cents without losing one", (price) => {
    for (const obligation of ["effort", "result"] as const) {
      const terms = firstTerms(
        sources(obligation, {
          claim: { ...sources(obligation).claim, price },
          assignment: { ...intake, fee_kind: "fixed", fee_amount: 0 },
        }),
      );
      expect(rowsOf(terms.instalments).reduce((sum, row) => sum + Number(row.amount), 0)).toBe(price);
      expect(gaps(terms, obligation)).not.toContain("instalments");
    }
  });
  it("takes the centre's terms for a result, and says no to silence", () => {
    const terms = firstTerms(
      sources("result", {
        switches: switchesOf({ guarantee_days: 90, rework_rounds_max: 1, timers: { acceptance: 12, rework: 20 } }),
      }),
    );
    expect(terms).toMatchObject({
      guarantee_term: 90,
      rework_rounds: 1,
      acceptance_term: 12,
      rework_term: 20,
      silence_clause: false,
    });
    expect(firstTerms(sources("effort"))).not.toHaveProperty("silence_clause");
  });
});

describe("what a first draft makes of the rules and lists", () => {
  it("opens results under a subsidy and lets every student choose under a transfer", () => {
    expect(
      firstTerms(sources("effort", { assignment: { ...intake, funding_regime: "subsidised_ppp" } })),
    ).toMatchObject({ openness_effects: "open_results" });
    const transfer = firstTerms(
      sources("effort", { claim: { ...sources("effort").claim, rights: "transfer_by_deed" } }),
    );
    expect(rowsOf(transfer.ip_route).find((row) => row.maker === "student")).toMatchObject({ route: "own_choice" });
    expect(gaps(transfer, "effort")).toContain("ip_background");
  });
  it.each([
    ["a, b en c, d", ["a", "b en c", "d"]],
    ["- een\n2. twee\n\n• drie", ["een", "twee", "drie"]],
    ["Eén zin, met een komma.", ["Eén zin, met een komma."]],
    ["a; b", ["a", "b"]],
    ["", []],
  ])("reads %j as a list", (text, items) => expect(linesOf(text)).toEqual(items));
});

describe("annexes", () => {
  const adult = { confidentiality: "public", ageBand: "18_plus" } as const;
  it("ask an adult in public work for taking part and a choice of rights", () =>
    expect(annexesFor(adult)).toEqual(["participation", "ip_choice"]));
  it("ask secrecy when something is confidential", () =>
    expect(annexesFor({ ...adult, confidentiality: "summary_public" })).toContain("secrecy"));
  it.each(["under_16", "16_17", null] as const)("ask a guardian for %s", (ageBand) =>
    expect(annexesFor({ ...adult, ageBand })).toContain("guardian"),
  );
  it("always let the student keep the rights, and offer a transfer only where it is agreed", () => {
    expect(ipChoicesFor("company_licence", "bol", "18_plus")).toEqual(["keep_with_licence"]);
    expect(ipChoicesFor("transfer_by_deed", "bol", "18_plus")).toEqual(["keep_with_licence", "transfer_by_deed"]);
    expect(ipChoicesFor("transfer_by_deed", "bbl", "18_plus")).toEqual(["keep_with_licence"]);
    for (const young of ["under_16", "16_17", null] as const)
      expect(ipChoicesFor("transfer_by_deed", "bol", young)).toEqual(["keep_with_licence"]);
  });
});
