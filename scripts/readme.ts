import { readFileSync, writeFileSync } from "node:fs";
import { generated } from "./readme-parts.ts";

// `node scripts/run.mjs scripts/readme.ts`: writes the generated parts of README.md between their marks.
let text = readFileSync("README.md", "utf8");
for (const [name, make] of Object.entries(generated)) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    process.stderr.write(`README.md lacks the marks ${begin} and ${end}.\n`);
    process.exit(1);
  }
  text = `${before}${begin}\n${make()}\n${end}${after}`;
}
writeFileSync("README.md", text);
