import { rolesOn, type AccessScope, type Actor } from "#app/domain/workflow/policy.ts";
import { isStudentSeat, relations } from "#app/domain/words.ts";
import type { Words } from "#app/i18n/words.ts";

export type Register = "u" | "je";
const studentsOnly = ["team_student", "student_lead", "centre_student", "interested", "interested_members"];
/** Lists words that name people of every kind: what somebody is decides how they are addressed. */
const circles = ["asker", "makers", "team", "team_ever", "invited_member", "anyone", "round_member"];

/** Students are addressed as "je", everybody else as "u". */
export function registerOf(relation: string, { memberships, seats }: Actor, assignmentId: string): Register {
  if (studentsOnly.includes(relation)) return "je";
  const seat = seats.find((one) => one.assignmentId === assignmentId);
  const student = seat ? isStudentSeat(seat.role) : memberships.some(({ role }) => role === "student");
  return circles.includes(relation) && student ? "je" : "u";
}
/** As what somebody gets a letter: by the relation that named them; of a whole circle by what they are themselves. */
export function roleFor(roles: Words["letters"]["roles"], relation: string, actor: Actor, scope: AccessScope): string {
  const named = relation as keyof typeof roles;
  if (relation !== "anyone" && (relations as readonly string[]).includes(relation)) return roles[named];
  const held = rolesOn(actor, scope);
  const own = relations.find((one) => one !== "anyone" && held.has(one));
  return own ? roles[own] : (roles[named] ?? roles.anyone);
}
