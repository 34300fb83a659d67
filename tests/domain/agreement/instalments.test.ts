import { describe, expect, it } from "vitest";
import { withBill, type Bill } from "#app/domain/agreement/terms/bills.ts";
import { allWaiting, firstWaiting } from "#app/domain/agreement/terms/due.ts";
import { instalmentOf, instalmentsOf } from "#app/domain/agreement/terms/instalments.ts";
import { roomFor, statementOf } from "#app/domain/agreement/terms/statement.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { fieldErrorText } from "#tests/support/field-error.ts";
import { billingOf, type Billing } from "#app/services/payments/billing.ts";
import { checkPayment, instalmentOptions } from "#app/services/payments/checks.ts";

const terms: Terms = {
  fee_amount: 520_000,
  start_date: "2027-02-01",
  instalments: [
    { amount: 156_000, trigger: "start" },
    { title: "Proefopstelling", amount: 208_000, trigger: "milestone", date: "2027-03-15" },
    { title: "Slottermijn", amount: 156_000, trigger: "acceptance" },
  ],
};
const bills = (noted: Record<string, Omit<Bill, "instalment">>): Bill[] =>
  Object.entries(noted).map(([instalment, bill]) => ({ instalment, ...bill }));
const began = new Date("2026-11-02T09:00:00Z");
type Noted = { kind: string; data: Record<string, string | number | boolean | null> };
const noted = (records: readonly Noted[]) => records.map((record) => ({ ...record, at: began }));
const place = (records: readonly Noted[] = []) => billingOf({ signed: { number: 1, terms } }, noted(records));
const said = (more: Record<string, unknown>) =>
  ({ instalment: "1", amount: 156_000, invoiced_on: "2027-02-03", paid_on: null, note: null, ...more }) as Parameters<
    typeof checkPayment
  >[0];
const coordinator = { id: "coordinator", asks: true };
const payer = { id: "payer", asks: false };
const errorsOf = (said: Parameters<typeof checkPayment>[0], billing: Billing, noter = coordinator) => {
  try {
    checkPayment(said, billing, { began, signed: null, now: new Date("2027-02-21T09:00:00Z") }, noter);
  } catch (error) {
    if (error instanceof Refusal) return error.errors;
    throw error;
  }
  return {};
};

describe("instalments of a version", () => {
  it("are numbered as they stand, with the day before which they are not due", () =>
    expect(instalmentsOf({ terms }).map(({ id, amount, on }) => [id, amount, on])).toEqual([
      ["1", 156_000, "2027-02-01"],
      ["2", 208_000, "2027-03-15"],
      ["3", 156_000, null],
    ]));
  it("are one where a fee has none, and none where there is no fee", () => {
    expect(instalmentsOf({ terms: { fee_amount: 90_000 } }).map((one) => one.amount)).toEqual([90_000]);
    expect(instalmentsOf({ terms: { fee_amount: 0 } })).toEqual([]);
  });
  it("are known by the title that was typed before they were picked", () => {
    expect(instalmentOf("slottermijn", terms)).toBe("3");
    expect(instalmentOf("3", terms)).toBe("3");
    expect(instalmentOf("Extra werk", terms)).toBe("Extra werk");
  });
  it("are offered with their amounts in both languages", () => {
    expect(instalmentOptions(place(), "nl").map((o) => o.label.replaceAll(/\s/g, " "))).toEqual([
      "1. Bij de start · € 1.560,00",
      "2. Proefopstelling · € 2.080,00",
      "3. Slottermijn · € 1.560,00",
    ]);
    expect(instalmentOptions(place(), "en")[0]?.label).toContain("€1,560.00");
    const outside = instalmentOptions({ ...place(), bills: bills({ "Extra werk": { amount: 5_000 } }) }, "nl");
    expect(
      outside.map((o) => o.id),
      "so that it can be taken back",
    ).toEqual(["1", "2", "3", "Extra werk"]);
  });
});
describe("the statement", () => {
  it("says what is agreed, asked, paid and open, and what stands outside the agreement", () => {
    const noted = bills({
      "1": { amount: 156_000, invoiced_on: "2027-02-03", paid_on: "2027-02-20" },
      "2": { amount: 100_000, invoiced_on: "2027-03-20" },
      "Extra werk": { amount: 5_000, invoiced_on: "2027-03-20" },
    });
    const { agreed, billed, paid, open, lines } = statementOf({ terms }, noted);
    expect({ agreed, billed, paid, open }).toEqual({ agreed: 520_000, billed: 261_000, paid: 156_000, open: 364_000 });
    expect(lines.map((line) => [line.key, line.open])).toEqual([
      ["1", 0],
      ["2", 208_000],
      ["3", 156_000],
      ["Extra werk", 0],
    ]);
  });
  it("never leaves room above an instalment, nor above the whole, other than for what was noted of it already", () => {
    const amounts = [0, 1, 156_000, 208_000, 400_000, 520_000];
    for (const first of amounts)
      for (const other of amounts)
        for (const { id, amount } of instalmentsOf({ terms })) {
          const all = bills({ "1": { amount: first }, old: { amount: other } });
          const rest = all.filter((bill) => bill.instalment !== id);
          const room = roomFor({ instalment: id }, { terms }, all);
          const others = rest.reduce((sum, bill) => sum + (bill.amount ?? 0), 0);
          const own = all.find((bill) => bill.instalment === id)?.amount ?? 0;
          expect(room).toBe(Math.max(own, Math.min(amount, 520_000 - others)));
        }
  });
});
describe("an instalment that several invoices pay", () => {
  const first: Bill = { instalment: "2", invoice: "2027-14", amount: 80_000, invoiced_on: "2027-03-20" };
  const second: Bill = { instalment: "2", invoice: "2027-31", amount: 100_000, invoiced_on: "2027-04-01" };
  const both = withBill(withBill([], first), second);
  const running = { terms: { ...terms, payment_days: 14 }, moments: { began: "2027-02-01", accepted: null } };
  it("is asked and paid by their sum, each with its own last day", () => {
    const noted = withBill(both, { ...first, invoice: " 2027-14 ", paid_on: "2027-04-02" });
    const line = statementOf(
      running,
      noted.map((bill) => ({ ...bill, asks: true })),
    ).lines[1];
    expect(line).toMatchObject({ billed: 180_000, paid: 80_000, open: 128_000 });
    expect(line?.invoices.map((one) => [one.amount, one.paidOn, one.payBy])).toEqual([
      [80_000, "2027-04-02", null],
      [100_000, null, "2027-04-15"],
    ]);
  });
  it("has room for what the others leave of it", () => {
    const room = (invoice: string) => roomFor({ instalment: "2", invoice }, { terms }, both);
    expect([room("2027-50"), room("2027-14"), room("2027-31")]).toEqual([28_000, 108_000, 128_000]);
    const records = both.map(({ instalment, invoice = null, amount = 0, invoiced_on = null }) => ({
      kind: "payment",
      data: { instalment, invoice, amount, invoiced_on },
    }));
    const third = said({ instalment: "2", invoice: "2027-50", invoiced_on: "2027-04-03", amount: 28_001 });
    expect(errorsOf(third, place(records)).amount?.sums).toEqual([28_001, 520_000, 28_000]);
    expect(errorsOf({ ...third, amount: 28_000 }, place(records))).toEqual({});
  });
  it("waits from its oldest invoice that is not paid", () => {
    const asking = (bills: readonly Bill[]) => bills.map((bill) => ({ ...bill, asks: true }));
    const from = (bills: readonly Bill[]) =>
      allWaiting(running, asking(bills)).flatMap((one) => (one.instalment === "2" ? [one.from] : []));
    const rest = "2027-03-15";
    expect(from(both)).toEqual([rest, "2027-03-20", "2027-04-01"]);
    expect(from(withBill(both, { ...first, note: "Akkoord" })), "a note ends nothing").toEqual(from(both));
    expect(from(withBill(both, { ...first, paid_on: "2027-04-02" }))).toEqual([rest, "2027-04-01"]);
    expect(from(both.reduce((all, bill) => withBill(all, { ...bill, amount: 0 }), both))).toEqual([rest]);
  });
});
describe("work that was ended", () => {
  const at = new Date("2027-04-01T10:00:00Z");
  const asked = (data: Noted["data"], day = "2027-03-21") => ({ kind: "payment", data, at: new Date(day) });
  const first = { instalment: "Proefopstelling", invoice: "A", amount: 80_000, invoiced_on: "2027-03-20" };
  const ended = { number: 2, terms, at, cut: true };
  const stopped = { settlement_amount: 25_000, settlement_due: "2027-04-10" };
  const work = { began: "2027-02-01", accepted: null };
  const settled = { kind: "settlement", data: stopped, at };
  it("leaves what was invoiced by then under its own number, and the settlement as a line of its own", () => {
    const billing = billingOf({ ended: [{ ...ended, stopped }] }, [asked(first), settled]);
    expect(billing.version).toBe(2);
    const { lines, agreed, open } = statementOf(billing, billing.bills);
    expect({ agreed, open }).toEqual({ agreed: 105_000, open: 105_000 });
    expect(lines.map((line) => [line.key, line.instalment?.amount, line.instalment?.on])).toEqual([
      ["2", 80_000, "2027-03-15"],
      ["settlement", 25_000, "2027-04-10"],
    ]);
    const label = (locale: "nl" | "en") =>
      instalmentOptions(billing, locale).map((o) => o.label.replaceAll(/\s/g, " "));
    expect(label("nl")).toEqual(["2. Proefopstelling · € 800,00", "Afrekening · € 250,00"]);
    expect(label("en")[1]).toContain("Settlement");
  });
  it("has no room for more than that, and what was taken back may be asked again", () => {
    const back = asked({ ...first, amount: 0 }, "2027-04-02");
    for (const records of [[asked(first)], [asked(first), back]]) {
      const billing = billingOf({ ended: [{ ...ended, stopped }] }, [...records, settled]);
      const room = (instalment: string, invoice: string) => roomFor({ instalment, invoice }, billing, billing.bills);
      expect([room("1", "B"), room("2", "A"), room("settlement", "C")]).toEqual([0, 80_000, 25_000]);
      expect(room("2", "B")).toBe(records.length === 1 ? 0 : 80_000);
    }
  });
  it("is paid by the settlement's own day, or by the term of payment where none was named; a signed version goes before", () => {
    const alone = { ended: [{ ...ended, stopped: { settlement_amount: 25_000 } }] };
    expect(billingOf(alone, [])).toMatchObject({ named: 25_000, undecided: true, left: { settlement: null } });
    const both = billingOf(alone, [{ ...settled, data: { settlement_amount: 25_000 } }]);
    expect(both.left?.settlement).toEqual({ amount: 25_000, on: "2027-05-01" });
    expect(billingOf({ ended: [{ ...ended, stopped: null }] }, []).left?.settlement).toBeNull();
    expect(billingOf({ ended: [{ ...ended, stopped: { settlement_amount: 0 } }] }, []).left?.settlement).toBeNull();
    expect(billingOf({ signed: { number: 3, terms }, ended: [{ ...ended, stopped }] }, []).left).toBeNull();
  });
  it("waits for whichever is to be paid sooner, and for the settlement until an invoice asks for it", () => {
    const waits = (...records: ReturnType<typeof asked>[]) => {
      const billing = billingOf({ ended: [{ ...ended, stopped }], moments: work }, [...records, settled]);
      return firstWaiting(billing, billing.bills);
    };
    const settlement = { from: null, by: "2027-04-10" };
    for (const records of [[], [asked(first)]]) expect(waits(...records)).toEqual(settlement);
    const early = { ...first, instalment: "1", amount: 1, invoiced_on: "2027-03-01" };
    expect(waits(asked(early))).toEqual({ from: "2027-02-01", by: "2027-03-03" });
    const own = { instalment: "settlement", amount: 25_000, invoiced_on: "2027-04-03" };
    expect(waits(asked(own, "2027-04-03")), "noted by who pays").toEqual(settlement);
    expect(waits(asked({ ...own, for_payee: true }, "2027-04-03"))).toEqual({ from: "2027-04-03", by: "2027-05-03" });
    expect(waits(asked({ ...own, amount: 1, paid_on: "2027-04-04" }, "2027-04-04")), "the rest").toEqual(settlement);
    expect(waits(asked({ ...own, paid_on: "2027-04-05" }, "2027-04-05"))).toBeNull();
  });
});
describe("what is due by the version", () => {
  const waits = (began: string | null, accepted: string | null, bills: readonly Bill[] = []) =>
    statementOf({ terms, moments: { began, accepted } }, bills).lines.map((line) => line.waits?.from ?? null);
  it("is nothing before the work began; then the start and a milestone by their own day; the rest once accepted", () => {
    expect(waits(null, null)).toEqual([null, null, null]);
    expect(waits("2027-01-20", null)).toEqual(["2027-02-01", "2027-03-15", null]);
    expect(waits("2027-02-10", null)).toEqual(["2027-02-10", "2027-03-15", null]);
    expect(waits("2027-02-10", "2027-05-01")).toEqual(["2027-02-10", "2027-03-15", "2027-05-01"]);
    expect(waits(null, "2027-03-01"), "and never before its day").toEqual(["2027-03-01", "2027-03-15", "2027-03-01"]);
  });
  it("waits until invoices ask all of it, and no smaller or younger invoice moves its day", () => {
    const money = { terms, moments: { began: "2027-02-01", accepted: null } };
    const first = (...bills: Bill[]) => firstWaiting(money, bills);
    const due = { from: "2027-02-01", by: "2027-03-03" };
    const one: Bill = { instalment: "1", invoice: "A", amount: 1, invoiced_on: "2027-03-20" };
    expect(first()).toEqual(due);
    expect(first(one)).toEqual(due);
    expect(first({ ...one, paid_on: "2027-03-20" })).toEqual(due);
    expect(first({ ...one, amount: 156_000, paid_on: "2027-03-20" })).toEqual({ from: "2027-03-15", by: "2027-04-14" });
  });
});
describe("who changes an invoice", () => {
  const data = { instalment: "1", invoice: "S-1", amount: 156_000, invoiced_on: "2027-02-03", paid_on: null };
  const noted = (...records: readonly { data: Noted["data"]; byId: string }[]) =>
    billingOf(
      { signed: { number: 1, terms } },
      records.map((one) => ({ ...one, kind: "payment", at: began })),
    );
  const school = noted({ data, byId: "school" });
  const again = (more: Record<string, unknown>) => said({ ...data, ...more });
  it("is whoever noted it or is paid; the payer says that it was paid, or notes another", () => {
    for (const [more, field] of [
      [{ amount: 0, note: "Dubbel" }, "amount"],
      [{ amount: 1 }, "amount"],
      [{ invoiced_on: "2027-02-20" }, "invoiced_on"],
    ] as const) {
      expect(errorsOf(again(more), school, payer)).toEqual({ [field]: { code: "noted_by_other" } });
      expect(errorsOf(again(more), school, coordinator)).toEqual({});
      expect(errorsOf(again(more), school, { id: "school", asks: false })).toEqual({});
      expect(errorsOf(again(more), noted({ data, byId: "payer" }), payer)).toEqual({});
    }
    expect(errorsOf(again({ paid_on: "2027-02-20" }), school, payer)).toEqual({});
    expect(errorsOf(said({ instalment: "2", invoice: "S-2" }), school, payer)).toEqual({});
  });
  it("stays who asked for it, also after the payer said that it was paid; who puts it right asks from then on", () => {
    const paid = { ...data, paid_on: "2027-02-20" };
    expect(
      errorsOf(
        again({ amount: 0, note: "Dubbel" }),
        noted({ data, byId: "school" }, { data: paid, byId: "payer" }),
        payer,
      ),
    ).toEqual({
      amount: { code: "noted_by_other" },
    });
    const right = { ...data, amount: 150_000 };
    expect(errorsOf(again({}), noted({ data, byId: "payer" }, { data: right, byId: "school" }), payer)).toEqual({
      amount: { code: "noted_by_other" },
    });
  });
  it("takes back what was noted, and nothing else", () => {
    const refused = { amount: { code: "nothing_to_take_back" } };
    const back = { ...data, amount: 0 };
    expect(errorsOf(said({ amount: 0 }), place())).toEqual(refused);
    expect(errorsOf(again({ amount: 0, invoice: "S-2" }), school)).toEqual(refused);
    expect(
      errorsOf(again({ amount: 0, note: "Dubbel" }), noted({ data, byId: "school" }, { data: back, byId: "school" })),
    ).toEqual(refused);
  });
});
describe("a payment", () => {
  it("within the agreement, in order and before today is taken", () => {
    expect(errorsOf(said({ paid_on: "2027-02-20" }), place())).toEqual({});
  });
  it("of € 9.999.999 against € 5.200 is refused with a sentence that names the amounts", () => {
    const { amount } = errorsOf(said({ amount: 999_999_900 }), place());
    expect(amount).toEqual({ code: "above_agreed", sums: [999_999_900, 520_000, 156_000] });
    if (!amount) return;
    for (const [locale, sums] of [
      ["nl", ["€ 9.999.999,00", "€ 5.200,00", "€ 1.560,00"]],
      ["en", ["€9,999,999.00", "€5,200.00", "€1,560.00"]],
    ] as const)
      for (const sum of sums) expect(fieldErrorText(locale, "Bedrag", amount)).toContain(sum);
  });
  it("noted again takes the place of what was there", () => {
    const before = {
      kind: "payment",
      data: { instalment: "1", amount: 156_000, invoiced_on: "2027-02-03", paid_on: null },
    };
    expect(errorsOf(said({ paid_on: "2027-02-20" }), place([before]))).toEqual({});
  });
  it("does not fit beside what was noted outside the instalments", () => {
    const before = {
      kind: "payment",
      data: { instalment: "Alles", amount: 500_000, invoiced_on: "2027-02-03", paid_on: null },
    };
    expect(errorsOf(said({}), place([before])).amount?.sums?.[2]).toBe(20_000);
  });
  it("invoiced before the question was there is refused beside the date", () =>
    expect(errorsOf(said({ invoiced_on: "2026-11-01" }), place())).toEqual({
      invoiced_on: { code: "date_too_early", day: "2026-11-02" },
    }));
});
