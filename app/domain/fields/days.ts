import { dayFromNumber, dayNumber, type Day } from "#app/domain/calendar/holidays.ts";
import { monthsFrom } from "#app/domain/calendar/working-days.ts";
import type { FieldError } from "#app/domain/refusal.ts";

/**
 * Describes days that dates are held against: today always, those of an assignment once it has them. `start` is when the work began,
 * `agreed` when it does, also while that is to come; `term` is the end of the term that may be extended now.
 */
type Anchor = "today" | "signed" | "start" | "agreed" | "end" | "term";
export type Days = { readonly today: Day } & { readonly [A in Anchor]?: Day | null };
/** Describes one end of what is possible: a known day, or what another field of the same form says, and so much later or earlier. */
type Bound = { at: Anchor; years?: number; days?: number } | { field: string; years?: number; days?: number };
/**
 * Tells when a date may lie. Of several bounds the narrowest counts; one whose day is not known yet counts not at
 * all, so each end has at least one that is counted from today (`tests/domain/fields/days.test.ts`).
 */
export type When = { readonly from: readonly Bound[]; readonly until: readonly Bound[] };

const today = (more: { years?: number; days?: number } = {}): Bound => ({ at: "today", ...more });
const field = (id: string, days = 0): Bound => ({ field: id, days });
/** Returns the years before today that anything of an assignment may lie: none is kept longer. */
const past = (years: number): Bound => today({ years: -years });
const ahead = (years: number): Bound => today({ years });

/** Holds the ways in which dates are bound; each form names one of these. */
export const when = {
  /** The day is of something planned, from today on. */
  ahead: (years: number): When => ({ from: [today()], until: [ahead(years)] }),
  /** Holds a term that ends later than today. */
  later: (years: number): When => ({ from: [today({ days: 1 })], until: [ahead(years)] }),
  /** Holds a term that ends later than it does now, and later than today. */
  extended: (years: number): When => ({ from: [today({ days: 1 }), { at: "term", days: 1 }], until: [ahead(years)] }),
  /** The day is of something that happened. */
  past: (years: number): When => ({ from: [past(years)], until: [today()] }),
  /** Holds something that may lie on both sides of today. */
  around: (before: number, after: number): When => ({ from: [past(before)], until: [ahead(after)] }),
  /** Tells when the work began: after both sides signed, within what they agreed, and never a day that is still to come. */
  begun: { from: [{ at: "signed" }, past(1)], until: [{ at: "end" }, today()] } as When,
  /** While the work was done: from its start until today. */
  worked: { from: [{ at: "start" }, past(5)], until: [today()] } as When,
  /** Holds what is planned within the work: from today, neither before its agreed start nor after its agreed end. */
  withinWork: { from: [today(), { at: "agreed" }], until: [{ at: "end" }, ahead(3)] } as When,
  /** Holds what the work makes: not before its start, and at most this many years ahead. */
  fromStart: (years: number): When => ({ from: [past(5), { at: "agreed" }], until: [ahead(years)] }),
  /** The day is past, and not before another answer of the same form. */
  pastFrom: (id: string, years: number): When => ({ from: [past(years), field(id)], until: [today()] }),
  /** The day is not before another answer of the same form, and at most this many years ahead. */
  from: (id: string, years: number, days = 0): When => ({
    from: [past(years), field(id, days)],
    until: [ahead(years)],
  }),
  /** Between two other answers of the same form. */
  between: (first: string, last: string, years: number): When => ({
    from: [past(years), field(first)],
    until: [ahead(years), field(last)],
  }),
};

const plus = (day: Day, { years = 0, days = 0 }: { years?: number; days?: number }) =>
  dayFromNumber(dayNumber(years ? monthsFrom(day, 12 * years) : day) + days);
type Group = Readonly<Record<string, unknown>>;
const asDay = (value: unknown) => (typeof value === "string" ? value.slice(0, 10) : null);

/** Returns the first and the last day that are possible, as far as they are known. */
export function limitsOf(
  { from, until }: When,
  days: Days,
  within: readonly Group[] = [],
): { first: Day | null; last: Day | null } {
  const known = (bounds: readonly Bound[]) =>
    bounds.flatMap((bound) => {
      const day = "at" in bound ? days[bound.at] : answered(bound.field, within);
      return day ? [plus(day, bound)] : [];
    });
  return { first: known(from).sort().at(-1) ?? null, last: known(until).sort().at(0) ?? null };
}
/** Returns a day that such a date may well be, for the example beside its field: always within its bounds, as far as they are known. */
export function exampleDay(bounds: When, days: Days): Day {
  const { first, last } = limitsOf(bounds, days);
  const { today: now } = days;
  const isAhead = first !== null && first >= now;
  const isPast = last !== null && last <= now;
  const aim = isAhead ? plus(first, { days: 14 }) : isPast ? plus(last, { days: -7 }) : now;
  const least = first !== null && aim < first ? first : aim;
  return last !== null && least > last ? last : least;
}
/** Finds what a field of the same form says: of the same row first, then of the form around it. */
function answered(id: string, within: readonly Group[]): Day | null {
  const group = within.find((answers) => Object.hasOwn(answers, id));
  return group ? asDay(group[id]) : null;
}

/** Says why this day is not possible, with the day that is the limit; null when it is. */
export function outside(day: string, bounds: When, days: Days, within: readonly Group[]): FieldError | null {
  const { first, last } = limitsOf(bounds, days, within);
  const at = day.slice(0, 10);
  if (first && at < first) return { code: "date_too_early", day: first };
  return last && at > last ? { code: "date_too_late", day: last } : null;
}
