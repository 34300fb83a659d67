import { describe, expect, it } from "vitest";
import type { Bill } from "#app/domain/agreement/terms/bills.ts";
import { firstWaiting } from "#app/domain/agreement/terms/due.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { openIn, statementOf } from "#app/domain/agreement/terms/statement.ts";
import { billingOf } from "#app/services/payments/billing.ts";
import { instalmentOptions } from "#app/services/payments/checks.ts";
import { moments, record, refused, terms } from "#tests/support/bills.ts";

describe("a changed agreement", () => {
  const paid = (instalment: string, amount: number): Bill => ({
    instalment,
    amount,
    invoiced_on: "2027-02-03",
    paid_on: "2027-02-20",
  });
  const other: Terms = { ...terms, fee_amount: 300_000, instalments: [{ amount: 300_000, trigger: "end" }] };
  it("counts what was paid before, under whatever instalment, and never leaves more open than is agreed", () => {
    const before = [paid("1", 156_000), paid("2", 100_000)];
    for (const [now, open, over] of [
      [terms, 264_000, 0],
      [other, 44_000, 0],
      [{ ...terms, fee_amount: 200_000, instalments: [{ amount: 200_000, trigger: "end" }] }, 0, 56_000],
      [{ fee_amount: 0 }, 0, 256_000],
    ] as const) {
      const statement = statementOf({ terms: now }, before);
      expect([statement.open, statement.paid, statement.over]).toEqual([open, 256_000, over]);
      expect(statement.lines.every((line) => line.open >= 0)).toBe(true);
      expect(openIn({ terms: now }, before)).toBe(open);
    }
  });
  it("has the days and the term of the new version at once", () => {
    const changed = { ...terms, payment_days: 14, start_date: "2027-02-15" };
    const waits = (of: Terms) => firstWaiting({ terms: of, moments }, []);
    expect([waits(terms), waits(changed)]).toEqual([
      { from: "2027-02-01", by: "2027-03-03" },
      { from: "2027-02-15", by: "2027-03-01" },
    ]);
    expect(waits(other), "what waits for the end is not due yet").toBeNull();
  });
  it("asks nothing more of an instalment that was paid under another", () => {
    const half = { ...terms, fee_amount: 256_000, instalments: [{ amount: 256_000, trigger: "start" as const }] };
    expect(firstWaiting({ terms: half, moments }, [paid("1", 156_000), paid("2", 100_000)])).toBeNull();
  });
});
describe("an invoice that is not paid when a changed version drops its instalment", () => {
  const [, milestone] = terms.instalments ?? [];
  const next: Terms = { ...terms, instalments: [{ ...milestone }, { amount: 312_000, trigger: "acceptance" }] };
  const replaced = [{ number: 1, terms }];
  const first = { instalment: "1", invoice: "F1", amount: 156_000, invoiced_on: "2027-02-03" };
  const school = { data: { for_payee: true }, more: { byId: "school", byRole: "finance" } };
  const asked = record({ ...first, ...school.data }, school.more);
  const changed = (...more: ReturnType<typeof record>[]) =>
    billingOf({ signed: { number: 2, terms: next }, replaced, moments }, [asked, ...more]);
  const gone = { ...first, instalment: "n1.1" };
  it("is part of what is agreed, and no debt beside it", () => {
    const of = changed();
    const { agreed, paid, open, lines } = statementOf(of, of.bills);
    expect({ agreed, paid, open }).toEqual({ agreed: 520_000, paid: 0, open: 520_000 });
    expect(lines.map(({ key, billed }) => [key, billed])).toEqual([
      ["1", 0],
      ["2", 0],
      ["n1.1", 156_000],
    ]);
  });
  it.each([
    ["paid by who pays", { ...gone, paid_on: "2027-03-20" }, { id: "payer", asks: false }],
    ["paid by who is paid", { ...gone, paid_on: "2027-03-20" }, { id: "school", asks: true }],
    ["taken back by who is paid", { ...gone, amount: 0, note: "Dubbel" }, { id: "school", asks: true }],
  ])("is noted as %s", (_, said, noter) => {
    expect(refused(said, changed(), noter, "2027-03-25")).toEqual([]);
    const of = changed(record(said, { about: 2 }));
    const { paid, open } = statementOf(of, of.bills);
    expect({ paid, open }).toEqual(said.amount ? { paid: 156_000, open: 364_000 } : { paid: 0, open: 520_000 });
  });
  it("is asked for no more than it was", () => {
    const more = { ...gone, amount: 156_001 };
    expect(refused(more, changed(), { id: "school", asks: true }, "2027-03-25")).toEqual(["amount:above_agreed"]);
  });
  it("stays to be paid once the work is ended, within what was agreed", () => {
    const at = new Date("2027-04-01T09:00:00Z");
    const cut = (now: Terms) =>
      billingOf({ ended: [{ number: 2, terms: now, at, stopped: null, cut: true }], replaced }, [asked]);
    for (const [now, open] of [
      [next, 156_000],
      [{ fee_amount: 100_000 }, 100_000],
      [{ fee_amount: 0 }, 0],
    ] as const)
      expect(openIn(cut(now), cut(now).bills)).toBe(open);
  });
});
describe("an invoice above what is agreed since", () => {
  const invoice = { instalment: "settlement", invoice: "S1", amount: 40_000, invoiced_on: "2027-04-06" };
  const ended = { number: 1, terms, at: new Date("2027-04-01T09:00:00Z"), stopped: null, cut: true };
  const settled = (amount: number, day: string) =>
    record({ settlement: "Uren", settlement_amount: amount }, { kind: "settlement", day });
  const anew = (amount: number, of: Parameters<typeof billingOf>[0]) =>
    billingOf(of, [
      settled(40_000, "2027-04-05"),
      record(invoice, { day: "2027-04-07" }),
      settled(amount, "2027-04-08"),
    ]);
  const places = { "work that was ended": { ended: [ended] }, "work that is done": { signed: { number: 1, terms } } };
  for (const [name, place] of Object.entries(places))
    it.each([0, 25_000, 40_000])(`leaves no more open of ${name} than that: %i`, (amount) => {
      const of = anew(amount, place);
      const { open, agreed } = statementOf(of, of.bills);
      expect([open, agreed]).toEqual([amount, amount].map((one) => one + ("signed" in place ? 520_000 : 0)));
      const waits = amount > 0 || "signed" in place;
      expect(firstWaiting(of, of.bills) !== null, "waited for").toBe(waits);
      expect(refused({ ...invoice, paid_on: "2027-04-09" }, of, { id: "payer", asks: false }, "2027-04-10")).toEqual(
        [],
      );
    });
  it("is called by words, in both languages", () => {
    const labels = (locale: "nl" | "en") => instalmentOptions(anew(0, places["work that was ended"]), locale);
    expect(labels("nl").map(({ label }) => label)).toEqual(["Afrekening"]);
    expect(labels("en").map(({ label }) => label)).toEqual(["Settlement"]);
  });
});
