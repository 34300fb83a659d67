import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { Relation } from "#app/domain/words.ts";

const leading = ["project_manager", "student_lead"] as const;
const company = ["client_owner", "problem_owner"] as const;
const teamAndClient = [...leading, "team_teacher", "team_student", "employee_participant", ...company] as const;
/**
 * Holds days of an assignment that stand in the calendar of whom they concern, whoever's turn it is now: the clocks
 * that end on them. The midterm stands on its own day, not on the last one for writing it down.
 */
export const calendarClocks = {
  report: leading,
  midterm: [...leading, "team_teacher", "client_owner"],
  delivery_due: teamAndClient,
  impl_check_3: company,
  impl_check_6: company,
  impl_check_12: company,
} as const satisfies Partial<Record<ClockId, readonly Relation[]>>;
export type CalendarClock = keyof typeof calendarClocks;
export const calendarClockIds = Object.keys(calendarClocks) as CalendarClock[];
/** Names who have the milestones of their assignment in their calendar. */
export const milestonePeople: readonly Relation[] = teamAndClient;
