// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { act, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { addPerson, grant, type World } from "#db/seed/world.ts";
import { deadlines, milestones, outbox } from "#db/schema.ts";
import { clockIds, type ClockId } from "#app/domain/workflow/clocks.ts";
import { clockNotices, type ClockNotice } from "#app/domain/log/acts.ts";
import { words } from "#app/i18n/words.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { runDeadlines } from "#app/services/workflow/clocks/deadlines.server.ts";
import { letterOf } from "#app/platform/mail/letters.server.ts";
import { urls } from "#app/urls.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest({ students: 6 });
const lived = async (to: Parameters<typeof story>[0], obligation: "effort" | "result" = "effort") => {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
};
const { letters } = words("nl");
type About = { clock: ClockId; kind: ClockNotice; part?: string };
/** Returns the letter of a clock to somebody, as it would go now. */
const letterTo = (personId: string, relation: string, { id }: Line, about: About) =>
  within(w, c.coordinator, async (inside) => {
    const owed = {
      ...{ id: w.newId(), assignmentId: id, centreId: c.centreId, organizationId: c.companyId },
      ...{ kind: "reminder", personId, relation, eventId: null, email: null },
      data: { due: w.now().toISOString(), ...about },
    };
    const letter = await letterOf(inside, owed as never);
    if ("withheld" in letter) throw new Error(letter.withheld);
    return { subject: letter.subject, text: letter.lines.join("\n"), path: letter.button?.path };
  });
const turnOf = async (who: string, { id }: Line) => (await overview(await w.as(who), id)).frame.turn;

test("a letter of a clock asks what the clock asks and leads there, whatever else waits", async () => {
  const line = await lived("delivered");
  const reminder = await letterTo(c.owner, "client_owner", line, { clock: "receipt", kind: "reminder" });
  expect(reminder.text).toContain(letters.ask.receive);
  expect(reminder.text).not.toContain(letters.ask.payment);
  expect(reminder.path).toBe(urls.workflow.move(line.id, "open_closing_review"));
  const others = await letterTo(c.developer, "business_developer", line, { clock: "receipt", kind: "reminder" });
  expect(others.text).not.toContain(letters.now.yours("u", letters.ask.receive));
  expect(others.path).toBe(urls.assignment.assignment(line.id));
});
test("no letter of a clock says that nothing need be done, nor that a decision can be taken by who cannot", async () => {
  const line = await lived("in_progress");
  for (const clock of clockIds)
    for (const kind of clockNotices)
      for (const who of [c.owner, c.teacher, c.coordinator]) {
        const { text } = await letterTo(who, "coordinator", line, { clock, kind });
        expect(text, `${clock} ${kind}`).not.toContain(letters.now.nothing("u"));
        expect(text, `${clock} ${kind}`).not.toContain(letters.decide("u"));
      }
});
test("a letter about a dispute names all whom it waits on: both sides, the steering group, or who stands in for it", async () => {
  const line = await lived("in_progress");
  await act(w, c.owner, "assignment", line.id, "open_dispute", { reason: "inspanning", asked: "Meer overleg." });
  await act(w, c.teacher, "assignment", line.id, "answer_dispute", { answer: "Wij waren er." });
  const { turns } = words("nl");
  const about = async (who: string, as: string, clock: ClockId) =>
    (await letterTo(who, as, line, { clock, kind: "flag" })).text;
  const sides = `${turns.who.client_owner} en ${turns.who.project_manager}`;
  expect(await about(c.coordinator, "coordinator", "dispute_talk")).toContain(
    letters.now.others(sides, letters.ask.settle),
  );
  await act(w, c.owner, "assignment", line.id, "escalate_dispute", { step: "talk", report: "Gepraat." });
  const instead = letters.now.instead(turns.who.coordinator, turns.who.dispute_board);
  expect(await about(c.owner, "client_owner", "dispute_board")).toContain(
    letters.now.others(instead, letters.ask.decide),
  );
  const decides = letters.now.yours("u", letters.ask.decide);
  expect(await about(c.coordinator, "coordinator", "dispute_board")).toContain(decides);
  const board = await addPerson(w, { name: "Bestuur", email: "bestuur@voorbeeld.nl" });
  await grant(w, board, { role: "steering_group_member", centreId: c.centreId });
  for (const [who, as] of [
    [c.owner, "client_owner"],
    [c.coordinator, "coordinator"],
  ] as const)
    expect(await about(who, as, "dispute_board")).toContain(
      letters.now.others(turns.who.dispute_board, letters.ask.decide),
    );
  expect(await about(board, "dispute_board", "dispute_board")).toContain(decides);
});
test("who can decide on silence reads so once the last notice has passed, and is led to it", async () => {
  const line = await lived("closing_review");
  const escalation = async (who: string, as: string) =>
    letterTo(who, as, line, { clock: "closing_review", kind: "escalation" });
  expect((await escalation(c.coordinator, "coordinator")).text).not.toContain(letters.decide("u"));
  await within(w, c.coordinator, ({ db }) =>
    db
      .update(deadlines)
      .set({ status: "out", noticeAt: new Date(+w.now() - 2000), noticeUntil: new Date(+w.now() - 1000) })
      .where(and(eq(deadlines.assignmentId, line.id), eq(deadlines.clock, "closing_review"))),
  );
  expect(await escalation(c.coordinator, "coordinator")).toMatchObject({
    text: expect.stringContaining(letters.decide("u")) as string,
    path: urls.workflow.move(line.id, "finish_without_client"),
  });
  expect((await escalation(c.owner, "client_owner")).text).not.toContain(letters.decide("u"));
});
test("a reminder about a milestone names it, and so does the letter that its clock sends", async () => {
  const line = await lived("in_progress");
  const [milestone] = await within(w, c.coordinator, ({ db }) =>
    db.select().from(milestones).where(eq(milestones.assignmentId, line.id)),
  );
  if (!milestone) throw new Error("the story plans milestones");
  await within(w, c.coordinator, ({ db }) =>
    db.update(deadlines).set({ dueAt: w.now(), nextAt: w.now() }).where(eq(deadlines.objectId, milestone.id)),
  );
  w.travel(new Date(+w.now() + 60_000));
  await runDeadlines(systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres), {
    only: line.id,
  });
  const owed = await within(w, c.coordinator, ({ db }) =>
    db.select().from(outbox).where(eq(outbox.assignmentId, line.id)),
  );
  const sent = owed.filter(({ data }) => data.part === milestone.id);
  expect(sent.length).toBeGreaterThan(0);
  for (const { data } of sent) {
    const letter = await letterTo(c.teacher, "team_teacher", line, data as About);
    expect(letter.subject).toContain(milestone.title);
    expect(letter.path).toBe(urls.work.progress(line.id));
  }
  const { lines } = await logTab(await w.as(c.teacher), line.id);
  expect(lines.find(({ move }) => move === "flag")).toMatchObject({ clock: "milestone" });
});
for (const obligation of ["effort", "result"] as const)
  test(`after "not complete" the team makes another version, and delivers nothing before (${obligation})`, async () => {
    const line = await lived("delivered", obligation);
    await act(w, c.owner, "assignment", line.id, "report_incomplete", { missing: "De handleiding." });
    expect(await turnOf(c.teacher, line)).toMatchObject({ mine: true, turn: { ask: "prepare_delivery" } });
    await expect(
      act(w, c.teacher, "assignment", line.id, "deliver", {
        ...{ notice: "Nog eens.", label: "1.0", limits: "Geen." },
        handover_on: w.now().toISOString().slice(0, 10),
      }),
    ).rejects.toThrow("delivery_complete");
  });
