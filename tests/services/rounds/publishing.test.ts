// @module-tag slow
import { afterAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { noReach } from "#app/services/context.ts";
import { people } from "#db/schema.ts";
import { studentsIn } from "#db/seed/rounds.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { pinStudent } from "#app/services/rounds/pins.server.ts";
import { runPage } from "#app/services/rounds/plan.server.ts";
import { openPublication, publishPlan } from "#app/services/rounds/publish.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { ownResult, planRows } from "#app/services/rounds/result.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { sentLetters } from "#tests/support/sent-letters.ts";
import { dropStudent } from "#app/services/rounds/students.server.ts";
import { act, seatOf } from "#db/seed/acts.ts";
import { outcome, plannedRound } from "./planned-round.ts";

const solver = openSolver();
afterAll(() => solver.close());
const settle = (options?: Parameters<typeof plannedRound>[1]) => plannedRound(solver, options);

test("publishing invites every team into its assignment and tells each once; a student reads their own result only", async () => {
  const { me, id, propose, seats, letters, c, w, all, plan, assignments, first } = await settle();
  const one = await propose();
  const { blockers, form, invited } = await openPublication(await me(), id, one);
  expect(blockers).toEqual([]);
  expect(invited).toBe(9);
  expect(await outcome(publishPlan(await me(), id, one, (form.version ?? 0) - 1))).toBe("stale");
  expect(await seats()).toEqual([]);
  const listed = c.students[0] ?? "";
  await w.database.transact(noReach, (db) =>
    db.update(people).set({ emailVerifiedAt: null, name: "Ga naar evil.example" }).where(eq(people.id, listed)),
  );
  await publishPlan(await me(), id, one, form.version ?? null);
  const named = (await letters("round_result")).filter(({ data }) => "name" in data);
  expect(named.map(({ personId }) => personId).sort(), "a name only to an address that is proved").toEqual(
    c.students.slice(1).sort(),
  );
  expect((await seats()).map(({ personId }) => personId).sort()).toEqual([...c.students].sort());
  const inFirst =
    (await plan(one)).assignments
      .find((a) => a.id === first)
      ?.teams.flatMap(({ students }) => students.map((s) => s.id)) ?? [];
  expect(
    (await seats())
      .filter(({ assignmentId }) => assignmentId === assignments[0])
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual(
    all
      .filter((s) => inFirst.includes(s.id))
      .map((s) => s.personId)
      .sort(),
  );
  expect((await letters("round_result")).map(({ personId }) => personId).sort()).toEqual([...c.students].sort());
  expect((await letters("round_coach")).map(({ personId }) => personId)).toEqual([c.rival]);
  expect((await letters("round_company")).length).toBeGreaterThan(0);
  expect(await outcome(publishPlan(await me(), id, one, null))).toBe("already_signed");
  const low = all.find((s) => !inFirst.includes(s.id));
  const { invitations } = await myWork(await w.as(low?.personId ?? ""), null);
  expect(invitations, "nobody is on turn before there is something to sign").toMatchObject([{ waits: true }]);
  const own = await ownResult(await w.as(low?.personId ?? ""), id);
  expect(own).toMatchObject({ published: true, first });
  expect(own.reason?.code).toBeTruthy();
  expect(Object.keys(own.titles)).toHaveLength(2);
  expect(own.mates).not.toContain(low?.name);
  for (const who of [c.owner, c.teacher, c.developer])
    expect(await outcome(ownResult(await w.as(who), id))).toBe("not_found");
});

test("an assignment that gets no team: its company and its coach hear so once, in a letter that says what happens now", async () => {
  const { me, id, propose, letters, c, w, out, raw, plan, assignments, choices, all } = await settle({ students: 5 });
  const one = await propose();
  await publishPlan(await me(), id, one, null);
  const left = (await plan(one)).assignments.filter(({ teams }) => teams.length === 0).map((a) => a.id);
  expect(left.length).toBeGreaterThan(0);
  const toCompany = await letters("round_no_team");
  expect(toCompany.map(({ personId, data }) => `${personId} ${data.choices}`).sort()).toEqual(
    left.flatMap((choice) => [c.owner, c.contact].map((who) => `${who} ${choice}`)).sort(),
  );
  const [coach, ...others] = await letters("round_no_team_coach");
  expect([coach?.personId, coach?.data.choices?.split(" ").sort(), others]).toEqual([c.rival, [...left].sort(), []]);
  const emails = await raw<{ id: string; email: string }[]>`select id, email from people`;
  const addressOf = (who: string) => emails.find((one) => one.id === who)?.email ?? "";
  const title = ["Gemaal", "Riool", "Sluis"][choices.indexOf(left[0] ?? "")] ?? "";
  const sent = (await sentLetters(out)).filter(({ subject }) => /Nog geen team|Zonder team/.test(subject));
  expect(sent.map(({ to }) => to).sort()).toEqual(
    [...left.flatMap(() => [c.owner, c.contact]), c.rival].map(addressOf).sort(),
  );
  const to = (who: string) => sent.find((mail) => mail.to === addressOf(who) && mail.text.includes(title))?.text ?? "";
  const assignment = assignments[choices.indexOf(left[0] ?? "")] ?? "";
  expect(to(c.owner)).toContain(`/vraagstukken/${assignment}/team`);
  expect(to(c.owner)).toContain("niets te doen");
  expect(to(c.rival)).toContain(`/matchen/${id}/indeling/${one}`);
  const { rounds } = await teamTab(await w.as(c.owner), assignment);
  expect(rounds.map(({ name, teams }) => [name, teams])).toEqual([["Voorjaar", 0]]);
  // The same plan made once more leaves nobody out who was not left out before.
  await dropStudent(await me(), id, all[0]?.id ?? "", all[0]?.version ?? 1);
  const again = await propose();
  const newly = (await plan(again)).assignments.filter((a) => a.teams.length === 0 && !left.includes(a.id)).length;
  await publishPlan(await me(), id, again, null);
  expect((await letters("round_no_team")).length).toBe(toCompany.length + 2 * newly);
});

test("the coach that a published plan names is asked into the team, stands on its page, and is of the team with a yes", async () => {
  const { me, id, propose, w, c, raw, plan, assignments, choices } = await settle({ coaches: 2 });
  const one = await propose();
  await publishPlan(await me(), id, one, null);
  const guided = (await plan(one)).assignments.filter(({ teams }) => teams.some(({ guides }) => guides.length > 0));
  const seats = async () =>
    raw<{ assignment: string; person: string; status: string }[]>`
      select assignment_id as assignment, person_id as person, status from members
      where role = 'teacher' and person_id = ${c.rival}`;
  const asked = await seats();
  expect(asked).toHaveLength(1);
  const twice = await raw`
    select person_id from members where status in ('invited', 'active') group by assignment_id, person_id having count(*) > 1`;
  expect(twice, "who is of the team already is not asked again").toHaveLength(0);
  const [seat] = asked;
  expect(seat).toMatchObject({ person: c.rival, status: "invited" });
  expect(guided.map((a) => assignments[choices.indexOf(a.id)])).toContain(seat?.assignment);
  const { team } = await teamTab(await w.as(c.owner), seat?.assignment ?? "");
  expect(team.filter(({ role, status }) => role === "teacher" && status === "invited")).toHaveLength(1);
  const { invitations } = await myWork(await w.as(c.rival), null);
  expect(invitations).toMatchObject([{ assignmentId: seat?.assignment, role: "teacher" }]);
  await act(w, c.rival, "member", invitations[0]?.id ?? "", "join");
  expect(await seats()).toMatchObject([{ status: "active" }]);
  const tab = await teamTab(await w.as(c.rival), seat?.assignment ?? "");
  expect(tab.frame.roles).toContain("team_teacher");
});
test("who leaves after publication: others stay where they are, and only who notices hears of it", async () => {
  const { me, id, propose, seats, letters, w, all, plan, c } = await settle({ students: 10 });
  const one = await propose();
  await publishPlan(await me(), id, one, null);
  const leaver = all.find(({ id: student }) => student !== "") ?? { id: "", personId: "", version: 1 };
  const before = await plan(one);
  const fresh = (await studentsIn(w, c.teacher, id)).find((s) => s.id === leaver.id);
  await dropStudent(await me(), id, leaver.id, fresh?.version ?? 1);
  expect((await runPage(await me(), id, one)).plan?.gone).toBe(1);
  const again = await propose();
  const page = await runPage(await me(), id, again);
  expect(page.run.kind).toBe("repair");
  expect(page.plan?.summary.placed).toBe(9);
  expect(page.difference?.moves.filter(({ student }) => student !== leaver.id).length).toBeLessThanOrEqual(2);
  const moved = new Set(
    [...(page.difference?.moves ?? []), ...(page.difference?.shuffles ?? [])]
      .map(({ student }) => student)
      .filter((student) => student !== leaver.id),
  );
  const told = (await letters("round_result")).length;
  await publishPlan(await me(), id, again, null);
  expect((await letters("round_result")).length - told).toBe(moved.size);
  expect((await seats()).map(({ personId }) => personId)).not.toContain(leaver.personId);
  expect((await seats()).length).toBe(9);
  expect(before.summary.placed).toBe(10);
});

test("who refused their place is not asked again by a later plan that puts them there, until somebody asks them by hand", async () => {
  const { me, id, propose, seats, w, c } = await settle();
  await publishPlan(await me(), id, await propose(), null);
  const [seat] = await seats();
  if (!seat) throw new Error("nobody was asked");
  const { personId: who, assignmentId } = seat;
  const here = () => seatOf(w, c.teacher, assignmentId, who);
  await act(w, who, "member", (await here())?.id ?? "", "refuse_seat");
  const again = await propose();
  const page = await openPublication(await me(), id, again);
  expect(page.refused).toMatchObject([{ name: w.names.get(who) }]);
  expect(page.invited).toBe(0);
  await publishPlan(await me(), id, again, null);
  expect(await here()).toBeUndefined();
  await act(w, c.teacher, "member", assignmentId, "invite", {
    person: who,
    role: "student",
    track: "hbo",
    level: "hbo",
  });
  expect((await openPublication(await me(), id, again)).refused).toEqual([]);
});
test("nothing is planned while students choose, and a plan of before a change is not published", async () => {
  const { me, id } = await settle({ closed: false });
  expect(await outcome(requestRuns(await me(), id, { preset: "default" }))).toBe("wrong_status");
  const other = await settle();
  const one = await other.propose();
  await other.number(
    pinStudent(
      await other.me(),
      other.id,
      { number: one, student: other.all[0]?.id ?? "" },
      { kind: "forbid", choice: other.first, why: "x" },
    ),
  );
  expect(await outcome(publishPlan(await other.me(), other.id, one, null))).toBe("guards plan_current");
  expect(await outcome(requestRuns(await other.me(), other.id, { preset: "cheapest" }))).toBe(
    "invalid preset:not_an_option",
  );
});

test("the list of a plan names everybody once, with what they got", async () => {
  const { me, id, propose, c, w } = await settle();
  const { rows } = await planRows(await me(), id, await propose());
  expect(rows).toHaveLength(9);
  expect(rows.every((row) => row.title && row.team === 1 && row.rank && row.guides.length === 1)).toBe(true);
  expect(await outcome(planRows(await w.as(c.students[0] ?? ""), id, 1))).toBe("not_found");
});
