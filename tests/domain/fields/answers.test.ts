import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswers, schemaOf } from "#app/domain/fields/answers.ts";
import type { Field, Fields, Posted } from "#app/domain/fields/fields.ts";
import { mostMoney } from "#app/domain/fields/scalars.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const read = (field: Field, value: string) => {
  const parsed = readAnswers({ it: field }, { it: value });
  return parsed.ok ? parsed.answers.it : parsed.errors.it?.code;
};
const date = { kind: "date" } as const,
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
    const at = { at: { kind: "date", time: true } } as const;
    expect(readAnswers(at, { at: "23-1-2026", "at.time": "9.05" })).toEqual({
      ok: true,
      answers: { at: "2026-01-23T09:05" },
    });
    expect(readAnswers(at, { at: "23-1-2026 14:30 uur" })).toEqual({ ok: true, answers: { at: "2026-01-23T14:30" } });
    expect(readAnswers(at, { at: "23-1-2026", "at.time": "25:00" })).toEqual({
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

describe("groups", () => {
  const fields: Fields = {
    criteria: {
      kind: "rows",
      required: true,
      min: 2,
      max: 3,
      of: { text: { kind: "line", required: true }, value: { kind: "whole" } },
    },
  };
  it("drops empty rows and names errors by the row typed", () => {
    const posted = {
      "criteria.0.text": "Warm",
      "criteria.0.value": "3",
      "criteria.1.text": " ",
      "criteria.4.value": "x",
    };
    expect(readAnswers(fields, posted)).toEqual({
      ok: false,
      errors: { "criteria.4.text": { code: "required" }, "criteria.4.value": { code: "not_a_number" } },
    });
    expect(readAnswers(fields, { ...posted, "criteria.4.text": "Stil", "criteria.4.value": "" })).toEqual({
      ok: true,
      answers: {
        criteria: [
          { text: "Warm", value: 3 },
          { text: "Stil", value: null },
        ],
      },
    });
  });
  it("asks for enough rows and not too many", () => {
    expect(readAnswers(fields, {})).toEqual({ ok: false, errors: { criteria: { code: "required" } } });
    expect(readAnswers(fields, { "criteria.0.text": "a" })).toEqual({
      ok: false,
      errors: { criteria: { code: "too_few_items", limit: 2 } },
    });
    const many = Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`criteria.${i}.text`, "a"]));
    expect(readAnswers(fields, many)).toEqual({
      ok: false,
      errors: { criteria: { code: "too_many_items", limit: 3 } },
    });
  });
  it("reads a group for each item of a list", () => {
    const each: Fields = {
      results: { kind: "each", required: true, from: "criteria", of: { met: { kind: "yesno", required: true } } },
    };
    const options = {
      criteria: [
        { id: "c1", label: "Warm" },
        { id: "c2", label: "Stil" },
      ],
    };
    expect(readAnswers(each, { "results.c1.met": "yes" }, options)).toEqual({
      ok: false,
      errors: { "results.c2.met": { code: "required" } },
    });
    expect(
      readAnswers(each, { "results.c1.met": "yes", "results.c2.met": "no", "results.c9.met": "yes" }, options),
    ).toEqual({ ok: true, answers: { results: { c1: { met: true }, c2: { met: false } } } });
  });
});

describe("hostile text", () => {
  it.each(["a\u0000b", "\u0007", "a\uD800", "\uDC00b", "\u009B31m"])("refuses unreadable text %j", (text) => {
    for (const kind of ["line", "text", "email", "date", "money", "whole", "kvk", "code", "yesno"] as const)
      expect(read({ kind }, text)).toBe("unreadable_text");
  });
  it("takes text nobody can see as empty", () => {
    for (const text of ["\u200B", "\u3164", "  \u2800 ", "\uFEFF", "\u202E"])
      expect(read({ kind: "line", required: true }, text)).toBe("required");
  });
  it("keeps letters as typed", () => {
    for (const text of [
      "é",
      "e\u0301",
      "<script>alert(1)</script>",
      "Đặng",
      "'; drop table people; --",
      "שלום",
      "👨‍👩‍👧",
      "İstanbul",
      "ĳ IJ",
    ])
      expect(read({ kind: "line" }, text)).toBe(text);
  });
  it("unifies line ends and drops white space at the end", () =>
    expect(read({ kind: "text" }, "  a  \r\nb\rc \n\n ")).toBe("  a  \nb\nc"));
  it("never throws and never stores what it cannot show, whatever is posted", () => {
    const kinds: Fields = {
      line: { kind: "line" },
      text: { kind: "text" },
      email: { kind: "email" },
      web: { kind: "web" },
      kvk: { kind: "kvk" },
      date: { kind: "date" },
      whole: { kind: "whole" },
      money: { kind: "money" },
      yesno: { kind: "yesno" },
      choice: { kind: "choice", options: ["a"] },
      choices: { kind: "choices", options: ["a"] },
      files: { kind: "files" },
      rows: { kind: "rows", of: { name: { kind: "line" } } },
    };
    const names = fc.constantFrom(
      ...Object.keys(kinds),
      "rows.0.name",
      "rows.99999.name",
      "rows.__proto__.name",
      "toString",
    );
    const posted = fc.dictionary(
      names,
      fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string({ unit: "binary" }), { maxLength: 3 })),
    );
    fc.assert(
      fc.property(posted, (form: Posted) => {
        const parsed = readAnswers(kinds, form);
        if (parsed.ok) expect(JSON.stringify(parsed.answers)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        else expect(Object.keys(parsed.errors).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
  it("reads huge input quickly", () => {
    const took = processorTime(() => {
      for (const kind of ["line", "text", "email", "web", "date", "money", "whole", "kvk"] as const)
        for (const unit of ["a", "1", " ", "1.", "a.", "\n"]) read({ kind }, unit.repeat(200_000));
    });
    expect(took).toBeLessThan(10_000);
  });
});

it("offers the same reading as a schema", () => {
  const schema = schemaOf({ title: { kind: "line", required: true }, fee: { kind: "money" } });
  expect(schema.parse({ title: "Warm water", fee: "€ 12,50" })).toEqual({ title: "Warm water", fee: 1250 });
  expect(schema.safeParse({ title: "" }).error?.issues.map((issue) => [issue.path, issue.message])).toEqual([
    [["title"], "required"],
  ]);
});
