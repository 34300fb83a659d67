import { expect, test } from "vitest";
import { everyMove } from "#app/domain/workflow/processes.ts";
import { awaitedReadersPart, mayKnowClock } from "#app/domain/log/readers.ts";
import { orders, type Due } from "#app/domain/turns/assignment.ts";
import { deadlineFor } from "#app/domain/turns/deadline.ts";
import { isOver, mayNow } from "#app/domain/workflow/visibility.ts";
import { mayHearOfNobody, mayKnowDue } from "#app/domain/turns/readers.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import type { Relation } from "#app/domain/words.ts";
import { scenes } from "#tests/support/turns/scenes.ts";
import { turnAssignment } from "#tests/support/turns/assignment.ts";

const roles = (...of: Relation[]) => new Set<Relation>(of);

test("what is waited for is known to who is asked, whom it is about, and who may know of that act, in every scene", () => {
  let quiet = 0;
  for (const { assignment, name } of scenes())
    for (const due of duesOn(assignment)) {
      const { act } = due;
      if (!("move" in act)) continue;
      const rule = everyMove.find((row) => row.object === act.object && row.move === act.move)?.rule;
      const part = rule && awaitedReadersPart(rule);
      expect(due.to, `${name}: ${act.move}`).toBe(part);
      for (const [person, held] of assignment.people) {
        const reads = part === undefined || mayNow(part, held) || due.about === person;
        // Who is owed by what a team left waits for that, and hears of nothing else.
        const waits = due.awaitedBy?.includes(person) === true;
        const knows = due.people.includes(person) || waits || (reads && !isOver(assignment.facts.status, held));
        expect(mayKnowDue(due, person, held, assignment.facts.status), `${name}: ${act.move} to ${person}`).toBe(knows);
        if (!knows) quiet += 1;
        if (waits) expect(held.has(rule?.turn?.awaited?.by ?? "anyone")).toBe(true);
      }
    }
  expect(quiet).toBeGreaterThan(100);
});
test("that somebody is to pay or a dispute is to be settled is no line for students, the examiner or who lost the choice", () => {
  const asks = (ask: string) =>
    scenes().flatMap(({ assignment }) => duesOn(assignment).filter((due) => due.ask === ask && due.to));
  for (const ask of ["payment", "settle"]) {
    expect(asks(ask).length, ask).toBeGreaterThan(0);
    for (const due of asks(ask))
      for (const who of ["team_student", "examiner", "claimant", "employee_participant"] as const)
        expect(mayKnowDue(due, "reader", roles(who), "in_progress"), `${ask} to ${who}`).toBe(false);
  }
  for (const clock of ["payment", "concern", "guardian"])
    expect(mayKnowClock(clock, roles("team_student"))).toBe(false);
  expect(mayKnowClock("payment", roles("finance"))).toBe(true);
  expect(mayKnowClock("report", roles("team_student"))).toBe(true);
});
test("who was not chosen reads what became of it, and not whose turn it is afterwards; until then they read it", () => {
  const counted = { open: 0, over: 0 };
  for (const { assignment, status } of scenes())
    for (const due of duesOn(assignment)) {
      const isOpen = ["draft", "submitted", "intake", "published", "agreeing"].includes(status);
      const lost = mayKnowDue(due, "reader", roles("claimant"), assignment.facts.status);
      if (!isOpen) expect(lost, `${status}: ${due.ask}`).toBe(false);
      if (isOpen && due.to === undefined) expect(lost, `${status}: ${due.ask}`).toBe(true);
      // Who claimed and has to do with the work for another reason reads on.
      const both = roles("claimant", "coordinator");
      expect(mayKnowDue(due, "reader", both, assignment.facts.status), due.ask).toBe(
        mayKnowDue(due, "reader", roles("coordinator"), assignment.facts.status),
      );
      counted[isOpen ? "open" : "over"] += 1;
    }
  expect(Math.min(counted.open, counted.over)).toBeGreaterThan(5);
});
test("what is asked in a dispute of now, and its clocks, are no line for who was of the steering group of an earlier one", () => {
  const dues = scenes().flatMap(({ assignment }) => duesOn(assignment).filter((due) => due.to === "dispute"));
  expect(dues.length).toBeGreaterThan(0);
  for (const due of dues) {
    expect(
      mayKnowDue(due, "reader", roles("former_dispute_board", "steering_group_member"), "in_progress"),
      due.ask,
    ).toBe(false);
    expect(mayKnowDue(due, "reader", roles("former_dispute_board", "dispute_board"), "in_progress"), due.ask).toBe(
      true,
    );
  }
  for (const clock of ["dispute_talk", "dispute_mediation"]) {
    expect(mayKnowClock(clock, roles("former_dispute_board", "steering_group_member")), clock).toBe(false);
    expect(mayKnowClock(clock, roles("former_dispute_board", "dispute_board")), clock).toBe(true);
  }
});
test("that it is nobody's turn is said to nobody from whom a dispute, or money of ended work, hides what is asked", () => {
  let silent = 0;
  for (const { assignment, name, status } of scenes()) {
    const cut = ["stopped", "terminated"].includes(status);
    const dues = duesOn(assignment).filter((due) => due.to === "dispute" || (cut && due.to !== undefined));
    for (const [person, held] of [...assignment.people, ["reader", roles("steering_group_member")] as const]) {
      const hidden = dues.length > 0 && !dues.some((due) => mayKnowDue(due, person, held, assignment.facts.status));
      if (!hidden) continue;
      expect(mayHearOfNobody(status, held), `${name} to ${person}`).toBe(false);
      silent += 1;
    }
  }
  expect(silent).toBeGreaterThan(10);
  expect(mayHearOfNobody("stopped", roles("team_student"))).toBe(false);
  expect(mayHearOfNobody("stopped", roles("client_owner"))).toBe(true);
  expect(mayHearOfNobody("rejected", roles("anyone"))).toBe(true);
  expect(mayHearOfNobody("in_progress", roles("team_teacher"))).toBe(true);
});
test("a seat has no date of its own, a report has, and an agreement is signed before its clock ends", () => {
  const dueTo = (ask: Due["ask"], who: Relation, act: Due["act"]): Due => ({
    ask,
    who: [who],
    people: ["reader"],
    act,
    clock: null,
    dueAt: null,
    order: orders.part,
  });
  const working = turnAssignment({ status: "in_progress", obligation: "effort", running: { report: 3, midterm: 20 } });
  const clockOf = (on: typeof working, due: Due | null) => deadlineFor(on, due, roles("examiner"))?.clock ?? null;
  expect(clockOf(working, dueTo("seat", "examiner", { object: "member", id: "seat", move: "join" }))).toBeNull();
  expect(clockOf(working, dueTo("annex", "project_manager", { page: "seat" }))).toBeNull();
  expect(clockOf(working, dueTo("report", "project_manager", { object: "assignment", id: "a", move: "report" }))).toBe(
    "report",
  );
  expect(clockOf(working, null)).toBe("report");
  const agreeing = turnAssignment({ status: "agreeing", obligation: "effort", running: { agreement: 9 } });
  const sign = dueTo("sign", "company_signatory", { object: "agreement", id: "v", move: "sign" });
  expect(clockOf(agreeing, sign)).toBe("agreement");
});
