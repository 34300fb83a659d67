// @module-tag slow
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addCalendarDays, endOfDay } from "#app/domain/calendar/working-days.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { centres, deadlines, events, outbox } from "#db/schema.ts";
import { act, day, later, sign, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { World } from "#db/seed/world.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lived = async () => {
  const begun = await story("in_progress", "result");
  ({ w, c } = begun);
  return begun.line;
};
const due = ({ id }: Line) =>
  within(w, c.coordinator, async ({ db }) =>
    (
      await db
        .select({ dueAt: deadlines.dueAt })
        .from(deadlines)
        .where(and(eq(deadlines.assignmentId, id), eq(deadlines.clock, "payment"), ne(deadlines.status, "met")))
    ).map(({ dueAt }) => +dueAt),
  );
/** Names who gets a letter about the last of these acts. */
const told = ({ id }: Line, move: string) =>
  within(w, c.coordinator, async ({ db }) => {
    const owed = await db
      .select({ person: outbox.personId, event: outbox.eventId })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(events.assignmentId, id), eq(events.move, move)))
      .orderBy(desc(events.seq));
    return owed.filter(({ event }) => event === owed[0]?.event).map(({ person }) => person);
  });
const tab = async ({ id }: Line, who = c.owner) => agreementTab(await w.as(who), id, null);
const paid = async (line: Line) => (await tab(line)).payments;
const note = (line: Line, more: Record<string, string>, who = c.coordinator) =>
  act(w, who, "assignment", line.id, "record_payment", { instalment: "1", invoiced_on: day(w, 0), ...more });
async function draft(line: Line, terms: Parameters<typeof editTerms>[2]) {
  const id = await startChange(await w.as(c.teacher), line.id);
  await editTerms(await w.as(c.teacher), id, terms, 1);
  return id;
}
async function signed(line: Line, id: string) {
  await act(w, c.teacher, "agreement", id, "propose", { message: "" });
  await act(w, c.quality, "agreement", id, "confirm_quality", { stands_for: "on", remark: "" });
  await sign(w, c.companySigner, line.id, "directeur");
  await sign(w, c.institutionSigner, line.id, "directeur");
}
const termsOf = async (line: Line) => (await tab(line)).one?.terms ?? {};

test("a changed term of payment, and changed instalments, count from the last signature; what was paid stays paid", async () => {
  const line = await lived();
  const first = (await paid(line))?.lines[0];
  const from = first?.waits?.from;
  if (!from || !first?.instalment) throw new Error("nothing is due at the start");
  expect(await due(line)).toEqual([+endOfDay(first.waits?.by ?? "")]);
  await signed(line, await draft(line, { payment_days: 10 }));
  expect(await due(line), "sooner").toEqual([+addCalendarDays(endOfDay(from), 10)]);
  const { amount } = first.instalment;
  await note(line, { amount: String(amount / 100), paid_on: day(w, 0) });
  const total = (await paid(line))?.agreed ?? 0;
  const instalments = [
    { amount: amount + 100, trigger: "start" },
    { amount: total - amount - 100, trigger: "acceptance" },
  ];
  const second = await draft(line, { instalments });
  expect((await tab(line, c.teacher)).one?.paidAbove, "not below what was paid").toBeNull();
  await signed(line, second);
  expect(await paid(line)).toMatchObject({ agreed: total, paid: amount, open: total - amount, over: 0 });
  expect((await paid(line))?.lines.map(({ open }) => open)).toEqual([100, total - amount - 100]);
  expect(await due(line), "the rest of the first is due on its day").toEqual([+addCalendarDays(endOfDay(from), 10)]);
});
test("a version below what was paid is told before it is proposed, and shows what is too much once signed", async () => {
  const line = await lived();
  const { agreed = 0, lines = [] } = (await paid(line)) ?? {};
  for (const { key, open } of lines.slice(0, 2))
    await note(line, { instalment: key, amount: String(open / 100), paid_on: day(w, 0) });
  const before = (await paid(line))?.paid ?? 0;
  const lower = before - 100_00;
  const third = Math.floor(lower / 2);
  const instalments = [
    { amount: lower - third, trigger: "start" },
    { amount: third, trigger: "acceptance" },
  ];
  const id = await draft(line, { fee_amount: lower, liability_cap: agreed, instalments });
  for (const who of [c.teacher, c.owner])
    expect((await tab(line, who)).one?.paidAbove).toEqual({ paid: before, agreed: lower });
  await signed(line, id);
  expect(await paid(line)).toMatchObject({ agreed: lower, paid: before, open: 0, over: 100_00 });
  expect(await due(line), "nothing is asked any more").toEqual([]);
  expect((await termsOf(line)).fee_amount).toBe(lower);
});
test("a centre that takes no fees any more holds back a higher fee, not another change of what runs", async () => {
  const line = await lived();
  const before = await termsOf(line);
  await within(w, c.coordinator, ({ db }) =>
    db.update(centres).set({ switches: sql`${centres.switches} || '{"allow_fee":"none"}'` }),
  );
  const id = await draft(line, { payment_days: 12, fee_amount: (before.fee_amount ?? 0) + 100 });
  expect((await tab(line, c.teacher)).one?.misfits.map(({ rule }) => rule)).toEqual(["fee_not_allowed"]);
  await expect(act(w, c.teacher, "agreement", id, "propose", { message: "" })).rejects.toMatchObject({
    missing: ["fee_not_allowed"],
  });
  await editTerms(await w.as(c.teacher), id, { fee_amount: before.fee_amount ?? 0 }, 2);
  expect((await tab(line, c.teacher)).one).toMatchObject({
    misfits: [],
    standing: [{ rule: "fee_not_allowed", term: "fee_kind" }],
  });
  await signed(line, id);
  expect((await termsOf(line)).payment_days).toBe(12);
});

test("after another team was sought the old team's open invoice stays due, shown apart, and is paid", async () => {
  const line = await lived();
  await note(line, { invoice: "OUD-1", amount: "300" });
  await later(w, 2);
  await act(w, c.teacher, "assignment", line.id, "report_team_loss", { who: "Allen", possible: "Geen." });
  await act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" });
  await act(w, c.coordinator, "assignment", line.id, "record_agreement_end", { settlement: "Uren.", amount: "50" });
  await act(w, c.coordinator, "assignment", line.id, "rematch", {
    explanation: "Het team is ziek.",
    kept: "De proef.",
  });
  const asked = async () => (await overview(await w.as(c.owner), line.id)).frame.turn;
  const old = async () => (await paid(line))?.earlier[0];
  expect(await old()).toMatchObject({ version: 1, agreed: 350_00, open: 350_00 });
  expect((await paid(line))?.lines).toEqual([]);
  const noted = (await tab(line)).entries.filter(({ move }) => move === "record_payment");
  expect(
    noted.map(({ answers }) => answers.instalment),
    "under the name it had",
  ).toEqual(["v1.1"]);
  expect(await due(line), "the settlement comes first, then the invoice").toHaveLength(1);
  await later(w, 40);
  expect(await asked()).toMatchObject({ turn: { ask: "payment" }, mine: true });
  const invoice = { instalment: "v1.1", invoice: "OUD-1", amount: "300", invoiced_on: day(w, -42) };
  await expect(note(line, { ...invoice, amount: "301" }, c.owner)).rejects.toThrow("amount:");
  await note(line, { ...invoice, paid_on: day(w, 0) }, c.owner);
  expect(await old()).toMatchObject({ paid: 300_00, open: 50_00 });
  await note(line, { instalment: "v1.settlement", amount: "50", paid_on: day(w, 0) }, c.owner);
  expect(await due(line)).toEqual([]);
  expect(await old()).toMatchObject({ paid: 350_00, open: 0 });
  expect((await asked()).turn?.ask).not.toBe("payment");
});

test("at the end of a team's agreement an amount counts once both said it, within the version", async () => {
  const line = await lived();
  const { agreed = 0 } = (await paid(line)) ?? {};
  await act(w, c.teacher, "assignment", line.id, "report_team_loss", { who: "Allen", possible: "Geen." });
  await act(w, c.owner, "assignment", line.id, "consent_to_rematch", { consent: "on" });
  const end = (who: string, amount: string) =>
    act(w, who, "assignment", line.id, "record_agreement_end", { settlement: "Uren.", amount });
  const rematch = () =>
    act(w, c.coordinator, "assignment", line.id, "rematch", { explanation: "Ziek.", kept: "De proef." });
  const over = (agreed + 100) / 100;
  for (const who of [c.coordinator, c.companySigner, c.institutionSigner])
    await expect(end(who, String(over))).rejects.toThrow("amount:above_version");
  for (const [who, amount] of [
    [c.institutionSigner, "2500"],
    [c.companySigner, "0"],
    [c.institutionSigner, "1000"],
  ] as const) {
    await end(who, amount);
    await expect(rematch(), `${amount} of one side`).rejects.toMatchObject({ missing: ["agreement_ended"] });
  }
  await end(c.companySigner, "250");
  await end(c.institutionSigner, "250");
  expect(await told(line, "record_agreement_end"), "who proposed it hears that it counts").toContain(c.companySigner);
  await end(c.companySigner, "0");
  expect(await told(line, "record_agreement_end")).toContain(c.institutionSigner);
  await rematch();
  expect((await paid(line))?.earlier[0], "what was said last by one side changes nothing").toMatchObject({
    agreed: 250_00,
    open: 250_00,
  });
});
test("work without a fee has nothing to settle: to stop it asks no amount, and afterwards nobody is asked for one", async () => {
  const line = await lived();
  const stopped = {
    ground: "client_ends",
    reason: "geen_budget",
    explanation: "Het geld is op.",
    settlement: "Er is niets te betalen.",
    settlement_amount: "",
    settlement_due: "",
    handed_over: "Alles.",
    plan_per_student: "Ander team.",
  };
  const stop = () => act(w, c.owner, "assignment", line.id, "stop", stopped);
  await expect(stop(), "with a fee").rejects.toMatchObject({
    missing: ["settlement_recorded"],
    errors: { settlement_amount: { code: "held_back", guard: "settlement_recorded" } },
  });
  await signed(line, await draft(line, { fee_kind: "none", fee_amount: 0, liability_cap: 0, instalments: [] }));
  await stop();
  expect(await paid(line)).toBeNull();
  for (const who of [c.owner, c.teacher]) {
    const { frame } = await overview(await w.as(who), line.id);
    expect(frame.turn.asked).not.toContain("agree_settlement");
    const free = frame.offers.filter(({ missing }) => missing.length === 0);
    expect(free.map(({ name }) => name)).not.toContain("agree_settlement");
  }
});
