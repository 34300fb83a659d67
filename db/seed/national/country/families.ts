import { dayOf, type Day, type Span } from "#app/domain/calendar/holidays.ts";

/**
 * Centres of one region have one rhythm: the same block starts and school holidays, so that a story lived in one of
 * them holds in all.
 */
export type Family = { name: string; provinces: readonly string[]; switches: Record<string, unknown> };
const fullWeek = (year: number, month: number, date: number, weeks: number, name: string): Span => ({
  from: dayOf(year, month, date),
  to: dayOf(year, month, date + weeks * 7 + 1),
  name,
});

/** Returns school holidays around a year: autumn, Christmas, spring, May and summer, shifted per region as the ministry does. */
const holidays = (now: Date, later: number): Span[] =>
  [-3, -2, -1, 0, 1, 2].flatMap((n) => {
    const year = now.getUTCFullYear() + n;
    return [
      fullWeek(year, 2, 14 + later, 1, "voorjaar"),
      fullWeek(year, 4, 25, 1, "mei"),
      fullWeek(year, 7, 4 + later, 6, "zomer"),
      fullWeek(year, 10, 10 + later, 1, "herfst"),
      { from: dayOf(year, 12, 20), to: dayOf(year + 1, 1, 3), name: "kerst" },
    ];
  });
const family = (
  name: string,
  provinces: readonly string[],
  blocks: readonly Day[],
  closed: readonly Span[],
): Family => ({ name, provinces, switches: { allow_fee: "paid", block_calendar: blocks, holiday_calendar: closed } });

/** Answers the parts of the country, each with the blocks and holidays of its schools around this moment. */
export const familiesAt = (now: Date): readonly Family[] => [
  family(
    "noord",
    ["Groningen", "Fryslân", "Drenthe", "Overijssel", "Flevoland", "Noord-Holland"],
    ["08-31", "10-05", "11-16", "02-01", "04-12", "06-01"],
    holidays(now, 7),
  ),
  family(
    "zuid",
    ["Utrecht", "Gelderland", "Zuid-Holland", "Zeeland", "Noord-Brabant", "Limburg"],
    ["09-07", "11-09", "01-11", "02-08", "04-19"],
    holidays(now, 0),
  ),
];
