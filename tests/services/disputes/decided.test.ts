// @module-tag slow
import { and, desc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { desks } from "#app/domain/work/desks.ts";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import type { Refusal } from "#app/domain/refusal.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { locales } from "#app/domain/words.ts";
import { words as wordsOf } from "#app/i18n/words.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { events, memberships, outbox } from "#db/schema.ts";
import { act, later, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let other: Cast;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  // As in production, no two readings of this clock are the same.
  const { now } = w;
  let ticks = 0;
  w.now = () => new Date(+now() + (ticks += 1));
  other = await cast(w, { slug: "elders", company: "Elders BV", domain: "elders.nl" });
});
let nth = 0;
const member = async (name: string, centreId = c.centreId) => {
  const id = await addPerson(w, { name, email: `${name.toLowerCase()}${(nth += 1)}@voorbeeld.nl` });
  await grant(w, id, { role: "steering_group_member", centreId });
  return id;
};
const leave = (who: string) =>
  within(w, who, ({ db }) =>
    db
      .update(memberships)
      .set({ endedAt: w.now() })
      .where(and(eq(memberships.personId, who), eq(memberships.role, "steering_group_member"))),
  );
const lived = async () => (await live(await begin(w, c, "effort", question("effort")), "in_progress")).id;
const words = {
  asked: "Meer overlegxx.",
  evidence: "Het verslagxx.",
  answer: "Wij waren erxx.",
  talk: "Gepraatxx.",
  board: "Besprokenxx.",
  decision: "Een roosterxx.",
};
/** Makes a dispute that is reported, answered and talked about; it is with the steering group from there on. */
async function dispute(id: string, mark = "") {
  const say = (text: string) => text.replace("xx", mark);
  await act(w, c.owner, "assignment", id, "open_dispute", {
    reason: "inspanning",
    asked: say(words.asked),
    evidence: say(words.evidence),
  });
  await act(w, c.teacher, "assignment", id, "answer_dispute", { answer: say(words.answer) });
}
const climb = (id: string, who: string, step: "talk" | "board", mark = "") =>
  act(w, who, "assignment", id, "escalate_dispute", { step, report: words[step].replace("xx", mark) });
const decide = (id: string, who: string, mark = "") =>
  act(w, who, "assignment", id, "settle_without_solution", { text: words.decision.replace("xx", mark) });
const decidedOf = async (who: string) => {
  const page = await openDesk(await w.as(who), desks.board.slug);
  return page.desk === "board" ? page.decided.map(({ assignmentId, endedBy }) => [assignmentId, endedBy]) : [];
};
/** Returns all that this reader finds of disputes on the page of an assignment. */
const readsOn = async (who: string, id: string) => JSON.stringify((await overview(await w.as(who), id)).dispute);
const all = (mark: string) => Object.values(words).map((text) => text.replace("xx", mark));
const readsNone = async (who: string, id: string, mark: string) => {
  const read = await readsOn(who, id);
  for (const text of all(mark)) expect(read, text).not.toContain(text);
};
const readsAll = async (who: string, id: string, mark: string) => {
  const read = await readsOn(who, id);
  for (const text of all(mark)) expect(read, text).toContain(text);
};

test("who was asked to decide a dispute reads it on: what was asked, the proof, every step and the outcome; nobody else", async () => {
  const [decider, fellow, leaver] = [await member("Beslist"), await member("Mede"), await member("Vertrekt")];
  const elsewhere = await member("Elders", other.centreId);
  const id = await lived();
  await dispute(id, " 1");
  await climb(id, c.owner, "talk", " 1");
  await climb(id, decider, "board", " 1");
  const before = (await overview(await w.as(decider), id)).frame.tabs;
  await decide(id, decider, " 1");
  await leave(leaver);
  await later(w, 1);
  const newcomer = await member("Nieuw");

  for (const who of [decider, fellow]) {
    await readsAll(who, id, " 1");
    expect(await decidedOf(who)).toEqual([[id, "settle_without_solution"]]);
    const { frame, log } = await overview(await w.as(who), id);
    expect([frame.tabs, frame.disputed, log], "no more of the assignment than the dispute").toEqual([
      ["overzicht"],
      false,
      [],
    ]);
    expect(before).toEqual(expect.arrayContaining(frame.tabs));
    await expect(logTab(await w.as(who), id)).rejects.toMatchObject({ why: "not_found" });
  }
  await readsNone(newcomer, id, " 1");
  expect(await decidedOf(newcomer)).toEqual([]);
  expect(await decidedOf(elsewhere)).toEqual([]);
  for (const who of [leaver, elsewhere]) {
    await expect(overview(await w.as(who), id)).rejects.toMatchObject({ why: "not_found" });
    await expect(openMoveForm(await w.as(who), "assignment", id, "settle_without_solution")).rejects.toMatchObject({
      why: "not_found",
    });
  }
  await expect(openDesk(await w.as(leaver), desks.board.slug)).rejects.toMatchObject({ why: "not_found" });
});

test("of each dispute on its own: a later one is read once it lies with them, by who sits in the steering group then", async () => {
  const first = await member("Eerste");
  const id = await lived();
  await dispute(id, " een");
  await climb(id, c.owner, "talk", " een");
  await climb(id, first, "board", " een");
  await decide(id, first, " een");
  await later(w, 1);
  await act(w, c.teacher, "assignment", id, "open_dispute", {
    reason: "inspanning",
    asked: "Meer overleg twee.",
    evidence: "Het verslag twee.",
  });
  const { frame } = await overview(await w.as(first), id);
  expect(frame.turn, "of the later one they hear nothing").toMatchObject({ turn: null, deadline: null });
  await act(w, c.owner, "assignment", id, "answer_dispute", { answer: "Wij waren er twee." });
  await readsAll(first, id, " een");
  await readsNone(first, id, " twee");
  await climb(id, c.owner, "talk", " twee");
  expect(await readsOn(first, id)).toContain("Meer overleg twee.");
  await later(w, 1);
  const second = await member("Tweede");
  const solution = { outcome: "verder", text: "Een rooster twee." };
  for (const who of [c.owner, c.teacher]) await act(w, who, "assignment", id, "settle_dispute", solution);
  for (const [who, disputes] of [
    [first, ["settle_dispute", "settle_without_solution"]],
    [second, ["settle_dispute"]],
  ] as const) {
    const found = (await decidedOf(who)).filter(([one]) => one === id);
    expect(
      found.map(([, endedBy]) => endedBy),
      "the newest first",
    ).toEqual(disputes);
    expect(await readsOn(who, id)).toContain("Een rooster twee.");
  }
  await readsNone(second, id, " een");
  await dispute(id, " drie");
  for (const who of [first, second]) await readsNone(who, id, " drie");
});

test("a dispute that never came to the steering group is not theirs to read", async () => {
  const sits = await member("Zit");
  const id = await lived();
  await dispute(id, " klein");
  const solution = { outcome: "verder", text: "Een rooster klein." };
  for (const who of [c.owner, c.teacher]) await act(w, who, "assignment", id, "settle_dispute", solution);
  await readsNone(sits, id, " klein");
  expect((await decidedOf(sits)).filter(([one]) => one === id)).toEqual([]);
  const owed = await within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(outbox)
      .where(and(eq(outbox.assignmentId, id), eq(outbox.personId, sits))),
  );
  expect(owed).toEqual([]);
});

test("the others of the steering group hear the decision, and its form says who decided to those who were asked", async () => {
  const [decider, fellow] = [await member("Besluit"), await member("Leest")];
  const id = await lived();
  await dispute(id, " b");
  await climb(id, c.owner, "talk", " b");
  const form = await openMoveForm(await w.as(fellow), "assignment", id, "settle_without_solution");
  await decide(id, decider, " b");
  const letter = await within(w, c.coordinator, async (inside) => {
    const [found] = await inside.db
      .select({ owed: outbox })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(outbox.personId, fellow), eq(outbox.assignmentId, id), eq(events.move, "settle_without_solution")))
      .orderBy(desc(events.seq));
    return found && letterOf(inside, found.owed as never);
  });
  expect(letter).toMatchObject({ subject: expect.stringContaining("Besluit") as string });
  expect(JSON.stringify(letter)).toContain("Een rooster b.");
  await later(w, 1);
  const newcomer = await member("Later");
  const tries = async (who: string) => {
    const ctx = await w.as(who);
    const ends = await Promise.allSettled([
      openMoveForm(ctx, "assignment", id, "settle_without_solution"),
      move(ctx, "assignment", id, "settle_without_solution", { text: "Nee." }, { version: form.form.version }),
    ]);
    return ends.map((end) => {
      if (end.status === "fulfilled") return "made";
      const { why, first } = end.reason as Refusal;
      return [why, first?.move, first?.by, first?.name];
    });
  };
  const done = ["wrong_status", "settle_without_solution", "person", "Besluit"];
  expect(await tries(fellow)).toEqual([done, done]);
  const own = ["wrong_status", "settle_without_solution", "reader", ""];
  expect(await tries(decider)).toEqual([own, own]);
  expect(await tries(newcomer)).toEqual([
    ["not_found", undefined, undefined, undefined],
    ["not_yours", undefined, undefined, undefined],
  ]);
});
test("the page of the steering group promises no decision: what lay there may have been settled, or ended with the work", () => {
  for (const locale of locales) expect(wordsOf(locale).work.desks.lead.board).not.toMatch(/beslo|beslis|decid/i);
});
