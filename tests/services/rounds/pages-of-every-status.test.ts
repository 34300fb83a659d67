// @module-tag slow
import { afterAll, expect, test } from "vitest";
import { roundStatuses } from "#app/domain/rounds/words.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { roundAssignmentsPage } from "#app/services/rounds/assignments.server.ts";
import { ratingPage, saveRatings } from "#app/services/rounds/candidate-ratings.server.ts";
import { carryOverPage } from "#app/services/rounds/carry-over.server.ts";
import { guidesPage } from "#app/services/rounds/guides.server.ts";
import { peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { preferencesPage } from "#app/services/rounds/preferences.server.ts";
import { publishPlan } from "#app/services/rounds/publish.server.ts";
import { ownResult } from "#app/services/rounds/result.server.ts";
import { roundPage } from "#app/services/rounds/round-page.server.ts";
import { roundStudentsPage } from "#app/services/rounds/students.server.ts";
import { outcome, plannedRound } from "./planned-round.ts";

const solver = openSolver();
afterAll(() => solver.close());

test("every page of a round that somebody was led to opens in every status of that round, and for nobody else", async () => {
  const { w, c, id, raw, choices, propose, me } = await plannedRound(solver, { students: 5 });
  await publishPlan(await me(), id, await propose(), null);
  const [choice = ""] = choices;
  const student = c.students[0] ?? "";
  const pages = {
    choose: { for: [student], read: async (who: string) => preferencesPage(await w.as(who), id, "") },
    result: { for: [student], read: async (who: string) => ownResult(await w.as(who), id) },
    candidates: { for: [c.owner, c.contact], read: async (who: string) => ratingPage(await w.as(who), id, choice, 1) },
    round: { for: [c.teacher, c.coordinator], read: async (who: string) => roundPage(await w.as(who), id) },
    students: {
      for: [c.teacher, c.coordinator],
      read: async (who: string) => roundStudentsPage(await w.as(who), id, { page: 1, search: "", chosen: null }),
    },
    assignments: {
      for: [c.teacher, c.coordinator],
      read: async (who: string) => roundAssignmentsPage(await w.as(who), id, { page: 1, search: "" }),
    },
    coaches: { for: [c.teacher, c.coordinator], read: async (who: string) => guidesPage(await w.as(who), id) },
    wishes: { for: [c.teacher, c.coordinator], read: async (who: string) => peerWishesPage(await w.as(who), id, 1) },
    priority: { for: [c.teacher, c.coordinator], read: async (who: string) => carryOverPage(await w.as(who), id) },
  };
  const everybody = [student, c.owner, c.contact, c.teacher, c.coordinator, c.employee];
  for (const status of roundStatuses) {
    await raw`update rounds set status = ${status} where id = ${id}`;
    for (const [name, page] of Object.entries(pages))
      for (const who of everybody) {
        // While a round is set up only who makes its plans knows of it.
        const led = page.for.includes(who) && (status !== "draft" || page.for.includes(c.teacher));
        const at = `${name}, ${status}, ${everybody.indexOf(who)}`;
        expect(await outcome(page.read(who)), at).toBe(led ? "done" : "not_found");
      }
  }
});
test("a company reads what became of the candidates of each of its assignments, with its teams or without, and rates no more", async () => {
  const { w, c, id, raw, choices, assignments, propose, plan, me } = await plannedRound(solver, { students: 5 });
  const one = await propose();
  const page = async (choice: string) => ratingPage(await w.as(c.owner), id, choice, 1);
  expect((await page(choices[0] ?? "")).closed).toBeNull();
  await publishPlan(await me(), id, one, null);
  const made = (await plan(one)).assignments;
  let without = 0;
  for (const [at, choice] of choices.entries()) {
    const { teams = [] } = made.find((assignment) => assignment.id === choice) ?? {};
    const { closed, rows, total, ...told } = await page(choice);
    expect([closed, rows, total]).toEqual(["published", [], 0]);
    expect(told.assignmentId).toBe(assignments[at]);
    expect(told.teams).toEqual(teams.map(({ students }) => ({ planned: students.length, joined: 0 })));
    // Who was put in a team is asked into it, and counts as joined from their own yes on.
    await raw`update members set status = 'active' where assignment_id = ${assignments[at] ?? ""} and role = 'student'`;
    const joined = teams.map(({ students }) => ({ planned: students.length, joined: students.length }));
    expect((await page(choice)).teams).toEqual(joined);
    if (teams.length === 0) without++;
  }
  expect(without).toBeGreaterThan(0);
  expect(without).toBeLessThan(choices.length);
  const rate = async () => outcome(saveRatings(await w.as(c.owner), id, choices[0] ?? "", {}));
  expect(await rate()).toBe("wrong_status");
  await raw`update rounds set status = 'choosing', published_run = null where id = ${id}`;
  expect(await page(choices[0] ?? "")).toMatchObject({ closed: "choosing", teams: null, rows: [] });
  await raw`update rounds set status = 'matching' where id = ${id}`;
  await raw`update assignments set status = 'stopped' where id = ${assignments[0] ?? ""}`;
  expect(await page(choices[0] ?? "")).toMatchObject({ closed: "stopped", rows: [] });
  expect(await rate()).toBe("wrong_status");
});
