import { expect, test } from "vitest";
import { turnHref } from "#app/act-places.ts";
import { machineOf, processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { guards as english } from "#app/i18n/en/workflow/guards.ts";
import { guards as dutch } from "#app/i18n/nl/workflow/guards.ts";
import { clocks } from "#app/domain/workflow/clocks.ts";
import type { Due } from "#app/domain/turns/assignment.ts";
import type { Relation } from "#app/domain/words.ts";
import { duesOn } from "#app/domain/turns/dues.ts";
import { part, turnAssignment } from "#tests/support/turns/assignment.ts";
import { scenes } from "#tests/support/turns/scenes.ts";

const rules = (Object.keys(processes) as ObjectName[]).flatMap((object) =>
  Object.entries(machineOf(object).moves).map(([name, rule]) => ({ object, name, rule })),
);
const named = ({ act }: Due) => ("move" in act ? act.move : act.page);
const all = scenes();

test("what is asked on a part leads to where it is done, whatever the part is", () => {
  const parts = rules.filter(({ rule, object }) => rule.turn && object !== "assignment");
  expect(parts.length).toBeGreaterThan(10);
  for (const { object, name } of parts) expect(turnHref("id", { object, id: "part", move: name }), name).toMatch(/^\//);
});
test("whom a part is about leads the turn, and is called what they are: nobody reads 'whom it concerns'", () => {
  for (const { assignment, name } of all)
    for (const due of duesOn(assignment)) expect(due.who, `${name}: ${named(due)}`).not.toContain("anyone");
  const owned = turnAssignment({
    status: "in_progress",
    obligation: "effort",
    parts: [{ ...part("milestone", "planned", "effort"), person: "team_teacher" }],
    running: { milestone: 1 },
  });
  const due = duesOn(owned).find((one) => named(one) === "reach");
  expect(due?.who[0]).toBe("team_teacher");
});
test("an obstacle waits for whose it is; once that person has gone, for who leads the work", () => {
  const asked = (without: readonly Relation[]) =>
    duesOn(
      turnAssignment({
        status: "in_progress",
        obligation: "effort",
        parts: [part("flag", "open", "effort")],
        running: { flag: 2 },
        without,
      }),
    )
      .filter((due) => due.ask === "flag")
      .map(({ who, people }) => [who, people]);
  expect(asked([])).toEqual([[["client_owner"], ["client_owner"]]]);
  expect(asked(["client_owner"])).toEqual([[["project_manager"], ["project_manager"]]]);
  expect(asked(["client_owner", "project_manager"])).toEqual([[["team_teacher"], ["team_teacher"]]]);
});
test("a seat that waits for the agreement asks nothing; once there is something to sign it does", () => {
  const seat = {
    person: "team_student",
    relation: "team_student",
    invited: true,
    student: true,
    annexesSigned: false,
    minor: false,
    guardian: "none",
    lastHours: null,
  } as const;
  const asked = (waits: boolean) =>
    duesOn(turnAssignment({ status: "agreeing", obligation: "effort", seats: [{ ...seat, waits }] })).map((d) => d.ask);
  expect(asked(true)).not.toContain("sign_seat");
  expect(asked(false)).toContain("sign_seat");
});
test("what may be done on a part in a dispute is asked in it too: its clock runs on", () => {
  const answered = rules.flatMap(({ object, rule }) =>
    object !== "assignment" && rule.evenOn?.includes("disputed") ? (rule.turn?.clock ?? []) : [],
  );
  expect(answered).toContain("milestone");
  for (const id of answered) expect(["never", "onHold"], id).toContain(clocks[id].pauses);
});
test("a concern goes before an invoice and before what is late, for whoever has both to do", () => {
  const unlike = { toInvoice: 1, toPay: 0 };
  for (const payment of [-3, 16]) {
    const assignment = turnAssignment({
      ...{ status: "completed", obligation: "effort", without: ["finance"], facts: unlike },
      parts: [part("flag", "confided", "effort")],
      running: { payment, safety: 1 },
    });
    const own = duesOn(assignment).filter(({ people }) => people.includes("coordinator"));
    expect(own.map(({ ask }) => ask).filter((ask) => ask === "concern" || ask === "invoice")).toEqual([
      "concern",
      "invoice",
    ]);
  }
});
test("what a guard says is true for whoever reads it: none says whose turn it is", () => {
  for (const all of [dutch, english])
    for (const [guard, said] of Object.entries(all)) expect(String(said), guard).not.toMatch(/nu aan zet|'s turn/);
});
test("a draft of a change has no term of its own: what has a deadline is asked first", () => {
  const before = (isChange: boolean) => {
    const acts = duesOn(
      turnAssignment({
        status: "in_progress",
        obligation: "effort",
        parts: [part("agreement", "draft", "effort", { isChange }), part("milestone", "planned", "effort")],
        running: { milestone: 0 },
      }),
    ).map(named);
    return acts.indexOf("reach") < acts.indexOf("propose");
  };
  expect(before(true)).toBe(true);
  expect(before(false)).toBe(false);
});
