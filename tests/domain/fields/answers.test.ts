import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workingRecords } from "#app/domain/assignment/records-working.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { anyDay, unbound } from "#tests/support/dates.ts";
import type { Field, Fields, Posted } from "#app/domain/fields/fields.ts";
import { yardsticks } from "#tests/support/cost.ts";

const read = (field: Field, value: string) => {
  const parsed = readAnswers({ it: field }, { it: value }, anyDay);
  return parsed.ok ? parsed.answers.it : parsed.errors.it?.code;
};

const fields: Fields = {
  criteria: {
    kind: "rows",
    required: true,
    min: 2,
    max: 3,
    of: { text: { kind: "line", required: true }, value: { kind: "whole" } },
  },
};
it("asks beside the field what another answer of the same group makes necessary, and only then", () => {
  const { results } = workingRecords.judge_criteria.fields;
  const options = {
    ...anyDay,
    criteria: [
      { id: "a", label: "A" },
      { id: "b", label: "B" },
    ],
  };
  const judged = (id: string, met: string, finding: string) =>
    Object.entries({ met, finding, evidence: "Log", measurer: "Mark" }).map(([at, said]) => [
      `results.${id}.${at}`,
      said,
    ]);
  const errors = (finding: string) => {
    const posted = Object.fromEntries([...judged("a", "met", ""), ...judged("b", "not_met", finding)]);
    const parsed = readAnswers({ results }, posted, options);
    return parsed.ok ? {} : parsed.errors;
  };
  expect(errors(" ")).toEqual({ "results.b.finding": { code: "required" } });
  expect(errors("It stays cold.")).toEqual({});
});
describe("groups", () => {
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
    for (const kind of ["line", "text", "email", "date", "duration", "money", "whole", "kvk", "code", "yesno"] as const)
      expect(read({ kind, when: unbound } as Field, text)).toBe("unreadable_text");
  });
  it("takes text nobody can see as empty", () => {
    for (const text of [
      "\u200B",
      "\u3164",
      "  \u2800 ",
      "\uFEFF",
      "\u202E",
      "\uFE0F",
      "\u034F",
      "\u{E0020}",
      " \u2069\u00A0",
    ])
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
});

describe("hostile forms", () => {
  it("never throws and never stores what it cannot show, whatever is posted", () => {
    const kinds: Fields = {
      line: { kind: "line" },
      text: { kind: "text" },
      email: { kind: "email" },
      web: { kind: "web" },
      kvk: { kind: "kvk" },
      date: { kind: "date", when: unbound },
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
        const parsed = readAnswers(kinds, form, anyDay);
        if (parsed.ok) expect(JSON.stringify(parsed.answers)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        else expect(Object.keys(parsed.errors).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
  it("reads huge input quickly", () => {
    const took = yardsticks(() => {
      for (const kind of ["line", "text", "email", "web", "date", "duration", "money", "whole", "kvk"] as const)
        for (const unit of ["a", "1", " ", "1.", "a.", "\n"])
          read({ kind, when: unbound } as Field, unit.repeat(200_000));
    });
    expect(took, "in yardsticks; it takes about five").toBeLessThan(100);
  });
});
