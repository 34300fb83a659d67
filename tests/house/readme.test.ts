import { expect, test } from "vitest";
import { generated } from "../../scripts/documents/parts.ts";
import { code, read } from "#tests/support/sources.ts";

const readme = () => read("README.md");

for (const [file, parts] of Object.entries(generated))
  for (const [name, make] of Object.entries(parts))
    test(`${name} in ${file} is the generated one (npm run docs)`, () => {
      const [, found] = read(file).split(new RegExp(`<!-- /?${name} -->`));
      expect(found?.trim().split("\n")).toEqual(make().trim().split("\n"));
    });

test("every command the README names exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = [...readme().matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every command has the file it runs", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap(
    (command) => command.match(/\b(scripts|db|bench)\/[\w/.-]+\.(mjs|ts)\b/g) ?? [],
  );
  expect(files.filter((file) => !code().includes(file))).toEqual([]);
});
