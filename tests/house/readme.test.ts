import { expect, test } from "vitest";
import { settingsTable } from "#app/platform/settings.ts";
import { code, read } from "#tests/support/sources.ts";

const readme = () => read("README.md");

test("the README's table of settings is the generated one (node scripts/run.mjs scripts/readme.ts)", () => {
  expect(readme()).toContain(`<!-- settings -->\n${settingsTable()}\n<!-- /settings -->`);
});

test("every command the README names exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = [...readme().matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every command has the file it runs", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((command) => command.match(/\b(scripts|db|bench)\/[\w/.-]+\.(mjs|ts)\b/g) ?? []);
  expect(files.filter((file) => !code().includes(file))).toEqual([]);
});
