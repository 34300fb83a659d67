import type { GoingOn, SolveState } from "./solve-state.ts";
import { withColumns, withRows, type Model, type Row, type Term } from "#app/domain/matching/model/linear.ts";
import type { GuidedTeam } from "#app/domain/matching/instance.ts";
import type { Layout } from "#app/domain/matching/model/layout.ts";
import { slotOfNumber } from "#app/domain/matching/model/slots.ts";

/** Describes a model in which teams of before may keep their guides, and what each one kept counts. */
type GuidesStay = { model: Model; cost: Float64Array; values: Float64Array; goingOn: readonly GoingOn[] };

/** Tells which guide of before a team had out of each list; null: none who still is on it. */
export function guidesBefore(lists: readonly (readonly string[])[], guides: readonly string[]): (string | null)[] {
  const left = [...guides];
  return lists.map((list) => {
    const at = left.findIndex((guide) => list.includes(guide));
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  });
}

/**
 * Adds to a model which teams of the plan before go on, and with whom: a team keeps a guide when it goes on and that
 * guide still bears one of its assignment's teams. Null where the plan before says nothing of guides.
 */
export function guidesStay({ layout, model, values }: SolveState): GuidesStay | null {
  const out = writer(model.columns);
  const goingOn = (layout.view.instance.guidedBefore ?? []).flatMap((before) => teamGoingOn(layout, before, out));
  if (goingOn.length === 0) return null;
  const wide = withColumns(model, out.upper, true);
  const cost = new Float64Array(wide.columns);
  for (const column of out.earning) cost[column] = (cost[column] ?? 0) + 1;
  const grown = new Float64Array(wide.columns);
  grown.set(values);
  return { model: withRows(wide, out.rows()), cost, values: grown, goingOn };
}
type Writer = ReturnType<typeof writer>;
/** Returns columns from `first` on, the rows that only say "as one of these", and sums that stay below another column. */
function writer(first: number) {
  const upper: number[] = [];
  const earning: number[] = [];
  const below = new Map<number, Term[]>();
  return {
    upper,
    earning,
    column: () => first + upper.push(1) - 1,
    /** Together with everything else below it, `column` stays below `most`. */
    under: (column: number, most: number) => below.set(most, [...(below.get(most) ?? []), [column, -1]]),
    rows: () =>
      [...below].map(
        ([most, terms]): Row => ({ lower: 0, upper: Infinity, terms: [[most, 1], ...terms], rule: { code: "frozen" } }),
      ),
  };
}
function teamGoingOn(layout: Layout, { assignment, team, guides }: GuidedTeam, out: Writer): GoingOn[] {
  const lists = layout.view.assignment.get(assignment)?.guides ?? [];
  const slot = slotOfNumber(layout.view, layout.slots, assignment, team);
  const before = guidesBefore(lists, guides);
  if (slot === null || before.every((guide) => guide === null)) return [];
  const column = out.column();
  out.under(column, layout.teams[slot] ?? 0);
  lists.forEach((list, at) => {
    const guide = before[at];
    if (guide === null) return;
    // The only guide of an assignment stays with every team that continues.
    if (list.length === 1) return void out.earning.push(column);
    const bears = layout.guiding.find((one) => one.assignment === assignment && one.list === at && one.guide === guide);
    if (!bears) return;
    const retained = out.column();
    out.earning.push(retained);
    out.under(retained, column);
    out.under(retained, bears.column);
  });
  return [{ assignment, team, column }];
}
