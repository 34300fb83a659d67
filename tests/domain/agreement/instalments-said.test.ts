import { describe, expect, it } from "vitest";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { instalmentsOf } from "#app/domain/agreement/terms/instalments.ts";
import { statementOf } from "#app/domain/agreement/terms/statement.ts";

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
