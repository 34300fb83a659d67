import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  daysBefore,
  endOfDay,
  remindersWithin,
  workingDaysBetween,
  type Calendar,
} from "#app/domain/calendar/working-days.ts";
import { instantAt } from "#app/domain/calendar/amsterdam.ts";
import { clocks, type Clock, type ClockId } from "#app/domain/workflow/clocks.ts";
import { clocksChanged } from "#app/domain/workflow/starting.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import { working } from "#app/domain/assignment/working.ts";
import { overlays } from "#app/domain/assignment/overlays.ts";
import { claimFields } from "#app/domain/claims/process.ts";
import { milestoneMoves } from "#app/domain/work/process.ts";
import type { Waiting } from "#app/domain/agreement/terms/due.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { storedAnswers, type AnswersOf } from "#app/domain/fields/typed.ts";
import type { AssignmentStatus } from "#app/domain/words.ts";
import { calendarOf, switchesOf } from "#app/domain/centre/switches.ts";
import { moveWindow } from "#db/queries/assignment/assignments.server.ts";
import { prolongClaim } from "#db/queries/claims/claims.server.ts";
import {
  aliveDeadlines,
  askingDeadlines,
  changeDeadline,
  insertDeadline,
  meetClocks,
  openDeadline,
  type Deadline,
} from "#db/queries/workflow/deadlines.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Answers that decide when a clock ends, whichever move asks them. */
const deciding = {
  until: overlays.pause.fields.until,
  valid_until: claimFields.valid_until,
  due_on: milestoneMoves.plan.fields.due_on,
  term: working.request_rework.fields.term,
  missing: working.report_incomplete.fields.missing,
  settlement_amount: working.stop.fields.settlement_amount,
  settlement_due: working.stop.fields.settlement_due,
};
type Deciding = Partial<AnswersOf<typeof deciding>>;
/** Returns working days of this assignment: those of its lead institution, and until one is chosen those of the centre. */
export const centreCalendar = ({ centre, row }: AssignmentContext): Calendar =>
  calendarOf(switchesOf(centre.switches), row.institutionId ?? undefined);

/** This many working days lie between reports, as agreed. */
const rhythms: Record<NonNullable<Terms["report_rhythm"]>, number> = { week: 5, two_weeks: 10, month: 20 };
/** `term`: when what is to be paid first is to be paid; `since`: from when a length counts, where that is not now. */
type Lengths = { answers: Answers; terms: Terms; term?: Waiting; since?: Date };
/** Returns lengths that the agreement or the form decides; otherwise the centre's timer (docs/domain.md 6.5). */
function lengthOf(clock: ClockId, { centre }: AssignmentContext, { answers, terms }: Lengths): number {
  const { term } = storedAnswers(deciding, answers);
  const asked = clock === "rework" ? term : null;
  return asked ?? agreedLength(clock, terms) ?? switchesOf(centre.switches).timers[clock] ?? clocks[clock].length;
}
/** Returns the length that the term gives on which the clock stands; a day is no length. */
function agreedLength(clock: ClockId, terms: Terms): number | null {
  const { stands } = clocks[clock];
  if (stands === "report_rhythm") return terms.report_rhythm ? rhythms[terms.report_rhythm] : null;
  const agreed = stands && terms[stands];
  return typeof agreed === "number" ? agreed : null;
}
/** Returns clocks that end at a date somebody named, rather than after a length. */
function namedEnd(clock: ClockId, assignment: AssignmentContext, answers: Deciding, calendar: Calendar): Date | null {
  const { row } = assignment;
  if (clock === "claim_window") return row.windowEnd;
  if (clock === "publish_on") return row.publishOn ? instantAt(row.publishOn, 8) : null;
  if (clock === "pause_until") return answers.until ? endOfDay(answers.until) : null;
  if (clock === "claim_valid") return answers.valid_until ? endOfDay(answers.valid_until) : null;
  if (clock === "midterm") return row.midtermOn ? addWorkingDays(endOfDay(row.midtermOn), 5, calendar) : null;
  if (clock === "start_by") return row.startOn ? addWorkingDays(endOfDay(row.startOn), 10, calendar) : null;
  if (clock === "milestone" || clock === "anchoring") return answers.due_on ? endOfDay(answers.due_on) : null;
  // Beside an amount the day says when that is paid; without one, when the amount is known.
  if (clock === "settle_amount" && !answers.settlement_amount)
    return answers.settlement_due ? endOfDay(answers.settlement_due) : null;
  if (clock === "delivery_due" && answers.missing === undefined) return row.endOn ? endOfDay(row.endOn) : null;
  return null;
}
function dueAt(clock: ClockId, ctx: { now: () => Date }, assignment: AssignmentContext, lengths: Lengths): Date {
  const calendar = centreCalendar(assignment);
  const answers = storedAnswers(deciding, lengths.answers);
  const named = namedEnd(clock, assignment, answers, calendar);
  if (named && named > ctx.now()) return named;
  // What is to be paid has a last day of its own, also when that is long ago.
  if (lengths.term) return endOfDay(lengths.term.by);
  const length = clock === "delivery_due" ? 5 : lengthOf(clock, assignment, lengths);
  const { unit, grace = 0 } = clocks[clock];
  const endFrom = (begin: Date) => {
    if (unit === "wd") return addWorkingDays(begin, length, calendar);
    return unit === "cd" ? addCalendarDays(begin, length) : addCalendarDays(addMonths(begin, length), grace);
  };
  const end = endFrom(lengths.since ?? ctx.now());
  return end > ctx.now() ? end : endFrom(ctx.now());
}

/** Tells when a clock that ran out rings again, so long as nobody answers it. */
export const nextRing = (ctx: { now: () => Date }, assignment: AssignmentContext, clock: ClockId): Date =>
  dueAt(clock, ctx, assignment, { answers: {}, terms: {} });

/** The next moment something happens on this clock: a reminder or the end. */
export function nextMoment(clock: Clock, startedAt: Date, due: Date, reminders: number, calendar: Calendar): Date {
  const moments = clock.ahead
    ? [daysBefore(due, clock.ahead)]
    : clock.reminds
      ? remindersWithin(startedAt, due, calendar)
      : [];
  return moments.slice(reminders).find((m) => m < due && m > startedAt) ?? due;
}
/** Sets a clock running on this object, from now on, with the length that the agreement or the form gives it. */
export async function startClock(
  ctx: Inside,
  assignment: AssignmentContext,
  clock: ClockId,
  on: { object: ObjectName; objectId: string },
  lengths: Lengths,
) {
  const { row } = assignment;
  await meetClocks(ctx.db, on.objectId, [clock]);
  const due = dueAt(clock, ctx, assignment, lengths);
  // What is to be paid from a later day on is asked from that day on.
  const from = lengths.term?.from ? instantAt(lengths.term.from, 0) : null;
  const startedAt = from && from > ctx.now() ? from : ctx.now();
  const held = isHeld(row, clock);
  await insertDeadline(ctx.db, {
    id: ctx.newId(),
    assignmentId: row.id,
    centreId: row.centreId,
    organizationId: row.organizationId,
    ...on,
    clock,
    startedAt,
    dueAt: due,
    ...(held ? paused(ctx, assignment, { clock, dueAt: due }) : { status: "running" as const }),
    nextAt: nextMoment(clocks[clock], startedAt, due, 0, centreCalendar(assignment)),
  });
}
/**
 * A signed change moves the ends of clocks that stand on what it changed: to the new day, or by the new length from when they
 * began, and from today where that day has passed. Reminders and a last notice are sent anew.
 */
export async function moveEnds(ctx: Inside, assignment: AssignmentContext, { from, to }: { from: Terms; to: Terms }) {
  const { row } = assignment;
  for (const clock of clocksChanged(from, to)) {
    const d = await openDeadline(ctx.db, row.id, clock);
    // What ran out and asks no more is over, unless its status still waits for it.
    if (!d || (d.status === "out" && !clocks[clock].within?.includes(row.status))) continue;
    const due = dueAt(clock, ctx, assignment, { answers: {}, terms: to, since: d.startedAt });
    const standsStill = isHeld(row, clock);
    await changeDeadline(ctx.db, d.id, {
      dueAt: due,
      reminders: 0,
      noticeUntil: null,
      nextAt: nextMoment(clocks[clock], ctx.now(), due, 0, centreCalendar(assignment)),
      ...(standsStill ? paused(ctx, assignment, { clock, dueAt: due }) : { status: "running" as const }),
    });
  }
}
/** Leaving a status stops the clocks that belong to it. */
export async function stopOnLeaving(ctx: Inside, assignmentId: string, to: AssignmentStatus) {
  const gone = (await askingDeadlines(ctx.db, assignmentId)).filter((d) => {
    const within = clocks[d.clock].within;
    return within !== undefined && !within.includes(to);
  });
  for (const d of gone) await changeDeadline(ctx.db, d.id, { status: "met" });
}
const pausesFor = (clock: ClockId, overlay: "onHold" | "disputed") => {
  const { pauses } = clocks[clock];
  return pauses === "both" || pauses === overlay;
};
/** Tells whether it stands still under what lies over the assignment now. */
const isHeld = (row: AssignmentContext["row"], clock: ClockId) =>
  (row.onHold && pausesFor(clock, "onHold")) || (row.disputed && pausesFor(clock, "disputed"));

/** An overlay begins: what may pause keeps its remaining working days (calendar days for the others). */
export async function pauseClocks(ctx: Inside, assignment: AssignmentContext, overlay: "onHold" | "disputed") {
  for (const d of await aliveDeadlines(ctx.db, assignment.row.id))
    if (d.status === "running" && pausesFor(d.clock, overlay))
      await changeDeadline(ctx.db, d.id, paused(ctx, assignment, d));
}
function paused(ctx: Inside, assignment: AssignmentContext, { clock, dueAt: due }: { clock: ClockId; dueAt: Date }) {
  const left =
    clocks[clock].unit === "wd"
      ? workingDaysBetween(ctx.now(), due, centreCalendar(assignment))
      : Math.ceil((+due - +ctx.now()) / 86_400_000);
  return { status: "paused" as const, pausedAt: ctx.now(), remaining: Math.max(1, left) };
}
/** The last overlay ends: paused clocks go on with what they had left. */
export async function resumeClocks(ctx: Inside, assignment: AssignmentContext) {
  const calendar = centreCalendar(assignment);
  for (const d of await aliveDeadlines(ctx.db, assignment.row.id)) {
    if (d.status !== "paused") continue;
    const clock = clocks[d.clock];
    const due =
      clock.unit === "wd"
        ? addWorkingDays(ctx.now(), d.remaining ?? 1, calendar)
        : addCalendarDays(ctx.now(), d.remaining ?? 1);
    await changeDeadline(ctx.db, d.id, {
      status: "running",
      pausedAt: null,
      remaining: null,
      dueAt: due,
      nextAt: nextMoment(clock, ctx.now(), due, d.reminders, calendar),
    });
    await moveAlong(ctx, assignment, d, due);
  }
}
/** Terms that are also a date on a row wait along: the window for claims, and how long a claim holds. */
async function moveAlong(ctx: Inside, { row }: AssignmentContext, d: Deadline, due: Date) {
  if (d.clock === "claim_window" && row.windowEnd && due > row.windowEnd) await moveWindow(ctx.db, row.id, due);
  if (d.clock === "claim_valid") await prolongClaim(ctx.db, d.objectId, due);
}
