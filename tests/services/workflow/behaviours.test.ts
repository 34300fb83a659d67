import { describe, expect, expectTypeOf, test } from "vitest";
import { guardedRecords } from "#app/domain/assignment/facts.ts";
import { otherRecords } from "#app/domain/assignment/record-rows.ts";
import { noticeClock } from "#app/domain/assignment/guards.ts";
import { clocks, type Clock } from "#app/domain/workflow/clocks.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { processes, type MoveOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import type { PostedFor } from "#app/services/workflow/acting.ts";
import { behaviourOf, type BehavioursOf } from "#app/services/workflow/behaviour.ts";
import { behaviours, tabAfter } from "#app/services/workflow/behaviours.server.ts";
import { steps } from "#app/services/workflow/cascade.server.ts";

const objects = Object.keys(processes) as ObjectName[];
const movesOf = (object: ObjectName) => Object.entries(processes[object].moves) as [string, Rule<string, string>][];
const all = objects.flatMap((object) => movesOf(object).map(([name, rule]) => ({ object, name, rule })));

describe.each(objects)("%s", (object) => {
  test("every behaviour stands beside a move of its object and does something", () => {
    const names = movesOf(object).map(([name]) => name);
    for (const [name, behaviour] of Object.entries(behaviours[object])) {
      expect(names).toContain(name);
      expect(Object.keys(behaviour), name).not.toEqual([]);
    }
  });
  test("a move that makes one says which columns it has", () => {
    for (const [name, rule] of movesOf(object).filter(([, rule]) => rule.from.includes("new"))) {
      expect(rule.from, name).toEqual(["new"]);
      expect(behaviourOf(behaviours, object, name).columns, name).toBeTypeOf("function");
    }
  });
  test("a behaviour has what it works on", () => {
    for (const [name, rule] of movesOf(object)) {
      const { record, prefill } = behaviourOf(behaviours, object, name);
      if (record) expect(rule.records, `${name} keeps a record`).toBeDefined();
      if (prefill) expect(rule.fields, `${name} has a form`).toBeDefined();
    }
  });
});

test("each follow-up is named by a move, names a move that the system may make, and has its step", () => {
  const named = new Set(all.flatMap(({ rule }) => rule.then ?? []));
  expect([...named].sort()).toEqual(Object.keys(steps).sort());
  // A team ends with the event of the move itself, so nobody makes a move for it; `rivals` and `late` choose on which the move is made.
  for (const followUp of named) {
    if (followUp === "team.dismiss") continue;
    const [object, name] = followUp
      .replace(/^rivals\./, "claim.")
      .replace(/_late$/, "")
      .split(".");
    expect(all.find((move) => move.object === object && move.name === name)?.rule.by, followUp).toContain("system");
  }
});
test("every kind of record is kept by a move", () => {
  const kept = new Set(all.flatMap(({ rule }) => rule.records ?? []));
  expect([...kept].sort()).toEqual([...guardedRecords, ...otherRecords].sort());
});
test("what a side is asked, must agree on or is given by the system are fields, and not both", () => {
  for (const { name, rule } of all) {
    const fields = Object.keys(rule.fields ?? {});
    for (const id of [...Object.keys(rule.askedOf ?? {}), ...(rule.ownWords ?? [])]) expect(fields, name).toContain(id);
    for (const id of Object.keys(rule.given ?? {})) expect(fields, name).not.toContain(id);
  }
});
test("a clock that moves something, or lets somebody act on silence, names a move", () => {
  for (const [id, { out }] of Object.entries<Clock>(clocks)) {
    if (out.kind !== "move" && out.kind !== "notice") continue;
    const object = out.kind === "move" ? out.object : "assignment";
    const names = out.move === "open" ? ["open_closing_review", "open_acceptance"] : out.move ? [out.move] : [];
    for (const name of names) {
      const rule = all.find((move) => move.object === object && move.name === name)?.rule;
      expect(rule, `${id}: ${name}`).toBeDefined();
      if (out.kind === "move") expect(rule?.by, `${id}: ${name}`).toContain("system");
    }
  }
});
test("the notice that counts in a state is that of the clock after which somebody may act on silence there", () => {
  const silent = Object.entries<Clock>(clocks).flatMap(([id, { out }]) =>
    out.kind === "notice" && out.move ? [[id, out.move] as const] : [],
  );
  expect(Object.values(noticeClock).sort()).toEqual(silent.map(([id]) => id).sort());
  for (const [status, clock] of Object.entries(noticeClock)) {
    const move = silent.find(([id]) => id === clock)?.[1];
    const rule = all.find(({ object, name }) => object === "assignment" && name === move)?.rule;
    expect(rule?.from, `${clock}: ${move}`).toContain(status);
    const waits = (guard: string) => guard === "last_notice_passed" || guard === "notice_or_ladder";
    expect(rule?.guards?.some(waits), `${clock}: ${move}`).toBe(true);
  }
});
test("after a move somebody goes on where its object is shown, or where the move says", () => {
  expect(tabAfter("claim", "shortlist")).toBe("claims");
  expect(tabAfter("assignment", "submit")).toBeNull();
  expect(tabAfter("assignment", "report")).toBe("voortgang");
});

test("what is misspelt does not compile", () => {
  type Pause = NonNullable<BehavioursOf<"assignment">["pause"]>;
  expectTypeOf<keyof BehavioursOf<"assignment">>().toEqualTypeOf<MoveOf<"assignment">>();
  expectTypeOf<{ returnTo: "voortgang" }>().toExtend<Pause>();
  expectTypeOf<keyof PostedFor<"flag", "raise_flag">>().toEqualTypeOf<"flag_kind" | "flag_what" | "flag_owner">();
  expectTypeOf<{ efect: () => Promise<void> }>().not.toExtend<Pause>();
  expectTypeOf<{ returnTo: "voort" }>().not.toExtend<Pause>();
  expectTypeOf<{ record: () => { kind: "kickof" } }>().not.toExtend<Pause>();
  expectTypeOf<{ meets: () => "pause"[] }>().not.toExtend<Pause>();
  expectTypeOf<{ columns: () => { pausedBy: number } }>().not.toExtend<Pause>();
  // A move that makes an object has columns.
  expectTypeOf<Record<never, never>>().not.toExtend<BehavioursOf<"interest">>();
  type Asked = Parameters<NonNullable<Pause["columns"]>>[0]["answers"];
  expectTypeOf<Asked["until"]>().toExtend<string>();
  expectTypeOf<string>().not.toExtend<Asked["until"]>();
  expectTypeOf<"untill">().not.toExtend<keyof Asked>();
});
