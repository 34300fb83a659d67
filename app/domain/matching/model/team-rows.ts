import type { RowContext } from "./row-context.ts";
import type { Term } from "./linear.ts";
import type { Rule } from "./rules.ts";
import { studyLevels, type Assignment, type Student } from "#app/domain/matching/instance.ts";
import { has } from "#app/domain/matching/view.ts";

/** Describes a required skill that a team goes without, where that is allowed: the column counts such teams. */
export type Gap = { slot: number; skill: string; column: number };

/**
 * Requires what every team must have: size, required skills, disciplines, and a mix of levels. Counted over all teams
 * of the slot together.
 */
export function teamRows(context: RowContext): Gap[] {
  return context.slots.flatMap(({ assignment: id, locked }, slot) => {
    const assignment = context.view.assignment.get(id);
    if (!assignment || locked) return [];
    const at = counter(context, slot);
    const { size, required, disciplines, mix } = assignment;
    at.least(() => true, size.min, { code: "size_min", assignment: id, count: size.min });
    at.most(() => true, size.max, { code: "size_max", assignment: id, count: size.max });
    for (const { discipline, min, max } of disciplines) {
      if (min > 0)
        at.least((s) => s.discipline === discipline, min, {
          code: "discipline_min",
          assignment: id,
          discipline,
          count: min,
        });
      if (max !== null)
        at.most((s) => s.discipline === discipline, max, {
          code: "discipline_max",
          assignment: id,
          discipline,
          count: max,
        });
    }
    for (const level of studyLevels)
      if (mix[level] > 0)
        at.least((s) => s.level === level, mix[level], { code: "mix", assignment: id, level, count: mix[level] });
    if (!context.view.instance.elastic) coverRows(context, slot, assignment);
    return required.flatMap((asked) => {
      const column = context.view.instance.elastic
        ? context.draft.column(0, context.slots[slot]?.most ?? 0, true)
        : null;
      at.least(
        (s) => has(s, asked),
        1,
        { code: "required_skill", assignment: id, skill: asked.skill, count: 1 },
        column === null ? [] : [[column, 1]],
      );
      return column === null ? [] : [{ slot, skill: asked.skill, column }];
    });
  });
}
function counter({ view, teams, inSlot, draft }: RowContext, slot: number) {
  const team = teams[slot] ?? 0;
  const counted = (fits: (student: Student) => boolean): Term[] =>
    (inSlot[slot] ?? [])
      .filter((seat) => fits(view.student.get(seat.student) as Student))
      .map(({ column }) => [column, 1]);
  return {
    least: (fits: (student: Student) => boolean, count: number, rule: Rule, more: readonly Term[] = []) =>
      draft.row({ lower: 0, upper: Infinity, terms: [...counted(fits), ...more, [team, -count]], rule }),
    most: (fits: (student: Student) => boolean, count: number, rule: Rule) =>
      draft.row({ lower: -Infinity, upper: 0, terms: [...counted(fits), [team, -count]], rule }),
  };
}
/**
 * Follows from the other rows, but only team by team: three things asked take two members of a team, unless one has all
 * three. Counted over all teams together this rules out most selections that no division into teams could save.
 */
function coverRows(
  { view, teams, inSlot, draft }: RowContext,
  slot: number,
  { id, required, disciplines }: Assignment,
) {
  const needs = [
    ...required.map((asked) => (s: Student) => has(s, asked)),
    ...disciplines
      .filter(({ min }) => min > 0)
      .map(
        ({ discipline }) =>
          (s: Student) =>
            s.discipline === discipline,
      ),
  ];
  const count = (student: Student | undefined, three: readonly ((s: Student) => boolean)[]) =>
    student ? three.filter((need) => need(student)).length : 0;
  for (let c = 2; c < needs.length; c++)
    for (let b = 1; b < Math.min(c, required.length); b++)
      for (let a = 0; a < b; a++) {
        const three = [needs[a], needs[b], needs[c]].flatMap((need) => need ?? []);
        const terms = (inSlot[slot] ?? []).flatMap(({ student, column }): Term[] => {
          const has = count(view.student.get(student), three);
          return has > 0 ? [[column, has === 3 ? 2 : 1]] : [];
        });
        draft.row({
          lower: 0,
          upper: Infinity,
          terms: [...terms, [teams[slot] ?? 0, -2]],
          rule: { code: "team_cover", assignment: id },
        });
      }
}
