// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { editTerms, startChange } from "#app/services/agreement/agreements.server.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { agreements, assignments, events, outbox } from "#db/schema.ts";
import { act, day, joinTeam, sign, until, within } from "#db/seed/acts.ts";
import { chapters } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

const story = storyPerTest();
const cardOf = ({ w, c, id }: Line) =>
  within(w, c.coordinator, async ({ db }) => {
    const { startOn, midtermOn, endOn, feeAmount } = assignments;
    return (
      await db.select({ startOn, midtermOn, endOn, feeAmount }).from(assignments).where(eq(assignments.id, id))
    )[0];
  });
async function proposedChange({ w, c, id }: Line, terms: Terms) {
  const version = await startChange(await w.as(c.teacher), id);
  await editTerms(await w.as(c.teacher), version, terms, 1);
  await act(w, c.teacher, "agreement", version, "propose", { message: "" });
  return version;
}
async function signedByBoth({ w, c, id }: Line) {
  await sign(w, c.companySigner, id, "directeur");
  await sign(w, c.institutionSigner, id, "directeur");
}
const liveOn = async (line: Line, to: string) => chapters[line.obligation].find(([status]) => status === to)?.[1](line);

test("a signed change leaves what the team planned since as it is, but for what it says otherwise", async () => {
  const { w, c, line } = await story("in_progress");
  const planned = new Date(Date.parse((await cardOf(line))?.midtermOn ?? "") + 10 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  await act(w, c.teacher, "assignment", line.id, "plan_midterm", { midterm_on: planned });
  const before = await cardOf(line);
  expect(before?.midtermOn).toBe(planned);
  await proposedChange(line, { background: "Iets anders in de achtergrond." });
  await signedByBoth(line);
  expect(await cardOf(line)).toEqual(before);
  const later = new Date(Date.parse(before?.endOn ?? "") + 7 * 86_400_000).toISOString().slice(0, 10);
  await proposedChange(line, { end_date: later });
  await signedByBoth(line);
  expect(await cardOf(line)).toEqual({ ...before, endOn: later });
});

test("the day on which the work began is not moved by what was agreed of it", async () => {
  const { w, c, line } = await story("signed");
  for (const student of c.students.slice(0, 3)) {
    const role = student === c.students[0] ? "student_lead" : "student";
    await act(w, c.teacher, "member", line.id, "invite", { person: student, role, track: "hbo", level: "hbo" });
    await joinTeam(w, student, c.teacher, line.id);
  }
  await act(w, c.teacher, "member", line.id, "invite", { person: c.teacher, role: "project_manager" });
  await act(w, c.teacher, "assignment", line.id, "record_kickoff", line.tell.kickoff);
  await until(w, new Date(Date.parse(`${line.block}T09:00:00Z`) + 9 * 86_400_000));
  const began = day(w, 0);
  await act(w, c.teacher, "assignment", line.id, "start", { start_on: began, kickoff_record: "Begonnen." });
  await proposedChange(line, { start_date: day(w, 2), background: "Iets anders." });
  await signedByBoth(line);
  expect((await cardOf(line))?.startOn).toBe(began);
});

test("a change that lies open when the work is judged lapses with a letter, and is signed by nobody any more", async () => {
  const { w, c, line } = await story("delivered");
  const version = await proposedChange(line, { background: "Iets anders." });
  await liveOn(line, "closing_review");
  const status = await within(
    w,
    c.coordinator,
    async ({ db }) =>
      (await db.select({ is: agreements.status }).from(agreements).where(eq(agreements.id, version)))[0]?.is,
  );
  expect(status).toBe("lapsed");
  const told = await within(w, c.coordinator, ({ db }) =>
    db
      .select({ who: outbox.personId })
      .from(outbox)
      .innerJoin(events, eq(events.id, outbox.eventId))
      .where(and(eq(events.objectId, version), eq(events.move, "lapse"))),
  );
  expect(told.map(({ who }) => who)).toEqual(expect.arrayContaining([c.companySigner, c.institutionSigner, c.owner]));
  await expect(
    act(w, c.companySigner, "agreement", version, "counter", { why: "Liever anders." }),
  ).rejects.toMatchObject({ why: "wrong_status" });
});

test("while a dispute runs an open change stays, to settle it", async () => {
  const { w, c, line } = await story("closing_review");
  await act(w, c.owner, "assignment", line.id, "open_dispute", { reason: "inspanning", asked: "Minder betalen." });
  const version = await proposedChange(line, { background: "Iets anders." });
  await act(w, c.teacher, "assignment", line.id, "answer_dispute", { answer: "Dat is goed." });
  const settled = { outcome: "verder", text: "Wij gaan verder." };
  const open = () =>
    within(
      w,
      c.coordinator,
      async ({ db }) =>
        (await db.select({ is: agreements.status }).from(agreements).where(eq(agreements.id, version)))[0]?.is,
    );
  expect(await open()).toBe("proposed");
  await act(w, c.owner, "assignment", line.id, "settle_dispute", settled);
  expect(await open(), "one side alone settles nothing").toBe("proposed");
  await act(w, c.teacher, "assignment", line.id, "settle_dispute", settled);
  expect(await open()).toBe("lapsed");
});
