// @module-tag slow
import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignmentProcess } from "#app/domain/assignment/process.ts";
import { evaluate, type Rule } from "#app/domain/workflow/machine.ts";
import { judgesNothingAs } from "#app/domain/team/seats.ts";
import {
  seatRoles,
  type AssignmentStatus,
  type Obligation,
  type OrganizationRole,
  type Role,
} from "#app/domain/words.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { memberships } from "#db/schema.ts";
import { act, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { grant, type World } from "#db/seed/world.ts";
import { satisfyingFacts } from "#tests/support/satisfying/assignment.ts";
import { storyPerTest } from "#tests/support/lived-once.ts";

let w: World;
let c: Cast;
const story = storyPerTest();
async function lived(to: AssignmentStatus, obligation: Obligation): Promise<Line> {
  const begun = await story(to, obligation);
  ({ w, c } = begun);
  return begun.line;
}
const moves = Object.entries(assignmentProcess.moves) as [string, Rule<string, string>][];
const judging = moves.filter(([, rule]) => rule.guards?.includes("maker_apart"));

test("whatever the company judges of a delivery is kept from who made it, and nothing else", () => {
  expect(judging.map(([name]) => name).toSorted()).toEqual([
    ...["accept", "accept_with_deviation", "finish_review", "judge_afterwards", "judge_criteria"],
    ...["record_check", "report_incomplete", "request_rework"],
  ]);
  // Lists what the company answers in the delivery and does not judge: it opens review or test, gives time, says how it went.
  const answers = moves.filter(
    ([, { shows, by }]) =>
      shows?.in === "delivery" && by.some((role) => judges.has(role)) && !by.includes("coordinator"),
  );
  expect(answers.map(([name]) => name).filter((name) => !judging.some(([other]) => other === name))).toEqual([
    "open_closing_review",
    "open_acceptance",
    "extend_together",
    "evaluate",
  ]);
});
const judges = new Set<string>(judgesNothingAs(seatRoles));
test.each(judging)("%s is refused to every judge who sits in the team, and to no other", (name, rule) => {
  const obligation = rule.only ?? "effort";
  const missing = (role: Role, apartAs: readonly OrganizationRole[]) => {
    const facts = { ...satisfyingFacts(rule.from[0] as never, obligation, rule.guards), apartAs };
    const verdict = evaluate(assignmentProcess, name as never, facts, new Set<Role>([role]));
    return verdict.ok ? [] : verdict.missing;
  };
  for (const role of rule.by.filter((one) => one !== "system")) {
    expect(missing(role, judgesNothingAs(["employee_participant"])).includes("maker_apart"), role).toBe(
      judges.has(role),
    );
    expect(missing(role, judgesNothingAs(["field_expert", "end_user", "student"])), role).not.toContain("maker_apart");
  }
});
test.each([
  ["acceptance_test", "result", "judge_criteria"],
  ["closing_review", "effort", "finish_review"],
  ["delivered", "effort", "report_incomplete"],
] as const)(
  "in %s an employee of the team who is made owner is not on turn, and is told whom to ask",
  async (to, kind, move) => {
    const line = await lived(to, kind);
    for (const role of ["client_owner", "problem_owner"] as const)
      await grant(w, c.employee, { role, organizationId: c.companyId });
    await expect(act(w, c.employee, "assignment", line.id, move, {})).rejects.toMatchObject({
      missing: expect.arrayContaining(["maker_apart"]),
    });
    const frame = async (who: string) => (await overview(await w.as(who), line.id)).frame;
    expect((await frame(c.owner)).turn.mine, "of the other owner it is the turn").toBe(true);
    expect((await frame(c.employee)).turn.asked).not.toContain(move);
  },
);
test("where nobody else of the company can judge, somebody is asked to appoint one, and then it is theirs", async () => {
  const line = await lived("acceptance_test", "result");
  await grant(w, c.employee, { role: "client_owner", organizationId: c.companyId });
  await within(w, c.coordinator, ({ db }) =>
    db
      .update(memberships)
      .set({ endedAt: w.now() })
      .where(and(eq(memberships.organizationId, c.companyId), inArray(memberships.personId, [c.owner, c.contact]))),
  );
  const turn = async (who: string) => (await overview(await w.as(who), line.id)).frame.turn;
  expect(await turn(c.developer)).toMatchObject({ mine: true, turn: { ask: "appoint", missing: "client_owner" } });
  await grant(w, c.rival, { role: "client_owner", organizationId: c.companyId });
  expect((await turn(c.developer)).mine).toBe(false);
  expect((await turn(c.rival)).mine).toBe(true);
});
