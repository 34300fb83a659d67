import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantAt, offsetAt } from "#app/domain/calendar/amsterdam.ts";
import { comingStarts } from "#app/domain/calendar/blocks.ts";
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  amsterdamDay,
  endOfDay,
  isWorkingDay,
  monthsFrom,
  remindersWithin,
  workingDaysBetween,
  type Calendar,
} from "#app/domain/calendar/working-days.ts";
import { dayFromNumber, isDay, publicHolidays, weekday } from "#app/domain/calendar/holidays.ts";
import { calendarOf, coming, inBlock, switchesOf } from "#app/domain/centre/switches.ts";

const open: Calendar = { closed: [] };
const christmas: Calendar = { closed: [{ from: "2026-12-19", to: "2027-01-03" }] };
const at = (iso: string) => new Date(iso);
const zoned = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  dateStyle: "short",
  timeStyle: "short",
  hourCycle: "h23",
});
const clock = (instant: Date) => zoned.format(instant).replace(",", "");
const instants = fc.date({ min: at("2000-01-01T00:00:00Z"), max: at("2037-12-31T00:00:00Z"), noInvalidDate: true });

describe("Amsterdam time", () => {
  it("agrees with the platform's time zone data at any instant", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(amsterdamDay(instant)).toBe(zoned.format(instant).slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });
  it("agrees around every change of the clock", () => {
    for (let year = 2000; year <= 2037; year += 1)
      for (const month of ["03", "10"])
        for (let n = 24; n <= 31; n += 1)
          for (const time of ["00:59:59", "01:00:00", "21:59:00", "22:00:00", "22:59:59", "23:00:00"]) {
            const instant = at(`${year}-${month}-${n}T${time}Z`);
            expect(amsterdamDay(instant)).toBe(zoned.format(instant).slice(0, 10));
          }
  });
  it("ends every day at 23:59 on the wall clock of that day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10957, max: 24836 }).map(dayFromNumber), (day) => {
        expect(clock(endOfDay(day))).toBe(`${day} 23:59`);
        expect(amsterdamDay(endOfDay(day))).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });
  it("lives through 25 October 2026, when 02:30 exists twice", () => {
    const first = at("2026-10-25T00:30:00Z"),
      second = at("2026-10-25T01:30:00Z");
    expect([clock(first), clock(second)]).toEqual(["2026-10-25 02:30", "2026-10-25 02:30"]);
    expect([offsetAt(first), offsetAt(second)]).toEqual([2, 1]);
    expect(instantAt("2026-10-25", 2, 30)).toEqual(first);
    expect(addWorkingDays(first, 1, open)).toEqual(addWorkingDays(second, 1, open));
    expect(addWorkingDays(first, 1, open)).toEqual(at("2026-10-26T22:59:00Z"));
    expect(+endOfDay("2026-10-25") - +endOfDay("2026-10-24")).toBe(25 * 3_600_000);
  });
  it("lives through 28 March 2027, when 02:30 does not exist", () => {
    expect(clock(instantAt("2027-03-28", 2, 30))).toMatch(/^2027-03-28 0[13]:30$/);
    expect(+endOfDay("2027-03-28") - +endOfDay("2027-03-27")).toBe(23 * 3_600_000);
  });
  it("puts the last minute of a year in that year", () => {
    expect(amsterdamDay(at("2026-12-31T22:59:00Z"))).toBe("2026-12-31");
    expect(amsterdamDay(at("2026-12-31T23:00:00Z"))).toBe("2027-01-01");
  });
});

describe("holidays", () => {
  it.each([
    [2024, "2024-04-01"],
    [2025, "2025-04-21"],
    [2026, "2026-04-06"],
    [2027, "2027-03-29"],
    [2038, "2038-04-26"],
    [2285, "2285-03-23"],
  ])("Easter Monday of %i is %s", (year, day) => expect(publicHolidays(year)[1]).toBe(day));
  it("have Easter Monday on a Monday from 23 March to 26 April, always", () => {
    for (let year = 1900; year <= 2300; year += 1) {
      const day = publicHolidays(year)[1] ?? "";
      expect(weekday(day)).toBe(1);
      expect(day.slice(5) >= "03-23" && day.slice(5) <= "04-26").toBe(true);
    }
  });
  it("lists those of 2027", () =>
    expect(publicHolidays(2027)).toEqual([
      "2027-01-01",
      "2027-03-29",
      "2027-04-27",
      "2027-05-06",
      "2027-05-17",
      "2027-12-25",
      "2027-12-26",
    ]));
  it("moves King's Day to Saturday when it falls on Sunday", () => {
    expect(publicHolidays(2025)).toContain("2025-04-26");
    expect(publicHolidays(2025)).not.toContain("2025-04-27");
    expect(publicHolidays(2026)).toContain("2026-04-27");
  });
  it("keeps Liberation Day in lustrum years only", () => {
    expect(publicHolidays(2030)).toContain("2030-05-05");
    expect(publicHolidays(2027)).not.toContain("2027-05-05");
  });
  it("works on Good Friday unless the calendar says otherwise", () => {
    expect(isWorkingDay("2027-03-26", open)).toBe(true);
    expect(isWorkingDay("2027-03-26", { closed: [], goodFriday: true })).toBe(false);
  });
  it.each(["2027-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "26-1-1", "", "2026-1-01", null])(
    "%j is no day",
    (text) => expect(isDay(text)).toBe(false),
  );
  it("2028 has a leap day and it is a working day", () => {
    expect(isDay("2028-02-29")).toBe(true);
    expect(isWorkingDay("2028-02-29", open)).toBe(true);
  });
});

describe("terms", () => {
  it("five working days from a Friday end next Friday at 23:59", () =>
    expect(clock(addWorkingDays(at("2026-11-20T10:00:00Z"), 5, open))).toBe("2026-11-27 23:59"));
  it("a term begun in the weekend counts from Monday", () =>
    expect(clock(addWorkingDays(at("2026-11-21T10:00:00Z"), 1, open))).toBe("2026-11-23 23:59"));
  it("steps over Easter Monday and the school's own holidays", () => {
    expect(clock(addWorkingDays(at("2027-03-26T10:00:00Z"), 1, open))).toBe("2027-03-30 23:59");
    expect(clock(addWorkingDays(at("2026-12-18T10:00:00Z"), 1, christmas))).toBe("2027-01-04 23:59");
  });
  it("counts calendar days and months, and keeps to the last day of a short month", () => {
    expect(clock(addCalendarDays(at("2026-12-20T12:00:00Z"), 60))).toBe("2027-02-18 23:59");
    expect(clock(addMonths(at("2026-11-30T12:00:00Z"), 3))).toBe("2027-02-28 23:59");
    expect(monthsFrom("2027-11-30", 3)).toBe("2028-02-29");
    expect(monthsFrom("2028-02-29", 12)).toBe("2029-02-28");
    expect(monthsFrom("2026-08-31", 6)).toBe("2027-02-28");
    expect(monthsFrom("2027-01-31", -1)).toBe("2026-12-31");
  });
  it("lands on a working day, counts back to the same number, and never shrinks", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const end = addWorkingDays(from, n, christmas);
        expect(isWorkingDay(amsterdamDay(end), christmas)).toBe(true);
        expect(workingDaysBetween(from, end, christmas)).toBe(n);
        expect(+addWorkingDays(from, n + 1, christmas)).toBeGreaterThan(+end);
        expect(+addWorkingDays(from, n, open)).toBeLessThanOrEqual(+end);
      }),
      { numRuns: 300 },
    );
  });
  it("a holiday makes a term longer, never shorter", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 40 }), (from, n, skip) => {
        const day = amsterdamDay(addCalendarDays(from, skip));
        expect(+addWorkingDays(from, n, { closed: [{ from: day, to: day }] })).toBeGreaterThanOrEqual(
          +addWorkingDays(from, n, open),
        );
      }),
      { numRuns: 200 },
    );
  });
  it("no days lie between a moment and one before it", () =>
    expect(workingDaysBetween(at("2026-11-20T10:00:00Z"), at("2026-11-10T10:00:00Z"), open)).toBe(0));
});

describe("reminders", () => {
  const start = at("2026-11-16T10:00:00Z");
  it("come half way and two days before, at nine", () => {
    const due = addWorkingDays(start, 10, open);
    expect(remindersWithin(start, due, open).map(clock)).toEqual(["2026-11-23 09:00", "2026-11-26 09:00"]);
  });
  it("come in order, each once, inside the term, also for short terms", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const due = addWorkingDays(from, n, open);
        const moments = remindersWithin(from, due, open).map(Number);
        expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
        for (const moment of moments) {
          expect(moment).toBeGreaterThan(+from);
          expect(moment).toBeLessThan(+due);
        }
        if (n >= 5) expect(moments).toHaveLength(2);
      }),
      { numRuns: 300 },
    );
  });
});

describe("blocks", () => {
  const standard = switchesOf({});
  it("come in order after today", () =>
    expect(coming(at("2026-11-24T09:00:00Z"), standard, 4)).toEqual([
      "2027-02-01",
      "2027-04-15",
      "2027-09-01",
      "2027-11-15",
    ]));
  it("begin on a working day", () => {
    const calendar = calendarOf(switchesOf({ holiday_calendar: [{ from: "2027-01-30", to: "2027-02-07" }] }));
    expect(comingStarts(at("2027-01-15T09:00:00Z"), ["02-01"], calendar, 1)).toEqual(["2027-02-08"]);
    expect(comingStarts(at("2026-12-31T09:00:00Z"), ["2026-09-01"], calendar, 1)).toEqual([]);
    expect(comingStarts(at("2027-01-31T09:00:00Z"), ["2027-02-01"], open, 1)).toEqual(["2027-02-01"]);
  });
  it("take a start in their first three weeks, at every institution", () => {
    const centre = switchesOf({ calendars: { early: { blocks: ["2027-01-18"], holidays: [] } } });
    expect(["2027-01-31", "2027-02-01", "2027-02-21", "2027-02-22"].map((day) => inBlock(day, centre))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(inBlock("2027-02-05", centre, ["early", "other"])).toBe(true);
    expect(inBlock("2027-02-15", centre, ["early", "other"])).toBe(false);
    expect(inBlock("not a day", centre)).toBe(false);
  });
});
