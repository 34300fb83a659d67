// @module-tag slow
import { afterAll, expect, test } from "vitest";
import { roundRuns } from "#db/schema.ts";
import { takeRun } from "#db/queries/rounds/runs.server.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { pinStudent, fixTeamCount, unpin, lockTeam } from "#app/services/rounds/pins.server.ts";
import { choiceInPlan, comparePlans, runPage, studentInPlan, workbench } from "#app/services/rounds/plan.server.ts";
import { openPublication } from "#app/services/rounds/publish.server.ts";
import { requestRuns, requestWhatIf, stopRun } from "#app/services/rounds/runs.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import { outcome, plannedRound } from "./planned-round.ts";

const solver = openSolver();
afterAll(() => solver.close());
const settle = (options?: Parameters<typeof plannedRound>[1]) => plannedRound(solver, options);

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
  const { me, id, propose, number, work, placeOf, all, second, first, plan, w, c } = await settle();
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
  expect(pins[0]?.by.actor).toBe(w.names.get(c.teacher));
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
  const systemContext = await systemContextEverywhere(out);
  const take = () =>
    inTransaction(systemContext, ({ db }) => takeRun(db, { now: w.now(), until: new Date(+w.now() + 15_000) }));
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

test("an assignment without a team is told first and why, and coaches who move stand in what changes and beside each other", async () => {
  const { me, id, propose, plan, number, work } = await settle({ coaches: 2 });
  const one = await propose();
  const before = await plan(one);
  const shut = before.assignments.find(({ teams }) => teams.length > 0)?.id ?? "";
  const coach = before.assignments.find(({ id: choice }) => choice === shut)?.teams[0]?.guides[0];
  const next = await number(
    fixTeamCount(await me(), id, { number: one, choice: shut }, { teams: "0", why: "Bedrijf kan niet." }),
  );
  await work();
  const page = await runPage(await me(), id, next);
  expect(page.plan?.withoutTeam).toContainEqual(
    expect.objectContaining({
      assignment: shut,
      because: { rule: expect.objectContaining({ code: "teams_fixed" }), found: 0 },
    }),
  );
  expect(page.difference?.guides).toContainEqual(
    expect.objectContaining({ guide: coach, from: [{ assignment: shut, team: 1 }] }),
  );
  const beside = await comparePlans(await me(), id, one, next);
  expect(beside.difference.guides).toEqual(page.difference?.guides);
  expect(beside.sides.map(({ withoutTeam }) => withoutTeam.includes(shut))).toEqual([false, true]);
  expect((await openPublication(await me(), id, next)).withoutTeam).toContain(shut);
  // Who stays keeps the coach: nothing that goes on has another one.
  const after = await plan(next);
  for (const { id: choice, teams } of after.assignments)
    for (const team of teams) {
      const was = before.assignments.find((a) => a.id === choice)?.teams.find((t) => t.team === team.team);
      if (was) expect(team.guides).toEqual(was.guides);
    }
});
