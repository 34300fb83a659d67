import { describe, expect, it } from "vitest";
import { firstWaiting, invoiceDue, isAhead, lateOf, waitingOn } from "#app/domain/agreement/terms/due.ts";
import { termFields, type Terms } from "#app/domain/agreement/terms/fields.ts";
import type { Moments } from "#app/domain/agreement/terms/instalments.ts";
import { statementOf } from "#app/domain/agreement/terms/statement.ts";
import { billingOf, signedOn } from "#app/services/payments/billing.ts";
import { money, noters, record, refused } from "#tests/support/bills.ts";

const { field } = termFields.instalments;
const triggers = field.kind === "rows" && field.of.trigger?.kind === "choice" ? field.of.trigger.options : [];
type Row = NonNullable<Terms["instalments"]>[number];
const days = 30;
const asked = { invoice: "F-1", amount: 100_000, invoiced_on: "2027-03-01" };
/** Returns the money of one instalment that waits for this, invoiced by this noter. */
const invoiced = (row: Row, moments: Moments, { data, byRole }: (typeof noters)[keyof typeof noters]) =>
  billingOf(
    { signed: { number: 1, terms: { fee_amount: 100_000, payment_days: days, instalments: [row] } }, moments },
    [record({ instalment: "1", ...asked, ...data }, { byRole })],
  );
const whens: readonly Moments[] = [
  { began: null, accepted: null },
  { began: "2027-02-01", accepted: null },
  { began: "2027-02-01", accepted: "2027-02-20" },
  { began: "2027-02-01", accepted: "2027-04-10" },
];
describe("an invoice of an instalment", () => {
  it("waits for one of the moments that a version may name", () => expect(triggers).toContain("acceptance"));
  for (const trigger of triggers)
    for (const date of [null, "2027-02-10", "2027-04-05"])
      for (const moments of whens)
        for (const [name, noter] of Object.entries(noters))
          it(`${trigger} ${date}, ${JSON.stringify(moments)}, noted by ${name}, never comes before its own day`, () => {
            const of = invoiced({ amount: 100_000, trigger, date } as Row, moments, noter);
            const without = firstWaiting({ ...of, bills: [] } as typeof of, []);
            const [bill] = of.bills;
            if (!bill) throw new Error("no invoice was noted");
            const due = invoiceDue(bill, of, of.bills);
            const [line] = statementOf(of, of.bills).lines;
            expect(line?.invoices[0]).toMatchObject({ payBy: due?.by ?? null, ahead: without === null });
            expect(isAhead(bill, of, of.bills)).toBe(without === null);
            if (without === null) {
              expect(due).toBeNull();
              expect(firstWaiting(of, of.bills)).toBeNull();
              expect(waitingOn(of, of.bills, "2028-01-01")).toEqual({ toInvoice: 0, toPay: 0 });
              expect(lateOf(of, of.bills, "1", "2028-01-01").late).toBe(0);
              return;
            }
            const own = without.from ?? "";
            expect((due?.by ?? "") >= without.by, "not before what is agreed").toBe(true);
            expect(due?.from).toBe(noter.asks && own < asked.invoiced_on ? asked.invoiced_on : own);
            expect(waitingOn(of, of.bills, due?.from ?? "").toPay).toBe(1);
            expect(waitingOn(of, of.bills, "2027-01-31").toPay, "asks nobody before its day").toBe(0);
          });
  it("that came early is late from its instalment's own day, and not by its own", () => {
    const row = { amount: 100_000, trigger: "milestone", date: "2027-10-05" } as const;
    const of = invoiced(row, { began: "2027-02-01", accepted: null }, noters.coordinator);
    expect(firstWaiting(of, of.bills)).toEqual({ from: "2027-10-05", by: "2027-11-04" });
    expect(lateOf(of, of.bills, "1", "2027-11-04").late).toBe(0);
    expect(lateOf(of, of.bills, "1", "2027-11-05").late).toBe(100_000);
  });
});

describe("the day of an invoice of an instalment", () => {
  it("is made due by the end of the work not before its day: from the end on, and from the day that the version names", () => {
    const began = { began: "2027-02-01", accepted: null };
    const due = (row: Row, cut: boolean, moments: Moments = began) => {
      const terms: Terms = { fee_amount: 100_000, payment_days: days, instalments: [row] };
      const ended = { number: 1, terms, at: new Date("2027-04-01T09:00:00Z"), stopped: null, cut };
      const of = billingOf({ ended: [ended], moments }, [
        record({ instalment: "1", ...asked }, { byRole: "coordinator" }),
      ]);
      expect(of.bills.map((bill) => isAhead(bill, of, of.bills))).toEqual([false]);
      return firstWaiting(of, of.bills);
    };
    const amount = 100_000;
    for (const trigger of triggers as Row["trigger"][]) {
      const row = { amount, trigger };
      const isDue = trigger === "start" || trigger === "milestone";
      // What was not due by the end is due from the end on; what was due keeps its day.
      expect(due(row, true), `${trigger} without a day`).toEqual({ from: "2027-04-01", by: "2027-05-01" });
      expect(due({ ...row, date: "2027-02-10" }, true), `${trigger} that was due`).toEqual(
        isDue ? { from: "2027-03-01", by: "2027-03-31" } : { from: "2027-04-01", by: "2027-05-01" },
      );
      for (const cut of [true, false])
        expect(due({ ...row, date: "2027-10-05" }, cut), `${trigger} on a later day`).toEqual({
          from: "2027-10-05",
          by: "2027-11-04",
        });
      // Of a team that left its own invoice says so, where the version names no day.
      expect(due(row, false), `${trigger} of a team that left`).toEqual({ from: "2027-03-01", by: "2027-03-31" });
    }
  });
  it("has a day of its own where it asks a settlement", () => {
    const terms: Terms = { fee_amount: 100_000, instalments: [{ amount: 100_000, trigger: "acceptance" }] };
    const settled = record({ settlement_amount: 500, settlement_due: "2027-03-20" }, { kind: "settlement" });
    const bill = { instalment: "settlement", ...asked, amount: 500, invoiced_on: "2027-03-10", for_payee: true };
    const of = billingOf({ signed: { number: 1, terms } }, [settled, record(bill)]);
    expect(firstWaiting(of, of.bills)).toEqual({ from: "2027-03-10", by: "2027-04-09" });
  });
});
describe("the first day of an invoice", () => {
  const noter = { id: "coordinator", asks: true };
  const said = { instalment: "1", invoice: "F-1", amount: 156_000, invoiced_on: "2027-02-03" };
  it.each([
    ["2027-02-03", []],
    ["2027-02-04", ["invoiced_on:date_too_early"]],
    [null, []],
  ])("is that on which the agreement was signed: %s", (signed, errors) =>
    expect(refused(said, money([]), noter, "2027-03-01", signed)).toEqual(errors),
  );
  it("binds no invoice that has its day already, other than to another day", () => {
    const noted = money([record({ ...said, for_payee: true }, { byRole: "finance", byId: "school" })]);
    const on = (more: object) => refused({ ...said, ...more }, noted, noter, "2027-03-01", "2027-02-10");
    expect(on({ paid_on: "2027-02-20" })).toEqual([]);
    expect(on({ amount: 0, note: "Dubbel" })).toEqual([]);
    expect(on({ invoiced_on: "2027-02-04" })).toEqual(["invoiced_on:date_too_early"]);
  });
  it("binds no settlement", () => {
    const settled = record({ settlement_amount: 500, settlement_due: "2027-04-20" }, { kind: "settlement" });
    const of = money([settled]);
    const bill = { ...said, instalment: "settlement", amount: 500 };
    expect(refused(bill, of, noter, "2027-03-01", "2027-02-10")).toEqual([]);
  });
  const version = (number: number, day: string, status = "signed") => ({
    ...{ number, status, terms: {} },
    companySignedAt: new Date(`${day}T08:00:00Z`),
    institutionSignedAt: new Date(`${day}T23:30:00Z`),
  });
  const signedBy = (of: object) =>
    signedOn({ agreements: [], ended: [], replaced: [], ...of } as unknown as Parameters<typeof signedOn>[0]);
  it("is the day of the last signature under the first version with this team, in Amsterdam", () => {
    expect(signedBy({})).toBeNull();
    expect(signedBy({ agreements: [version(1, "2027-01-10", "proposed")] })).toBeNull();
    expect(signedBy({ agreements: [version(1, "2027-01-10")] })).toBe("2027-01-11");
    const changed = { agreements: [version(4, "2027-03-10")], replaced: [version(3, "2027-02-10")] };
    expect(signedBy(changed)).toBe("2027-02-11");
    const left = { ended: [version(2, "2026-12-10")], replaced: [...changed.replaced, version(1, "2026-11-10")] };
    expect(signedBy({ ...changed, ...left }), "a team that left signed for itself").toBe("2027-02-11");
  });
});
describe("an invoice that was noted without a number", () => {
  const bare = { instalment: "1", amount: 156_000, invoiced_on: "2027-02-03" };
  const numbered = { ...bare, invoice: "F-7" };
  const school = { byId: "school", byRole: "finance" };
  it("gets it when the same is noted with one, as one invoice", () => {
    const paid = money([record({ ...bare, paid_on: "2027-02-20" })]);
    expect(refused(numbered, paid, { id: "payer", asks: false }, "2027-03-01")).toEqual([]);
    const of = money([record({ ...bare, paid_on: "2027-02-20" }), record(numbered)]);
    expect(of.bills).toMatchObject([{ invoice: "F-7", amount: 156_000, paid_on: "2027-02-20", by: "payer" }]);
  });
  it("gets it from who may change it alone", () => {
    const of = money([record({ ...bare, for_payee: true }, school)]);
    expect(refused(numbered, of, { id: "payer", asks: false }, "2027-03-01")).toEqual(["invoice:noted_by_other"]);
    expect(refused(numbered, of, { id: "other", asks: true }, "2027-03-01")).toEqual([]);
    const half = { ...bare, amount: 78_000 };
    const both = money([record({ ...half, for_payee: true }, school), record({ ...half, invoice: "P-1" })]);
    expect(
      both.bills.map(({ invoice = null }) => invoice),
      "what was noted beside it stays",
    ).toEqual([null, "P-1"]);
  });
  it.each([
    ["another amount", { ...numbered, amount: 156_001 }, ["amount:above_agreed"]],
    ["another day", { ...numbered, invoiced_on: "2027-02-04" }, ["amount:above_agreed"]],
    ["nothing", { ...numbered, amount: 0, note: "Dubbel" }, ["amount:nothing_to_take_back"]],
  ])("is another than one of %s", (_, said, errors) =>
    expect(refused(said, money([record(bare)]), { id: "payer", asks: true }, "2027-03-01")).toEqual(errors),
  );
  it("stays where the number is that of an invoice already", () => {
    const half = { ...bare, amount: 78_000 };
    const of = money([record({ ...half, invoice: "F-7" }), record(half), record({ ...half, invoice: "F-7" })]);
    expect(of.bills).toHaveLength(2);
  });
});
