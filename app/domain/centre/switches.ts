import { z } from "zod";
import { comingStarts, startsInBlock } from "#app/domain/calendar/blocks.ts";
import { isDay, type Calendar, type Day } from "#app/domain/calendar/working-days.ts";
import { clockIds, clocks, type ClockId } from "#app/domain/workflow/clocks.ts";

/** Says how a centre accepts money: not at all, costs only, or paid work too. */
const feePolicies = ["none", "expenses", "paid"] as const;
const triagePolicies = ["coordinator", "business_developer", "both"] as const;
const publishPolicies = ["coordinator", "business_developer"] as const;
const contractingParties = ["institution", "centre"] as const;

const day = z.string().refine(isDay);
/** Reads "mm-dd" for every year (29 February has no place here), or one day. */
const blockStart = z.string().refine((text) => isDay(text) || (/^\d\d-\d\d$/.test(text) && isDay(`2027-${text}`)));
const span = z.object({ from: day, to: day, name: z.string().max(80).optional() }).refine((s) => s.from <= s.to);
const rhythm = { blocks: z.array(blockStart).max(40), holidays: z.array(span).max(80) };

const lengths = (min: number) => z.number().int().min(min).max(400);
/**
 * Holds lengths of the clocks, in the unit of each (`clocks`): working days, calendar days or months.
 * `claim_window_short` is the window of a market that opens again.
 */
const timers = z.object({
  ...(Object.fromEntries(
    clockIds.map((id) => [id, lengths(id === "guarantee" ? 0 : 1).default(clocks[id].length)]),
  ) as Record<ClockId, z.ZodDefault<z.ZodNumber>>),
  claim_window_short: lengths(1).default(10),
});
const on = z.boolean().default(true);
const off = z.boolean().default(false);

/**
 * Holds the switches of a centre with their defaults (docs/domain.md 6.8). An unknown name or a value out of range is
 * refused by zod.
 */
const switchesSchema = z.strictObject({
  allow_result: on,
  allow_fee: z.enum(feePolicies).default("expenses"),
  allow_secrecy: on,
  allow_silence_clause: off,
  triage_by: z.enum(triagePolicies).default("coordinator"),
  publish_by: z.enum(publishPolicies).default("coordinator"),
  select_with_bd: off,
  /** Coordinators, business developers and signatories give a second factor when they log in (docs/trust.md 3.17). */
  require_second_factor: off,
  /** Open interests a student may have at once. */
  interest_cap: z.number().int().min(1).max(20).default(3),
  show_interest_count: off,
  timers: timers.prefault({}),
  /** Block starts and school holidays of the lead institution; `calendars` overrides them per institution id. */
  block_calendar: z.array(blockStart).max(40).default(["09-01", "11-15", "02-01", "04-15"]),
  holiday_calendar: z.array(span).max(80).default([]),
  calendars: z.record(z.string(), z.object(rhythm)).default({}),
  good_friday_off: off,
  rework_rounds_max: z.number().int().min(0).max(10).default(2),
  /** Counts calendar days of guarantee that a new result agreement starts with. */
  guarantee_days: z.number().int().min(0).max(400).default(60),
  result_team_floor: on,
  contracting_party: z.enum(contractingParties).default("institution"),
  /** On: an examiner also notes the grade, for the student alone. Off: only that and when was judged (docs/domain.md O13). */
  store_grades: on,
  coach_may_grade: off,
  /** Holds the smallest group of which numbers are shown. The public figures so far count assignments, never people. */
  cell_minimum: z.number().int().min(3).max(50).default(5),
  /** Is offered from the sprint on; until that template exists there is nothing to hide. */
  sprint_template: on,
});
/** Lists switches whose subject is not built yet: setting them changes nothing, and the documents say so. */
export const unbuiltSwitches = [
  "cell_minimum",
  "sprint_template",
] as const satisfies (keyof typeof switchesSchema.shape)[];
export type Switches = z.infer<typeof switchesSchema>;
export const defaultSwitches: Switches = switchesSchema.parse({});
/**
 * Returns the switches in force: a centre's overrides on top of the defaults. Throws when stored overrides are not
 * valid, rather than guess at a permission.
 */
export function switchesOf(overrides: unknown): Switches {
  if (typeof overrides !== "object" || overrides === null) return switchesSchema.parse(overrides ?? {});
  const known = read.get(overrides) ?? byText(JSON.stringify(overrides), overrides);
  read.set(overrides, known);
  return known;
}
/** One request asks for the same switches many times. */
const read = new WeakMap<object, Switches>();
const texts = new Map<string, Switches>();
/** With more centres than this all are forgotten and read anew, so that nothing grows without bound. */
const cachedTexts = 500;
/** Every list reads the switches of its centres, which hardly ever change. */
function byText(text: string, overrides: object): Switches {
  const known = texts.get(text);
  if (known) return known;
  const switches = switchesSchema.parse(overrides);
  if (texts.size >= cachedTexts) texts.clear();
  texts.set(text, switches);
  return switches;
}

const rhythmOf = (switches: Switches, institution?: string) =>
  (institution === undefined ? undefined : switches.calendars[institution]) ?? {
    blocks: switches.block_calendar,
    holidays: switches.holiday_calendar,
  };
/** Returns the working-day calendar of an institution; without one, that of the lead institution. */
export const calendarOf = (switches: Switches, institution?: string): Calendar => ({
  closed: rhythmOf(switches, institution).holidays,
  goodFriday: switches.good_friday_off,
});

/** Tells whether a day is a start in a block of every institution taking part (guard `start_in_block`). */
export const inBlock = (start: Day, switches: Switches, institutions: readonly string[] = []): boolean =>
  isDay(start) &&
  (institutions.length ? institutions : [undefined]).every((id) =>
    startsInBlock(start, rhythmOf(switches, id).blocks, calendarOf(switches, id)),
  );
/** The next `n` block starts of the lead institution. */
export const coming = (now: Date, switches: Switches, n: number): Day[] =>
  comingStarts(now, switches.block_calendar, calendarOf(switches), n);
