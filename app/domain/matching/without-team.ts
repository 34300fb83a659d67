import { countedIn, type Finding } from "./evaluate.ts";
import type { Assignment } from "./instance.ts";
import type { Plan } from "./plan.ts";
import type { View } from "./view.ts";

/**
 * Describes an assignment that gets no team. `because`: the rule that no team could keep; null: a team could have
 * been made, and the plan as a whole is better, or as good, without it. `able`: how many chose it and may be on it.
 */
export type WithoutTeam = { assignment: string; because: Finding | null; able: number };

/** Returns the assignments that run with no team, each with the first reason and with how many students are able to do it. */
export function withoutTeam(view: View, plan: Pick<Plan, "teams">): WithoutTeam[] {
  const running = new Set(plan.teams.map(({ assignment }) => assignment));
  return view.instance.assignments
    .filter(({ id }) => !running.has(id))
    .map((assignment) => ({
      assignment: assignment.id,
      because: whyNoTeam(view, plan, assignment),
      able: ableOn(view, assignment).length,
    }));
}
const ableOn = (view: View, { id }: Assignment) =>
  view.instance.students.filter((s) => view.rank(s.id, id) !== undefined && view.refused(s.id, id) === null);

/**
 * Says why an assignment has no team: somebody decided it, too few could be there, or nobody is left to guide it. Null when
 * it could have one, at a price.
 */
export function whyNoTeam(view: View, plan: Pick<Plan, "teams">, assignment: Assignment): Finding | null {
  const { id } = assignment;
  const closed = view.instance.teamCounts.find((count) => count.assignment === id && count.teams === 0);
  if (closed) return { rule: { code: "teams_fixed", assignment: id, count: 0 }, found: 0 };
  const lacking = countedIn(assignment, ableOn(view, assignment)).find(({ rule }) => !rule.code.endsWith("_max"));
  if (lacking) return lacking;
  const load = (guide: string) => plan.teams.filter(({ guides }) => guides.includes(guide)).length;
  const full = assignment.guides.find((list) =>
    list.every((guide) => {
      const most = view.instance.guides.find((g) => g.id === guide)?.teams;
      return most !== null && most !== undefined && load(guide) >= most;
    }),
  );
  return full ? { rule: { code: "guide_teams", guide: full[0] ?? "", assignment: id }, found: 0 } : null;
}
