// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { overview } from "#app/services/assignment/overview.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";
import { openDesk } from "#app/services/work/desks.server.ts";
import { desks } from "#app/domain/work/desks.ts";
import { act, day, joinTeam, later, seatOf, within } from "#db/seed/acts.ts";
import { delivered } from "#db/seed/chapters/working.ts";
import { centres, deadlines, events, members, outbox } from "#db/schema.ts";
import { livedOnce, type Lived } from "#tests/support/lived-once.ts";

type Here = Pick<Lived, "w" | "c" | "line">;
/** Work with an examiner in the team, who joined before anything was handed in. */
async function examined(): Promise<Lived> {
  const lived = await livedOnce({ to: "in_progress" });
  const { w, c, line } = lived;
  await act(w, c.teacher, "member", line.id, "invite", { person: c.examiner, role: "examiner" });
  await joinTeam(w, c.examiner, c.teacher, line.id);
  return lived;
}
const said = (w: Here["w"]) => ({
  assessed_on: day(w, 0),
  assessed_work: "Het adviesrapport en de presentatie.",
  assessment_note: "Je onderbouwt je keuzes goed.",
  grade: "7,5",
});
const studentsOf = ({ w, c, line }: Here) =>
  within(w, c.teacher, async ({ db }) =>
    (await db.select().from(members).where(eq(members.assignmentId, line.id))).filter(
      ({ role, status }) => role.startsWith("student") && status === "active",
    ),
  );
const turnOf = async ({ w, line }: Here, who: string) => (await overview(await w.as(who), line.id)).frame.turn;
const clocksOf = ({ w, c, line }: Here) =>
  within(w, c.teacher, ({ db }) =>
    db
      .select({ status: deadlines.status, dueAt: deadlines.dueAt })
      .from(deadlines)
      .where(and(eq(deadlines.assignmentId, line.id), eq(deadlines.clock, "assessment"))),
  );
const written = async ({ w, line }: Here, who: string) =>
  JSON.stringify((await teamTab(await w.as(who), line.id)).entries);

test("before the hand-in nothing is judged; then each student is the examiner's turn, until the last is", async () => {
  const here = await examined();
  const { w, c, line } = here;
  const seats = await studentsOf(here);
  const assess = (id: string) => act(w, c.examiner, "member", id, "assess", said(w));
  await expect(assess(seats[0]?.id ?? "")).rejects.toThrow("handed_in");
  expect((await turnOf(here, c.examiner)).mine).toBe(false);
  await delivered(line);
  expect(await turnOf(here, c.examiner)).toMatchObject({
    mine: true,
    turn: { ask: "assess" },
    deadline: { clock: "assessment", late: false },
  });
  for (const [at, { id }] of seats.entries()) {
    expect((await clocksOf(here)).map(({ status }) => status)).toEqual(["running"]);
    await assess(id);
    expect((await turnOf(here, c.examiner)).mine, `${at}`).toBe(at < seats.length - 1);
  }
  expect((await clocksOf(here)).map(({ status }) => status)).toEqual(["met"]);
  await expect(assess(seats[0]?.id ?? "")).rejects.toThrow("unassessed");
  await act(w, c.examiner, "member", seats[0]?.id ?? "", "correct_assessment", { ...said(w), grade: "8" });
});

test("the student reads the whole, the school that it was done, the company and other students nothing", async () => {
  const here = await examined();
  const { w, c, line } = here;
  await delivered(line);
  const [seat] = await studentsOf(here);
  const other = (await studentsOf(here)).find(({ personId }) => personId !== seat?.personId);
  await act(w, c.examiner, "member", seat?.id ?? "", "assess", said(w));
  for (const who of [seat?.personId ?? "", c.examiner])
    for (const word of ["adviesrapport", "onderbouwt", "7,5"]) expect(await written(here, who)).toContain(word);
  for (const who of [c.teacher, c.coordinator]) {
    expect(await written(here, who)).toContain("adviesrapport");
    for (const word of ["onderbouwt", "7,5"]) expect(await written(here, who)).not.toContain(word);
  }
  for (const who of [c.owner, c.contact, other?.personId ?? ""]) {
    for (const word of ["adviesrapport", "onderbouwt", "7,5"]) expect(await written(here, who)).not.toContain(word);
    expect(JSON.stringify((await overview(await w.as(who), line.id)).log)).not.toContain("assess");
  }
  const told = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ personId: outbox.personId })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(eq(events.move, "assess")),
  );
  expect(told.map(({ personId }) => personId).sort()).toEqual([seat?.personId, c.teacher].sort());
});

test("where the centre keeps no grades none is asked or kept, whatever is sent; where it does one is needed", async () => {
  const here = await examined();
  const { w, c, line } = here;
  await delivered(line);
  const [first, second] = await studentsOf(here);
  const form = async (id: string) =>
    Object.keys((await openMoveForm(await w.as(c.examiner), "member", id, "assess")).fields);
  expect(await form(first?.id ?? "")).toContain("grade");
  await expect(
    act(w, c.examiner, "member", first?.id ?? "", "assess", { ...said(w), grade: "" }),
  ).rejects.toMatchObject({
    errors: { grade: { code: "required" } },
  });
  await within(w, c.coordinator, ({ db }) =>
    db
      .update(centres)
      .set({ switches: { store_grades: false } })
      .where(eq(centres.id, c.centreId)),
  );
  expect(await form(second?.id ?? "")).not.toContain("grade");
  await act(w, c.examiner, "member", second?.id ?? "", "assess", said(w));
  const [event] = await within(w, c.coordinator, ({ db }) => db.select().from(events).where(eq(events.move, "assess")));
  expect(event?.answers).toMatchObject({ assessment_note: "Je onderbouwt je keuzes goed.", grade: null });
});

test("who joins after the hand-in has the whole time; late it is told, and without an examiner somebody finds one", async () => {
  const { w, c, line } = await livedOnce({ to: "delivered" });
  const here = { w, c, line };
  expect(await clocksOf(here)).toEqual([]);
  await act(w, c.teacher, "member", line.id, "invite", { person: c.examiner, role: "examiner" });
  await joinTeam(w, c.examiner, c.teacher, line.id);
  expect((await clocksOf(here)).map(({ status }) => status)).toEqual(["running"]);
  const page = await openDesk(await w.as(c.examiner), desks.grading.slug);
  const [row] = page.desk === "grading" ? page.rows : [];
  expect(row).toMatchObject({ toJudge: true });
  expect(row?.students.map(({ assessedAt }) => assessedAt)).toEqual((await studentsOf(here)).map(() => null));
  await later(w, 40);
  expect((await turnOf(here, c.examiner)).deadline).toMatchObject({ clock: "assessment", late: true });
  const seat = (await seatOf(w, c.teacher, line.id, c.examiner))?.id ?? "";
  await act(w, c.examiner, "member", seat, "leave", { reason: "ander_werk", explanation: "" });
  const left = await turnOf(here, c.teacher);
  expect([left.turn, ...left.also.map(({ turn }) => turn)]).toContainEqual(
    expect.objectContaining({ ask: "appoint", missing: "examiner" }),
  );
});
