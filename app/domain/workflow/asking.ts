import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { dayFromNumber, dayNumber, type Day } from "#app/domain/calendar/holidays.ts";
import { clocks, type Clock, type ClockId } from "./clocks.ts";

/** Describes the days of an assignment that a clock may ask about. */
type OwnDays = { [D in NonNullable<Clock["about"]>]: Day | null };

/**
 * Returns the first day on which a clock that ends then asks for what answers it: so many days before its end
 * (`asks`), and at the latest on the day it is about. Null where it asks as long as it runs.
 */
function asksFrom(own: OwnDays, id: ClockId, dueAt: Date): Day | null {
  const { asks, about }: Clock = clocks[id];
  if (asks === undefined) return null;
  const ahead = dayFromNumber(dayNumber(amsterdamDay(dueAt)) - asks);
  const day = about ? own[about] : null;
  return day !== null && day < ahead ? day : ahead;
}
/** Tells whether that day has come. */
export function hasBegunAsking(own: OwnDays, id: ClockId, { dueAt, now }: { dueAt: Date; now: Date }): boolean {
  const from = asksFrom(own, id, dueAt);
  return from === null || from <= amsterdamDay(now);
}
type WindowFacts = OwnDays & {
  now: Date;
  clocks: Readonly<Partial<Record<ClockId, { status: string; dueAt: Date }>>>;
};
/**
 * Returns the first day on which what this clock asks for can be done, while that is yet to come; null once it can.
 * What was answered can be answered anew, and late is never too late.
 */
export function opensOn(f: WindowFacts, id: ClockId): Day | null {
  const clock = f.clocks[id];
  if (!clock || !["running", "paused"].includes(clock.status)) return null;
  return hasBegunAsking(f, id, { dueAt: clock.dueAt, now: f.now }) ? null : asksFrom(f, id, clock.dueAt);
}
