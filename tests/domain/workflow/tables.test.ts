import { describe, expect, test } from "vitest";
import { recordOnlyMoves } from "#app/domain/assignment/record-only.ts";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import { assignmentProcess, families, heldByDispute, lineOf, resolvedBy } from "#app/domain/assignment/process.ts";
import { clockIds, clocks } from "#app/domain/workflow/clocks.ts";
import { disputable } from "#app/domain/assignment/overlays.ts";
import { fieldsFor, evaluate, allowedRoles, offeredMoves, type Rule } from "#app/domain/workflow/machine.ts";
import { allProcesses, type AnyMachine } from "#app/domain/workflow/processes.ts";
import { satisfyingFactsOf } from "#tests/support/satisfying/facts.ts";
import { unexplained } from "#app/domain/fields/reasons.ts";
import { assignmentStatuses, obligations, relations, type AssignmentStatus, type Role } from "#app/domain/words.ts";
const holders = [...relations, "system"] as const;
const entries = Object.entries(allProcesses) as unknown as [keyof typeof allProcesses, AnyMachine][];
const statusesOf = (m: AnyMachine) => ["new", ...m.statuses];
/** Holds guards that judge the person, not the assignment: they are tested by themselves below. */
const personal = new Set([
  "roles_apart",
  "coordinator_neutral",
  "own_side",
  "other_side",
  "last_notice_passed",
  "not_yet_signed_by_you",
  "own_people",
]);

for (const [object, m] of entries)
  describe(object, () => {
    for (const [name, rule] of Object.entries(m.moves) as [string, Rule<string, string>][])
      for (const obligation of obligations)
        for (const status of statusesOf(m)) {
          const facts = {
            ...satisfyingFactsOf[object](status as never, obligation, rule.guards),
            ...(rule.under ? { [rule.under]: true } : {}),
          };
          test(`${name} when ${status} under ${obligation}: exactly who may`, () => {
            for (const role of holders) {
              const here =
                rule.from.includes(status) &&
                (rule.only ?? obligation) === obligation &&
                allowedRoles(rule, status).includes(role);
              const verdict = evaluate({ ...m, guards: withoutPersonal(m) }, name, facts, new Set<Role>([role]));
              expect(
                verdict.ok,
                `${role} ${here ? "may" : "may not"}${verdict.ok ? "" : `: ${verdict.why} ${verdict.missing}`}`,
              ).toBe(here);
            }
          });
        }
    test("whom a row does not name hears only that, whatever state it is in", () => {
      for (const [name, rule] of Object.entries(m.moves))
        for (const status of m.statuses)
          for (const role of holders.filter((one) => !rule.by.includes(one))) {
            const facts = satisfyingFactsOf[object](status as never, "effort");
            expect(evaluate(m, name, facts, new Set<Role>([role])), `${name} in ${status} by ${role}`).toMatchObject({
              ok: false,
              why: "not_yours",
            });
          }
      for (const { by, byIn } of Object.values(m.moves))
        for (const narrower of Object.values(byIn ?? {}))
          expect(by).toEqual(expect.arrayContaining([...(narrower ?? [])]));
    });
    test("every move leads to a state of its own table and is reachable by somebody", () => {
      for (const rule of Object.values(m.moves)) {
        expect([...m.statuses, "same"]).toContain(rule.to);
        expect(rule.by.length).toBeGreaterThan(0);
      }
    });
    test("an offer never hides a guard the judge would name", () => {
      for (const status of m.statuses)
        for (const obligation of obligations)
          for (const role of holders) {
            const facts = satisfyingFactsOf[object](status as never, obligation);
            for (const offer of offeredMoves(m, facts, new Set<Role>([role]))) {
              const verdict = evaluate(m, offer.name, facts, new Set<Role>([role]));
              expect(verdict.ok ? [] : verdict.missing).toEqual(offer.missing);
            }
          }
    });
  });
const withoutGuards = Object.fromEntries(
  Object.keys(assignmentProcess.guards).map((id) => [id, () => true]),
) as unknown as typeof assignmentProcess.guards;
const withoutPersonal = (m: AnyMachine) =>
  Object.fromEntries(Object.entries(m.guards).map(([id, guard]) => [id, personal.has(id) ? () => true : guard]));

test("overlays stop every move that does not say it works meanwhile", () => {
  for (const [name, rule] of Object.entries(assignmentProcess.moves))
    for (const overlay of ["onHold", "disputed"] as const) {
      const status = rule.from.find((s) => s !== "new");
      if (!status) continue;
      const facts = {
        ...satisfyingFactsOf.assignment(status as never, rule.only ?? "effort", rule.guards),
        [overlay]: true,
      } as never;
      const verdict = evaluate(
        assignmentProcess,
        name as keyof typeof assignmentProcess.moves,
        facts,
        new Set(rule.by),
      );
      if (!rule.evenOn?.includes(overlay)) expect(verdict.ok, `${name} while ${overlay}`).toBe(false);
    }
});
test("a move that lifts an overlay is for assignments that lie under it", () => {
  const lifting = Object.entries(assignmentProcess.moves).filter(
    ([, rule]) => rule.to === "same" && Object.values(rule.sets ?? {}).includes(false),
  );
  expect(lifting.map(([name]) => name).sort()).toEqual(["resume", "settle_dispute", "settle_without_solution"]);
  for (const [name, rule] of lifting) {
    const facts = satisfyingFactsOf.assignment(rule.from[0] as never, "effort", rule.guards) as never;
    expect(evaluate(assignmentProcess, name as "resume", facts, new Set(rule.by))).toMatchObject({
      ok: false,
      why: "wrong_status",
    });
  }
});
test("a dispute holds up delivering, judging, finishing and closing, and nothing else", () => {
  for (const [name, rule] of Object.entries(assignmentProcess.moves))
    for (const status of rule.from.filter((s) => disputable.includes(s as never))) {
      const obligation = rule.only ?? "effort";
      const facts = {
        ...satisfyingFactsOf.assignment(status as never, obligation, rule.guards),
        onHold: false,
        disputed: true,
      } as never;
      const verdict = evaluate(
        { ...assignmentProcess, guards: withoutGuards },
        name as "stop",
        facts,
        new Set(allowedRoles(rule, status)),
      );
      expect(verdict.ok, `${name} in ${status}`).toBe(!heldByDispute.includes(name) && rule.under !== "onHold");
    }
});
test("every exit works on an assignment that is paused or disputed, and ends both", () => {
  const ended = ["rejected", "withdrawn", "stopped", "terminated"];
  const exits = Object.entries(assignmentProcess.moves).filter(
    ([name, rule]) => ended.includes(rule.to) || name === "close_no_reply",
  );
  expect(exits).toHaveLength(5);
  for (const [name, rule] of exits) {
    expect(rule.evenOn, name).toEqual(["onHold", "disputed"]);
    expect(rule.sets, name).toEqual({ onHold: false, disputed: false });
  }
});
/** Lists rows of docs/domain.md 6.3 and 6.4 in which a state decides who may. */
const narrower: [keyof typeof assignmentProcess.moves, AssignmentStatus, string][] = [
  ["reject", "submitted", "triager"],
  ["reject", "intake", "coordinator"],
  ["withdraw", "draft", "client_owner problem_owner"],
  ["withdraw", "submitted", "client_owner problem_owner"],
  ["withdraw", "intake", "client_owner"],
  ["withdraw", "published", "client_owner"],
  ["withdraw", "agreeing", "client_owner"],
  ["extend", "published", "coordinator business_developer"],
  ["extend", "acceptance_test", "coordinator"],
  ["extend", "rework", "client_owner"],
];
test.each(narrower)("%s in %s is for %s", (name, status, who) => {
  expect(allowedRoles(assignmentProcess.moves[name], status)).toEqual(who.split(" "));
});
test("a state narrows who may, and never widens it", () => {
  for (const [, m] of entries)
    for (const rule of Object.values(m.moves))
      for (const [status, by] of Object.entries(rule.byIn ?? {})) {
        expect(rule.from).toContain(status);
        for (const who of by ?? []) expect(rule.by).toContain(who);
      }
});
test("on which grounds the work may stop, and what is asked of whom", () => {
  const facts = satisfyingFactsOf.assignment("in_progress" as never, "effort") as never;
  const said = {
    ground: "client_ends",
    settlement: "Uren vergoed",
    settlement_amount: null,
    settlement_due: "2027-01-01",
    plan_per_student: "",
  };
  const missing = (who: Role, answers: object, over: object = {}) => {
    const v = evaluate(assignmentProcess, "stop", { ...(facts as object), ...over } as never, new Set([who]), {
      ...said,
      ...answers,
    } as never);
    return v.ok ? [] : v.missing;
  };
  expect(missing("client_owner", {})).toEqual([]);
  expect(missing("client_owner", { settlement_due: null })).toEqual(["settlement_recorded"]);
  expect(missing("coordinator", {})).toEqual(["study_continuity", "ground_fits"]);
  expect(missing("coordinator", { ground: "mutual", plan_per_student: "Ander team" })).toEqual([]);
  expect(missing("coordinator", { ground: "midterm_stop", plan_per_student: "Ander team" })).toEqual(["ground_fits"]);
  expect(
    missing("institution_signatory", { ground: "weighty_reason", plan_per_student: "Ander team" }, { records: {} }),
  ).toEqual(["manager_agrees"]);
});
test("the floor under result teams is the centre's to lift", () => {
  const facts = satisfyingFactsOf.assignment("signed" as never, "result") as AssignmentFacts;
  const young = { ...facts, team: facts.team.map((m) => (m.role === "student" ? { ...m, level: "mbo-2" } : m)) };
  const roles = (f: AssignmentFacts) => assignmentProcess.guards.result_team_ok(f, new Set(), null);
  expect([roles(facts), roles(young), roles({ ...young, resultTeamFloor: false })]).toEqual([true, false, true]);
});
test("each failed criterion needs its finding; a file added after the check is checked again", () => {
  const facts = satisfyingFactsOf.assignment("acceptance_test" as never, "result") as AssignmentFacts;
  const verdict = (finding: boolean) => ({ met: "not_met", evidence: true, measurer: true, finding, answer: false });
  const found = (verdicts: AssignmentFacts["verdicts"]) =>
    assignmentProcess.guards.findings_on_criteria({ ...facts, verdicts }, new Set(), null);
  expect([found([verdict(true), verdict(true)]), found([verdict(true), verdict(false)]), found([])]).toEqual([
    true,
    false,
    false,
  ]);
  const safe = (filledAt: Date) =>
    assignmentProcess.guards.content_safe(
      { ...facts, delivery: facts.delivery && { ...facts.delivery, filledAt } },
      new Set(),
      null,
    );
  expect([safe(new Date("2026-11-01T08:00:00Z")), safe(new Date("2026-11-02T08:00:00Z"))]).toEqual([true, false]);
});
test("employees of the team are asked for their evaluation too", () => {
  const facts = satisfyingFactsOf.assignment("anchoring" as never, "effort") as AssignmentFacts;
  const withEmployee = {
    ...facts,
    team: [
      ...facts.team,
      {
        role: "employee_participant" as const,
        active: true,
        track: null,
        level: null,
        ageBand: null,
        annexesSigned: true,
        guardianOk: true,
      },
    ],
  };
  const all = (f: AssignmentFacts) => assignmentProcess.guards.evaluations_in(f, new Set(), null);
  expect([
    all(facts),
    all(withEmployee),
    all({
      ...withEmployee,
      records: { ...facts.records, asked_employee: { count: 2, about: 1, at: facts.now } },
    }),
  ]).toEqual([true, false, true]);
});
test("`anders` asks for an explanation wherever there is room for one", () => {
  for (const [, m] of entries)
    for (const [name, rule] of Object.entries(m.moves))
      if (rule.reasons) {
        const fields = fieldsFor(rule, new Set(rule.by), { obligation: "effort", ladderStep: "talk" });
        expect(
          "explanation" in fields
            ? unexplained(fields, { reason: "anders", explanation: "" })
            : Object.entries(fields).some(([id, f]) => id !== "reason" && f.required),
          name,
        ).toBe(true);
      }
});
test("what only an effort knows, a result is not asked", () => {
  const rule: Rule<string, string> = assignmentProcess.moves.declare_not_in_use;
  const options = (obligation: "effort" | "result") => {
    const { reason } = fieldsFor(rule, new Set(["client_owner"]), { obligation, ladderStep: null });
    return reason?.kind === "choice" ? reason.options : [];
  };
  expect(options("effort")).toContain("geen_implementatie_beoogd");
  expect(options("result")).not.toContain("geen_implementatie_beoogd");
  const forecast = (obligation: "effort" | "result", who: Role) =>
    "forecast" in fieldsFor(assignmentProcess.moves.record_midterm, new Set([who]), { obligation, ladderStep: null });
  expect([
    forecast("effort", "project_manager"),
    forecast("result", "project_manager"),
    forecast("result", "client_owner"),
  ]).toEqual([false, true, false]);
});
test("each line has fourteen stops; every state has a family", () => {
  for (const obligation of obligations) expect(lineOf(obligation)).toHaveLength(14);
  for (const status of assignmentStatuses) {
    expect(
      Object.values(families)
        .flat()
        .filter((s) => s === status),
    ).toHaveLength(1);
  }
});
test("every clock that a table starts exists, and every clock is started by some move", () => {
  const started = new Set(entries.flatMap(([, m]) => Object.values(m.moves).flatMap((r) => r.starts ?? [])));
  expect(clockIds.filter((id) => !started.has(id))).toEqual([]);
  for (const id of started) expect(clocks[id]).toBeDefined();
});
test("a guard that names a resolving act names one that exists", () => {
  const pages = ["edit", "agreement", "team", "milestone", "flag", "delivery", "profile"];
  for (const [guard, remedy] of Object.entries(resolvedBy)) {
    expect(guard in assignmentProcess.guards).toBe(true);
    expect(pages.includes(remedy) || remedy in assignmentProcess.moves).toBe(true);
  }
});
test("acts keep the state", () => {
  for (const act of Object.values(recordOnlyMoves)) expect(act.to).toBe("same");
});
