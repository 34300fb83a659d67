import { describe, expect, it } from "vitest";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { statementOf } from "#app/domain/agreement/terms/statement.ts";
import { billingOf } from "#app/services/payments/billing.ts";
import { instalmentOptions } from "#app/services/payments/checks.ts";

type Rows = NonNullable<Terms["instalments"]>;
const start = { amount: 1000, trigger: "start" as const };
const trial = { title: "Proef", amount: 2000, trigger: "milestone" as const, date: "2027-03-15" };
const last = { amount: 3000, trigger: "acceptance" as const };
const before: Rows = [start, trial, last];
const extra = { title: "Extra", amount: 500, trigger: "delivery" as const };
/** A change of the agreement, and which place the first, second and third instalment have in it; null: it lapsed. */
const changes: readonly (readonly [string, Rows, readonly (string | null)[]])[] = [
  ["nothing", before, ["1", "2", "3"]],
  ["one before all others", [extra, start, trial, last], ["2", "3", "4"]],
  ["one like it before the first", [{ ...start, amount: 700 }, start, trial, last], ["2", "3", "4"]],
  ["one in between", [start, extra, trial, last], ["1", "3", "4"]],
  ["the first removed", [trial, last], [null, "1", "2"]],
  ["the second removed", [start, last], ["1", null, "2"]],
  ["two swapped", [trial, start, last], ["2", "1", "3"]],
  ["all turned round", [last, trial, start], ["3", "2", "1"]],
  ["other amounts", [{ ...start, amount: 900 }, { ...trial, amount: 2100 }, last], ["1", "2", "3"]],
  ["an amount and the order", [{ ...trial, amount: 2500 }, { ...start, amount: 500 }, last], ["2", "1", "3"]],
  ["another day", [start, { ...trial, date: "2027-05-01" }, last], ["1", "2", "3"]],
  ["another name", [start, { ...trial, title: "Opstelling" }, last], ["1", "2", "3"]],
  ["another moment", [start, { ...trial, trigger: "delivery" }, last], ["1", "2", "3"]],
  [
    "two of one name and moment whose days change places",
    [start, { ...trial, date: "2027-04-01" }, last],
    ["1", "2", "3"],
  ],
  ["one in the place of all", [{ amount: 6000, trigger: "end" }], [null, null, null]],
];
const of = (instalments: Rows): Terms => ({ start_date: "2027-02-01", fee_amount: 6000, instalments });

describe.each(changes)("a changed agreement with %s", (_, after, places) => {
  it.each([0, 1, 2])("keeps what was paid of instalment %i with what it was paid for", (at) => {
    const amount = before[at]?.amount ?? 0;
    const data = {
      instalment: String(at + 1),
      invoice: "F-1",
      amount,
      invoiced_on: "2027-03-20",
      paid_on: "2027-03-21",
    };
    const record = { kind: "payment", data, at: new Date("2027-03-21"), about: 1 };
    const replaced = [{ number: 1, terms: of(before) }];
    const billing = billingOf({ signed: { number: 2, terms: of(after) }, replaced }, [record]);
    const { lines, paid } = statementOf(billing, billing.bills);
    const key = places[at] ?? `n1.${at + 1}`;
    expect(lines.filter((line) => line.paid > 0).map((line) => [line.key, line.paid])).toEqual([[key, amount]]);
    expect(paid).toBe(amount);
    const again = { ...record, data: { ...data, instalment: key, paid_on: null }, about: 2 };
    const both = billingOf({ signed: { number: 2, terms: of(after) }, replaced }, [record, again]);
    expect(both.bills, "the same invoice, under its name of now").toHaveLength(1);
  });
});
it("goes through every version that was signed since, and is called by the last that had it", () => {
  const versions = [before, [extra, ...before], [extra, trial, last]].map((rows, at) => ({
    number: at + 1,
    terms: of(rows),
  }));
  const [, , signed] = versions;
  const note = (instalment: string, about: number) => ({
    kind: "payment",
    data: { instalment, amount: 100, invoiced_on: "2027-03-20" },
    at: new Date("2027-03-21"),
    about,
  });
  const billing = billingOf({ signed, replaced: versions.slice(0, 2) }, [note("2", 1), note("1", 2), note("2", 2)]);
  expect(billing.bills.map(({ instalment }) => instalment)).toEqual(["2", "1", "n2.2"]);
  const label = (locale: "nl" | "en") => instalmentOptions(billing, locale).find(({ id }) => id === "n2.2")?.label;
  expect(label("nl")).toBe("Termijn 2 van versie 2, die is vervallen");
  expect(label("en")).toBe("Instalment 2 of version 2, which lapsed");
});

const untitled = (amount: number, month: string) => ({
  amount,
  trigger: "milestone" as const,
  date: `2027-${month}-15`,
});
/** Lists two instalments that nobody gave a name, what a change made of them, and where the first and the second are then. */
const signs: readonly (readonly [string, Rows, Rows, readonly string[]])[] = [
  [
    "all that is said of it",
    [untitled(1, "03"), untitled(1, "04")],
    [untitled(1, "04"), untitled(1, "03")],
    ["2", "1"],
  ],
  ["its amount", [untitled(1, "03"), untitled(2, "04")], [untitled(2, "05"), untitled(1, "06")], ["2", "1"]],
  ["its day", [untitled(1, "03"), untitled(2, "04")], [untitled(4, "04"), untitled(3, "03")], ["2", "1"]],
  ["what it waits for", [last, trial], [trial, { ...last, amount: 3500 }], ["2", "1"]],
];
it.each(signs)("an instalment is known again by %s", (_, rows, after, places) => {
  const note = (instalment: string) => ({
    kind: "payment",
    data: { instalment, invoice: `F-${instalment}`, amount: 1, invoiced_on: "2027-03-20" },
    at: new Date("2027-03-21"),
    about: 1,
  });
  const signed = { number: 2, terms: of(after) };
  const billing = billingOf({ signed, replaced: [{ number: 1, terms: of(rows) }] }, [note("1"), note("2")]);
  expect(billing.bills.map(({ instalment }) => instalment)).toEqual(places);
});
