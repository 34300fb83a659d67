import type { RowContext } from "./row-context.ts";
import type { Term } from "./linear.ts";
import { has } from "#app/domain/matching/view.ts";

/** Holds what is good about a plan, beyond the choices: points per column. */
export type Points = {
  kind: "desired" | "stars" | "wish";
  column: number;
  points: number;
  slot: number;
  about: string;
};
/**
 * Tells what each kind of quality counts for (docs/matching.md 4); stars count themselves; a part of the week that a
 * team shares counts when teams are made.
 */
export const worth = { desired: 2, wish: 1, day_part: 2 } as const;

/** Returns columns that earn points: desired skills covered, stars of the company, wishes to work together. */
export function qualityColumns(context: RowContext): Points[] {
  return context.slots.flatMap(({ locked }, slot) =>
    locked ? [] : [...desired(context, slot), ...stars(context, slot), ...wishes(context, slot)],
  );
}
function desired({ view, slots, teams, inSlot, draft }: RowContext, slot: number): Points[] {
  const assignment = view.assignment.get(slots[slot]?.assignment ?? "");
  return (assignment?.desired ?? []).flatMap((asked) => {
    const able = (inSlot[slot] ?? []).filter((seat) => {
      const student = view.student.get(seat.student);
      return student && has(student, asked);
    });
    if (able.length === 0) return [];
    const column = draft.column(0, slots[slot]?.most ?? 1, false);
    const rule = { code: "wish", assignment: assignment?.id ?? "", skill: asked.skill } as const;
    draft.row({
      lower: 0,
      upper: Infinity,
      terms: [...able.map((seat): Term => [seat.column, 1]), [column, -1]],
      rule,
    });
    draft.row({
      lower: 0,
      upper: Infinity,
      terms: [
        [teams[slot] ?? 0, 1],
        [column, -1],
      ],
      rule,
    });
    return [{ kind: "desired", column, points: worth.desired, slot, about: asked.skill }];
  });
}
function stars({ view, slots, inSlot }: RowContext, slot: number): Points[] {
  const assignment = slots[slot]?.assignment ?? "";
  return (inSlot[slot] ?? []).flatMap(({ student, column }) => {
    const points = view.stars(student, assignment);
    return points > 0 ? [{ kind: "stars" as const, column, points, slot, about: student }] : [];
  });
}
function wishes({ view, slots, inSlot, draft }: RowContext, slot: number): Points[] {
  const seats = new Map((inSlot[slot] ?? []).map((seat) => [seat.student, seat.column]));
  const assignment = slots[slot]?.assignment ?? "";
  return view.instance.wishes.flatMap(([student, other]) => {
    const both = [seats.get(student), seats.get(other)];
    if (both.some((column) => column === undefined)) return [];
    const column = draft.column(0, 1, false);
    for (const seat of both)
      draft.row({
        lower: 0,
        upper: Infinity,
        terms: [
          [seat ?? 0, 1],
          [column, -1],
        ],
        rule: { code: "wish", student, other, assignment },
      });
    return [{ kind: "wish" as const, column, points: worth.wish, slot, about: `${student}+${other}` }];
  });
}
