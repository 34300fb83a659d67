import { staysOpen } from "#app/domain/aftercare/checks.ts";
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { dayFromNumber, dayNumber, type Day } from "#app/domain/calendar/holidays.ts";
import {
  calendarClockIds,
  calendarClocks,
  milestonePeople,
  type CalendarClock,
} from "#app/domain/work/calendar-days.ts";
import { clocks } from "#app/domain/workflow/clocks.ts";
import { rolesOn } from "#app/domain/workflow/policy.ts";
import type { Relation } from "#app/domain/words.ts";
import type { Card } from "#db/queries/assignment/cards.server.ts";
import { clocksEnding, openMilestones } from "#db/queries/calendar/assignment-days.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Describes a day of an assignment that concerns this person: the end of a clock, or a milestone by its title. */
export type AssignmentDay = { card: Card; day: Day } & (
  | { kind: "clock"; clock: CalendarClock }
  | { kind: "milestone"; id: string; title: string }
);

/**
 * Returns the days of these assignments of one's own: milestones, midterm, reports that are due, delivery, and checks
 * when their month is full.
 */
export async function assignmentDays(inside: Inside, cards: readonly Card[]): Promise<AssignmentDay[]> {
  const byId = new Map(
    cards.map((card) => [card.id, { card, roles: rolesOn(inside.actor, { ...card, assignmentId: card.id }) }]),
  );
  const concerns = (id: string, whom: readonly Relation[]) => {
    const assignment = byId.get(id);
    return assignment && whom.some((relation) => assignment.roles.has(relation)) ? [assignment.card] : [];
  };
  const ids = [...byId.keys()];
  const ending = (await clocksEnding(inside.db, ids, calendarClockIds)).flatMap(({ assignmentId, clock, dueAt }) =>
    concerns(assignmentId, calendarClocks[clock]).map(
      (card): AssignmentDay => ({ kind: "clock", card, clock, day: dayIn(clock, dueAt, card) }),
    ),
  );
  const milestones = (await openMilestones(inside.db, ids)).flatMap(({ assignmentId, id, title, dueOn }) =>
    concerns(assignmentId, milestonePeople).map(
      (card): AssignmentDay => ({ kind: "milestone", card, id, title, day: dueOn }),
    ),
  );
  return [...ending, ...milestones];
}
function dayIn(clock: CalendarClock, dueAt: Date, card: Card): Day {
  if (clock === "midterm" && card.midtermOn) return card.midtermOn;
  const last = amsterdamDay(dueAt);
  return clocks[clock].check ? dayFromNumber(dayNumber(last) - staysOpen) : last;
}
