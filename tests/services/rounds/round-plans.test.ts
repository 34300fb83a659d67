// @slow
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/fresh.ts";
import { within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import { addPerson, grant, world } from "#db/seed/world.ts";
import { accountLetters, members, roundRuns } from "#db/schema.ts";
import { takeRun } from "#db/queries/rounds/runs.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { noReach, inTransaction } from "#app/services/context.ts";
import { clerkEverywhere } from "#app/services/clerk.server.ts";
import { pinStudent, fixTeamCount, unpin, lockTeam } from "#app/services/rounds/pins.server.ts";
import { choiceInPlan, comparePlans, runPage, studentInPlan, workbench } from "#app/services/rounds/plan.server.ts";
import { openPublication, publishPlan } from "#app/services/rounds/publish.server.ts";
import { ownResult, planRows } from "#app/services/rounds/result.server.ts";
import { requestRuns, requestWhatIf, stopRun } from "#app/services/rounds/runs.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import { dropStudent } from "#app/services/rounds/students.server.ts";

const solver = openSolver();
afterAll(() => solver.close());
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
/** Three assignments, nine students who all like the first one most, a coach for three teams; choosing is over. */
async function settle({ students = 9, closed = true } = {}) {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w, { students: 4 });
  while (c.students.length < students) {
    const n = c.students.length;
    const more = await addPerson(w, { name: `Student ${n}`, email: `student${n}@school.example`, ageBand: "18_plus" });
    await grant(w, more, {
      role: "student",
      centreId: c.centreId,
      organizationId: c.institutionId,
      track: "hbo",
      programme: "Watermanagement",
    });
    c.students.push(more);
  }
  const files: string[] = [];
  for (const title of ["Gemaal", "Riool", "Sluis"])
    files.push((await live(await begin(w, c, "effort", { ...question("effort"), title }), "agreeing")).id);
  const { id, choices } = await setUpRound(
    w,
    { slug: "waterkracht", matcher: c.teacher, name: "Voorjaar", programme: "Watermanagement", least: 2 },
    {
      assignments: files,
      guides: [[c.rival, "3"]],
      shared: { discipline: "water_environment", level: "hbo", hours: "40" },
    },
  );
  const [first = "", second = "", third = ""] = choices;
  await roundMove(w, c.teacher, id, "open_choosing", 7);
  for (const [i, student] of c.students.entries())
    await chooses(w, student, id, i % 2 ? [first, third, second] : [first, second, third]);
  if (closed) await roundMove(w, c.teacher, id, "close_choosing");
  const all = await studentsIn(w, c.teacher, id);
  const out = { transact: house.transact, now: w.now, newId: w.newId };
  const work = async () => {
    while (await runSolveJob(out, solver));
  };
  const me = () => w.as(c.teacher);
  const number = async (at: Promise<string>) => Number(/\/indeling\/(\d+)/.exec(await at)?.[1]);
  const propose = async (preset = "default") => {
    const n = await number(requestRuns(await me(), id, { preset }));
    await work();
    return n;
  };
  const plan = async (n: number) => {
    const { plan: found } = await runPage(await me(), id, n);
    if (!found) throw new Error("no plan");
    return found;
  };
  const placeOf = async (n: number, student: string) =>
    (await studentInPlan(await me(), id, n, student)).place?.assignment ?? null;
  const seats = () =>
    within(w, c.teacher, ({ db }) =>
      db
        .select({ assignmentId: members.assignmentId, personId: members.personId })
        .from(members)
        .where(and(eq(members.role, "student"), eq(members.status, "invited"))),
    );
  const letters = (kind: string) =>
    house.transact(noReach, (db) =>
      db
        .select({ personId: accountLetters.personId, data: accountLetters.data })
        .from(accountLetters)
        .where(eq(accountLetters.kind, kind)),
    );
  return {
    house,
    w,
    c,
    id,
    choices,
    files,
    all,
    first,
    second,
    third,
    out,
    work,
    me,
    number,
    propose,
    plan,
    placeOf,
    seats,
    letters,
  };
}

test("a proposal places everybody within the rules, says why, and comes out the same when it is asked again", async () => {
  const { me, id, propose, plan, first, c, w, all } = await settle();
  const one = await propose();
  const found = await plan(one);
  expect(found.summary).toMatchObject({ placed: 9, students: 9, proven: true });
  for (const { teams, size } of found.assignments)
    for (const { students } of teams) {
      expect(students.length).toBeGreaterThanOrEqual(size.min);
      expect(students.length).toBeLessThanOrEqual(size.max);
    }
  const page = await runPage(await me(), id, one);
  expect(page.run).toMatchObject({ status: "done", explained: true, old: false });
  const low = found.assignments
    .flatMap(({ teams }) => teams.flatMap(({ students }) => students))
    .filter(({ rank }) => (rank ?? 0) > 1);
  expect(low.length).toBeGreaterThan(0);
  for (const { id: student, reason } of low) {
    expect(["full", "lottery", "possible", "reserved"]).toContain(reason?.code);
    expect((await studentInPlan(await me(), id, one, student)).student.choices[0]).toEqual([first]);
  }
  const again = await propose();
  expect((await comparePlans(await me(), id, one, again)).difference).toMatchObject({
    moves: [],
    shuffles: [],
    total: 0,
  });
  expect((await workbench(await me(), id)).runs.map((run) => run.number)).toEqual([again, one]);
  expect(await outcome(workbench(await w.as(c.students[0] ?? ""), id))).toBe("not_found");
  expect(await outcome(runPage(await w.as(c.owner), id, one))).toBe("not_found");
  expect(await outcome(studentInPlan(await w.as(c.students[0] ?? ""), id, one, all[0]?.id ?? ""))).toBe("not_found");
});

test("all four ways to weigh choices stand beside each other", async () => {
  const { me, id, work } = await settle();
  expect(await requestRuns(await me(), id, { preset: "all" })).toBe(`/matchen/${id}/indeling`);
  await work();
  const { runs } = await workbench(await me(), id);
  expect(runs.map(({ preset, status, summary }) => [preset, status, summary?.placed])).toEqual(
    ["lowest_total", "fewest_low", "most_first", "default"].map((preset) => [preset, "done", 9]),
  );
});

test("a pin is kept, its price is named, and letting go gives everything back", async () => {
  const { me, id, propose, number, work, placeOf, all, second, first, plan } = await settle();
  const one = await propose();
  const happy = (await plan(one)).assignments.find((a) => a.id === first)?.teams[0]?.students[0]?.id ?? "";
  const pinned = await number(
    pinStudent(
      await me(),
      id,
      { number: one, student: happy },
      { kind: "pin", choice: second, team: "", why: "Werkt daar al." },
    ),
  );
  await work();
  expect(await placeOf(pinned, happy)).toBe(second);
  const page = await runPage(await me(), id, pinned);
  expect(page.run).toMatchObject({ kind: "change", before: one });
  expect(page.difference?.moves.map(({ student }) => student)).toContain(happy);
  expect(page.difference?.moves.length).toBeLessThanOrEqual(2);
  const { pins } = await workbench(await me(), id);
  expect(pins).toMatchObject([{ kind: "pin", choiceId: second, studentId: happy, why: "Werkt daar al.", run: pinned }]);
  // A second word about the same student takes the place of the first.
  const other = await number(
    pinStudent(
      await me(),
      id,
      { number: pinned, student: happy },
      { kind: "forbid", choice: second, why: "Toch niet." },
    ),
  );
  await work();
  expect(await placeOf(other, happy)).not.toBe(second);
  const [last] = (await workbench(await me(), id)).pins;
  const free = await number(unpin(await me(), id, other, last?.id ?? ""));
  await work();
  expect((await workbench(await me(), id)).pins).toEqual([]);
  expect((await plan(free)).summary.total).toBe((await plan(one)).summary.total);
  expect(await outcome(unpin(await me(), id, free, last?.id ?? ""))).toBe("stale");
  expect(
    await outcome(
      pinStudent(
        await me(),
        id,
        { number: one, student: all[0]?.id ?? "" },
        { kind: "pin", choice: second, team: "9", why: "" },
      ),
    ),
  ).toBe("invalid why:required");
  expect(
    await outcome(
      pinStudent(
        await me(),
        id,
        { number: one, student: all[0]?.id ?? "" },
        { kind: "pin", choice: "elsewhere", why: "x" },
      ),
    ),
  ).toBe("invalid choice:not_an_option");
});

test("teams can be kept, closed and tried in another size; a trial changes nothing", async () => {
  const { me, id, propose, number, work, plan, first, third } = await settle();
  const one = await propose();
  const team = (await plan(one)).assignments.find((a) => a.id === first)?.teams[0];
  const locked = await number(
    lockTeam(await me(), id, { number: one, choice: first }, { team: "1", why: "Zij zijn al begonnen." }),
  );
  await work();
  expect((await plan(locked)).assignments.find((a) => a.id === first)?.teams[0]?.students.map((s) => s.id)).toEqual(
    team?.students.map((s) => s.id),
  );
  const running =
    (await plan(locked)).assignments.find(({ id: choice, teams }) => choice !== first && teams.length > 0)?.id ?? third;
  const shut = await number(
    fixTeamCount(await me(), id, { number: locked, choice: running }, { teams: "0", why: "Bedrijf kan niet." }),
  );
  await work();
  const { run } = await runPage(await me(), id, shut);
  if (run.status === "done") expect((await plan(shut)).assignments.find((a) => a.id === running)?.teams).toEqual([]);
  else expect(run.conflict?.rules.length).toBeGreaterThan(0);
  const before = await choiceInPlan(await me(), id, one, third);
  const trial = await number(
    requestWhatIf(await me(), id, { number: one, choice: third }, { size_min: "1", size_max: "8", teams: "2" }),
  );
  await work();
  expect((await runPage(await me(), id, trial)).run).toMatchObject({
    kind: "what_if",
    tried: { choice: third, sizeMin: 1, sizeMax: 8, teams: 2 },
  });
  expect((await choiceInPlan(await me(), id, one, third)).own).toEqual(before.own);
  expect(await outcome(openPublication(await me(), id, trial))).toBe("not_found");
  expect(
    await outcome(
      requestWhatIf(await me(), id, { number: one, choice: third }, { size_min: "4", size_max: "3", teams: "2" }),
    ),
  ).toBe("invalid size_max:number_out_of_range");
});

test("what cannot be is said in rules, with the least to let go", async () => {
  const { me, id, propose, number, work, all, second } = await settle();
  let at = await propose();
  for (const student of all.slice(0, 6)) {
    at = await number(
      pinStudent(await me(), id, { number: at, student: student.id }, { kind: "pin", choice: second, why: "Proef." }),
    );
    await work();
    const { plan } = await runPage(await me(), id, at);
    if (!plan) break;
  }
  const { run } = await runPage(await me(), id, at);
  expect(run.status).toBe("impossible");
  const codes = run.conflict?.rules.map(({ code }) => code) ?? [];
  expect(codes).toContain("pin");
  expect(codes).toContain("size_max");
  expect(run.conflict?.unpin.map(({ code }) => code)).toEqual(["pin"]);
});

test("a run that is stopped stays stopped; one whose server died is taken up again, but not for ever", async () => {
  const { me, id, work, number, out, w, house } = await settle();
  const stopped = await number(requestRuns(await me(), id, { preset: "default" }));
  await stopRun(await me(), id, stopped);
  await work();
  expect((await runPage(await me(), id, stopped)).run.status).toBe("stopped");
  const dropped = await number(requestRuns(await me(), id, { preset: "default" }));
  const clerk = await clerkEverywhere(out);
  const take = () =>
    inTransaction(clerk, ({ db }) => takeRun(db, { now: w.now(), until: new Date(+w.now() + 15_000) }));
  expect((await take())?.number).toBe(dropped); // a server that then falls silent
  expect(await take()).toBeUndefined();
  expect((await runPage(await me(), id, dropped)).run.status).toBe("running");
  w.travel(new Date(+w.now() + 20_000));
  await work();
  expect((await runPage(await me(), id, dropped)).run.status).toBe("done");
  const poison = await number(requestRuns(await me(), id, { preset: "default" }));
  for (let n = 0; n < 3; n++) {
    expect((await take())?.number).toBe(poison);
    w.travel(new Date(+w.now() + 20_000));
  }
  await work();
  expect((await runPage(await me(), id, poison)).run.status).toBe("broken");
  expect(
    await house.transact({ person: "", centres: w.centres, organizations: [] }, (db) =>
      db.select({ n: roundRuns.number }).from(roundRuns),
    ),
  ).toHaveLength(3);
});

test("a solver that breaks down is tried again by itself", async () => {
  const { me, id, number, out } = await settle();
  const asked = await number(requestRuns(await me(), id, { preset: "default" }));
  let calls = 0;
  const flaky: Parameters<typeof runSolveJob>[1] = {
    run: (kind, input, asking) =>
      ++calls === 1 ? Promise.reject(new Error("broke down")) : solver.run(kind, input, asking),
  };
  expect(await outcome(runSolveJob(out, flaky))).toBe("Error: broke down");
  expect((await runPage(await me(), id, asked)).run.status).toBe("waiting");
  while (await runSolveJob(out, flaky));
  expect((await runPage(await me(), id, asked)).run.status).toBe("done");
});

test("publishing invites every team into its file and tells each once; a student reads their own result and nothing else", async () => {
  const { me, id, propose, seats, letters, c, w, all, plan, files, first } = await settle();
  const one = await propose();
  const { blockers, form, invited } = await openPublication(await me(), id, one);
  expect(blockers).toEqual([]);
  expect(invited).toBe(9);
  expect(await outcome(publishPlan(await me(), id, one, (form.version ?? 0) - 1))).toBe("stale");
  expect(await seats()).toEqual([]);
  await publishPlan(await me(), id, one, form.version ?? null);
  expect((await seats()).map(({ personId }) => personId).sort()).toEqual([...c.students].sort());
  const inFirst =
    (await plan(one)).assignments
      .find((a) => a.id === first)
      ?.teams.flatMap(({ students }) => students.map((s) => s.id)) ?? [];
  expect(
    (await seats())
      .filter(({ assignmentId }) => assignmentId === files[0])
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
  const own = await ownResult(await w.as(low?.personId ?? ""), id);
  expect(own).toMatchObject({ published: true, first });
  expect(own.reason?.code).toBeTruthy();
  expect(Object.keys(own.titles)).toHaveLength(2);
  expect(own.mates).not.toContain(low?.name);
  for (const who of [c.owner, c.teacher, c.developer])
    expect(await outcome(ownResult(await w.as(who), id))).toBe("not_found");
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
