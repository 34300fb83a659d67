import { describe, expect, it } from "vitest";
import { saidOf, withBill } from "#app/domain/agreement/terms/bills.ts";
import { firstWaiting, lateOf } from "#app/domain/agreement/terms/due.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { agreedIn } from "#app/domain/agreement/terms/instalments.ts";
import { openIn, roomFor, statementOf } from "#app/domain/agreement/terms/statement.ts";
import { billingOf, type Billing } from "#app/services/payments/billing.ts";
import { instalmentOptions } from "#app/services/payments/checks.ts";
import { money, noters, record, refused, terms, type Noter, type Said } from "#tests/support/bills.ts";

describe("an instalment that was due already", () => {
  const all = { instalment: "1", amount: 156_000, invoiced_on: "2027-03-20" };
  const due = { from: "2027-02-01", by: "2027-03-03" };
  const noted = ({ data, byRole }: Noter, said: Said = all) => money([record({ ...said, ...data }, { byRole })]);
  for (const [name, noter] of Object.entries(noters)) {
    it(`keeps its day, or gets that of the invoice, when ${name} notes all of it`, () => {
      const billing = noted(noter);
      const term = { from: "2027-03-20", by: "2027-04-19" };
      expect(firstWaiting(billing, billing.bills)).toEqual(noter.asks ? { from: "2027-03-15", by: "2027-04-14" } : due);
      expect(statementOf(billing, billing.bills).lines[0]?.invoices[0]?.payBy).toBe((noter.asks ? term : due).by);
    });
    for (const today of ["2027-03-02", "2027-03-04"])
      it(`${today > due.by ? "stays late" : "is not late yet"} on ${today}, whatever ${name} notes without paying`, () => {
        const late = (billing: Billing) => lateOf(billing, billing.bills, "1", today).late;
        for (const amount of [1, 100_000, 156_000])
          for (const invoiced_on of ["2027-01-10", "2027-02-20", today]) {
            const after = late(noted(noter, { instalment: "1", amount, invoiced_on }));
            if (!noter.asks) expect(after).toBeGreaterThanOrEqual(late(money([])));
          }
        expect(late(money([]))).toBe(today > due.by ? 156_000 : 0);
      });
  }
  it("is no longer due once it is paid, whoever noted that", () => {
    for (const noter of Object.values(noters)) {
      const billing = noted(noter, { ...all, paid_on: "2027-03-21" });
      expect(firstWaiting(billing, billing.bills)).toEqual({ from: "2027-03-15", by: "2027-04-14" });
    }
  });
  it("has the invoice's day once who is paid notes the same, and that cannot be changed by who pays any more", () => {
    const both = money([record(all), record({ ...all, for_payee: true }, { byId: "school", byRole: "finance" })]);
    expect(both.bills).toMatchObject([{ asks: true, by: "school" }]);
    const paid = money([
      record({ ...all, for_payee: true }, { byId: "school", byRole: "finance" }),
      record({ ...all, paid_on: "2027-03-21" }),
    ]);
    expect(paid.bills, "and stays theirs").toMatchObject([{ asks: true, by: "school" }]);
    expect(refused({ ...all, amount: 1 }, both, { id: "payer", asks: false }, "2027-03-25")).toEqual([
      "amount:noted_by_other",
    ]);
  });
});
describe("an own invoice of work that was ended, that is late", () => {
  const own = { instalment: "3", amount: 156_000, invoiced_on: "2027-02-03" };
  const ended = { number: 1, terms, at: new Date("2027-02-15T09:00:00Z"), stopped: null, cut: true };
  const billing = billingOf({ ended: [ended] }, [record(own, { day: "2027-02-10" })]);
  const payer = { id: "payer", asks: false };
  const on = "2027-04-10";
  it.each([
    [{ ...own, invoiced_on: "2027-04-01" }, ["invoiced_on:late_stays"]],
    [{ ...own, amount: 1 }, ["amount:late_stays"]],
    [{ ...own, amount: 0, note: "Toch niet" }, ["amount:late_stays"]],
    [{ ...own, amount: 1, paid_on: "2027-03-09" }, ["amount:late_stays"]],
    [{ ...own, paid_on: "2027-03-09" }, []],
    [{ ...own, invoiced_on: "2027-01-20" }, []],
  ])("is not made less late by who pays, other than by paying: %o", (said, errors) => {
    expect(refused(said, billing, payer, on)).toEqual(errors);
    expect(refused(said, billing, { id: "coordinator", asks: true }, on)).toEqual([]);
  });
  it("may be put right before that", () => {
    expect(refused({ ...own, invoiced_on: "2027-02-20" }, billing, payer, "2027-02-25")).toEqual([]);
  });
});
describe("an invoice that was paid", () => {
  const invoice = { instalment: "1", invoice: "A", amount: 156_000, invoiced_on: "2027-02-03" };
  const paid = record({ ...invoice, paid_on: "2027-02-20" });
  const school = { id: "school", asks: true };
  it.each(Object.entries(noters))("stays so when %s notes it again without the day", (_, { data, byRole, asks }) => {
    for (const more of [{}, { note: "Akkoord" }, { paid_on: null }, { paid_on: "" }] as Said[]) {
      const again = { ...invoice, ...more };
      expect(refused(again, money([paid]), { id: "payer", asks }, "2027-03-01")).toEqual([]);
      const of = money([paid, record({ ...again, ...data }, { byRole })]);
      expect(of.bills).toMatchObject([{ amount: 156_000, paid_on: "2027-02-20" }]);
    }
  });
  it.each([{ amount: 100_000 }, { invoiced_on: "2027-02-25" }])(
    "is changed with the day on which it was paid: %o",
    (more) => {
      const changed = { ...invoice, ...more };
      expect(refused(changed, money([paid]), school, "2027-03-01")).toEqual(["paid_on:was_paid"]);
      expect(refused({ ...changed, paid_on: "2027-02-26" }, money([paid]), school, "2027-03-01")).toEqual([]);
    },
  );
  it("is unpaid once it is taken back, and noted anew without a day", () => {
    const back = record({ ...invoice, amount: 0, note: "Niet ontvangen" }, { byId: "school" });
    expect(refused({ ...invoice, amount: 0, note: "Niet ontvangen" }, money([paid]), school, "2027-03-01")).toEqual([]);
    const of = money([paid, back, record(invoice)]);
    expect(statementOf(of, of.bills)).toMatchObject({ paid: 0, billed: 156_000 });
  });
});
describe("an invoice that was taken back", () => {
  const first = { instalment: "1", invoice: "A", amount: 156_000, invoiced_on: "2027-02-03" };
  const back = record({ ...first, amount: 0, note: "Dubbel verstuurd" }, { byId: "school", day: "2027-03-02" });
  it("stays to be seen with who, when and why, and counts as nothing", () => {
    const billing = money([record({ ...first, paid_on: "2027-02-20" }), back]);
    const { lines, paid, billed } = statementOf(billing, billing.bills);
    expect([paid, billed, lines[0]?.open]).toEqual([0, 0, 156_000]);
    const taken = { amount: 156_000, by: "school", on: "2027-03-02", why: "Dubbel verstuurd" };
    expect(lines[0]?.invoices).toMatchObject([{ number: "A", amount: 0, paid: 0, payBy: null, taken }]);
    expect(roomFor({ instalment: "1", invoice: "B" }, billing, billing.bills)).toBe(156_000);
  });
  it("stays beside the invoice that has its number next", () => {
    const billing = money([record(first), back, record({ ...first, amount: 100 })]);
    const [line] = statementOf(billing, billing.bills).lines;
    expect(line?.invoices.map(({ amount, taken }) => [amount, taken?.amount])).toEqual([
      [0, 156_000],
      [100, undefined],
    ]);
  });
  it("is taken back with a reason only", () => {
    const school = { id: "school", asks: true };
    expect(refused({ ...first, amount: 0 }, money([record(first)]), school, "2027-02-10")).toEqual([
      "note:why_taken_back",
    ]);
    expect(refused({ ...first, amount: 0, note: "Dubbel" }, money([record(first)]), school, "2027-02-10")).toEqual([]);
  });
});
describe("a team that left", () => {
  const old = { number: 2, terms, at: new Date("2027-04-01T09:00:00Z"), stopped: null, cut: false };
  const invoice = { instalment: "2", invoice: "A", amount: 80_000, invoiced_on: "2027-03-20" };
  const next: Terms = {
    fee_amount: 90_000,
    instalments: [{ amount: 90_000, trigger: "start" }],
    start_date: "2027-06-01",
  };
  const billing = (records: readonly ReturnType<typeof record>[], signed?: { number: number; terms: Terms }) =>
    billingOf({ signed, ended: [old], moments: null }, records);
  const asked = record(invoice, { about: 2 });
  it("is still to be paid what it invoiced, apart from what is agreed with the next, and no more", () => {
    for (const signed of [undefined, { number: 3, terms: next }]) {
      const of = billing([asked], signed);
      const { agreed, open, lines, earlier } = statementOf(of, of.bills);
      expect([agreed, open, lines.length]).toEqual(signed ? [90_000, 90_000, 1] : [0, 0, 0]);
      expect(earlier).toMatchObject([{ version: 2, agreed: 80_000, open: 80_000, lines: [{ key: "v2.2" }] }]);
      expect(firstWaiting(of, of.bills)).toEqual({ from: "2027-03-20", by: "2027-04-19" });
      expect(openIn(of, of.bills)).toBe(80_000 + (signed ? 90_000 : 0));
      expect(roomFor({ instalment: "v2.2", invoice: "B" }, of, of.bills)).toBe(0);
    }
  });
  it("is paid under its own version, also under a number that the next team has too", () => {
    const paid = record({ ...invoice, instalment: "v2.2", paid_on: "2027-04-20" }, { about: 3 });
    const theirs = record({ ...invoice, instalment: "1", amount: 500 }, { about: 3 });
    const of = billing([asked, paid, theirs], { number: 3, terms: next });
    const { paid: now, billed, earlier } = statementOf(of, of.bills);
    expect([now, billed, earlier[0]?.paid, earlier[0]?.open]).toEqual([0, 500, 80_000, 0]);
    expect(instalmentOptions(of, "nl").map(({ id, label }) => [id, label.replaceAll(/\s/g, " ")])).toEqual([
      ["1", "1. Bij de start · € 900,00"],
      ["v2.2", "Eerder team, versie 2: 2. Proefopstelling · € 800,00"],
    ]);
  });
  it("is owed nothing more of what it took back, which stays to be seen and may be asked again", () => {
    const back = record({ ...invoice, instalment: "v2.2", amount: 0, note: "Dubbel" }, { about: 3 });
    const of = billing([asked, back], { number: 3, terms: next });
    expect(statementOf(of, of.bills).earlier).toMatchObject([
      { agreed: 0, open: 0, lines: [{ key: "v2.2", open: 0, invoices: [{ taken: { amount: 80_000 } }] }] },
    ]);
    expect(openIn(of, of.bills)).toBe(90_000);
    expect(firstWaiting(of, of.bills)).toBeNull();
    expect(roomFor({ instalment: "v2.2", invoice: "B" }, of, of.bills)).toBe(80_000);
    const again = record({ ...invoice, instalment: "v2.2", invoice: "B", amount: 70_000 }, { about: 3 });
    const anew = billing([asked, back, again], { number: 3, terms: next });
    expect(statementOf(anew, anew.bills).earlier).toMatchObject([{ agreed: 70_000, open: 70_000 }]);
  });
  it("is paid what was settled at its end", () => {
    const end = record({ settlement: "Uren", amount: 12_000 }, { kind: "agreement_end", about: 2, day: "2027-03-30" });
    const of = billing([end], { number: 3, terms: next });
    expect(statementOf(of, of.bills).earlier).toMatchObject([{ agreed: 12_000, lines: [{ key: "v2.settlement" }] }]);
    expect(firstWaiting(of, of.bills)).toEqual({ from: null, by: "2027-04-29" });
    expect(agreedIn(of)).toBe(90_000);
  });
});
describe("a settlement in words", () => {
  const ended = { number: 1, terms, at: new Date("2027-04-01T09:00:00Z"), cut: true };
  const settled = (amount: number, day: string, due: string | null = null) =>
    record({ settlement: "Uren", settlement_amount: amount, settlement_due: due }, { kind: "settlement", day });
  const lineOf = (of: Billing) => statementOf(of, of.bills).lines.map(({ key, open }) => [key, open]);
  it("has no amount until both sides recorded one; the last they agreed on counts, also 0", () => {
    for (const stopped of [null, { settlement: "Uren", settlement_due: "2027-04-20" }]) {
      const cut = (...records: ReturnType<typeof record>[]) => billingOf({ ended: [{ ...ended, stopped }] }, records);
      expect([cut().undecided, lineOf(cut())]).toEqual([true, []]);
      const agreed = cut(settled(40_000, "2027-04-05", "2027-05-01"));
      expect([agreed.undecided, lineOf(agreed)]).toEqual([false, [["settlement", 40_000]]]);
      expect(firstWaiting(agreed, agreed.bills)).toEqual({ from: null, by: "2027-05-01" });
      expect(cut(settled(40_000, "2027-04-05"), settled(0, "2027-04-06"))).toMatchObject({
        undecided: false,
        left: { settlement: null },
      });
    }
    const stopped = { settlement_amount: 25_000 };
    const changed = billingOf({ ended: [{ ...ended, stopped }] }, [settled(30_000, "2027-04-09")]);
    expect(lineOf(changed)).toEqual([["settlement", 30_000]]);
  });
  it("leaves nothing open of an invoice that was taken back after the work was ended, which stays to be seen", () => {
    const invoice = { instalment: "2", invoice: "A", amount: 80_000, invoiced_on: "2027-03-20" };
    const back = record({ ...invoice, amount: 0, note: "Dubbel" }, { day: "2027-04-02" });
    const of = billingOf({ ended: [{ ...ended, stopped: null }] }, [record(invoice), back]);
    const { lines, open, agreed } = statementOf(of, of.bills);
    expect({ open, agreed }).toEqual({ open: 0, agreed: 0 });
    expect(lines).toMatchObject([{ key: "2", open: 0, invoices: [{ taken: { amount: 80_000 } }] }]);
  });
  it("stands beside the instalments of work that was done, with room of its own", () => {
    const of = money([settled(40_000, "2027-04-05", "2027-05-01")]);
    expect(agreedIn(of)).toBe(560_000);
    expect(roomFor({ instalment: "settlement", invoice: "C" }, of, of.bills)).toBe(40_000);
    expect(withBill(of.bills, { instalment: "settlement", amount: 40_000 })).toHaveLength(1);
  });
});
describe("the number of an invoice", () => {
  const bill = { instalment: "1", invoice: "F-1", amount: 100 };
  it.each(["F-\u200b1", "\uff26-1", "F\u20111", " f-1 ", "F-1\u2060", "\u202eF-1", "F\u00ad-1"])(
    "is the same to its reader as %j",
    (invoice) => expect(saidOf([bill], { ...bill, invoice })).toBe(bill),
  );
  it.each(["F-11", "F1", "", "F-1a"])("is another than %j", (invoice) =>
    expect(saidOf([bill], { ...bill, invoice })).toBeNull(),
  );
  it("that shows nothing is none", () => {
    const unseen = { instalment: "1", invoice: "\u200b" };
    expect(saidOf([unseen], { instalment: "1" })).toBe(unseen);
  });
});
