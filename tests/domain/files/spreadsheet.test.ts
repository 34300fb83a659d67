import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { asText, csvOf } from "#app/domain/files/spreadsheet.ts";

test("a spreadsheet reads back every text, and no cell of it is a formula", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom(
            "=1+1",
            "+31 6",
            "-5",
            "@sum",
            "\t=1",
            "\r=1",
            '"=1',
            ";=1",
            "＝1",
            "ok",
            "a;b",
            'a"b',
            "a\nb",
          ),
        ),
        { minLength: 1 },
      ),
      (rows) => {
        const clean = rows.map(([text, risky]) => [text.replaceAll("\u0000", ""), risky]);
        const read = parse(csvOf(clean), { delimiter: ";", bom: true, relax_column_count: true }) as string[][];
        expect(read).toEqual(clean.map((row) => row.map((cell) => asText(cell ?? ""))));
        for (const cell of read.flat())
          expect(cell).not.toMatch(
            /^["';,\t\s]*[=+\-@＝＋－＠]/u.test(cell) && !cell.startsWith("'") ? /.*/ : /^[=+\-@＝＋－＠\t\r]/u,
          );
      },
    ),
  );
});
