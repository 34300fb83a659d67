import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Field } from "#app/domain/fields/fields.ts";
import { mostMoney } from "#app/domain/fields/scalars.ts";
import { typedDuration } from "#app/i18n/format.ts";
import { anyDay, unbound } from "#tests/support/dates.ts";

const read = (field: Field, value: string) => {
  const parsed = readAnswers({ it: field }, { it: value }, anyDay);
  return parsed.ok ? parsed.answers.it : parsed.errors.it?.code;
};
const date = { kind: "date", when: unbound } as const,
  money = { kind: "money" } as const;

describe("dates", () => {
  it.each([
    ["23-1-2026", "2026-01-23"],
    ["3/2/2026", "2026-02-03"],
    ["2026-01-23", "2026-01-23"],
    ["23 januari 2026", "2026-01-23"],
    ["23 Jan. 2026", "2026-01-23"],
    ["vr 23 januari 2026", "2026-01-23"],
    ["23.01.2026", "2026-01-23"],
    [" 23 - 1 - 2026 ", "2026-01-23"],
    ["29-2-2028", "2028-02-29"],
    ["1-1-1900", "1900-01-01"],
    ["31-12-2200", "2200-12-31"],
  ])("reads %s", (typed, day) => expect(read(date, typed)).toBe(day));
  it.each([
    "31-2-2026",
    "29-2-2026",
    "0-1-2026",
    "12-13-2026",
    "morgen",
    "23-1",
    "2026",
    "23 toString 2026",
    "23 constructor 2026",
    "1e3-1-2026",
  ])("refuses %s as no date", (typed) => expect(read(date, typed)).toBe("not_a_date"));
  it.each(["23-1-26", "1/1/26", "31-12-1899", "1-1-2201", "1-1-0001", "23 januari 26"])(
    "refuses %s as out of range",
    (typed) => expect(read(date, typed)).toBe("date_out_of_range"),
  );
  it("reads back every day it could show", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2200-12-31T00:00:00Z"), noInvalidDate: true }),
        (d) => {
          const day = d.toISOString().slice(0, 10);
          expect(read(date, day)).toBe(day);
          expect(read(date, day.split("-").map(Number).reverse().join("-"))).toBe(day);
        },
      ),
    );
  });
  it("reads a day with a time from one box or two", () => {
    const at = { at: { kind: "date", time: true, when: unbound } } as const;
    expect(readAnswers(at, { at: "23-1-2026", "at.time": "9.05" }, anyDay)).toEqual({
      ok: true,
      answers: { at: "2026-01-23T09:05" },
    });
    expect(readAnswers(at, { at: "23-1-2026 14:30 uur" }, anyDay)).toEqual({
      ok: true,
      answers: { at: "2026-01-23T14:30" },
    });
    expect(readAnswers(at, { at: "23-1-2026", "at.time": "25:00" }, anyDay)).toEqual({
      ok: false,
      errors: { at: { code: "not_a_time" } },
    });
  });
});

describe("money", () => {
  it.each([
    ["1.234,56", 123456],
    ["1234,5", 123450],
    ["€1234", 123400],
    ["€ 1.234,50", 123450],
    ["0", 0],
    ["12,-", 1200],
    ["1 234,50", 123450],
    ["1.234", 123400],
    ["12,34 euro", 1234],
  ])("reads %s", (typed, cents) => expect(read(money, typed)).toBe(cents));
  it.each(["1.23", "1,234.56", "1,234", "12.34.56", "1.2345"])("asks about %s", (typed) =>
    expect(read(money, typed)).toBe("ambiguous_money"),
  );
  it.each(["-5", "veel", "€", "1e9", "0x10", "Infinity", "NaN", "１２"])("refuses %s", (typed) =>
    expect(read(money, typed)).toBe("not_money"),
  );
  it("bounds at a hundred million euro", () => {
    expect(read(money, "100000000")).toBe(mostMoney);
    expect(read(money, "100000000,01")).toBe("number_out_of_range");
  });
  it("reads back every amount it could show", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostMoney }), (cents) => {
        const shown = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2 }).format(cents / 100);
        expect(read(money, shown)).toBe(cents);
      }),
    );
  });
});

describe("other single answers", () => {
  it.each([["maarten.'t.hart@voorbeeld.nl"], ["a+b@sub.example.org"], ["jan@bücher.example"], ["X@y.nl"]])(
    "takes %s as an address",
    (mail) => expect(read({ kind: "email" }, mail)).toBe(mail),
  );
  it.each([
    "jan",
    "jan@",
    "@x.nl",
    "a b@x.nl",
    "jan@localhost",
    "a@b@c.nl",
    "jan@-x.nl",
    "a..b@x.nl",
    "x@y.nl\r\nBcc: z@z.nl",
  ])("refuses %s as an address", (mail) => expect(read({ kind: "email" }, mail)).toBe("not_an_email"));
  it("refuses an address over 254 characters", () =>
    expect(read({ kind: "email" }, `a@${"b".repeat(250)}.nl`)).toBe("too_long"));
  it("keeps a KvK number as eight digits", () => {
    expect(read({ kind: "kvk" }, "0875 01.10")).toBe("08750110");
    for (const wrong of ["1234567", "123456789", "１２３４５６７８", "12a45678"])
      expect(read({ kind: "kvk" }, wrong)).toBe("not_a_kvk");
  });
  it("reads whole numbers within bounds", () => {
    const whole = { kind: "whole", min: 0, max: 2000 } as const;
    expect(read(whole, "1.200")).toBe(1200);
    expect(read(whole, "-0")).toBe(0);
    expect(read(whole, "2001")).toBe("number_out_of_range");
    for (const wrong of ["12,5", "1e3", "twaalf", "0x1F", "9".repeat(400)])
      expect(read(whole, wrong)).toBe("not_a_number");
  });
});

describe("text, links and options", () => {
  it("counts lengths in code points", () => {
    expect(read({ kind: "line", max: 3 }, "👩👩👩")).toBe("👩👩👩");
    expect(read({ kind: "line", max: 3 }, "abcd")).toBe("too_long");
  });
  it("takes an address on the web only when a reader may be sent there", () => {
    for (const right of ["https://voorbeeld.nl", "https://www.voorbeeld.nl/over-ons?taal=nl"])
      expect(read({ kind: "web" }, ` ${right} `)).toBe(right);
    for (const wrong of [
      "voorbeeld.nl",
      "http://voorbeeld.nl",
      "javascript:alert(1)",
      "https://localhost",
      "https:// voorbeeld.nl",
      "https://voor beeld.nl",
    ])
      expect(read({ kind: "web" }, wrong)).toBe("not_a_link");
    expect(read({ kind: "web" }, `https://voorbeeld.nl/${"a".repeat(200)}`)).toBe("too_long");
  });
  it("takes only offered options", () => {
    expect(read({ kind: "choice", options: ["a", "b"] }, "b")).toBe("b");
    expect(read({ kind: "choice", options: ["a", "b"] }, "__proto__")).toBe("not_an_option");
    expect(
      readAnswers({ who: { kind: "pick", from: "staff" } }, { who: "p1" }, { staff: [{ id: "p1", label: "Ada" }] }),
    ).toEqual({ ok: true, answers: { who: "p1" } });
    expect(
      readAnswers(
        { who: { kind: "picks", from: "staff" } },
        { who: ["p1", "p2"] },
        { staff: [{ id: "p1", label: "Ada" }] },
      ),
    ).toEqual({ ok: false, errors: { who: { code: "not_an_option" } } });
  });
  it("tells yes from no from nothing", () => {
    expect(read({ kind: "yesno" }, "yes")).toBe(true);
    expect(read({ kind: "yesno" }, "no")).toBe(false);
    expect(read({ kind: "yesno" }, "")).toBe(null);
    expect(read({ kind: "yesno", required: true }, "")).toBe("required");
    expect(read({ kind: "check", required: true }, "")).toBe("not_ticked");
    expect(read({ kind: "check" }, "on")).toBe(true);
  });
});

describe("time spent", () => {
  const spent = { kind: "duration", min: -1440, max: 1440 } as const;
  it.each([
    ["1,5", 90],
    ["1.5", 90],
    ["8", 480],
    ["8 uur", 480],
    ["8u", 480],
    ["7,75 uur", 465],
    ["1,33", 80],
    ["90 min", 90],
    ["90 minuten", 90],
    ["90m", 90],
    ["1:30", 90],
    ["0:05", 5],
    ["1u30", 90],
    ["1 u 30 min", 90],
    ["1 uur en 30 minuten", 90],
    ["1 h 30", 90],
    ["2 hours", 120],
    [" 1 hour and 15 minutes ", 75],
    ["-1,5", -90],
    ["− 30 min", -30],
    ["1.500 uur", 90_000],
    ["1 500", 90_000],
    ["0", 0],
  ])("reads %s", (typed, minutes) => expect(read({ ...spent, max: 90_000 }, typed)).toBe(minutes));
  it.each(["veel", "1:60", "1:5:0", "1,5,5", "u", "min", "1 dag", "--1", "1e2", "1,555 uur"])(
    "refuses %s as no time",
    (typed) => expect(read(spent, typed)).toBe("not_a_duration"),
  );
  it("says when minutes were meant, and takes back no more than a day", () => {
    expect(read(spent, "90")).toBe("duration_too_long");
    expect(read(spent, "-25")).toBe("duration_too_short");
    expect(read({ kind: "duration" }, "-1")).toBe("duration_too_short");
  });
  it("whole hours are typed with their unit as well, and a part of an hour is told to be one", () => {
    const hours = { kind: "whole", counts: "hours", min: 1, max: 2000 } as const;
    for (const typed of ["8", "8 uur", "8u", "8 hours", "480 min", "8:00", "8,0"]) expect(read(hours, typed)).toBe(8);
    for (const typed of ["1.500", "1 500", "1.500 uur"]) expect(read(hours, typed)).toBe(1500);
    for (const typed of ["1,5", "90 min"]) expect(read(hours, typed)).toBe("not_whole_hours");
    for (const typed of ["veel", "8 weken"]) expect(read(hours, typed)).toBe("not_a_number");
    for (const typed of ["0 uur", "2001 uur"]) expect(read(hours, typed)).toBe("number_out_of_range");
  });
  it("reads back what it shows", () => {
    for (let minutes = -1440; minutes <= 1440; minutes += 7) expect(read(spent, typedDuration(minutes))).toBe(minutes);
  });
});
