import { basename } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cachedFindings } from "#tests/support/cached-findings.ts";
import { functionsOf } from "#tests/support/functions.ts";
import { code, filesIn, read, rootCode } from "#tests/support/sources.ts";

/** Is counted on formatted code. Words are one key a line, so their files may be longer. */
const longest = (file: string) => (file.startsWith("app/i18n/") ? 400 : 300);
const longestFunction = 60; // of formatted lines; aim at 25. Markup is counted too
const ours = [...code(), ...rootCode()];
const styles = filesIn("app/ui", /\.css$/);
const { findings: functionsIn, keep } = cachedFindings("tests/support/functions.ts", functionsOf);
afterAll(keep);
const linesOf = (text: string) => text.trimEnd().split("\n").length;

test("no file is longer than its limit", () => {
  const long = [...ours, ...styles]
    .map((file) => ({ file, lines: linesOf(read(file)) }))
    .filter(({ file, lines }) => lines > longest(file));
  expect(long).toEqual([]);
});

test("half of the files fit on a screen", () => {
  const sizes = ours.map((file) => linesOf(read(file))).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
});

test("no line is longer than 140 characters, also in comments, words and SQL", () => {
  const long = [...ours, ...styles].flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, at) => (line.length > 140 ? [`${file}:${at + 1} has ${line.length}`] : [])),
  );
  expect(long).toEqual([]);
});

test(`no function is longer than ${longestFunction} lines`, () => {
  const long = ours
    .flatMap((file) => functionsIn(file).map(({ name, lines }) => ({ file, name, lines })))
    .filter(({ lines }) => lines > longestFunction);
  expect(long).toEqual([]);
});

test("no name says nothing", () => {
  const empty = /^(utils?|helpers?|manager|info|common|misc)(\.|$)|Manager\.|Helper\./i;
  expect(ours.filter((file) => empty.test(basename(file)))).toEqual([]);
  const vague = /^(handle[A-Z]|do[A-Z])/;
  const framework = ["handleRequest", "handleDataRequest", "handleError"]; // Remix asks for these names
  expect(
    ours.flatMap((file) =>
      functionsIn(file)
        .filter(({ name }) => vague.test(name) && !framework.includes(name))
        .map(({ name }) => `${file} ${name}`),
    ),
  ).toEqual([]);
});
