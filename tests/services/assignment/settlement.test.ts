// @module-tag slow
import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, day, later, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { World } from "#db/seed/world.ts";
import { addCalendarDays, endOfDay } from "#app/domain/calendar/working-days.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { deadlines, events } from "#db/schema.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lived = async (obligation: "effort" | "result", status: "in_progress" | "completed" = "in_progress") => {
  const begun = await story(status, obligation);
  ({ w, c } = begun);
  return begun.line.id;
};
const bill = (id: string, more: Record<string, string>) =>
  act(w, c.owner, "assignment", id, "record_payment", {
    instalment: "1",
    amount: "100",
    invoiced_on: day(w, 0),
    ...more,
  });
const stop = (id: string, more: Record<string, string>, who = c.owner) =>
  act(w, who, "assignment", id, "stop", {
    ground: "client_ends",
    reason: "geen_budget",
    explanation: "Het geld is op.",
    settlement: "Gemaakte uren.",
    settlement_amount: "",
    settlement_due: "",
    handed_over: "Alles.",
    plan_per_student: "Ander team.",
    ...more,
  });
async function terminate(id: string) {
  await act(w, c.owner, "assignment", id, "open_dispute", { reason: "inspanning", asked: "Meer overleg." });
  for (const [who, step] of [
    [c.owner, "talk"],
    [c.coordinator, "board"],
  ] as const)
    await act(w, who, "assignment", id, "escalate_dispute", { step, report: "Besproken." });
  await act(w, c.companySigner, "assignment", id, "give_default_notice", { failing: "Alles.", term_ends: day(w, 10) });
  await later(w, 12);
  await act(w, c.companySigner, "assignment", id, "terminate", {
    ground: "Niet nagekomen",
    reason: "niet_nagekomen_team",
    explanation: "Er gebeurde niets.",
    notice: "Brief van vandaag.",
    claimed: "Niets.",
    plan_per_student: "Ander team.",
  });
}
/** Both sides record the amount together. */
const settle = async (id: string, amount: string, on: number) => {
  for (const who of [c.owner, c.teacher])
    await act(w, who, "assignment", id, "agree_settlement", {
      settlement: "Gemaakte uren.",
      settlement_amount: amount,
      settlement_due: day(w, on),
    });
};
const due = (id: string) =>
  within(w, c.coordinator, async ({ db }) =>
    (
      await db
        .select({ dueAt: deadlines.dueAt })
        .from(deadlines)
        .where(
          and(
            eq(deadlines.assignmentId, id),
            eq(deadlines.clock, "payment"),
            inArray(deadlines.status, ["running", "paused"]),
          ),
        )
    ).map(({ dueAt }) => +dueAt),
  );
const paid = async (id: string) => (await agreementTab(await w.as(c.owner), id, null)).payments;
const turn = async (id: string) => (await overview(await w.as(c.owner), id)).frame.turn;

test("what is due at the start is waited for from its day on, and marked; a note, a penny or a 0 ends nothing", async () => {
  const id = await lived("result");
  const waits = (await paid(id))?.lines[0]?.waits;
  if (!waits?.from) throw new Error("nothing is due at the start");
  expect(await due(id)).toEqual([+endOfDay(waits.by)]);
  await later(w, 60);
  // Nobody does the money of this school, so that the coordinator is to invoice it.
  const invoices = async () =>
    expect([await asks(c.coordinator), await asks(c.owner)], "the coordinator alone").toEqual([true, false]);
  const asks = async (who: string) => (await overview(await w.as(who), id)).frame.turn.asked.includes("record_payment");
  await invoices();
  await expect(bill(id, { amount: "0" })).rejects.toThrow("amount:nothing_to_take_back");
  await bill(id, { amount: "0,01", note: "Akkoord", paid_on: day(w, 0) });
  const keeps = (await paid(id))?.lines[0]?.waits;
  expect(keeps, "the rest keeps its day").toEqual(waits);
  await invoices();
});
test("a settlement is a line of its own, waited for until its day, and noted as paid", async () => {
  const id = await lived("result");
  await stop(id, { settlement_amount: "250", settlement_due: day(w, 20) });
  await settle(id, "250", 20);
  expect(await due(id)).toEqual([+endOfDay(day(w, 20))]);
  expect(await turn(id)).toMatchObject({ turn: { ask: "payment" }, mine: true });
  expect(await paid(id)).toMatchObject({ agreed: 250_00, open: 250_00, ended: true, mayNote: true });
  const settlement = { instalment: "settlement", amount: "250" };
  await expect(bill(id, { ...settlement, amount: "251" })).rejects.toThrow("amount:above_left");
  await expect(bill(id, {})).rejects.toThrow("instalment:not_an_option");
  await bill(id, settlement);
  expect(await due(id), "who pays moves nothing by noting an invoice").toEqual([+endOfDay(day(w, 20))]);
  await act(w, c.coordinator, "assignment", id, "record_payment", { ...settlement, invoiced_on: day(w, 0) });
  expect(await due(id), "an invoice of who is paid has a term of its own").toEqual([
    +addCalendarDays(endOfDay(day(w, 0)), 30),
  ]);
  await bill(id, { ...settlement, paid_on: day(w, 0) });
  expect(await due(id)).toEqual([]);
  expect(await turn(id)).toMatchObject({ turn: null, mine: false });
  expect(await paid(id)).toMatchObject({ paid: 250_00, open: 0, mayNote: true });
});
test("an invoice that waits when work is stopped keeps its number and its term; nothing else of the version is asked", async () => {
  const id = await lived("result");
  await bill(id, {});
  const before = await due(id);
  await later(w, 2);
  await stop(id, { settlement_amount: "0" });
  expect(await due(id)).toEqual(before);
  expect((await paid(id))?.lines.map(({ key, open }) => [key, open])).toEqual([["1", 100_00]]);
  await expect(bill(id, { invoice: "B", amount: "1" })).rejects.toThrow("amount:above_left");
  await bill(id, { invoiced_on: day(w, -2), paid_on: day(w, 0) });
  expect(await due(id)).toEqual([]);
  expect(await paid(id)).toMatchObject({ open: 0, paid: 100_00 });
});
test("without an invoice and without a settlement nothing is waited for, and nothing can be noted", async () => {
  const id = await lived("result");
  await stop(id, { settlement_due: day(w, 20) });
  expect(await due(id)).toEqual([]);
  expect(await paid(id)).toMatchObject({ agreed: 0, undecided: true, mayNote: false, maySettle: true });
  await expect(bill(id, {})).rejects.toMatchObject({ missing: ["instalment_open"] });
});
test("work that was terminated leaves its open invoice to be paid", async () => {
  const id = await lived("result");
  await bill(id, { amount: "300" });
  const before = await due(id);
  await terminate(id);
  expect(await due(id)).toEqual(before);
  expect((await turn(id)).asked).toEqual(expect.arrayContaining(["agree_settlement", "record_payment"]));
  await bill(id, { amount: "300", invoiced_on: day(w, -12), paid_on: day(w, 0) });
  expect(await due(id)).toEqual([]);
});
test("a settlement in words alone gets its amount from both sides, and is paid like any other", async () => {
  const id = await lived("result");
  await stop(id, { settlement_due: day(w, 20) });
  const say = (who: string, amount: string, settlement = "De uren van de eerste maand.") =>
    act(w, who, "assignment", id, "agree_settlement", {
      settlement,
      settlement_amount: amount,
      settlement_due: day(w, 30),
    });
  await expect(say(c.owner, "")).rejects.toThrow("settlement_amount:required");
  await say(c.owner, "400");
  expect(await paid(id), "one side settles nothing").toMatchObject({ agreed: 0, undecided: true });
  await say(c.teacher, "350");
  expect(await paid(id), "nor do two who differ").toMatchObject({ agreed: 0, undecided: true });
  await say(c.owner, "350", "Dit is alles; van de rest ziet de school af.");
  expect(await paid(id), "nor do two who say something else of it").toMatchObject({ agreed: 0, undecided: true });
  await say(c.teacher, "350", "Dit is alles; van de rest ziet de school af.");
  expect(await paid(id)).toMatchObject({ agreed: 350_00, open: 350_00, undecided: false, mayNote: true });
  expect(await due(id)).toEqual([+endOfDay(day(w, 30))]);
  expect(await turn(id)).toMatchObject({ turn: { ask: "payment" }, mine: true });
  await bill(id, { instalment: "settlement", amount: "350", paid_on: day(w, 0) });
  expect(await due(id)).toEqual([]);
  expect(await paid(id)).toMatchObject({ open: 0, paid: 350_00 });
});
test("an amount that is to follow has a clock: both sides are asked by its day, the coordinator hears when it is late", async () => {
  const id = await lived("result");
  await stop(id, { settlement_due: day(w, 20) });
  const last = +endOfDay(day(w, 20));
  const clock = () =>
    within(w, c.coordinator, async ({ db }) =>
      (await db.select().from(deadlines).where(eq(deadlines.assignmentId, id))).flatMap((row) =>
        row.clock === "settle_amount" ? [[row.status, +row.dueAt]] : [],
      ),
    );
  expect(await clock()).toEqual([["running", last]]);
  const asks = async (who: string) => (await overview(await w.as(who), id)).frame.turn;
  for (const who of [c.owner, c.teacher])
    expect(await asks(who)).toMatchObject({ turn: { ask: "settle_amount" }, mine: true, deadline: { late: false } });
  expect(await asks(c.coordinator)).toMatchObject({ turn: { ask: "settle_amount" }, mine: false });
  const told = (move: string) =>
    within(w, c.coordinator, async ({ db }) => {
      const rung = await db
        .select()
        .from(events)
        .where(and(eq(events.assignmentId, id), eq(events.move, move)));
      return rung.flatMap(({ answers }) => (answers.clock === "settle_amount" ? answers.recipients : []));
    });
  await later(w, 19);
  expect(await told("reminder")).toEqual(expect.arrayContaining(["client_owner", "project_manager"]));
  expect(await told("escalation")).toEqual([]);
  await later(w, 2);
  expect(await told("escalation")).toEqual(["coordinator"]);
  expect(await asks(c.owner), "and is asked on").toMatchObject({ mine: true, deadline: { late: true } });
  await settle(id, "40", 10);
  expect(await clock()).toEqual([["met", last]]);
  expect((await asks(c.owner)).turn).toMatchObject({ ask: "payment" });
});
const settleClocks = (id: string) =>
  within(w, c.coordinator, async ({ db }) =>
    (await db.select().from(deadlines).where(eq(deadlines.assignmentId, id))).flatMap(({ clock, status }) =>
      clock === "settle_amount" ? [status] : [],
    ),
  );
test("whoever the page tells to record an amount together is on turn for it, with a clock, however work was ended", async () => {
  const ends = [
    ...["", "0", "25"].flatMap((settlement_amount) =>
      ["", "20"]
        .filter((on) => on || settlement_amount)
        .map((on) => ({
          name: `stopped, ${settlement_amount || "no amount"}, ${on ? "a day" : "no day"}`,
          end: (id: string) => stop(id, { settlement_amount, settlement_due: on && day(w, Number(on)) }),
          asked: settlement_amount !== "0",
        })),
    ),
    { name: "terminated", end: terminate, asked: true },
  ];
  for (const { name, end, asked } of ends) {
    const id = await lived("result");
    await end(id);
    expect(await paid(id), name).toMatchObject({ undecided: true, toSettle: asked, maySettle: true });
    for (const who of [c.owner, c.teacher]) {
      const { frame } = await overview(await w.as(who), id);
      expect(frame.turn.asked.includes("agree_settlement"), name).toBe(asked);
      expect(frame.turn.mine, name).toBe(asked);
    }
    expect(await settleClocks(id), name).toEqual(asked ? ["running"] : []);
    await settle(id, "0", 10);
    expect(await paid(id), "settled as 0").toBeNull();
    expect((await turn(id)).asked).not.toContain("agree_settlement");
    expect(await settleClocks(id), name).toEqual(asked ? ["met"] : []);
  }
});
test("what one side names when it stops the work binds nobody, either way, until both record an amount", async () => {
  for (const [who, ground, amount] of [
    [c.owner, "client_ends", "0"],
    [c.institutionSigner, "mutual", "6000"],
  ] as const) {
    const id = await lived("result");
    await act(w, c.teacher, "assignment", id, "consent_to_stop", { consent: "on", why: "Het geld is op." });
    await stop(id, { ground, settlement_amount: amount }, who);
    expect(await paid(id)).toMatchObject({ agreed: 0, open: 0, undecided: true, named: Number(amount) * 100 });
    expect(await due(id)).toEqual([]);
    await settle(id, "40", 10);
    expect(await paid(id)).toMatchObject({ agreed: 40_00, open: 40_00, undecided: false, named: null });
  }
});
test.each(["effort", "result"] as const)(
  "%s: nobody settles more than the signed version leaves beside its invoices, when work is stopped or after it",
  async (obligation) => {
    const id = await lived(obligation);
    const agreed = (await paid(id))?.agreed ?? 0;
    if (agreed > 0) await bill(id, {});
    const left = Math.max(0, agreed / 100 - 100);
    const above = { code: "above_version", sums: [(left + 1) * 100, agreed, left * 100] };
    const refused = { errors: { settlement_amount: above } };
    const settles = { agreed, billed: agreed && 100_00, paid: 0, left: left * 100 };
    const shown = async (move: string) => (await openMoveForm(await w.as(c.owner), "assignment", id, move)).settles;
    expect(await shown("stop")).toEqual(settles);
    await expect(stop(id, { settlement_amount: String(left + 1) })).rejects.toMatchObject(refused);
    await stop(id, { settlement_amount: String(left) });
    expect(await shown("agree_settlement")).toEqual(settles);
    if (left === 0) return void (await expect(settle(id, "0", 10)).rejects.toMatchObject({ missing: ["left_open"] }));
    await expect(settle(id, String(left + 1), 10)).rejects.toMatchObject(refused);
    await settle(id, String(left), 10);
    await settle(id, "0", 10);
    // Says what was settled before takes no room from what is settled in its place.
    await settle(id, String(left), 10);
    expect((await paid(id))?.agreed ?? 0).toBe(agreed);
  },
);
test("an amount is settled of work that goes on or is done only after a dispute, and a proposal ends none", async () => {
  const [id, refused] = [await lived("result", "completed"), { missing: ["left_open"] }];
  await expect(settle(id, "0", 10)).rejects.toMatchObject(refused);
  expect(await paid(id)).toMatchObject({ maySettle: false });
  await act(w, c.owner, "assignment", id, "open_dispute", { reason: "inspanning", asked: "Meer overleg." });
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Wij waren er." });
  const said = { outcome: "verder", text: "Wij gaan verder." };
  const agree = (who: string) => act(w, who, "assignment", id, "settle_dispute", said);
  await agree(c.owner);
  expect(await paid(id)).toMatchObject({ maySettle: false });
  await agree(c.teacher);
  expect(await paid(id)).toMatchObject({ maySettle: true });
  for (const { key, open } of (await paid(id))?.lines ?? [])
    await bill(id, { instalment: key, amount: String(open / 100), paid_on: day(w, 0) });
  await expect(settle(id, "0", 10), "nothing is left").rejects.toMatchObject(refused);
});
