// @module-tag slow
import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { settle } from "#tests/support/rounds/round.ts";
import { act, day, within } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { chooses, roundMove } from "#db/seed/rounds.ts";
import { assignments } from "#db/schema.ts";
import { startDraft } from "#app/services/assignment/assignments.server.ts";
import { calendarAnswer } from "#app/platform/guard/calendar.server.ts";
import { calendarOf, calendarPage, switchOnCalendar } from "#app/services/calendar/calendar.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";

async function met() {
  const s = await settle();
  const { w } = s;
  const feed = async (who: string) => {
    const ctx = await w.as(who);
    const { fresh } = await calendarPage(ctx);
    await switchOnCalendar(ctx, fresh);
    return () =>
      calendarOf(
        {
          ...ctx,
          actor: { ...ctx.actor, id: "", memberships: [], communities: [], seats: [] },
          reach: { person: "", centres: [], organizations: [] },
        },
        fresh,
      );
  };
  return { ...s, feed };
}

const daysOn = async (read: Awaited<ReturnType<Awaited<ReturnType<typeof met>>["feed"]>>, assignment: string) =>
  (await read()).terms
    .filter((term) => term.path.endsWith(assignment))
    .map((term) =>
      term.kind === "milestone" ? `milestone ${term.milestone}` : term.kind === "assignment" ? term.clock : "",
    );

test("one's own calendar holds the terms of assignments whose turn it is, as the work page does, and those of nobody else", async () => {
  const { w, c, feed } = await met();
  const { id } = await live(await begin(w, c, "effort", { ...question("effort"), title: "Nieuwe vraag" }), "submitted");
  const read = await feed(c.coordinator);
  const ofAssignments = async () => (await read()).terms.flatMap((term) => (term.kind === "assignment" ? [term] : []));
  const yours = (await myWork(await w.as(c.coordinator), null)).yours.filter((row) => row.deadline);
  expect(yours.map((row) => row.card.id)).toContain(id);
  expect((await ofAssignments()).map((term) => term.path).sort()).toEqual(
    yours.map((row) => `/vraagstukken/${row.card.id}`).sort(),
  );
  expect((await ofAssignments()).find((term) => term.path.endsWith(id))).toMatchObject({
    id: `${id}-triage`,
    clock: "triage",
    title: "Nieuwe vraag",
  });
  expect((await (await feed(c.rival))()).terms.map((term) => term.path)).not.toContain(`/vraagstukken/${id}`);
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ confidentiality: "secret" }).where(eq(assignments.id, id)),
  );
  const [secret] = (await ofAssignments()).filter((term) => term.path.endsWith(id));
  expect(secret).toMatchObject({ id: `${id}-triage`, title: null });
  expect(JSON.stringify(await read())).not.toContain("Nieuwe vraag");
});

// It moves with the round, under one name.
test("the closing time of choosing stands in a student's calendar as long as they may choose", async () => {
  const { w, c, id, choices, one, feed } = await met();
  const read = await feed(one);
  const [first] = (await read()).terms;
  expect(first).toMatchObject({ kind: "round", id: `${id}-kiezen`, path: `/matchen/${id}/kiezen`, name: "Voorjaar" });
  await chooses(w, one, id, choices);
  await roundMove(w, c.teacher, id, "move_deadline", 9);
  const [moved] = (await read()).terms;
  expect(moved?.id).toBe(first?.id);
  expect(moved?.kind === "round" && first?.kind === "round" && +moved.at - +first.at).toBe(2 * 86_400_000);
  await roundMove(w, c.teacher, id, "close_choosing");
  expect((await read()).terms).toEqual([]);
});

test("a term without an hour is a whole day, one with an hour ends at it", async () => {
  const { w } = await met();
  const on = day(w, 3);
  const answer = calendarAnswer({ name: "Samenspel", held: String }, [], {
    now: w.now(),
    said: (term) => `Doe iets; ${term.kind}`,
    terms: [
      { kind: "assignment", id: "a-triage", path: "/vraagstukken/a", clock: "triage", title: "A", day: on },
      { kind: "round", id: "b-kiezen", path: "/matchen/b/kiezen", name: "B", at: new Date("2026-03-09T16:00:00Z") },
    ],
  });
  const lines = (await answer.text()).replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  for (const line of [
    `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`,
    "DTSTART:20260309T153000Z",
    "DTEND:20260309T160000Z",
    "SUMMARY:Doe iets\\; assignment",
  ])
    expect(lines).toContain(line);
  expect(lines.filter((line) => /^UID:(a-triage|b-kiezen)@/.test(line))).toHaveLength(2);
});

test("milestones, midterm, reports, delivery and checks stand in the calendars of whom they concern", async () => {
  const { w, c, feed } = await met();
  const line = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Met een agenda" }),
    "in_progress",
  );
  const { id } = await act(w, c.teacher, "milestone", line.id, "plan", { title: "Eerste proef", due_on: day(w, 5) });
  const days = async (who: string, assignment = line.id) => daysOn(await feed(who), assignment);
  const together = ["milestone Eerste proef", "delivery_due"];
  expect(await days(c.students[0] ?? "")).toEqual(expect.arrayContaining([...together, "report", "midterm"]));
  for (const who of [c.students[1] ?? "", c.employee]) {
    expect(await days(who)).toEqual(expect.arrayContaining(together));
    expect(await days(who)).not.toContain("report");
  }
  expect(await days(c.owner)).toEqual(expect.arrayContaining([...together, "midterm"]));
  expect(await days(c.rival)).toEqual([]);
  const all = (await (await feed(c.owner))()).terms;
  expect(all.find((term) => term.id === `${line.id}-${id}`)).toMatchObject({ day: day(w, 5), title: "Met een agenda" });
  const row = await within(
    w,
    c.coordinator,
    async ({ db }) => (await db.select().from(assignments).where(eq(assignments.id, line.id)))[0],
  );
  expect(all.find((term) => term.id === `${line.id}-midterm`)).toMatchObject({ day: row?.midtermOn });
  await act(w, c.students[0] ?? "", "milestone", id, "reach", { evidence: "Foto" });
  expect(await days(c.owner)).not.toContain("milestone Eerste proef");
  // Once the work is accepted, the checks come in their place.
  const done = await live(await begin(w, c, "effort", question("effort")), "completed");
  expect((await days(c.owner, done.id)).filter((clock) => clock.startsWith("impl_check")).sort()).toEqual([
    "impl_check_12",
    "impl_check_3",
    "impl_check_6",
  ]);
});

test("what ended keeps the days that still come, whoever it is for: checks, what is to be paid, another place to study", async () => {
  const { w, c, feed } = await met();
  const closed = await live(await begin(w, c, "effort", question("effort")), "closed");
  expect((await daysOn(await feed(c.owner), closed.id)).filter((clock) => clock.startsWith("impl_check"))).toHaveLength(
    3,
  );
  expect(await daysOn(await feed(c.rival), closed.id)).toEqual([]);
  const stopped = await live(await begin(w, c, "result", question("result")), "in_progress");
  await act(w, c.owner, "assignment", stopped.id, "stop", {
    ...{ ground: "client_ends", reason: "geen_budget", explanation: "Het geld is op.", settlement: "Gemaakte uren." },
    ...{ settlement_amount: "250", settlement_due: day(w, 20), handed_over: "Alles.", plan_per_student: "" },
  });
  expect(await daysOn(await feed(c.owner), stopped.id)).toContain("settle_amount");
  expect(await daysOn(await feed(c.teacher), stopped.id)).toContain("study_plan");
});

test("a calendar holds the days of every assignment of one's own, also after fifty others that are nearer", async () => {
  const { w, c, feed } = await met();
  const { id } = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const owner = await w.as(c.owner);
  const [before, others] = [await feed(c.owner), [] as string[]];
  const days = await daysOn(before, id);
  expect(days).toContain("delivery_due");
  for (let n = 0; n < 51; n++)
    others.push(await startDraft(owner, { centreId: c.centreId, organizationId: c.companyId }));
  await within(w, c.coordinator, ({ db }) =>
    db.update(assignments).set({ runningDue: w.now() }).where(inArray(assignments.id, others)),
  );
  expect((await myWork(owner, null)).total).toBeGreaterThan(51);
  expect(await daysOn(await feed(c.owner), id)).toEqual(days);
});
