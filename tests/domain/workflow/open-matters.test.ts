import { cutShort } from "#app/domain/assignment/ending.ts";
import { describe, expect, test } from "vitest";
import { over } from "#app/domain/assignment/process.ts";
import { claimMoves, claimProcess } from "#app/domain/claims/process.ts";
import { evaluate, type Rule } from "#app/domain/workflow/machine.ts";
import { allProcesses, type AnyMachine } from "#app/domain/workflow/processes.ts";
import { openClaim, type Role } from "#app/domain/words.ts";
import { satisfyingFactsOf } from "#tests/support/satisfying/facts.ts";

type Rows = [string, Rule<string, string>][];
const machines = Object.entries(allProcesses) as unknown as [keyof typeof allProcesses, AnyMachine][];
const rowsOf = ({ moves }: AnyMachine) => Object.entries(moves) as Rows;
/** Returns states that no row leads out of: the matter is over. */
const finalIn = (m: AnyMachine) =>
  m.statuses.filter(
    (status) => !rowsOf(m).some(([, { from, to }]) => from.includes(status) && to !== "same" && to !== status),
  );
const byPeople = ({ by }: Rule<string, string>) => by.filter((role) => role !== "system");

/** Lists what is done to something that is over, each with why. */
const afterwards: Record<string, string> = {
  "assignment.plan_study": "students of work that was cut short go on elsewhere",
  "assignment.record_payment": "what was due by then is still paid",
  "assignment.agree_settlement": "what ended before its end is settled",
  "assignment.record_check": "whether the result is in use is asked up to a year later",
  "round.publish_plan": "students leave, and those who stay are placed again",
};
describe("a matter that is over takes no act", () => {
  test.each(machines)("%s", (object, m) => {
    const late = rowsOf(m).filter(
      ([, rule]) => byPeople(rule).length > 0 && rule.from.some((status) => finalIn(m).includes(status)),
    );
    expect(late.map(([name]) => `${object}.${name}`).sort()).toEqual(
      Object.keys(afterwards)
        .filter((row) => row.startsWith(`${object}.`))
        .sort(),
    );
  });
});

/** Lists what outlives the assignment or ends with it by itself, with why its own state says enough. */
const ownState: Record<string, string> = {
  assignment: "it is the assignment",
  claim: "claims end with the choice or with the assignment (`rivals`, `claim.let_go`)",
  agreement: "versions lapse or end with it",
  interest: "lapses with it, and may be taken back whenever it stands",
  flag: "what somebody raised is answered also afterwards: a concern most of all",
  guarantee_case: "the guarantee begins when the work is done",
  showcase: "what is shown comes after the work",
  showcase_consent: "and so does the consent to it",
  round: "belongs to no assignment",
};
/** What is judged for a study is judged in any outcome (docs/domain.md 3.1). */
const inAnyOutcome = ["member.assess", "member.correct_assessment"];
describe("nothing is done to a part of an assignment that is over", () => {
  for (const [object, m] of machines.filter(([name]) => !(name in ownState)))
    test.each(rowsOf(m).filter(([, rule]) => byPeople(rule).length > 0))(`${object}.%s`, (name, rule) => {
      for (const status of rule.from)
        for (const assignmentStatus of over) {
          if (inAnyOutcome.includes(`${object}.${name}`) && ["closed", ...cutShort].includes(assignmentStatus))
            continue;
          const facts = {
            ...satisfyingFactsOf[object](status as never, rule.only ?? "effort", rule.guards),
            assignmentStatus,
          };
          const verdict = evaluate(m, name, facts, new Set<Role>(byPeople(rule)));
          expect(verdict, `${name} when ${status} of an assignment that is ${assignmentStatus}`).toMatchObject({
            ok: false,
            why: "guards",
          });
        }
    });
});

test("a claim past its date takes nothing but another date: nobody declines, chooses or withdraws it", () => {
  const past = new Date("2026-01-01T00:00:00Z");
  const acts = (Object.entries(claimMoves) as Rows).filter(
    ([, rule]) => byPeople(rule).length > 0 && rule.from.some((status) => openClaim.some((one) => one === status)),
  );
  expect(acts.map(([name]) => name)).toContain("decline_claim");
  for (const [name, rule] of acts)
    for (const status of rule.from) {
      const facts = { ...satisfyingFactsOf.claim(status as never, "effort", rule.guards), validUntil: past };
      expect(
        evaluate(claimProcess as unknown as AnyMachine, name, facts, new Set<Role>(byPeople(rule))),
        `${name} when ${status}`,
      ).toMatchObject({ ok: false, missing: expect.arrayContaining(["claim_open"]) });
    }
});
