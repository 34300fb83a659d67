import { expect, test } from "vitest";
import type { AssignmentFacts } from "#app/domain/assignment/facts.ts";
import { assignmentProcess, type AssignmentGuard } from "#app/domain/assignment/process.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { orders, type Due, type TurnAssignment } from "#app/domain/turns/assignment.ts";
import { leading, mayKnowDue } from "#app/domain/turns/readers.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import { assignmentStatuses, type AssignmentStatus, type Relation } from "#app/domain/words.ts";
import { turnAssignment } from "#tests/support/turns/assignment.ts";
import { scenes } from "#tests/support/turns/scenes.ts";

type Waits = Pick<AssignmentFacts, "toInvoice" | "toPay">;
const nothing: Waits = { toInvoice: 0, toPay: 0 };
/** Each side has an administration of its own: both are `finance` to the assignment. */
const sides = { payer: ["client_owner", "company clerk"], payee: ["school clerk"], both: ["coordinator"] };
/** Returns an assignment on which so much waits to be invoiced and to be paid, as each person's own facts say it. */
function withMoney(waits: Waits, gone: readonly string[] = [], running: number | null = 20): TurnAssignment {
  const base = turnAssignment({
    ...{ status: "completed", obligation: "effort", without: ["finance"] },
    ...(running === null ? {} : { running: { payment: running } }),
  });
  const of = (person: string | null): Waits => {
    if (person === null || sides.both.includes(person)) return waits;
    if (sides.payer.includes(person)) return { ...nothing, toPay: waits.toPay };
    return sides.payee.includes(person) ? { ...nothing, toInvoice: waits.toInvoice } : nothing;
  };
  const owed = (person: string | null) => (person === "earlier_finance" ? { payable: waits.toPay } : {});
  const clerks = ["company clerk", "school clerk"].map((name) => [name, new Set<Relation>(["finance"])] as const);
  return {
    ...base,
    parts: [
      { object: "assignment", id: base.id, facts: (person) => ({ ...base.facts, ...of(person), ...owed(person) }) },
    ],
    people: new Map([...base.people, ...clerks].filter(([person]) => !gone.includes(person))),
  };
}
const asked = (assignment: TurnAssignment) =>
  duesOn(assignment)
    .filter(({ act }) => "page" in act || act.move === "record_payment")
    .map(({ ask, people, missing }) => [ask, [...people].sort(), missing ?? null]);

test("who invoices is on turn while something that is due is not invoiced, who pays while something can be paid", () => {
  expect(asked(withMoney({ toInvoice: 1, toPay: 0 }))).toEqual([["invoice", ["school clerk"], null]]);
  expect(asked(withMoney({ toInvoice: 0, toPay: 1 }))).toEqual([["payment", ["client_owner", "company clerk"], null]]);
  expect(asked(withMoney({ toInvoice: 2, toPay: 1 })).map(([ask]) => ask)).toEqual(["payment", "invoice"]);
  expect(asked(withMoney(nothing))).toEqual([]);
  expect(asked(withMoney({ toInvoice: 1, toPay: 1 }, [], null)), "without its clock nothing is asked").toEqual([]);
});
test("a school without an administration has the coordinator invoice; a client without anybody is given somebody", () => {
  expect(asked(withMoney({ toInvoice: 1, toPay: 0 }, ["school clerk"]))).toEqual([
    ["invoice", ["coordinator"], "finance"],
  ]);
  expect(asked(withMoney({ toInvoice: 0, toPay: 1 }, ["company clerk"]))).toEqual([
    ["payment", ["client_owner"], null],
  ]);
  expect(asked(withMoney({ toInvoice: 0, toPay: 1 }, sides.payer))).toEqual([
    ["appoint", ["business_developer"], "client_owner"],
  ]);
});
test("the other side waits and knows it, a team that left only for what it is owed", () => {
  const knows = (waits: Waits, person: string, relation: Relation) =>
    duesOn(withMoney(waits)).some(
      (due) =>
        ["invoice", "payment"].includes(due.ask) &&
        mayKnowDue(due, person, new Set([relation]), withMoney(waits).facts.status),
    );
  expect(knows({ toInvoice: 1, toPay: 0 }, "client_owner", "client_owner")).toBe(true);
  expect(knows({ toInvoice: 0, toPay: 1 }, "school clerk", "finance")).toBe(true);
  expect(knows({ toInvoice: 0, toPay: 1 }, "earlier_finance", "earlier_finance")).toBe(true);
  expect(knows({ toInvoice: 1, toPay: 0 }, "earlier_finance", "earlier_finance")).toBe(false);
  expect(knows({ toInvoice: 1, toPay: 1 }, "team_student", "team_student")).toBe(false);
});
test("who waits for others reads of the work before money, in every scene; who is of money, or is asked, reads it as it is", () => {
  let led = 0;
  for (const { assignment, name } of scenes()) {
    const dues = duesOn(assignment);
    const ofWork = dues.filter(({ aside, order }) => !aside && order < orders.own);
    for (const [person, roles] of assignment.people) {
      const known = (due: Due) => mayKnowDue(due, person, roles, assignment.facts.status);
      const first = leading(dues.filter(known), person, roles);
      const isTheirs = first?.people.includes(person) || roles.has("finance") || roles.has("earlier_finance");
      if (isTheirs || !ofWork.some(known)) continue;
      expect(first?.aside, `${name} to ${person}`).toBeUndefined();
      led += dues.some((due) => due.aside !== undefined && known(due)) ? 1 : 0;
    }
  }
  expect(led).toBeGreaterThan(10);
});
test("in every state a due payment waits for exactly one side of each thing, never for who can bring nothing on", () => {
  for (const status of assignmentStatuses)
    for (const toInvoice of [0, 1])
      for (const toPay of [0, 1]) {
        const assignment = withMoney({ toInvoice, toPay });
        const [part] = assignment.parts;
        if (!part) throw new Error("no assignment");
        const facts = (person: string | null) => ({ ...part.facts(person), status });
        const here = { ...assignment, facts: { ...assignment.facts, status }, parts: [{ ...part, facts }] };
        const people = asked(here).flatMap(([, who]) => who as string[]);
        expect(people.sort(), `${status} ${toInvoice} ${toPay}`).toEqual(
          [...(toInvoice ? sides.payee : []), ...(toPay ? sides.payer : [])].sort(),
        );
      }
});
test("money can be owed in every state: another team may be sought, and that search may end in any way", () => {
  const signed = new Set<AssignmentStatus>(["signed"]);
  const moves = Object.values<Rule<AssignmentStatus, AssignmentGuard>>(assignmentProcess.moves);
  // A set grows while it is gone through, so every state that is reached is gone on from.
  for (const status of signed)
    for (const { from, to } of moves) if (to !== "same" && from.includes(status)) signed.add(to as AssignmentStatus);
  expect([...signed].sort()).toEqual([...assignmentStatuses].sort());
});
