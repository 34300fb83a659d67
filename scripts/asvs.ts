import { missing, standing, type Standing } from "#tests/asvs/evidence.ts";
import type { Row } from "#tests/asvs/row.ts";
import { chapters, rows } from "#tests/asvs/table.ts";

// `npm run asvs`: which rows of OWASP ASVS 5.0.0 are shown by a test or a file, which are known gaps, and which do not concern
// the product. `-- --short` prints the counts alone. Ends with 1 when a row has neither evidence nor a reason.
const short = process.argv.includes("--short");
const standings: readonly Standing[] = ["shown", "gap", "without", "not applicable"];
const counts = (of: readonly Row[]) => standings.map((each) => of.filter((row) => standing(row) === each).length);
const print = (line: string) => process.stdout.write(`${line}\n`);

function printRow(row: Row): void {
  print(`${standing(row).padEnd(15)}${row.id.padEnd(8)} L${row.level}  ${row.about}`);
  if ("not" in row) print(`${" ".repeat(28)}${row.not}`);
  if ("gap" in row) print(`${" ".repeat(28)}${row.gap}`);
  if ("shown" in row)
    for (const evidence of row.shown)
      print(
        `${" ".repeat(28)}${missing(evidence) ? "MISSING " : ""}${evidence.file}: ${"title" in evidence ? evidence.title : evidence.says}`,
      );
}
if (!short)
  for (const { name, rows: own } of chapters) {
    print(`\n${name}\n`);
    own.forEach(printRow);
  }
const columns = (name: string, numbers: readonly (string | number)[]) =>
  print(name.padEnd(42) + numbers.map((each) => String(each).padStart(16)).join(""));
print("");
columns("", standings);
for (const { name, rows: own } of chapters) columns(name, counts(own));
for (const level of [1, 2, 3] as const) columns(`level ${level}`, counts(rows.filter((row) => row.level === level)));
columns("all", counts(rows));
process.exitCode = rows.some((row) => standing(row) === "without") ? 1 : 0;
