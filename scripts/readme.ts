import { readFileSync, writeFileSync } from "node:fs";
import { settingsTable } from "#app/platform/settings.ts";

// `node scripts/run.mjs scripts/readme.ts`: writes the table of settings into README.md, between its two marks.
const [begin, end] = ["<!-- settings -->", "<!-- /settings -->"];
const text = readFileSync("README.md", "utf8");
const [before, rest] = text.split(begin);
const after = rest?.split(end)[1];
if (before === undefined || after === undefined) {
  process.stderr.write(`README.md lacks the marks ${begin} and ${end}.\n`);
  process.exit(1);
}
writeFileSync("README.md", `${before}${begin}\n${settingsTable()}\n${end}${after}`);
