import { expect, test } from "vitest";
import { resolvedBy } from "#app/domain/assignment/process.ts";
import { clocks, type Clock, type ClockId } from "#app/domain/workflow/clocks.ts";
import { confirmationOf, evaluate, type Rule } from "#app/domain/workflow/machine.ts";
import { turnsOf, type TurnRule } from "#app/domain/turns/rule.ts";
import { machineOf, processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import { rolesOnPart } from "#app/domain/workflow/roles-on-part.ts";
import type { Due, TurnAssignment, TurnPart } from "#app/domain/turns/assignment.ts";
import { chancesFor, duesOn } from "#app/domain/turns/dues.ts";
import type { Role } from "#app/domain/words.ts";
import { scenes } from "#tests/support/turns/scenes.ts";

type Row = { part: TurnPart; name: string; rule: Rule<string, string>; turn: TurnRule };
const withTurn = (Object.keys(processes) as ObjectName[]).flatMap((object) =>
  Object.entries(machineOf(object).moves).flatMap(([name, rule]) =>
    turnsOf(rule).map((turn) => ({ object, name, turn, from: rule.from, only: rule.only })),
  ),
);
const all = scenes().map((scene) => ({ ...scene, dues: duesOn(scene.assignment) }));
const rowsOf = ({ parts }: TurnAssignment): Row[] =>
  parts.flatMap((part) =>
    Object.entries(machineOf(part.object).moves).flatMap(([name, rule]) =>
      rule.from.includes(part.facts(null).status) ? turnsOf(rule).map((turn) => ({ part, name, rule, turn })) : [],
    ),
  );
/** An act that is asked of each side for something else is told apart by what is asked. */
const isOf = ({ part, name, rule, turn }: Row, { act, ask }: Pick<Due, "act" | "ask">) =>
  "move" in act &&
  act.object === part.object &&
  act.id === part.id &&
  act.move === name &&
  (turnsOf(rule).length === 1 || ask === turn.ask);
/** Returns the guards that a row resolves; of the assignment those that say so themselves. */
const guardsResolvedBy = ({
  object,
  name,
  turn,
}: {
  object: ObjectName;
  name: string;
  turn: TurnRule;
}): readonly string[] =>
  turn.resolves ??
  (object === "assignment" && !turn.clock
    ? Object.entries(resolvedBy).flatMap(([guard, remedy]) => (remedy === name ? [guard] : []))
    : []);

const day = 86_400_000;
/**
 * Tells whether a clock of this row asks: its state lasts and its time has come, or it ran out and is to be done all the
 * same.
 */
function clockAsks({ id, facts, clocks: running }: TurnAssignment, { part, turn }: Row): boolean {
  return running.some(({ clock, objectId, status, dueAt }) => {
    const { asks = Infinity, about, lasts, within, ofChild }: Clock = clocks[clock as ClockId];
    const isTheirs = turn.clock?.includes(clock as ClockId) && objectId === (ofChild ? part.id : id);
    const isItsDay = about !== undefined && (facts[about] ?? "9") <= facts.now.toISOString().slice(0, 10);
    const isNear = status === "out" ? lasts === true : isItsDay || +dueAt - +facts.now <= asks * day;
    return isTheirs && isNear && (within === undefined || within.includes(facts.status));
  });
}
/** Tells whether this person may make the move now, is among those who are waited for, and did not say yes already. */
function mayAndShould(assignment: TurnAssignment, { part, name, rule, turn }: Row, person: string): boolean {
  const roles: ReadonlySet<Role> = rolesOnPart(
    part.object,
    part.person,
    person,
    assignment.people.get(person) ?? new Set(),
  );
  const key = confirmationOf(part.object, name, part.id);
  const saidYes = (role: Role) => assignment.confirmed.some((c) => c.move === key && c.relation === role);
  const isWaitedFor = (turn.of ?? rule.by).some((role) => roles.has(role) && !saidYes(role));
  const mayUndo = !rule.undoes || person === assignment[rule.undoes.doneBy];
  return isWaitedFor && mayUndo && evaluate(machineOf(part.object), name, part.facts(person), roles).ok;
}
/**
 * Tells whether the row is asked for now, whoever may make it; undefined where it depends on what holds the others back.
 */
function isAsked(assignment: TurnAssignment, row: Row, person: string): boolean | undefined {
  const { turn, part, name, rule } = row;
  const { facts, seats, confirmed } = assignment;
  const key = confirmationOf(part.object, name, part.id);
  if (rule.both && confirmed.some((c) => c.move === key)) return true;
  if (turn.while && !machineOf(part.object).guards[turn.while]?.(part.facts(person), new Set(), null)) return false;
  if (turn.weekly) return turn.weekly.includes(facts.status) && seats.some((seat) => seat.person === person);
  if (turn.unless && facts.clocks[turn.unless]?.status === "running") return false;
  if (turn.clock && clockAsks(assignment, row)) return true;
  if (guardsResolvedBy({ object: part.object, name, turn }).length > 0) return undefined;
  return !turn.clock && !turn.chance;
}

test("who may make a move that is waited for is on turn exactly when it is asked for: every row, state and clock", () => {
  const wrong = all.flatMap(({ assignment, dues, ...scene }) =>
    rowsOf(assignment).flatMap((row) =>
      [...assignment.people.keys()].flatMap((person) => {
        const asked = isAsked(assignment, row, person);
        if (asked === undefined) return [];
        const isDue = dues.some((due) => isOf(row, due) && due.people.includes(person));
        const should = asked && mayAndShould(assignment, row, person);
        return isDue === should
          ? []
          : [`${scene.obligation} ${scene.status}, ${scene.name}: ${row.name} by ${person} ${isDue}`];
      }),
    ),
  );
  expect(wrong.slice(0, 20)).toEqual([]);
});
test("what resolves is a turn of the right people, and only while what it resolves is broken", () => {
  const wrong = all.flatMap(({ assignment, dues, ...scene }) =>
    rowsOf(assignment).flatMap((row) => {
      const resolves = guardsResolvedBy({ object: row.part.object, name: row.name, turn: row.turn });
      const isBroken = assignment.parts.some((part) =>
        resolves.some((guard) => {
          const { guards } = machineOf(part.object);
          return guard in guards && !guards[guard]?.(part.facts(null), new Set(), null);
        }),
      );
      return dues.flatMap((due) => {
        if (resolves.length === 0 || !isOf(row, due) || clockAsks(assignment, row)) return [];
        const others = due.people.filter((person) => !mayAndShould(assignment, row, person));
        return isBroken && others.length === 0
          ? []
          : [`${scene.obligation} ${scene.status}, ${scene.name}: ${row.name}`];
      });
    }),
  );
  expect(wrong.slice(0, 20)).toEqual([]);
});
test("every row that somebody is waited for comes up as a turn or as a chance, in every state of a part", () => {
  const met = new Set<string>();
  for (const { assignment, dues } of all)
    for (const row of rowsOf(assignment)) {
      const chances = row.turn.chance ? [...assignment.people.keys()].flatMap((p) => chancesFor(assignment, p)) : [];
      const at = `${row.part.object}.${row.name} from ${row.part.facts(null).status}`;
      if ([...dues, ...chances].some((one) => isOf(row, one))) met.add(at);
    }
  // What resolves a guard of an assignment is asked for in the states in which something of it may be broken.
  const never = withTurn.flatMap(({ object, name, from, turn }) => {
    const states = from.filter((state) => !met.has(`${object}.${name} from ${state}`));
    const isSometimes =
      turn.weekly !== undefined || (object === "assignment" && guardsResolvedBy({ object, name, turn }).length > 0);
    return isSometimes && states.length < from.length ? [] : states.map((state) => `${object}.${name} from ${state}`);
  });
  expect(never).toEqual([]);
});
test("nobody has a turn by what may be left: a claim, an interest, a choice before its time", () => {
  const chances = withTurn.filter(({ turn }) => turn.chance && !turn.clock).map(({ name }) => name);
  expect(chances).toEqual(["submit_claim", "show_interest"]);
  const offered = new Set<string>();
  for (const { assignment, dues, name } of all) {
    for (const person of assignment.people.keys())
      for (const { act } of chancesFor(assignment, person)) if ("move" in act) offered.add(act.move);
    const asked = dues.flatMap(({ act }) => ("move" in act ? [act.move] : []));
    for (const chance of chances) expect(asked, name).not.toContain(chance);
  }
  // There were scenes in which somebody could: else the lines above would say nothing.
  expect([...offered].sort()).toEqual([...chances, "select_claim"].sort());
});
