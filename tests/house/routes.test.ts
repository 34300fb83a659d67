import { expect, test } from "vitest";
import table from "#app/routes.ts";
import { anyOf } from "#tests/support/patterns.ts";
import { filesIn, read } from "#tests/support/sources.ts";

const files = filesIn("app/routes");
// `guardianForm` is a `publicCommand` that two addresses share.
const doors = /^(page|publicPage|resource|command|publicCommand|oneClick|guardianForm)\($/;

test("every loader and action passes a guard", () => {
  for (const file of files) {
    const exported = read(file)
      .split("\n")
      .filter((line) => /^export\b.*\b(loader|action)\b/.test(line));
    for (const line of exported) {
      const [, made = ""] = /^export const (?:loader|action) = (\w+\()/.exec(line) ?? [];
      expect(doors.test(made), `${file}: ${line}`).toBe(true);
    }
  }
});
test("every file of routes is an address, and every address has its file", () => {
  const named = [...table].map((entry) => `app/${entry.file}`);
  expect([...new Set(named)].sort()).toEqual(files.sort());
});
test("only logging in, leaving, language, one-time links and codes, off links and own drafts change something without a person", () => {
  const open = files
    .filter((file) => /action = (publicCommand|oneClick|guardianForm)/.test(read(file)))
    .map((file) => file.slice("app/routes/".length))
    .sort();
  expect(
    open.filter(
      (name) =>
        !anyOf(
          /^account\/(confirm|confirm-address|forgot|invitation|login|logout|register|reset)\.tsx?$/,
          /^intake\/(draft-(start|step|resume|confirm|link)|revise|revise-step)\.tsx?$/,
          /^(aftercare\/implementation-check|market\/saved-search-stop|public\/(language|missing))\.tsx?$/,
          /^(showcase|team)\/guardian\.tsx?$/,
          /^privacy\/new-address\.tsx$/,
          /^administration\/begin\.tsx$/,
        ).test(name),
    ),
  ).toEqual([]);
});
test("a mail program reaches off links and nothing else", () => {
  expect(files.filter((file) => read(file).includes("oneClick("))).toEqual(["app/routes/market/saved-search-stop.tsx"]);
});
test("every address that takes a form has a screen, so that a refusal is a page and not data", () => {
  for (const file of files)
    if (/export const action\b/.test(read(file))) expect(read(file), file).toMatch(/export default view\(/);
});
