import type { Rule } from "#app/domain/workflow/machine.ts";
import { machineOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import type { TurnAssignment, TurnPart } from "./assignment.ts";
import { guardsResolvedBy } from "./resolves.ts";
import { turnsOf, type TurnRule } from "./rule.ts";

/** Describes a row of a table that somebody may be waited for, with the guards that it resolves. */
type Row = { name: string; rule: Rule<string, string>; turn: TurnRule; resolves: readonly string[] | null };
/** Describes such a row, for the part that it would change. */
export type Act = Omit<Row, "resolves"> & { part: TurnPart };

const known = new Map<string, readonly Row[]>();
/** Returns the rows of a table with a turn that start from this status: the tables never change, and every list asks them again. */
function rowsFrom(object: ObjectName, status: string): readonly Row[] {
  const key = `${object} ${status}`;
  const rows = known.get(key) ?? readRows(object, status);
  known.set(key, rows);
  return rows;
}
const readRows = (object: ObjectName, status: string): Row[] =>
  Object.entries(machineOf(object).moves).flatMap(([name, rule]) =>
    rule.from.includes(status)
      ? turnsOf(rule).map((turn) => ({ name, rule, turn, resolves: guardsResolvedBy(object, name, turn) }))
      : [],
  );
const acts = new WeakMap<TurnAssignment, readonly (Act & Row)[]>();
/** Acts of the tables that somebody may be waited for, in the status each part is in, with the guards that each resolves. */
export function actsOf(assignment: TurnAssignment): readonly (Act & Row)[] {
  const found = acts.get(assignment) ?? readActs(assignment);
  acts.set(assignment, found);
  return found;
}
const readActs = (assignment: TurnAssignment): (Act & Row)[] =>
  assignment.parts.flatMap((part) =>
    rowsFrom(part.object, part.facts(null).status).map(({ name, rule, turn, resolves }) => ({
      name,
      rule,
      turn,
      resolves,
      part,
    })),
  );

const halves = new Map<string, readonly Omit<Row, "turn" | "resolves">[]>();
/** Returns moves without a turn of their own that more sides confirm, from this status. */
export function confirmedFrom(object: ObjectName, status: string): readonly Omit<Row, "turn" | "resolves">[] {
  const key = `${object} ${status}`;
  const rows =
    halves.get(key) ??
    Object.entries(machineOf(object).moves).flatMap(([name, rule]) =>
      rule.both && !rule.turn && rule.from.includes(status) ? [{ name, rule }] : [],
    );
  halves.set(key, rows);
  return rows;
}
