// @module-tag slow
import { and, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, day, later, sign, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { untilMidterm } from "#db/seed/chapters/working.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { World } from "#db/seed/world.ts";
import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import { agreements, annexes, assignments, deadlines } from "#db/schema.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { endOfDay } from "#app/domain/calendar/working-days.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lived = async (to: Parameters<typeof story>[0], obligation: "effort" | "result" = "effort") => {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
};
const rowOf = (line: Line) =>
  within(w, c.coordinator, async ({ db }) => {
    const [row] = await db.select().from(assignments).where(eq(assignments.id, line.id));
    if (!row) throw new Error("gone");
    return row;
  });
const clocksOf = (line: Line, ...names: ClockId[]) =>
  within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(deadlines)
      .where(
        and(
          eq(deadlines.assignmentId, line.id),
          inArray(deadlines.clock, names),
          inArray(deadlines.status, ["running", "paused"]),
        ),
      ),
  );
test("work goes on under a dispute; delivering waits, the clocks stand still, and each rung follows the one before", async () => {
  const line = await lived("in_progress");
  const { id } = line;
  await act(w, c.owner, "assignment", id, "open_dispute", { reason: "inspanning", asked: "Meer overleg." });
  await act(w, c.teacher, "assignment", id, "report", { done: "Gemeten.", next: "Verder meten." });
  expect((await clocksOf(line, "report", "sign_of_life")).map((d) => d.status)).toEqual(["paused", "paused"]);
  await act(w, c.teacher, "milestone", id, "plan", { title: "Tussenstand", due_on: day(w, 7) });
  await expect(act(w, c.teacher, "assignment", id, "deliver", {})).rejects.toMatchObject({ why: "disputed" });
  await expect(
    act(w, c.owner, "assignment", id, "escalate_dispute", { step: "mediation", report: "Meteen." }),
  ).rejects.toMatchObject({ errors: { step: { code: "not_an_option" } } });
  await act(w, c.owner, "assignment", id, "escalate_dispute", { step: "talk", report: "Gepraat." });
  expect((await clocksOf(line, "dispute_talk", "dispute_board", "dispute_mediation")).map((d) => d.clock)).toEqual([
    "dispute_board",
  ]);
  // Past the talk a silent other side holds up no settlement; it may still give its side, and first.
  await expect(act(w, c.owner, "assignment", id, "answer_dispute", { answer: "Nog iets." })).rejects.toThrow(
    "others_turn",
  );
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Wij waren er." });
  await act(w, c.owner, "assignment", id, "answer_dispute", { answer: "Nog iets." });
  const settle = async (who: string, text: string) => {
    await act(w, who, "assignment", id, "settle_dispute", { outcome: "verder", text });
    return (await rowOf(line)).disputed;
  };
  expect(await settle(c.owner, "Twee dagen per week op de werkplek.")).toBe(true);
  const [told] = (await overview(await w.as(c.teacher), id)).dispute;
  expect(told, "half a settlement is a proposal").toMatchObject({ move: "settle_dispute", waiting: true });
  // The second side finds the words of the first; other words are a proposal of its own.
  const found = await openMoveForm(await w.as(c.teacher), "assignment", id, "settle_dispute");
  expect(found.values).toMatchObject({ outcome: "verder", text: "Twee dagen per week op de werkplek." });
  expect(await settle(c.teacher, "Het team komt niet meer."), "opposite words settle nothing").toBe(true);
  expect(await settle(c.owner, "Het team komt niet meer.")).toBe(false);
  expect((await clocksOf(line, "report", "sign_of_life")).map((d) => d.status)).toEqual(["running", "running"]);
});

test("an acceptance term is extended once by the coordinator, and after that by both sides together", async () => {
  const line = await lived("acceptance_test", "result");
  const extend = (who: string, days: number, move: "extend" | "extend_together" = "extend") =>
    act(w, who, "assignment", line.id, move, { until: day(w, days), why: "De meetapparatuur is stuk." });
  await expect(extend(c.developer, 20)).rejects.toMatchObject({ why: "not_yours" });
  await extend(c.coordinator, 20);
  await expect(extend(c.coordinator, 30)).rejects.toThrow("not_extended_yet");
  const until = day(w, 30);
  for (const who of [c.owner, c.teacher])
    await act(w, who, "assignment", line.id, "extend_together", { until, why: "De meetapparatuur is stuk." });
  expect((await clocksOf(line, "acceptance")).map((d) => +d.dueAt)).toEqual([+endOfDay(until)]);
});

test("a late verdict after silence starts the guarantee, and the last instalment is due", async () => {
  const line = await lived("acceptance_test", "result");
  await later(w, 30);
  await act(w, c.coordinator, "assignment", line.id, "decide_on_silence", {
    explanation: "Geen reactie.",
    notices_sent: "Drie.",
  });
  expect(await clocksOf(line, "guarantee")).toEqual([]);
  const last = async () => (await agreementTab(await w.as(c.owner), line.id, null)).payments?.lines.at(-1)?.waits;
  expect(await last()).toBeNull();
  await act(
    w,
    c.owner,
    "assignment",
    line.id,
    "judge_afterwards",
    line.tell.criteria("results", {
      met: "met",
      value: "ja",
      evidence: "Proef",
      measurer: "Hoofd van de afdeling",
      finding: "",
    }),
  );
  expect(await clocksOf(line, "guarantee")).toHaveLength(1);
  expect(await last()).toMatchObject({ from: day(w, 0) });
  await expect(
    act(
      w,
      c.owner,
      "assignment",
      line.id,
      "judge_afterwards",
      line.tell.criteria("results", { met: "met", evidence: "Proef", measurer: "Hoofd" }),
    ),
  ).rejects.toThrow("verdict_open");
});

test("where nothing is agreed to pay, no payment is asked of anybody", async () => {
  const line = await lived("completed");
  expect((await agreementTab(await w.as(c.owner), line.id, null)).payments).toBeNull();
  const { frame } = await overview(await w.as(c.owner), line.id);
  const offer = frame.offers.find(({ name }) => name === "record_payment");
  expect(offer?.missing.map(({ guard }) => guard)).toEqual(["instalment_open"]);
});

test("a milestone rings on its own day; reaching it stops the clock; the midterm's clock follows its date", async () => {
  const line = await lived("in_progress");
  const due = day(w, 9);
  const { id } = await act(w, c.teacher, "milestone", line.id, "plan", { title: "Proefopstelling", due_on: due });
  const own = async () => (await clocksOf(line, "milestone")).find((d) => d.objectId === id);
  expect(+((await own())?.dueAt ?? 0)).toBe(+endOfDay(due));
  await act(w, c.students[0] ?? "", "milestone", id, "reach", { evidence: "Foto" });
  expect(await own()).toBeUndefined();
  const [before] = await clocksOf(line, "midterm");
  await act(w, c.teacher, "assignment", line.id, "plan_midterm", {
    midterm_on: new Date(+(before?.dueAt ?? w.now()) + 10 * 86_400_000).toISOString().slice(0, 10),
  });
  const after = await clocksOf(line, "midterm");
  expect(after).toHaveLength(1);
  expect(+(after[0]?.dueAt ?? 0)).toBeGreaterThan(+(before?.dueAt ?? 0) + 9 * 86_400_000);
});

test("the company may stop at any time; the school only with its project manager", async () => {
  const line = await lived("in_progress");
  const said = {
    reason: "overmacht",
    explanation: "Brand.",
    settlement: "Gemaakte uren.",
    settlement_amount: "",
    settlement_due: day(w, 30),
    handed_over: "Alles.",
    plan_per_student: "Ander team.",
  };
  const stop = (who: string, more: Record<string, string>) =>
    act(w, who, "assignment", line.id, "stop", { ...said, ...more });
  await expect(stop(c.institutionSigner, { ground: "weighty_reason" })).rejects.toThrow("manager_agrees");
  await stop(c.owner, { ground: "client_ends", plan_per_student: "" });
  expect((await rowOf(line)).status).toBe("stopped");
  const turn = async () => (await overview(await w.as(c.teacher), line.id)).frame.turn;
  expect(await turn()).toMatchObject({ turn: { ask: "plan_study" }, mine: true });
  expect((await myWork(await w.as(c.teacher), null)).yours.map(({ card }) => card.id)).toContain(line.id);
  expect((await clocksOf(line, "study_plan")).map((d) => d.status)).toEqual(["running"]);
  await act(w, c.teacher, "assignment", line.id, "plan_study", { plan_per_student: "Ieder in een ander team." });
  expect(await turn(), "without a fee no amount is to follow").toMatchObject({ turn: null, mine: false });
  const planned = await lived("in_progress");
  const now = { ...said, ground: "client_ends", settlement_due: day(w, 30) };
  await act(w, c.owner, "assignment", planned.id, "stop", now);
  expect(await clocksOf(planned, "study_plan")).toEqual([]);
});

/** Makes a change of the signed terms, proposed by the school and signed by both. */
async function change(line: Line, terms: Record<string, string | number | boolean>) {
  const id = await startChange(await w.as(c.teacher), line.id);
  await editTerms(await w.as(c.teacher), id, terms, 1);
  await act(w, c.teacher, "agreement", id, "propose", { message: "" });
  await sign(w, c.companySigner, line.id, "directeur");
  return sign(w, c.institutionSigner, line.id, "directeur");
}
test("a change that touches rights or secrecy asks the students again; one that does not, does not", async () => {
  const line = await lived("in_progress");
  const versions = () =>
    within(w, c.coordinator, async ({ db }) =>
      [
        ...new Set(
          (await db.select({ n: annexes.agreementNumber }).from(annexes).where(eq(annexes.assignmentId, line.id))).map(
            (a) => a.n,
          ),
        ),
      ].sort(),
    );
  await change(line, { background: "Iets ruimer omschreven." });
  expect(await versions()).toEqual([1]);
  await change(line, { patent_clause: "together" });
  expect(await versions()).toEqual([1, 3]);
});
test("a change that says nothing else is not proposed: nobody signs the same twice, unless its words became others", async () => {
  const line = await lived("in_progress");
  const id = await startChange(await w.as(c.teacher), line.id);
  const proposes = () => act(w, c.teacher, "agreement", id, "propose", { message: "" });
  await expect(proposes()).rejects.toMatchObject({ missing: ["changes_something"] });
  expect((await openMoveForm(await w.as(c.teacher), "agreement", id, "propose")).missing).toEqual([
    "changes_something",
  ]);
  const { terms, version } = await within(w, c.teacher, async ({ db }) => {
    const [row] = await db.select().from(agreements).where(eq(agreements.id, id));
    if (!row) throw new Error("gone");
    return row;
  });
  // What was changed and changed back is no change.
  await editTerms(await w.as(c.teacher), id, { background: "Iets ruimer omschreven." }, version);
  await editTerms(await w.as(c.teacher), id, { background: terms.background ?? null }, version + 1);
  await expect(proposes()).rejects.toMatchObject({ missing: ["changes_something"] });
  // Words that the product writes otherwise since are signed anew.
  await within(w, c.coordinator, ({ db }) =>
    db
      .update(agreements)
      .set({
        frozen: sql`jsonb_set(${agreements.frozen}, '{nl,sections,0,clauses,0,paragraphs,0}', '"Anders gezegd."')`,
      })
      .where(and(eq(agreements.assignmentId, line.id), eq(agreements.status, "signed"))),
  );
  expect((await proposes()).status).toBe("proposed");
});
test("terms that the centre or the funding forbids cannot be signed; after delivery the obligation stands", async () => {
  const line = await lived("in_progress");
  await expect(change(line, { silence_clause: true })).rejects.toThrow("silence_clause_not_allowed");
  const late = await lived("delivered");
  const id = await startChange(await w.as(c.teacher), late.id);
  await editTerms(await w.as(c.teacher), id, { obligation: "result" }, 1);
  await expect(act(w, c.teacher, "agreement", id, "propose", { message: "" })).rejects.toThrow("obligation_open");
});
test("a guarantee is claimed on an agreed criterion, ends with a notice ten days ahead, and a remedy counts when both say so", async () => {
  const line = await lived("completed", "result");
  const [guarantee] = await clocksOf(line, "guarantee");
  expect(guarantee && +guarantee.dueAt - +guarantee.nextAt).toBeGreaterThan(10 * 86_400_000 - 1);
  const open = (criterion: string) =>
    act(w, c.owner, "guarantee_case", line.id, "open_case", { defect: "Lekt.", evidence: "Foto.", criterion });
  await expect(open("")).rejects.toThrow("within_scope");
  const { id } = await open("0");
  await act(w, c.quality, "guarantee_case", id, "accept_case", { decision: "Erkend." });
  expect((await act(w, c.teacher, "guarantee_case", id, "remedy", { decision: "Hersteld." })).status).toBe("accepted");
  expect((await act(w, c.owner, "guarantee_case", id, "remedy", { decision: "Klopt." })).status).toBe("remedied");
});
test("a midterm that the school confirmed waits on the company, until it is recorded", async () => {
  const line = await lived("in_progress");
  const asked = async () => (await overview(await w.as(c.owner), line.id)).frame.turn;
  expect(await asked()).toMatchObject({ turn: null, mine: false });
  await untilMidterm(line);
  await act(w, c.teacher, "assignment", line.id, "record_midterm", { outcome: "go" });
  expect(await asked()).toMatchObject({ turn: { ask: "midterm" }, mine: true });
  await act(w, c.owner, "assignment", line.id, "record_midterm", { outcome: "go" });
  expect((await asked()).turn?.ask).not.toBe("midterm");
});
