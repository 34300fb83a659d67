import { expect, it } from "vitest";
import { daysUntil, formats, typedDate, typedMoney } from "#app/i18n/format.ts";

const nl = formats("nl"),
  en = formats("en");

it("writes dates in Dutch time, whatever the machine's zone", () => {
  expect(nl.date("2026-01-23")).toBe("vr 23 januari 2026");
  expect(en.date("2026-01-23")).toBe("Fri 23 January 2026");
  expect(nl.dateTime("2026-07-01T22:30:00Z")).toBe("do 2 juli 2026, 00:30");
  expect(nl.time(new Date("2026-01-23T13:05:00Z"))).toBe("14:05");
  expect(nl.dateShort("2026-01-23")).toBe("23 jan 2026");
});
it("writes whole cents with a no-break space", () => {
  expect(nl.money(123450)).toBe("€\u00A01.234,50");
  expect(nl.money(-123450)).toBe("€\u00A0-1.234,50");
  expect(en.money(123450)).toBe("€1,234.50");
});
it("counts days by the calendar, over the change of the clock", () => {
  expect(daysUntil("2026-03-30", "2026-03-28T23:30:00Z")).toBe(1);
  expect(nl.relative("2026-01-23", "2026-01-20T10:00:00Z")).toBe("over 3 dagen");
  expect(nl.relative("2026-01-19", "2026-01-20T10:00:00Z")).toBe("gisteren");
  expect(en.relative("2026-04-20", "2026-01-20T10:00:00Z")).toBe("in 3 months");
});
it("says a range of one day once", () => {
  expect(nl.range("2026-02-02", "2026-02-02")).toBe("ma 2 februari 2026");
  expect(nl.range("2026-02-02", "2026-02-06")).toBe("ma 2 februari 2026 t/m vr 6 februari 2026");
});
it("shows in a field what a field may hold", () => {
  expect(typedDate("2026-01-03")).toBe("3-1-2026");
  expect(typedMoney(123450)).toBe("1.234,50");
  expect(typedMoney(123400)).toBe("1.234,00");
});
it("says how long with hours and minutes, also of what was taken back", () => {
  expect([90, 60, 45, 0, -75].map(nl.duration)).toEqual(["1 uur 30 min", "1 uur", "45 min", "0 uur", "−1 uur 15 min"]);
  expect([90, 120].map(en.duration)).toEqual(["1 hour 30 min", "2 hours"]);
});
it("joins lists", () => expect(nl.list(["a", "b", "c"])).toBe("a, b en c"));
