import { describe, expect, it } from "vitest";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { instalmentsOf, waitsUndated } from "#app/domain/agreement/terms/instalments.ts";
import { statementOf } from "#app/domain/agreement/terms/statement.ts";
import { billingOf } from "#app/services/payments/billing.ts";
import { instalmentOptions } from "#app/services/payments/checks.ts";

const terms: Terms = { start_date: "2027-02-01", instalments: [{ amount: 156_000, trigger: "start" }] };
describe("a payment after a milestone", () => {
  const planned: Terms = {
    milestones: [
      { title: "Proef klaar", date: "2027-03-15" },
      { title: "Handleiding", date: "2027-04-20" },
    ],
    instalments: [
      { amount: 100, trigger: "milestone", date: "2027-04-20" },
      { title: "Eigen naam", amount: 100, trigger: "milestone", date: "2027-03-15" },
      { amount: 100, trigger: "milestone", date: "2027-05-01" },
      { amount: 100, trigger: "acceptance", date: "2027-04-20" },
    ],
  };
  it("is called after the milestone of its day, unless it has a name of its own", () => {
    expect(instalmentsOf({ terms: planned }).map(({ title }) => title)).toEqual(["Handleiding", "Eigen naam", "", ""]);
  });
});
describe("a payment after a milestone without a day", () => {
  const rows = (...titles: (string | null)[]): Terms => ({
    milestones: [{ title: "Proef klaar", date: "2027-03-15" }],
    instalments: titles.map((title) => ({ title, amount: 100, trigger: "milestone" as const })),
  });
  it("is due on the day of the milestone of its name", () => {
    const [named] = instalmentsOf({ terms: rows("proef klaar") });
    expect(named && [named.on, waitsUndated(named)]).toEqual(["2027-03-15", false]);
  });
  it("says what it waits for, in both languages, where no milestone has a day", () => {
    const money = billingOf({ signed: { number: 1, terms: rows("Handleiding", null) } }, []);
    expect(instalmentsOf(money).map(waitsUndated)).toEqual([true, true]);
    const said = (locale: "nl" | "en") => instalmentOptions(money, locale).map(({ label }) => label.split(" · ")[2]);
    expect(said("nl")).toEqual(["na mijlpaal Handleiding, die nog geen datum heeft", "nog geen datum"]);
    expect(said("en")).toEqual(["after milestone Handleiding, which has no date yet", "no date yet"]);
  });
  it("says so no longer once a day is known: an invoice that came before gives it none", () => {
    const bill = { instalment: "1", amount: 40, invoiced_on: "2027-03-20", asks: true };
    const [before, after] = [null, "2027-06-01"].map((accepted) => ({ began: "2027-02-01", accepted }));
    for (const [moments, bills, undated] of [
      [before, [], true],
      [after, [], false],
      [before, [bill], true],
      [before, [{ ...bill, amount: 100 }], true],
      [after, [bill], false],
      [before, [{ ...bill, paid_on: "2027-03-21" }], true],
      [before, [{ ...bill, amount: 100, paid_on: "2027-03-21" }], false],
      [before, [{ ...bill, amount: 0 }], true],
    ] as const) {
      const money = {
        ...billingOf({ signed: { number: 1, terms: rows("Handleiding") } }, []),
        ...(moments && { moments }),
        bills,
      };
      const [line] = statementOf(money, money.bills).lines;
      expect(line?.undated).toBe(undated);
      const isDated = line?.waits != null || line?.invoices.some(({ payBy }) => payBy !== null);
      expect(line?.undated && isDated, "both at once").toBe(false);
      expect(instalmentOptions(money, "nl")[0]?.label.includes("nog geen datum heeft")).toBe(undated);
    }
  });
  it("is nothing else's to say", () => {
    for (const trigger of ["start", "delivery", "acceptance", "end"])
      expect(waitsUndated({ trigger, on: null }), trigger).toBe(false);
  });
});
describe("an invoice that only who pays noted", () => {
  const of = (asks: boolean) => {
    const bill = { instalment: "1", amount: 156_000, invoiced_on: "2027-03-20", asks };
    const money = { terms, moments: { began: "2027-02-01", accepted: null } };
    return statementOf(money, [bill]).lines[0]?.invoices[0];
  };
  it("keeps the day of the agreement, and says so", () => {
    expect(of(false)).toMatchObject({ payBy: "2027-03-03", keepsDay: true });
    expect(of(true)).toMatchObject({ payBy: "2027-04-19", keepsDay: false });
  });
});
