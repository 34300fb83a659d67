import type { RowContext } from "./row-context.ts";
import type { Term } from "./linear.ts";

/** Describes a column that counts the teams of an assignment for one guide of one of its lists. */
export type Guiding = { assignment: string; list: number; guide: string; column: number };

/** Each team has one guide out of every list; nobody guides more than they can. */
export function guideRows(context: RowContext): Guiding[] {
  const loads = new Map<string, { teams: Term[]; students: Term[] }>();
  const add = (guide: string, teams: readonly Term[], students: readonly Term[]) => {
    const load = loads.get(guide) ?? { teams: [], students: [] };
    loads.set(guide, { teams: [...load.teams, ...teams], students: [...load.students, ...students] });
  };
  const guiding = context.view.instance.assignments.flatMap(({ id, guides, size, teams: most }) => {
    const slots = context.slots.flatMap((slot, at) => (slot.assignment === id ? [at] : []));
    const teams = slots.map((at): Term => [context.teams[at] ?? 0, 1]);
    const students = slots.flatMap((at) => (context.inSlot[at] ?? []).map(({ column }): Term => [column, 1]));
    return guides.flatMap((list, number) => {
      const [only, ...others] = list;
      if (only !== undefined && others.length === 0) {
        add(only, teams, students);
        return [];
      }
      const columns = list.map(
        (guide): Guiding => ({
          assignment: id,
          list: number,
          guide,
          column: context.draft.column(0, Math.max(most, slots.length), true),
        }),
      );
      context.draft.row({
        lower: 0,
        upper: 0,
        terms: [...columns.map(({ column }): Term => [column, 1]), ...teams.map(([column]): Term => [column, -1])],
        rule: { code: "guide_each", assignment: id },
      });
      // Which of the teams is whose is not known yet, so each counts as a full one.
      for (const { guide, column } of columns) add(guide, [[column, 1]], [[column, size.max]]);
      return columns;
    });
  });
  for (const { id, teams, students } of context.view.instance.guides) {
    const load = loads.get(id);
    if (!load) continue;
    if (teams !== null)
      context.draft.row({
        lower: -Infinity,
        upper: teams,
        terms: merged(load.teams),
        rule: { code: "guide_teams", guide: id, count: teams },
      });
    if (students !== null)
      context.draft.row({
        lower: -Infinity,
        upper: students,
        terms: merged(load.students),
        rule: { code: "guide_students", guide: id, count: students },
      });
  }
  return guiding;
}
/** Returns one term per column: a guide can be on two lists of one assignment. */
function merged(terms: readonly Term[]): Term[] {
  const sum = new Map<number, number>();
  for (const [column, times] of terms) sum.set(column, (sum.get(column) ?? 0) + times);
  return [...sum];
}
