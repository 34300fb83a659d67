import { describe, expect, it } from "vitest";
import { otherDayOf } from "#app/domain/agreement/terms/bills.ts";
import { waitingOn } from "#app/domain/agreement/terms/due.ts";
import { byPayDay } from "#app/domain/agreement/terms/statement.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { checkInvoiceDay } from "#app/services/payments/checks.ts";
import { openInvoices, paymentPrefill } from "#app/services/payments/prefill.ts";
import { chosenInvoice, invoiceForm } from "#app/urls.ts";
import { money, noters, record, type Said } from "#tests/support/bills.ts";

const school = noters["the administration that is paid"];
const noted = (...all: Said[]) =>
  money(all.map((said) => record({ ...said, ...school.data }, { byId: "school", byRole: school.byRole })));
const start = { instalment: "1", invoice: "F-1", amount: 156_000, invoiced_on: "2027-02-10" };
const today = "2027-03-02";

describe("what waits on each side", () => {
  const waits = (...all: Said[]) => {
    const billing = noted(...all);
    return waitingOn(billing, billing.bills, today);
  };
  it("is an invoice for what is due, and a payment from the moment there is one", () => {
    expect(waits()).toEqual({ toInvoice: 1, toPay: 0 });
    expect(waits(start)).toEqual({ toInvoice: 0, toPay: 1 });
    expect(waits({ ...start, amount: 56_000 }), "the rest is still to be invoiced").toEqual({ toInvoice: 1, toPay: 1 });
    expect(waits({ ...start, paid_on: "2027-03-01" })).toEqual({ toInvoice: 0, toPay: 0 });
  });
  it("is nothing before its day, and a settlement needs no invoice", () => {
    const billing = noted();
    expect(waitingOn(billing, [], "2027-01-31")).toEqual({ toInvoice: 0, toPay: 0 });
    const settled = money([
      record({ settlement_amount: 25_000, settlement_due: "2027-04-01" }, { kind: "settlement" }),
    ]);
    expect(waitingOn(settled, settled.bills, today)).toEqual({ toInvoice: 1, toPay: 1 });
  });
});
describe("one invoice over several instalments", () => {
  const billing = noted(start);
  const again = { instalment: "2", invoice: " f-1 ", amount: 1_000, invoiced_on: "2027-02-11" };
  const refusal = (
    said: Said,
    payee: (id: string) => string | null = () => "school",
    {
      locale = "nl",
      asks = false,
      among = billing,
    }: { locale?: "nl" | "en"; asks?: boolean; among?: typeof billing } = {},
  ) => {
    const whole = { paid_on: null, note: null, ...said } as Parameters<typeof checkInvoiceDay>[0];
    try {
      checkInvoiceDay(whole, among, payee, { id: "somebody", asks }, locale);
    } catch (error) {
      if (error instanceof Refusal) return error.errors;
      throw error;
    }
    return null;
  };
  it("has one day: another is refused beside the day, with the instalment that has it and its day", () => {
    const error = refusal(again)?.invoiced_on;
    expect(error).toMatchObject({ code: "invoice_has_day", day: "2027-02-10" });
    expect(error?.about?.replaceAll(/\s/g, " ")).toBe("1. Bij de start · € 1.560,00");
    expect(refusal(again, undefined, { locale: "en" })?.invoiced_on?.about).toMatch(/^1\. /);
    expect(refusal({ ...again, invoiced_on: "2027-02-10" })).toBeNull();
  });
  it("is another invoice with another number, without one, of another school, or once it was taken back", () => {
    expect(refusal({ ...again, invoice: "F-2" })).toBeNull();
    expect(refusal({ ...again, invoice: null })).toBeNull();
    expect(refusal(again, (id) => id)).toBeNull();
    expect(refusal({ ...again, amount: 0 })).toBeNull();
    const ofPayer = money([record(start, { byId: "company", byRole: "client_owner" })]);
    expect(refusal(again, undefined, { among: ofPayer })).not.toBeNull();
    expect(refusal(again, undefined, { among: ofPayer, asks: true }), "a payer's day binds no payee").toBeNull();
    const back = noted(start, { ...start, amount: 0, note: "Dubbel" });
    expect(otherDayOf(back.bills, again)).toBeNull();
  });
  it("may still be noted as paid where both days stand there already", () => {
    const both = noted(start, again);
    expect(otherDayOf(both.bills, { ...again, paid_on: "2027-03-01" })).toBeNull();
    expect(otherDayOf(both.bills, { ...again, invoiced_on: "2027-02-12" })).toMatchObject({ instalment: "1" });
  });
});
describe("what the form of a payment starts with", () => {
  const payee = { invoices: true, pays: false };
  const payer = { invoices: false, pays: true };
  const both = { invoices: true, pays: true };
  it("is the instalment that is due with what is open of it, where there is one", () => {
    for (const sides of [payee, payer, both])
      expect(paymentPrefill(noted(), sides, today)).toEqual({ instalment: "1", amount: 156_000 });
    expect(paymentPrefill(noted({ ...start, amount: 56_000 }), payee, today)).toEqual({
      instalment: "1",
      amount: 100_000,
    });
  });
  it("is for who pays the open invoice as it was noted", () => {
    for (const sides of [payee, payer, both]) expect(paymentPrefill(noted(start), sides, today)).toEqual(start);
  });
  it("is nothing where nothing waits, or more than one thing does", () => {
    expect(paymentPrefill(noted(), payee, "2027-01-31")).toEqual({});
    expect(paymentPrefill(noted({ ...start, paid_on: today }), payer, today)).toEqual({});
    expect(paymentPrefill(noted(), payee, "2027-03-20"), "two instalments are due").toEqual({});
    expect(paymentPrefill(noted({ ...start, amount: 56_000 }), both, today), "one of each side").toEqual({});
  });
});
describe("where several invoices are open", () => {
  const second = { ...start, invoice: "F/2 & co: é", amount: 56_000, invoiced_on: "2027-02-20" };
  const bare = { instalment: "2", amount: 8_000, invoiced_on: "2027-02-12" };
  const of = noted({ ...start, amount: 100_000 }, second, bare, { ...bare, invoice: "F-9", paid_on: "2027-03-01" });
  const payer = { invoices: false, pays: true };
  const whole = noted({ ...start, amount: 100_000 }, second, { ...bare, invoice: "F-9" }, { ...bare, amount: 9_000 });
  it("all of them are listed, what is to be paid soonest first and what came in advance last", () => {
    const notYet = { ...whole, moments: { began: null, accepted: null } };
    expect(openInvoices(whole, "nl").map(({ number, amount, payBy }) => [number, amount, payBy])).toEqual([
      ["F-1", 100_000, "2027-03-12"],
      ["F/2 & co: é", 56_000, "2027-03-22"],
      ["F-9", 8_000, "2027-04-14"],
      ["", 9_000, "2027-04-14"],
    ]);
    expect(openInvoices(notYet, "en").every(({ ahead, payBy }) => ahead && payBy === null)).toBe(true);
    expect(openInvoices(whole, "en")[0]?.label).toMatch(/^1\. /);
  });
  it("none that was paid or taken back is one of them", () => {
    expect(openInvoices(of, "nl").map(({ number }) => number)).toEqual(["F-1", "F/2 & co: é"]);
    expect(openInvoices(noted(start, { ...start, amount: 0, note: "Dubbel" }), "nl")).toEqual([]);
  });
  it("each fills the form as it was noted, and the form is empty where none of them was chosen", () => {
    const chosen = (key: string | null) => paymentPrefill(whole, payer, today, key);
    expect(openInvoices(whole, "nl").map(({ key }) => chosen(key))).toEqual([
      { ...start, amount: 100_000 },
      second,
      { ...bare, invoice: "F-9" },
      { ...bare, amount: 9_000 },
    ]);
    for (const key of [null, "", "1:", "9:F-1", "1:f-2"]) expect(chosen(key)).toEqual({});
    const paid = noted(start, { ...start, paid_on: "2027-03-01" });
    expect(paymentPrefill(paid, payer, today, "1:F-1"), "it was paid meanwhile").toEqual({});
  });
  it("an address says which, whatever stands in its number", () => {
    for (const { key } of openInvoices(whole, "nl"))
      expect(new URL(invoiceForm("id", key), "https://example.org").searchParams.get(chosenInvoice)).toBe(key);
  });
});
it("the list of payments has what is late first, then by day, then what waits for a day, and what is paid last", () => {
  const row = (name: string, deadline: string | null, open: number, earlier = 0) => ({
    ...{ name, deadline, open },
    earlier: [{ open: earlier }],
  });
  const rows = [
    row("paid", null, 0),
    row("later", "2027-04-01", 100),
    row("no day", null, 100),
    row("late", "2027-02-01", 100),
    row("owed to a team that left", null, 0, 100),
  ];
  expect(rows.toSorted(byPayDay).map(({ name }) => name)).toEqual([
    "late",
    "later",
    "no day",
    "owed to a team that left",
    "paid",
  ]);
});
