// @module-tag slow
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { settle, shared } from "#tests/support/rounds/round.ts";
import { within } from "#db/seed/acts.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import { members, memberships, roundAssignments, rounds, roundStudents } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { preferencesPage } from "#app/services/rounds/preferences.server.ts";
import { runPage, studentInPlan, workbench } from "#app/services/rounds/plan.server.ts";
import { publishPlan } from "#app/services/rounds/publish.server.ts";
import { ownResult } from "#app/services/rounds/result.server.ts";
import { carryOverPage, carryOver, cancelCarryOver, takeInAll } from "#app/services/rounds/carry-over.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { dropStudent, roundStudentsPage } from "#app/services/rounds/students.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";

const solver = openSolver();
afterAll(() => solver.close());
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
/** Makes a published round of five students in which two teams of two run: one has no place. */
async function published() {
  const s = await settle({ status: "matching" });
  const { w, c, id, house } = s;
  const me = () => w.as(c.teacher);
  const small = (round: string) =>
    within(w, c.teacher, ({ db }) =>
      db.update(roundAssignments).set({ sizeMin: 2, sizeMax: 2 }).where(eq(roundAssignments.roundId, round)),
    );
  const propose = async (round: string) => {
    const at = Number(/\/indeling\/(\d+)/.exec(await requestRuns(await me(), round, { preset: "default" }))?.[1]);
    while (await runSolveJob({ transact: house.transact, now: w.now, newId: w.newId }, solver));
    return at;
  };
  await small(id);
  const number = await propose(id);
  await publishPlan(await me(), id, number, null);
  const people = await studentsIn(w, c.teacher, id);
  const left = (await runPage(await me(), id, number)).plan?.unplaced[0]?.id ?? "";
  const who = people.find((one) => one.id === left) ?? { id: "", personId: "", name: "", version: 0 };
  const next = async (name = "Najaar", students = shared) =>
    setUpRound(
      w,
      { slug: "waterkracht", matcher: c.teacher, name, programme: "Watermanagement", least: 2 },
      { assignments: s.assignments, guides: [[c.rival, "2"]], shared: students },
    );
  const rowIn = (round: string, person: string) =>
    within(w, c.teacher, async ({ db }) =>
      (await db.select().from(roundStudents).where(eq(roundStudents.roundId, round))).find(
        (row) => row.personId === person,
      ),
    );
  return { ...s, me, small, propose, number, people, who, next, rowIn };
}

// Who has a place cannot be sent, nor anybody twice.
test("who got no place is sent on to the next round, leaves this one, and is told", async () => {
  const { w, c, id, me, people, who, propose, post, number } = await published();
  const other = people.find((one) => one.id !== who.id);
  const page = await carryOverPage(await me(), id);
  expect(page).toMatchObject({
    open: true,
    rounds: [],
    sent: [],
    may: [{ id: who.id, name: who.name, because: "no_place" }],
  });
  expect(await outcome(carryOverPage(await w.as(who.personId), id))).toBe("not_found");
  expect(await outcome(carryOver(await w.as(c.owner), id, { student: [who.id], to: "next" }))).toBe("not_found");
  expect(await outcome(carryOver(await me(), id, { student: [other?.id ?? ""], to: "next" }))).toMatch(
    /invalid student/,
  );
  expect(await outcome(carryOver(await me(), id, { student: [], to: "next" }))).toBe("invalid student:required");
  expect(await outcome(carryOver(await me(), id, { student: [who.id], to: id }))).toBe("invalid to:not_an_option");
  await post();
  await carryOver(await me(), id, { student: [who.id], to: "next" });
  expect(await outcome(carryOver(await me(), id, { student: [who.id], to: "next" }))).toMatch(/invalid student/);
  const mails = await post();
  expect(mails.map((m) => m.subject)).toEqual(["Je gaat met voorrang verder: Voorjaar"]);
  expect(mails[0]?.text).toContain(`/matchen/${id}/uitslag`);
  expect(await ownResult(await w.as(who.personId), id)).toMatchObject({
    sentOn: { id: null, name: null },
    place: null,
  });
  expect(await outcome(preferencesPage(await w.as(who.personId), id, ""))).toBe("not_found");
  const again = await propose(id);
  expect((await runPage(await me(), id, again)).plan?.summary).toMatchObject({ students: 4, placed: 4 });
  expect((await runPage(await me(), id, number)).plan?.unplaced).toMatchObject([{ id: who.id, left: true }]);
  const [sent] = (await carryOverPage(await me(), id)).sent;
  expect(sent).toMatchObject({ id: who.id, to: null });
  expect(await outcome(cancelCarryOver(await me(), id, who.id, (sent?.version ?? 0) - 1))).toBe("stale");
  await cancelCarryOver(await me(), id, who.id, sent?.version ?? null);
  expect((await carryOverPage(await me(), id)).may).toMatchObject([{ id: who.id, because: "no_place" }]);
});

test("the round that takes them in gives them priority: the real solver seats them first, whatever the lot", async () => {
  const { w, c, id, me, who, next, rowIn, small, propose, post } = await published();
  await carryOver(await me(), id, { student: [who.id], to: "next" });
  const { id: later, choices } = await next();
  expect(await rowIn(later, who.personId)).toMatchObject({ priority: true, status: "in", choices: [] });
  expect(await rowIn(id, who.personId)).toMatchObject({ status: "returned", returnedTo: later });
  expect((await carryOverPage(await me(), id)).sent).toMatchObject([{ id: who.id, to: "Najaar" }]);
  expect(await outcome(cancelCarryOver(await me(), id, who.id, (await rowIn(id, who.personId))?.version ?? 0))).toBe(
    "stale",
  );
  await small(later);
  await post();
  await roundMove(w, c.teacher, later, "open_choosing", 7);
  const open = (await post()).filter((m) => m.subject.startsWith("Kies je opdrachten"));
  expect(open.map((m) => m.text.includes("voorrang")).sort()).toEqual([false, false, false, false, true]);
  expect(await preferencesPage(await w.as(who.personId), later, "")).toMatchObject({
    own: { priority: true },
    priorityFrom: "Voorjaar",
  });
  expect(await ownResult(await w.as(who.personId), id)).toMatchObject({
    sentOn: { id: later, name: "Najaar", open: true },
  });
  for (const person of c.students) await chooses(w, person, later, choices.slice(0, 2));
  await roundMove(w, c.teacher, later, "close_choosing");
  expect((await workbench(await me(), later)).counts.priority).toBe(1);
  const mine = (await rowIn(later, who.personId))?.id ?? "";
  let at = 0;
  for (const seed of [1, 2, 3, 4]) {
    await within(w, c.teacher, ({ db }) => db.update(rounds).set({ seed }).where(eq(rounds.id, later)));
    at = await propose(later);
    expect((await studentInPlan(await me(), later, at, mine)).place, `seed ${seed}`).toMatchObject({ rank: 1 });
  }
  const { plan } = await runPage(await me(), later, at);
  expect(plan?.summary).toMatchObject({ placed: 4, proven: true });
  expect(
    plan?.assignments
      .flatMap(({ teams }) => teams.flatMap(({ students }) => students))
      .filter((student) => student.priority)
      .map((student) => student.id),
  ).toEqual([mine]);
});

test("a round where students choose takes them in at once; one that does not take place sends them back to wait", async () => {
  const { w, c, id, me, who, next, rowIn, post } = await published();
  const { id: open } = await next("Zomer");
  const inOpen = await rowIn(open, who.personId);
  await dropStudent(await me(), open, inOpen?.id ?? "", inOpen?.version ?? 0);
  await roundMove(w, c.teacher, open, "open_choosing", 7);
  await post();
  expect((await carryOverPage(await me(), id)).rounds.map((round) => round.name)).toEqual(["Zomer"]);
  await carryOver(await me(), id, { student: [who.id], to: open });
  const mails = await post();
  expect(mails.map((m) => m.subject)).toEqual(["Kies met voorrang: Zomer"]);
  expect(mails[0]?.text).toContain(`/matchen/${open}/kiezen`);
  expect(await rowIn(open, who.personId)).toMatchObject({ status: "in", priority: true });
  await roundMove(w, c.teacher, open, "cancel_round");
  expect(await rowIn(id, who.personId)).toMatchObject({ status: "returned", returnedTo: null });
  const { id: later } = await setUpRound(
    w,
    { slug: "waterkracht", matcher: c.teacher, name: "Winter", programme: "Watermanagement", least: 1 },
    { assignments: [], guides: [], shared },
  );
  const row = await rowIn(later, who.personId);
  expect(row).toMatchObject({ priority: true });
  expect((await roundStudentsPage(await me(), later, { page: 1, search: "", chosen: null })).first).toBe(0);
});

test("whoever waits can be taken in by hand; a team that fell apart and who was taken out may be sent on too", async () => {
  const { w, c, id, me, people, who, rowIn, next } = await published();
  const { id: later } = await next("Herfst");
  const gone = async (person: string) => {
    const row = await rowIn(later, person);
    await dropStudent(await me(), later, row?.id ?? "", row?.version ?? 0);
  };
  for (const person of c.students) await gone(person);
  await carryOver(await me(), id, { student: [who.id], to: "next" });
  const [lost, out] = people.filter((one) => one.id !== who.id);
  await within(w, c.teacher, ({ db }) =>
    db
      .update(members)
      .set({ status: "removed" })
      .where(eq(members.personId, lost?.personId ?? "")),
  );
  await within(w, c.teacher, ({ db }) =>
    db
      .update(members)
      .set({ status: "removed" })
      .where(eq(members.personId, out?.personId ?? "")),
  );
  const fresh = await rowIn(id, out?.personId ?? "");
  await dropStudent(await me(), id, fresh?.id ?? "", fresh?.version ?? 0);
  const { may } = await carryOverPage(await me(), id);
  expect(new Map(may.map((one) => [one.id, one.because]))).toEqual(
    new Map([
      [lost?.id, "no_team"],
      [out?.id, "stopped"],
    ]),
  );
  await carryOver(await me(), id, { student: [lost?.id ?? ""], to: "next" });
  expect((await roundStudentsPage(await me(), later, { page: 1, search: "", chosen: null })).first).toBe(2);
  await carryOver(await me(), id, { student: [out?.id ?? ""], to: "next" });
  await within(w, c.teacher, ({ db }) =>
    db
      .update(memberships)
      .set({ endedAt: w.now() })
      .where(eq(memberships.personId, out?.personId ?? "")),
  );
  expect(
    (await roundStudentsPage(await me(), later, { page: 1, search: "", chosen: null })).first,
    "who left the centre waits no longer",
  ).toBe(2);
  expect(await outcome(takeInAll(await w.as(c.owner), later))).toBe("not_found");
  expect(await takeInAll(await me(), later)).toBe(2);
  expect(await takeInAll(await me(), later)).toBe(0);
  for (const person of [who.personId, lost?.personId ?? ""])
    expect(await rowIn(later, person)).toMatchObject({ status: "in", priority: true });
  expect((await rowIn(later, out?.personId ?? ""))?.status).toBe("dropped");
});
