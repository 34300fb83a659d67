import { describe, expect, test } from "vitest";
import { counts, mostSheetRows, readSheet, sheetColumns, type Sheet } from "#app/domain/rounds/sheet.ts";
import { words } from "#app/i18n/words.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { sheetWords, templateOf } from "#app/ui/rounds/sheet-words.ts";
import { yardsticks } from "#tests/support/cost.ts";

const head = "naam;e-mail;richting;niveau;uren";
const read = (text: string | Buffer) => readSheet(textSheet(Buffer.from(text)), sheetWords());
const codes = (text: string | Buffer) => read(text).problems.map((p) => `${p.row} ${p.column ?? "-"} ${p.code}`);
describe("a list of students", () => {
  test("reads the same from every encoding and separator", () => {
    const line = (sep: string) => [head, "Zoë Ünal;z@school.nl;Data en AI;mbo 4;16"].join("\r\n").replaceAll(";", sep);
    const wide = (text: string, mark: string) => Buffer.from(mark + text, "utf16le");
    const big = Buffer.from(wide(line(";"), "\ufeff")).swap16();
    for (const bytes of [
      line(";"),
      line(","),
      line("\t"),
      `\ufeff${line(";")}`,
      wide(line("\t"), "\ufeff"),
      big,
      Buffer.from(line(";"), "latin1"),
      `sep=;\n${line(";")}`,
      line(";").replaceAll(";", '";"').replaceAll("\r\n", '"\r\n"').replace(/^/, '"').replace(/$/, '"'),
    ]) {
      const { rows, problems } = read(bytes as Buffer);
      expect(problems).toEqual([]);
      expect(rows).toMatchObject([
        { name: "Zoë Ünal", email: "z@school.nl", discipline: "data", level: "mbo", hours: 16 },
      ]);
    }
  });
  test("knows its columns and words in both languages; the example it gives away is right", () => {
    for (const locale of ["nl", "en"] as const) {
      const { rows, problems } = read(templateOf(locale));
      expect(problems).toEqual([]);
      expect(rows).toMatchObject([
        {
          number: "1234567",
          discipline: "water_environment",
          level: "hbo",
          dayParts: ["mon_am", "tue_pm"],
          skills: [{ level: 2 }],
        },
        { level: "mbo", dayParts: ["wed_am"] },
      ]);
      expect(Object.keys(words(locale).rounds.sheet.columns).sort()).toEqual([...sheetColumns].sort());
    }
  });
});

describe("problems in a list of students", () => {
  test("names every problem by row and column, and gives no row that is not whole", () => {
    expect(codes("naam;richting\nA;data")).toEqual([
      "1 email missing_column",
      "1 level missing_column",
      "1 hours missing_column",
    ]);
    expect(codes(`${head};naam\n`)).toEqual(["1 name column_twice"]);
    expect(codes(head)).toEqual(["1 - no_rows"]);
    expect(codes("")).toEqual([
      "1 name missing_column",
      "1 email missing_column",
      "1 discipline missing_column",
      "1 level missing_column",
      "1 hours missing_column",
    ]);
    expect(codes(`${head};nummer\nA;a@b.nl;data;hbo;16;1\n\n;x;y;z;0;1\nB;A@b.nl;data;hbo;16;2`)).toEqual([
      "4 name required",
      "4 email not_an_email",
      "4 discipline unknown_code",
      "4 level unknown_code",
      "4 hours not_hours",
      "5 email email_twice",
    ]);
    expect(codes(`${head};nummer\nA;a@b.nl;data;hbo;16;x1\nB;b@b.nl;data;hbo;16;X1`)).toEqual([
      "3 number number_twice",
    ]);
    expect(codes(`${head};dagdelen;vaardigheden\nA;a@b.nl;data;hbo;16;zondag;koken`)).toEqual([
      "2 day_parts unknown_code",
      "2 skills unknown_skill",
    ]);
    expect(codes(`${head}\nA;a@b.nl;data;hbo;16;te veel`)).toEqual([]);
    expect(codes(`${head}\n"A;a@b.nl;data;hbo;16\nB;b@b.nl;data;hbo;16`)).toEqual(["2 - broken_quotes"]);
    expect(codes(`${head}\n${"A".repeat(121)};a@b.nl;data;hbo;16\nB\u0007;b@b.nl;data;hbo;16`)).toEqual([
      "2 name too_long",
      "3 name unreadable",
    ]);
  });
});

describe("cells of a list of students", () => {
  test("an age is optional, in years or in our words, and only its group is read", () => {
    const ages = (...cells: string[]) =>
      read(`${head};leeftijd\n${cells.map((age, i) => `S;s${i}@b.nl;data;hbo;16;${age}`).join("\n")}`);
    expect(
      ages("15", "16", "17 jaar", "18", "44", "", "Jonger dan 16", "16 or 17", "18_plus").rows.map((row) => row.age),
    ).toEqual(["under_16", "16_17", "16_17", "18_plus", "18_plus", null, "under_16", "16_17", "18_plus"]);
    expect(ages("oud", "9", "17,5", "2008-05-01").problems.map((p) => `${p.row} ${p.column} ${p.code}`)).toEqual(
      [2, 3, 4, 5].map((row) => `${row} age unknown_code`),
    );
    expect(read(`${head}\nS;s@b.nl;data;hbo;16`).rows[0]?.age).toBeNull();
  });
  test("what looks like a formula is text and is told; it does no harm", () => {
    const { rows, problems } = read(
      `${head};nummer\n"=HYPERLINK(""http://kwaad"")";a@b.nl;data;hbo;16;+31\n-Min;b@b.nl;data;hbo;16;@1`,
    );
    expect(rows.map((r) => [r.name, r.number])).toEqual([
      ['=HYPERLINK("http://kwaad")', "+31"],
      ["-Min", "@1"],
    ]);
    expect(problems.map((p) => p.code)).toEqual(["formula", "formula", "formula", "formula"]);
    expect(counts(problems)).toBe(true);
  });
  test("names of nothing in particular harm nothing", () => {
    expect(
      codes("naam;e-mail;richting;niveau;uren;__proto__;constructor\nA;a@b.nl;constructor;__proto__;16;1;2"),
    ).toEqual(["1 - unknown_column", "1 - unknown_column", "2 discipline unknown_code", "2 level unknown_code"]);
  });
  test("takes ten thousand rows within a second or two and no more of them", () => {
    const many = (n: number): Sheet => ({
      cells: [head.split(";"), ...Array.from({ length: n }, (_, i) => [`S ${i}`, `s${i}@b.nl`, "data", "hbo", "16"])],
      formulas: [],
      tooMany: n > mostSheetRows,
      brokenAt: null,
    });
    const took = yardsticks(() => {
      expect(readSheet(many(mostSheetRows), sheetWords()).rows.length).toBe(mostSheetRows);
      const wrong = readSheet(
        { ...many(mostSheetRows), cells: many(mostSheetRows).cells.map((row, i) => (i ? row.map(() => "?") : row)) },
        sheetWords(),
      );
      expect([wrong.rows.length, wrong.problems.length]).toEqual([0, 4 * mostSheetRows]);
    });
    expect(took, "in yardsticks; it takes about eleven").toBeLessThan(200);
    expect(readSheet(many(mostSheetRows + 1), sheetWords()).problems.map((p) => p.code)).toEqual(["too_many_rows"]);
    const long = textSheet(Buffer.from(`${head}\n${"S;s@b.nl;data;hbo;16\n".repeat(mostSheetRows + 1)}`));
    expect(long.tooMany).toBe(true);
  });
});
