import type { Terms } from "./terms/fields.ts";
import type { BesideSeat, Relation } from "#app/domain/words.ts";

/** Describes the role by which an agreement promises hours: students promise theirs together. */
export type AgreedRole = NonNullable<NonNullable<Terms["effort_hours"]>[number]["role"]>;
/** Says whose hours count for which of those: of everybody who may log hours. */
const agreedAs: Readonly<Record<string, AgreedRole>> = {
  student_lead: "student",
  team_student: "student",
  team_teacher: "teacher",
  project_manager: "project_manager",
  employee_participant: "employee_participant",
  field_expert: "field_expert",
  end_user: "end_user",
} satisfies { [R in Relation | BesideSeat]?: AgreedRole };
type Effort = { role: AgreedRole; promised: number; logged: number };
export type EffortStanding = { roles: readonly Effort[]; promised: number; logged: number };

/**
 * Returns the one computation of hours promised in an agreement against hours logged, in minutes and by role: roles
 * in the order of the agreement, then those that logged hours and promised none.
 */
export function effortOf(
  promised: Terms["effort_hours"],
  logged: readonly { role: string; minutes: number }[],
): EffortStanding {
  const roles = new Map<AgreedRole, Effort>();
  const at = (role: AgreedRole) => {
    const one = roles.get(role) ?? { role, promised: 0, logged: 0 };
    roles.set(role, one);
    return one;
  };
  for (const { role, hours } of promised ?? []) if (role) at(role).promised += (hours ?? 0) * 60;
  for (const { role, minutes } of logged) {
    const agreed = agreedAs[role];
    if (agreed) at(agreed).logged += minutes;
  }
  const all = [...roles.values()];
  const promisedMinutes = all.reduce((minutes, row) => minutes + row.promised, 0);
  const loggedMinutes = all.reduce((minutes, row) => minutes + row.logged, 0);
  return { roles: all, promised: promisedMinutes, logged: loggedMinutes };
}
