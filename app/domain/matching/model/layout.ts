import { draft, type Draft, type Model, type Term } from "./linear.ts";
import { guideRows, type Guiding } from "./guide-rows.ts";
import { qualityColumns, type Points } from "./quality.ts";
import type { RowContext, Seat } from "./row-context.ts";
import type { Rule } from "./rules.ts";
import { slotsOf, type Slot } from "./slots.ts";
import { teamRows, type Gap } from "./team-rows.ts";
import { edgesOf, type Reach, type View } from "#app/domain/matching/view.ts";

/** Describes a model with what its columns mean. */
export type Layout = {
  view: View;
  slots: readonly Slot[];
  seats: readonly Seat[];
  /** Each slot has a column for its number of teams. */
  teams: readonly number[];
  gaps: readonly Gap[];
  guiding: readonly Guiding[];
  quality: readonly Points[];
  model: Model;
};
/** `apart`: assignments whose teams are taken one by one. */
type Shape = { reach: Reach; apart: ReadonlySet<string> };

/** Writes the model of a round (docs/matching.md 3): who is where, how many teams, and one row for every rule. */
export function layout(view: View, { reach, apart }: Shape): Layout {
  const slots = slotsOf(view, apart);
  const out = draft();
  const teams = slots.map((slot) => out.column(slot.locked ? 1 : 0, slot.most, true));
  const seats = seatsOf(view, slots, reach, out);
  const inSlot = slots.map((): Seat[] => []);
  const of = new Map<string, Seat[]>();
  for (const seat of seats) {
    inSlot[seat.slot]?.push(seat);
    of.set(seat.student, [...(of.get(seat.student) ?? []), seat]);
  }
  const context: RowContext = { view, slots, teams, seats, inSlot, of, draft: out };
  placeRows(context);
  const gaps = teamRows(context);
  const guiding = guideRows(context);
  pairRows(context);
  pinRows(context);
  const quality = qualityColumns(context);
  return { view, slots, seats, teams, gaps, guiding, quality, model: out.done() };
}
function seatsOf(view: View, slots: readonly Slot[], reach: Reach, out: Draft): Seat[] {
  const at = new Map<string, number[]>();
  slots.forEach((slot, index) => {
    if (!slot.locked) at.set(slot.assignment, [...(at.get(slot.assignment) ?? []), index]);
  });
  const free = edgesOf(view, reach).flatMap(({ student, assignment, rank }) =>
    (at.get(assignment) ?? []).map((slot): Seat => ({ student, slot, rank, column: out.column(0, 1, true) })),
  );
  const held = slots.flatMap(({ locked, assignment }, slot) =>
    (locked ?? [])
      .filter((id) => view.student.has(id))
      .map(
        (student): Seat => ({
          student,
          slot,
          rank: view.rank(student, assignment) ?? view.outside,
          column: out.column(0, 1, true),
        }),
      ),
  );
  return [...free, ...held];
}
const ones = (seats: readonly Seat[]): Term[] => seats.map(({ column }) => [column, 1]);

/** Nobody is in two places. */
function placeRows({ of, draft }: RowContext) {
  for (const [student, seats] of of)
    draft.row({ lower: 0, upper: 1, terms: ones(seats), rule: { code: "one_place", student } });
}
/**
 * Keeps pairs out of one team: with so many teams counted together, no two of such a pair in the same one. Groups:
 * all in the same slot, or none.
 */
function pairRows({ view, slots, teams, inSlot, draft }: RowContext) {
  const { apart, together } = view.instance;
  slots.forEach(({ assignment, locked }, slot) => {
    if (locked) return;
    const seats = new Map((inSlot[slot] ?? []).map((seat) => [seat.student, seat.column]));
    for (const [student, other] of apart) {
      const [one, two] = [seats.get(student), seats.get(other)];
      if (one !== undefined && two !== undefined)
        draft.row({
          lower: -Infinity,
          upper: 0,
          terms: [
            [one, 1],
            [two, 1],
            [teams[slot] ?? 0, -1],
          ],
          rule: { code: "apart", student, other, assignment },
        });
    }
    for (const group of together)
      groupRows(
        group.filter((id) => view.student.has(id) && !view.lockedIn.has(id)),
        seats,
        (terms, students) => draft.row({ lower: 0, upper: 0, terms, rule: { code: "together", students, assignment } }),
      );
  });
}
function groupRows(
  group: readonly string[],
  seats: ReadonlyMap<string, number>,
  row: (terms: Term[], students: readonly string[]) => void,
) {
  const columns = group.map((id) => seats.get(id));
  const [first] = columns;
  if (columns.some((column) => column === undefined))
    for (const column of columns) {
      if (column !== undefined) row([[column, 1]], group);
    }
  else
    for (const column of columns.slice(1))
      row(
        [
          [first ?? 0, 1],
          [column ?? 0, -1],
        ],
        group,
      );
}
/**
 * Fixes what people decided: held students (also against a veto, which then is named as the conflict), numbers of
 * teams, locked teams.
 */
function pinRows({ view, slots, teams, inSlot, of, draft }: RowContext) {
  for (const { student, assignment, team } of view.instance.pins) {
    const seats = (of.get(student) ?? []).filter(
      ({ slot }) => slots[slot]?.assignment === assignment && !slots[slot]?.locked,
    );
    const aimed = seats.filter(
      ({ slot }) =>
        team === undefined || slots[slot]?.most !== 1 || slots[slot]?.team === 0 || slots[slot]?.team === team,
    );
    draft.row({
      lower: 1,
      upper: 1,
      terms: ones(aimed),
      rule: { code: "pin", student, assignment, ...(team === undefined ? {} : { team }) },
    });
    const code = view.refused(student, assignment);
    if (code) draft.row({ lower: 0, upper: 0, terms: ones(seats), rule: { code, student, assignment } });
  }
  for (const { assignment, teams: count } of view.instance.teamCounts) {
    const terms = slots.flatMap((slot, at): Term[] => (slot.assignment === assignment ? [[teams[at] ?? 0, 1]] : []));
    const rule: Rule = { code: "teams_fixed", assignment, count };
    draft.row({ lower: count, upper: count, terms, rule });
    const most = view.assignment.get(assignment)?.teams ?? 0;
    if (count > most) draft.row({ lower: 0, upper: most, terms, rule: { code: "teams_max", assignment, count: most } });
  }
  slots.forEach(({ locked, assignment, team }, slot) => {
    for (const { student, column } of locked ? (inSlot[slot] ?? []) : [])
      draft.row({ lower: 1, upper: 1, terms: [[column, 1]], rule: { code: "locked", student, assignment, team } });
  });
}
