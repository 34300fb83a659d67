import { describe, expect, it } from "vitest";
import { agreementMoves } from "#app/domain/agreement/process.ts";
import {
  addedMisfits,
  misfits,
  misfitsRead,
  policyGuards,
  policyMisfits,
  wishOfCard,
  wishOfClaim,
  wishOfTerms,
  type Misfit,
} from "#app/domain/agreement/terms/fit.ts";
import { sectionForm, type Terms } from "#app/domain/agreement/terms/fields.ts";
import { firstTerms } from "#app/domain/agreement/terms/prefill.ts";
import { assignmentMoves } from "#app/domain/assignment/process.ts";
import { claimMoves } from "#app/domain/claims/process.ts";
import { fitOf } from "#app/domain/intake/fit.ts";
import { words } from "#app/i18n/words.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { confidentialities, feeKinds, fundingRegimes, ipProposals, obligations } from "#app/domain/words.ts";

type Wish = Parameters<typeof policyMisfits>[0];
const modest: Wish = {
  obligation: "effort",
  feeKind: "none",
  feeAmount: 0,
  confidentiality: "public",
  ipProposal: "company_licence",
  fundingRegime: "regular_education",
  silenceClause: false,
};
const free = { allow_fee: "paid", allow_silence_clause: true };
type Case = [Misfit, Partial<Wish>, Record<string, unknown>, string];
const cases: Case[] = [
  ["result_not_allowed", { obligation: "result" }, { allow_result: false }, "allow_result"],
  ["fee_not_allowed", { feeKind: "expenses", feeAmount: 100 }, { allow_fee: "none" }, "allow_fee"],
  [
    "only_expenses_allowed",
    { feeKind: "fixed", feeAmount: 100, fundingRegime: "contract" },
    { allow_fee: "expenses" },
    "allow_fee",
  ],
  ["amount_without_fee", { feeAmount: 1 }, {}, ""],
  ["secrecy_not_allowed", { confidentiality: "secret" }, { allow_secrecy: false }, "allow_secrecy"],
  ["subsidised_no_secret", { confidentiality: "secret", fundingRegime: "subsidised_ppp" }, {}, ""],
  ["subsidised_no_exclusive", { ipProposal: "transfer_by_deed", fundingRegime: "subsidised_ppp" }, {}, ""],
  ["secret_not_open", { confidentiality: "secret", ipProposal: "open_licence" }, {}, ""],
  ["transfer_needs_deed", { ipProposal: "open_licence", transfers: 1 }, {}, ""],
  ["regular_no_fee", { feeKind: "fixed", feeAmount: 100 }, {}, ""],
  ["silence_clause_not_allowed", { silenceClause: true }, { allow_silence_clause: false }, "allow_silence_clause"],
  ["too_many_rework_rounds", { reworkRounds: 3 }, { rework_rounds_max: 2 }, "rework_rounds_max"],
];
describe("policy fit", () => {
  it("allows a modest wish at every centre", () =>
    expect(policyMisfits(modest, switchesOf({ allow_result: false, allow_fee: "none", allow_secrecy: false }))).toEqual(
      [],
    ));
  it.each(cases)("%s, and only that", (code, wish, off) =>
    expect(policyMisfits({ ...modest, ...wish }, switchesOf({ ...free, ...off }))).toEqual([code]),
  );
  it("has a case for every code", () => expect(cases.map(([code]) => code)).toEqual(misfits));
  it.each(cases.filter(([, , , by]) => by !== ""))("%s goes away with its switch", (code, wish, _, by) => {
    const on = { ...free, ...(by === "rework_rounds_max" ? { rework_rounds_max: 9 } : {}) };
    expect(policyMisfits({ ...modest, ...wish }, switchesOf(on))).not.toContain(code);
  });
  it("lets regular education pay costs, and asks nothing of a funding that nobody named yet", () => {
    const costs: Wish = { ...modest, feeKind: "expenses", feeAmount: 150_000 };
    expect(policyMisfits(costs, switchesOf({}))).toEqual([]);
    const paid: Wish = { ...modest, feeKind: "fixed", feeAmount: 1 };
    expect(policyMisfits({ ...paid, fundingRegime: null }, switchesOf(free))).toEqual([]);
    expect(policyMisfits(paid, switchesOf(free))).toEqual(["regular_no_fee"]);
  });
});
describe("every rule of policy fit", () => {
  it("has a guard and a sentence of its own for every rule, at publication, claim and signature", () => {
    for (const rule of misfits) {
      expect(policyGuards[rule]({ misfits: [rule] }), rule).toBe(false);
      expect(policyGuards[rule]({ misfits: misfits.filter((other) => other !== rule) }), rule).toBe(true);
      for (const guards of [assignmentMoves.publish.guards, assignmentMoves.conclude.guards])
        expect(guards, rule).toContain(rule);
      expect(claimMoves.submit_claim.guards, rule).toContain(rule);
      expect(claimMoves.revise_claim.guards, rule).toContain(rule);
      expect(agreementMoves.sign.guards, rule).toContain(rule);
      for (const locale of ["nl", "en"] as const) {
        expect(words(locale).guards[rule], rule).toBe(words(locale).agreement.misfit[rule]);
        expect(words(locale).guards[rule].length, rule).toBeGreaterThan(20);
      }
    }
  });
  it("holds over the whole matrix: secret or exclusive never with a subsidy, a result never against the centre", () => {
    let judged = 0;
    for (const obligation of obligations)
      for (const feeKind of feeKinds)
        for (const confidentiality of confidentialities)
          for (const ipProposal of ipProposals)
            for (const fundingRegime of fundingRegimes)
              for (const allow_result of [true, false])
                for (const allow_fee of ["none", "expenses", "paid"]) {
                  const found = policyMisfits(
                    {
                      ...modest,
                      obligation,
                      feeKind,
                      feeAmount: feeKind === "none" ? 0 : 1,
                      confidentiality,
                      ipProposal,
                      fundingRegime,
                    },
                    switchesOf({ allow_result, allow_fee }),
                  );
                  const paid = feeKind === "fixed" || feeKind === "mixed";
                  expect(found.includes("result_not_allowed")).toBe(obligation === "result" && !allow_result);
                  expect(found.some((code) => code.startsWith("subsidised_"))).toBe(
                    fundingRegime === "subsidised_ppp" &&
                      (confidentiality === "secret" || ipProposal === "transfer_by_deed"),
                  );
                  expect(found.includes("fee_not_allowed") || found.includes("only_expenses_allowed")).toBe(
                    (allow_fee === "none" && feeKind !== "none") || (allow_fee === "expenses" && paid),
                  );
                  expect(found.includes("regular_no_fee")).toBe(fundingRegime === "regular_education" && paid);
                  judged += 1;
                }
    expect(judged).toBe(2 * 4 * 3 * 3 * 3 * 2 * 3);
  });
});
describe("the same question about fees", () => {
  const card = (feeKind: string, fundingRegime: string, feeAmount: number) => ({
    obligation: "effort",
    feeKind,
    feeAmount: feeKind === "none" ? 0 : feeAmount,
    confidentiality: "public",
    ipProposal: "company_licence",
    fundingRegime,
  });
  const asked = feeKinds.flatMap((kind) =>
    fundingRegimes.flatMap((regime) =>
      (["none", "expenses", "paid"] as const).flatMap((allow_fee) =>
        [0, 250_000].map((amount) => [kind, regime, allow_fee, amount] as const),
      ),
    ),
  );
  it.each(asked)(
    "gets one answer at intake, publication, claim and signature: %s, %s, %s, %d",
    (kind, regime, allow_fee, amount) => {
      const switches = switchesOf({ allow_fee });
      const row = card(kind, regime, amount);
      const intake = {
        obligation: "effort",
        fee_kind: kind,
        fee_amount: row.feeAmount,
        funding_regime: regime,
        confidentiality: "public",
        ip_proposal: "company_licence",
      };
      const claim = { obligation: "effort" as const, price: 0, rights: "company_licence" as const };
      const terms = firstTerms({
        assignment: intake,
        claim: { ...claim, approach: "", levels: [], seats: 4, block: "2027-02-01", guidanceHours: 10, needs: "" },
        switches,
      });
      const answers = [
        fitOf(intake, { switches, now: new Date("2026-11-30T12:00:00Z") }).reasons.flatMap((reason) =>
          "breaks" in reason ? [reason.id] : [],
        ),
        policyMisfits(wishOfCard(row), switches),
        policyMisfits(wishOfClaim(row, claim), switches),
        policyMisfits(wishOfTerms(row, "effort", terms), switches),
      ];
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    },
  );
});
describe("switches", () => {
  it("start with the defaults of the product and take a centre's overrides", () => {
    expect(switchesOf({})).toMatchObject({
      allow_result: true,
      allow_fee: "expenses",
      allow_silence_clause: false,
      interest_cap: 3,
      guarantee_days: 60,
      cell_minimum: 5,
      rework_rounds_max: 2,
    });
    expect(switchesOf({ timers: { triage: 7 } }).timers).toMatchObject({
      triage: 7,
      intake: 15,
      payment: 30,
      impl_check_12: 12,
      claim_window_short: 10,
    });
    expect(switchesOf(null).timers.acceptance).toBe(10);
  });
  it.each([
    { allow_results: true },
    { timers: { triage: 0 } },
    { timers: { triage: 1.5 } },
    { block_calendar: ["13-01"] },
    { holiday_calendar: [{ from: "2027-01-03", to: "2027-01-02" }] },
  ])("refuse %j", (bad) => expect(() => switchesOf(bad)).toThrow());
});
describe("what a version breaks, as its page names it", () => {
  it("stands at a term that its section asks, and what is about money is for readers of the fee alone", () => {
    const all = misfitsRead(misfits, true);
    expect(all.map(({ rule }) => rule)).toEqual(misfits);
    for (const { term, section } of all) expect(Object.keys(sectionForm(section, "result", {}))).toContain(term);
    const hidden = misfits.filter((rule) => !misfitsRead(misfits, false).some((read) => read.rule === rule));
    expect(hidden).toEqual(["fee_not_allowed", "only_expenses_allowed", "amount_without_fee", "regular_no_fee"]);
  });
});
describe("a change of what is in force", () => {
  const paid = { fee_kind: "fixed", fee_amount: 100_00, rework_rounds: 3 } as const;
  const card = {
    obligation: "effort",
    feeKind: "fixed",
    feeAmount: 100_00,
    confidentiality: "public",
    ipProposal: "company_licence",
    fundingRegime: "contract_work",
  };
  const added = (terms: Terms, inForce: Terms = paid) =>
    addedMisfits(wishOfTerms(card, "effort", terms), wishOfTerms(card, "effort", inForce), {
      ...switchesOf({ allow_fee: "none" }),
      rework_rounds_max: 2,
    });
  it("is held back by what is new or more, never by what both sides signed before", () => {
    expect(added(paid), "the same").toEqual([]);
    expect(added({ ...paid, fee_amount: 50_00, rework_rounds: 2 }), "less").toEqual([]);
    expect(added({ ...paid, fee_amount: 100_01 }), "more money").toEqual(["fee_not_allowed"]);
    expect(added({ ...paid, fee_kind: "mixed" }), "another kind").toEqual(["fee_not_allowed"]);
    expect(added({ ...paid, rework_rounds: 4 })).toEqual(["too_many_rework_rounds"]);
    expect(added({ ...paid, confidentiality: "secret", ip_foreground: "open_licence" })).toContain("secret_not_open");
    expect(added(paid, { fee_kind: "none", fee_amount: 0 }), "all of it").toEqual([
      "fee_not_allowed",
      "too_many_rework_rounds",
    ]);
  });
});
