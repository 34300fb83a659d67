// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, day, later, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { untilMidterm } from "#db/seed/chapters/working.ts";
import type { World } from "#db/seed/world.ts";
import { events, outbox } from "#db/schema.ts";
import { assignmentProcess, type AssignmentMove } from "#app/domain/assignment/process.ts";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { isHalfConfirmed } from "#app/domain/workflow/machine.ts";
import { progressTab } from "#app/services/assignment/progress-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { findAssignment } from "#db/queries/workflow/objects.server.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
const lineTo = async (to: Parameters<typeof story>[0], obligation: "effort" | "result" = "effort") => {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
};
const lived = async (...of: Parameters<typeof lineTo>) => (await lineTo(...of)).id;
/** Says how often a move was made on an assignment, a yes that still waited for the other side left out. */
const made = (id: string, move: AssignmentMove) =>
  within(w, c.coordinator, async ({ db }) => {
    const rows = await db
      .select()
      .from(events)
      .where(and(eq(events.assignmentId, id), eq(events.move, move)));
    return rows.filter((event) => !isHalfConfirmed(event)).length;
  });
/** Says how many lines the log of an assignment has, and how many letters were owed about it. */
const told = (id: string) =>
  within(w, c.coordinator, async ({ db }) => [
    await db.$count(events, eq(events.assignmentId, id)),
    await db.$count(outbox, eq(outbox.assignmentId, id)),
  ]);
const dispute = async (id: string) => {
  await act(w, c.owner, "assignment", id, "open_dispute", { reason: "inspanning", asked: "Meer overleg." });
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: "Wij waren er." });
};
const stopped = async () => {
  const id = await lived("in_progress", "result");
  await act(w, c.owner, "assignment", id, "stop", {
    ground: "client_ends",
    reason: "geen_budget",
    explanation: "Het geld is op.",
    settlement: "Gemaakte uren.",
    settlement_amount: "",
    settlement_due: day(w, 20),
    handed_over: "Alles.",
    plan_per_student: "Ander team.",
  });
  return id;
};
/** Makes an assignment whose team fell apart: the agreement may end. */
const teamless = async () => {
  const id = await lived("in_progress", "result");
  await act(w, c.teacher, "assignment", id, "report_team_loss", { who: "Allen", possible: "Geen." });
  await act(w, c.owner, "assignment", id, "consent_to_rematch", { consent: "on" });
  return id;
};
/** Makes work of which the midterm can be recorded. */
const halfway = async () => {
  const line = await lineTo("in_progress");
  await untilMidterm(line);
  return line.id;
};
/** `sides`: who confirm, where these are not the client and who leads the work. */
type Story = {
  begin: () => Promise<string>;
  anew?: (id: string) => Promise<void>;
  said: (nth: number) => Posted;
  sides?: () => readonly [string, string];
};
const stories: Readonly<Record<string, Story>> = {
  record_midterm: {
    begin: halfway,
    said: (nth) => ({ outcome: "adjust", changes: `Wijziging ${nth}.`, forecast: "" }),
  },
  extend_together: {
    begin: () => lived("acceptance_test", "result"),
    said: (nth) => ({ until: day(w, 20 + nth), why: "De meetapparatuur is stuk." }),
  },
  record_agreement_end: {
    begin: teamless,
    said: (nth) => ({ settlement: "De uren.", amount: `${nth}` }),
    sides: () => [c.companySigner, c.institutionSigner],
  },
  agree_settlement: {
    begin: stopped,
    said: (nth) => ({ settlement: "De uren.", settlement_amount: `${400 + nth}`, settlement_due: "" }),
  },
  settle_dispute: {
    begin: () => lived("in_progress"),
    anew: dispute,
    said: () => ({ outcome: "verder", text: "Wij gaan verder." }),
  },
};

test("each move that stays in its state and that several sides confirm has a story here", () => {
  const stay = Object.entries(assignmentProcess.moves).filter(([, rule]) => rule.both && rule.to === "same");
  expect(Object.keys(stories).sort()).toEqual(stay.map(([name]) => name).sort());
});
test.each(Object.entries(stories))(
  "%s that both sides confirmed is never made again by one of them",
  async (name, story) => {
    const move = name as AssignmentMove;
    const id = await story.begin();
    let nth = 0;
    const says = (who: string) => act(w, who, "assignment", id, move, story.said(nth));
    const [one, other] = story.sides?.() ?? [c.owner, c.teacher];
    const waits = async () => (await openMoveForm(await w.as(other), "assignment", id, move)).waitsFor;
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      await story.anew?.(id);
      expect(await waits(), "nobody said anything yet").toEqual(assignmentProcess.moves[move].both);
      // The same words as before must not find the other side's old yes either.
      await says(first);
      expect(await made(id, move), `${name} by one side`).toBe(nth);
      const once = await told(id);
      // Once more the same is no news: no line in the log, and no letter.
      await expect(says(first), "the same again").rejects.toMatchObject({ why: "already_said" });
      expect(await told(id)).toEqual(once);
      expect((await openMoveForm(await w.as(first), "assignment", id, move)).saidYes).toBe(true);
      await says(second);
      nth += 1;
      expect(await made(id, move)).toBe(nth);
    }
  },
);
test("who corrects what they said before the other side answered is heard anew", async () => {
  const id = await stopped();
  const says = (who: string, amount: string) =>
    act(w, who, "assignment", id, "agree_settlement", {
      settlement: "De uren.",
      settlement_amount: amount,
      settlement_due: "",
    });
  await says(c.owner, "400");
  const once = await told(id);
  await says(c.owner, "401");
  expect(await told(id)).not.toEqual(once);
  await says(c.teacher, "401");
  expect(await made(id, "agree_settlement")).toBe(1);
});
/** Lists what several sides confirm and is over with it: where it begins, who says it first, and what. */
const leaving: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  finish_review: async () => {
    const id = await lived("closing_review");
    await act(w, c.owner, "assignment", id, "evaluate", { rating: "8", company_gain: "Rust.", learned: "Meten." });
    const said = { minutes: "Goed.", effort_finding: "sufficient", rating: "8", what_next: "Verder." };
    return () => act(w, c.owner, "assignment", id, "finish_review", said);
  },
  accept_with_deviation: async () => {
    const id = await lived("acceptance_test", "result");
    const said = { criteria: ["0"], reason: "later_herstel_afgesproken", explanation: "Iets trager.", ...noChange };
    return () => act(w, c.owner, "assignment", id, "accept_with_deviation", said);
  },
  remedy: async () => {
    const id = await lived("completed", "result");
    const claimed = { defect: "Lekt.", evidence: "Foto.", criterion: "0" };
    const opened = await act(w, c.owner, "guarantee_case", id, "open_case", claimed);
    await act(w, c.quality, "guarantee_case", opened.id, "accept_case", { decision: "Erkend." });
    return () => act(w, c.teacher, "guarantee_case", opened.id, "remedy", { decision: "Hersteld." });
  },
};
const noChange = { changes_price: "no", changes_guarantee: "no" };
test("each move that several sides confirm has a story here", () => {
  const shared = everyMove.filter(({ rule }) => rule.both).map(({ move }) => move);
  expect([...Object.keys(stories), ...Object.keys(leaving)].sort()).toEqual(shared.sort());
});
test.each(Object.entries(leaving))("%s that one side said is news once", async (name, begin) => {
  const says = await begin();
  const count = () =>
    within(w, c.coordinator, async ({ db }) => [await db.$count(events), await db.$count(outbox)] as const);
  const before = await count();
  await says();
  const once = await count();
  expect([once[0] - before[0], once[1] > before[1]], `${name} is logged and mailed`).toEqual([1, true]);
  await expect(says()).rejects.toMatchObject({ why: "already_said" });
  expect(await count()).toEqual(once);
});
test("a proposal of a dispute that the steering group decided is nobody's yes in the next one", async () => {
  const id = await lived("in_progress");
  const settle = (who: string) =>
    act(w, who, "assignment", id, "settle_dispute", { outcome: "stoppen", text: "Voorstel van toen." });
  await dispute(id);
  await settle(c.owner);
  await act(w, c.owner, "assignment", id, "escalate_dispute", { step: "talk", report: "Gepraat." });
  await act(w, c.coordinator, "assignment", id, "settle_without_solution", { text: "Verder werken." });
  await dispute(id);
  const form = await openMoveForm(await w.as(c.teacher), "assignment", id, "settle_dispute");
  expect([form.values, form.waitsFor, form.waitsForOthers]).toEqual([
    {},
    ["client_owner", "project_manager"],
    ["client_owner"],
  ]);
  await settle(c.teacher);
  expect(await made(id, "settle_dispute")).toBe(0);
  expect(await within(w, c.coordinator, async ({ db }) => (await findAssignment(db, id))?.row.disputed)).toBe(true);
});
test("who pays moves no day of an agreed settlement alone, also not with four forms at once", async () => {
  const id = await stopped();
  const said = { settlement: "De uren.", settlement_amount: "400", settlement_due: "" };
  for (const who of [c.owner, c.teacher]) await act(w, who, "assignment", id, "agree_settlement", said);
  await later(w, 25);
  await Promise.allSettled([1, 2, 3, 4].map(() => act(w, c.owner, "assignment", id, "agree_settlement", said)));
  expect(await made(id, "agree_settlement")).toBe(1);
});
test("the page of the work says who confirmed the midterm that counts, not who proposes another", async () => {
  const id = await halfway();
  const said = { outcome: "go", changes: "", forecast: "" };
  const page = async () => progressTab(await w.as(c.owner), id);
  const confirmed = async () => [...(await page()).confirmed].sort();
  const answers = async () => {
    const { said: all, differ } = await page();
    return { said: all.map(({ data, by }) => [by.actor, data.outcome]), differ };
  };
  const [owner, teacher] = [w.names.get(c.owner), w.names.get(c.teacher)];
  await act(w, c.teacher, "assignment", id, "record_midterm", said);
  expect(await confirmed()).toEqual([]);
  expect(await answers()).toEqual({ said: [[teacher, "go"]], differ: false });
  await act(w, c.owner, "assignment", id, "record_midterm", { ...said, outcome: "adjust" });
  // Who differs confirms nothing: both answers stand there, and that they differ.
  expect(await confirmed()).toEqual([]);
  expect(await answers()).toEqual({
    said: [
      [teacher, "go"],
      [owner, "adjust"],
    ],
    differ: true,
  });
  await act(w, c.teacher, "assignment", id, "record_midterm", said);
  await act(w, c.owner, "assignment", id, "record_midterm", said);
  const all = ["client_owner", "project_manager", "team_teacher"];
  expect(await confirmed()).toEqual(all);
  expect(await answers()).toEqual({ said: [], differ: false });
  await act(w, c.owner, "assignment", id, "record_midterm", { ...said, outcome: "stop" });
  expect(await confirmed()).toEqual(all);
  expect(await answers()).toEqual({ said: [[owner, "stop"]], differ: false });
});
test("a company's silence stands in for its yes to the midterm once, and not to the next one", async () => {
  const id = await halfway();
  const said = { outcome: "go", changes: "", forecast: "" };
  await act(w, c.teacher, "assignment", id, "record_midterm", said);
  expect(await made(id, "record_midterm"), "the company is waited for").toBe(0);
  await later(w, 150);
  for (const outcome of ["go", "stop"]) {
    await act(w, c.teacher, "assignment", id, "record_midterm", { ...said, outcome });
    expect(await made(id, "record_midterm"), outcome).toBe(1);
  }
});
