import { besideSeats, isStudentSeat, type BesideSeat, type Relation, type Role } from "#app/domain/words.ts";
import type { AssignmentFacts } from "./facts.ts";
import type { AssignmentGuard } from "./guards.ts";

const learners = ["student_lead", "team_student"] as const;
const groupOf = {
  company: ["client_owner"],
  student: learners,
  teacher: ["team_teacher"],
  employee: ["employee_participant"],
} as const satisfies Record<string, readonly Relation[]>;
type Group = keyof typeof groupOf;
/** Tells on whose behalf somebody in this role speaks of what was learned and how it went: each group is counted by itself. */
export const groupOfRole = (role: Role | BesideSeat): Group | BesideSeat =>
  besideSeats.find((seat) => seat === role) ??
  (Object.keys(groupOf) as Group[]).find((group) => (groupOf[group] as readonly string[]).includes(role)) ??
  "student";
const groups = (lacks: readonly Group[]) => lacks.flatMap((group) => groupOf[group]);
const has = (f: AssignmentFacts, kind: keyof AssignmentFacts["records"]) => f.records[kind] !== undefined;
/** Tells whether there is a delivery that can be looked at. */
const filled = (f: AssignmentFacts) => f.delivery !== null && f.delivery.files > 0;
/** Everybody the guard asks for is at least invited: then it waits for them, and for nobody who invites. */
const seated = (f: AssignmentFacts) =>
  f.team.filter((m) => isStudentSeat(m.role)).length >= f.seatsMin &&
  ["teacher", "project_manager"].every((role) => f.team.some((m) => m.role === role));
const unjudged = (f: AssignmentFacts) =>
  f.verdicts.length < (f.agreement?.criteria ?? 0) ||
  f.verdicts.some((v) => (v.met === "met" ? !(v.evidence && v.measurer) : v.met === "unanswered" || !v.finding));
const withoutYield = (f: AssignmentFacts, among: readonly (keyof AssignmentFacts["outcomes"])[]) =>
  among.filter((group) => f.outcomes[group] === 0 && !has(f, `no_yield_${group}`));

/**
 * Tells of whom a guard that several could satisfy still lacks something (docs/domain.md 6.2): only theirs is the
 * turn. Guards that are not here wait for everybody whose act resolves them.
 */
const awaited: Partial<Record<AssignmentGuard, (f: AssignmentFacts) => readonly Relation[]>> = {
  team_complete: (f) => (seated(f) ? [] : ["project_manager", "team_teacher"]),
  content_safe: (f) => (filled(f) ? ["team_teacher"] : []),
  quality_cleared: (f) => (filled(f) ? ["student_lead", "project_manager"] : []),
  client_evaluated: () => ["client_owner"],
  yields_noted: (f) => groups(withoutYield(f, ["student", "teacher"])),
  yields_per_group: (f) => groups(withoutYield(f, ["student", "teacher", "employee"])),
  evaluations_in: (f) =>
    groups(
      (["company", "student", "teacher", "employee"] as const).filter(
        (who) =>
          !has(f, `evaluation_${who}`) &&
          (f.records[`asked_${who}`]?.count ?? 0) < 2 &&
          (who !== "employee" || f.team.some((m) => m.active && m.role === "employee_participant")),
      ),
    ),
  all_criteria_met: (f) => (unjudged(f) ? ["client_owner", "problem_owner"] : []),
  findings_on_criteria: (f) => (unjudged(f) ? ["client_owner", "problem_owner"] : []),
  nothing_unpaid: () => ["client_owner", "finance"],
  effort_shown: (f) => [
    ...(has(f, "effort_account") ? [] : (["project_manager"] as const)),
    ...(has(f, "report") ? [] : (["project_manager", "student_lead"] as const)),
  ],
};
const byGuard = new Map<string, (typeof awaited)[AssignmentGuard]>(Object.entries(awaited));
/** Tells of whom this guard still lacks something; null where it waits for everybody whose act resolves it. */
export const awaitedBy = (guard: string, facts: AssignmentFacts): readonly Relation[] | null =>
  byGuard.get(guard)?.(facts) ?? null;
