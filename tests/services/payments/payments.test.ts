// @module-tag slow
import { and, eq, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, day, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { World } from "#db/seed/world.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { assignments, deadlines } from "#db/schema.ts";
import { gatherRows } from "#db/queries/workflow/facts.server.ts";
import { signedOn } from "#app/services/payments/billing.ts";
import { dayFromNumber, dayNumber } from "#app/domain/calendar/holidays.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { addCalendarDays, amsterdamDay, endOfDay } from "#app/domain/calendar/working-days.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lived = async (to: Parameters<typeof story>[0], obligation: "effort" | "result" = "effort") => {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
};
/** Returns the term of payment that waits, whether or not it ran out. */
const openDue = (line: Line) =>
  within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.assignmentId, line.id), eq(deadlines.clock, "payment"), ne(deadlines.status, "met"))),
  );

test("a bill of part of an instalment ends no term: the rest stays due; its readers see what is open", async () => {
  const line = await lived("completed", "result");
  const bill = (paid: string, more: Record<string, string> = {}) =>
    act(w, c.owner, "assignment", line.id, "record_payment", {
      instalment: "1",
      amount: "1000",
      invoiced_on: day(w, -3),
      paid_on: paid,
      ...more,
    });
  const shown = async (who: string) => (await agreementTab(await w.as(who), line.id, null)).payments;
  const agreed = (await shown(c.owner))?.agreed ?? 0;
  expect(agreed).toBeGreaterThan(0);
  await expect(bill("", { instalment: "Slottermijn" })).rejects.toThrow("instalment:not_an_option");
  await expect(bill("", { amount: "9999999" })).rejects.toThrow("amount:above_agreed");
  await expect(bill(day(w, 1))).rejects.toThrow("paid_on:date_too_late");
  await expect(bill(day(w, -4))).rejects.toThrow("paid_on:date_too_early");
  await expect(bill("", { amount: "0" })).rejects.toThrow("amount:nothing_to_take_back");
  const { signed, asked } = await within(w, c.coordinator, async ({ db }) => {
    const [row] = await db.select().from(assignments).where(eq(assignments.id, line.id));
    return {
      signed: signedOn(await gatherRows(db, line.id, new Date())) ?? "",
      asked: amsterdamDay(row?.createdAt ?? new Date()),
    };
  });
  const unsigned = dayFromNumber(dayNumber(signed) - 1);
  expect(unsigned >= asked, "the question was there by then").toBe(true);
  await expect(bill("", { invoiced_on: unsigned })).rejects.toThrow("invoiced_on:date_too_early");
  const due = async () => (await openDue(line)).map((d) => +d.dueAt);
  const before = await due();
  expect(before).toHaveLength(1);
  await bill("");
  expect(await due(), "no later than what was due already").toEqual(before);
  await bill(day(w, 0));
  expect(await due()).toEqual(before);
  await act(w, c.coordinator, "assignment", line.id, "record_payment", {
    instalment: "1",
    invoice: "S-1",
    amount: "500",
    invoiced_on: day(w, -2),
  });
  for (const lower of ["0", "1"])
    await expect(bill("", { invoice: "S-1", amount: lower, invoiced_on: day(w, -2) })).rejects.toThrow(
      "amount:noted_by_other",
    );
  expect(await shown(c.owner)).toMatchObject({ paid: 1000_00, open: agreed - 1000_00, mayNote: true });
  expect(await shown(c.teacher)).toMatchObject({ paid: 1000_00, mayNote: false });
  expect(await shown(c.students[0] ?? "")).toBeNull();
});

test("several invoices pay one instalment; the term runs from the oldest that waits; what is paid asks nothing more", async () => {
  const line = await lived("completed", "result");
  const bill = (invoice: string, amount: number, on: number, paid = "", instalment = "1") =>
    act(w, c.coordinator, "assignment", line.id, "record_payment", {
      instalment,
      invoice,
      amount: String(amount),
      invoiced_on: day(w, on),
      paid_on: paid,
    });
  const tab = async () => (await agreementTab(await w.as(c.owner), line.id, null)).payments;
  const lines = (await tab())?.lines ?? [];
  const agreed = (lines[0]?.instalment?.amount ?? 0) / 100;
  expect(agreed).toBeGreaterThan(1000);
  await bill("A-1", 600, -5);
  await bill("A-2", agreed - 600, -2);
  await expect(bill("A-3", 1, -1)).rejects.toThrow("amount:above_agreed");
  const due = async () => (await openDue(line)).map((d) => +d.dueAt);
  // The other instalments are due too, by days of their own; the oldest of all leads.
  const soonest = async (on: number) => {
    const days = ((await tab())?.lines ?? []).flatMap(({ waits }) => (waits ? [+endOfDay(waits.by)] : []));
    return [Math.min(+addCalendarDays(endOfDay(day(w, on)), 30), ...days)];
  };
  expect(await due()).toEqual(await soonest(-5));
  await bill("A-1", 600, -5, day(w, -1));
  expect(await due()).toEqual(await soonest(-2));
  expect((await tab())?.lines[0]).toMatchObject({ paid: 600_00, open: (agreed - 600) * 100 });
  await bill("A-2", agreed - 600, -2, day(w, 0));
  expect(await due(), "what else is due is still open").toHaveLength(1);
  expect(await tab()).toMatchObject({ mayNote: true });
  for (const { key, open } of lines.slice(1)) await bill("B", open / 100, -1, day(w, 0), key);
  expect(await due()).toEqual([]);
  expect(await tab()).toMatchObject({ open: 0, mayNote: true });
  const asked = async () => (await overview(await w.as(c.owner), line.id)).frame.turn.asked;
  expect(await asked(), "nobody waits for it").not.toContain("record_payment");
  await bill("A-2", agreed - 700, -2, day(w, 0));
  expect((await tab())?.lines[0], "what was noted last is put right").toMatchObject({ open: 100_00 });
  await expect(bill("A-4", 101, -1)).rejects.toThrow("amount:above_agreed");
});

test("an assignment is closed once all that is due was invoiced and paid", async () => {
  const line = await lived("anchoring", "result");
  const lines = (await agreementTab(await w.as(c.owner), line.id, null)).payments?.lines ?? [];
  expect(lines.length).toBeGreaterThan(1);
  const lacks = () =>
    act(w, c.coordinator, "assignment", line.id, "close", { closing_note: "Klaar." }).then(
      () => [],
      ({ missing }: { missing: string[] }) => missing,
    );
  for (const { key, open } of lines) {
    expect(await lacks(), key).toContain("nothing_unpaid");
    await act(w, c.coordinator, "assignment", line.id, "record_payment", {
      instalment: key,
      amount: String(open / 100),
      invoiced_on: day(w, -1),
      paid_on: day(w, 0),
    });
  }
  expect(await lacks()).not.toContain("nothing_unpaid");
});

test("what was due before the work stood still is invoiced and noted as paid meanwhile, and waited for", async () => {
  const line = await lived("in_progress", "result");
  await act(w, c.teacher, "assignment", line.id, "pause", { reason: "vakantie", until: day(w, 30) });
  const before = (await openDue(line)).map(({ status, dueAt }) => [status, +dueAt]);
  expect(before).toMatchObject([["running", expect.anything()]]);
  const asked = async () => (await overview(await w.as(c.owner), line.id)).frame;
  expect(await asked()).toMatchObject({ onHold: true });
  expect((await asked()).turn, "it is to be invoiced first").toMatchObject({ mine: false, turn: { ask: "invoice" } });
  const tab = async () => (await agreementTab(await w.as(c.owner), line.id, null)).payments;
  const amount = (await tab())?.lines[0]?.open ?? 0;
  const note = (who: string, paid: string) =>
    act(w, who, "assignment", line.id, "record_payment", {
      ...{ instalment: "1", invoice: "P-1", amount: String(amount / 100), invoiced_on: day(w, 0), paid_on: paid },
    });
  await note(c.coordinator, "");
  expect((await asked()).turn.asked).toContain("record_payment");
  await note(c.owner, day(w, 0));
  expect((await tab())?.lines[0]).toMatchObject({ paid: amount, open: 0 });
  expect((await asked()).onHold).toBe(true);
});
