import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, day, joinTeam, later, within } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { and, eq } from "drizzle-orm";
import { endRole, peopleOfCentre } from "#app/services/account/people.server.ts";
import { pipeline } from "#app/services/centre/pipeline.server.ts";
import { assignments, members } from "#db/schema.ts";

test.for([
  ["submitted", "nobody looked at the question in time"],
  ["signed", "the work did not start in time"],
  ["in_progress", "the team that was lost is not repaired in time"],
] as const)(
  "what is late on the pipeline is late on the turn line, also once its clock ran out: %s",
  async ([to, why]) => {
    const { w, c } = await freshWorld();
    const line = await live(await begin(w, c, "effort", question("effort")), to);
    const read = async (what: string | null) =>
      pipeline(await w.as(c.coordinator), "waterkracht", { stop: "all", what, page: 1 });
    const agree = async (when: string) => {
      const late = (await read(null)).rows[0]?.deadline?.late ?? false;
      expect((await read("late")).total, `${when}: ${late}`).toBe(late ? 1 : 0);
      return late;
    };
    expect(await agree("in time")).toBe(false);
    if (to === "in_progress")
      await act(w, c.teacher, "assignment", line.id, "report_team_loss", { who: "Allen", possible: "Niets." });
    await later(w, 60);
    expect(await agree(why)).toBe(true);
  },
);
test("what was left undone in a status is late no longer once the status was left", async () => {
  const { w, c } = await freshWorld();
  const line = await live(await begin(w, c, "effort", question("effort")), "submitted");
  await later(w, 60);
  const late = async () =>
    (await pipeline(await w.as(c.coordinator), "waterkracht", { stop: "all", what: "late", page: 1 })).total;
  expect(await late()).toBe(1);
  await act(w, c.coordinator, "assignment", line.id, "start_intake", { business_developer: c.developer });
  expect(await late()).toBe(0);
});
test("every count of the pipeline opens exactly the rows it counts; a stranger to the centre finds no pipeline", async () => {
  const { w, c } = await freshWorld();
  await begin(w, c, "effort", question("effort"));
  const running = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  await live(await begin(w, c, "effort", question("effort")), "submitted");
  await act(w, c.teacher, "assignment", running.id, "pause", {
    reason: "wacht_op_data",
    explanation: "De gegevens komen na de verbouwing.",
    until: day(w, 28),
  });
  await later(w, 14);
  const read = async (stop: string | null = null, what: string | null = null) =>
    pipeline(await w.as(c.coordinator), "waterkracht", { stop, what, page: 1 });

  const still = await read();
  expect(still.counts.length).toBeGreaterThan(1);
  expect(still.counts.reduce((sum, count) => sum + count.n, 0)).toBe(still.running);
  expect((await read("all")).total).toBe(still.running);
  expect(still.total).toBe(still.still);
  expect(still.counts.flatMap((count) => count.still.map((s) => s.what))).toContain("held");
  for (const { status, n, still: parts } of still.counts) {
    const assignment = await read(status);
    expect([assignment.total, [...new Set(assignment.rows.map((r) => r.card.status))]]).toEqual([n, [status]]);
    for (const part of parts) expect((await read(status, part.what)).total).toBe(part.n);
  }
  await expect(pipeline(await w.as(c.owner), "waterkracht", { stop: null, what: null, page: 1 })).rejects.toMatchObject(
    { why: "not_found" },
  );
});
test("when a role ends, the pipeline names the assignment and the seat until somebody takes it", async () => {
  const { w, c } = await freshWorld();
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const seats = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ role: members.role, title: assignments.title })
      .from(members)
      .innerJoin(assignments, eq(assignments.id, members.assignmentId))
      .where(and(eq(members.assignmentId, line.id), eq(members.personId, c.teacher), eq(members.status, "active"))),
  );
  expect(seats.map(({ role }) => role)).toContain("project_manager");
  const open = async () =>
    (await pipeline(await w.as(c.coordinator), "waterkracht", { stop: null, what: null, page: 1 })).open
      .filter(({ id }) => id === line.id)
      .map(({ role, title }) => ({ role, title }));
  expect(await open()).toEqual([]);
  const ctx = await w.as(c.coordinator);
  const { people } = await peopleOfCentre(ctx, "waterkracht");
  for (const { id } of people.filter(({ personId }) => personId === c.teacher)) await endRole(ctx, { people }, id);
  expect(await open()).toEqual(expect.arrayContaining(seats));
  await act(w, c.teacher, "member", line.id, "invite", { person: c.rival, role: "project_manager" });
  expect(await open(), "who is asked has not taken it").toEqual(expect.arrayContaining(seats));
  await joinTeam(w, c.rival, c.teacher, line.id);
  expect((await open()).map(({ role }) => role)).not.toContain("project_manager");
});
