import { readFileSync, writeFileSync } from "node:fs";
import { generated, measured } from "./documents/parts.ts";

// `npm run docs`: writes the generated parts of README.md and docs between their marks.
for (const [file, parts] of [...Object.entries(generated), ...Object.entries(measured)]) {
  let text = readFileSync(file, "utf8");
  for (const [name, make] of Object.entries(parts)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest] = text.split(begin);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined) {
      process.stderr.write(`${file} lacks the marks ${begin} and ${end}.\n`);
      process.exit(1);
    }
    text = `${before}${begin}\n${make()}\n${end}${after}`;
  }
  writeFileSync(file, text);
}
