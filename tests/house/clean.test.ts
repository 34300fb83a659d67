import { expect, test } from "vitest";
import { floors } from "#tests/floors.ts";
import { anyOf } from "#tests/support/patterns.ts";
import { code, filesIn, read } from "#tests/support/sources.ts";

const binary = /\.(png|jpe?g|gif|ico|woff2?|pdf|zip|docx|xlsx)$/;
const everything = filesIn(".").filter((file) => !binary.test(file) && !file.startsWith("tests/corpora/"));
const self = "tests/house/clean.test.ts";
const lines = (files: string[], pattern: RegExp) =>
  files
    .filter((file) => file !== self)
    .flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 80)}`] : [])),
    );

test("no secrets", () => {
  expect(
    lines(
      everything,
      anyOf(
        /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}/,
        /\bnpm_[A-Za-z0-9]{30,}|_authToken|\bxox[abp]-|\bsk-[A-Za-z0-9]{20,}/,
      ),
    ),
  ).toEqual([]);
});

test("no paths of one machine", () => {
  expect(lines(everything, /(?<![\w.])\/(home|Users|root|work|tmp|mnt)\/[\w.-]|[A-Z]:\\Users\\/)).toEqual([]);
});

test("no registry of one network: packages come from whatever registry npm is set to", () => {
  expect(
    lines(["package-lock.json", "package.json", ".npmrc"], /"resolved"|^registry|registry\.|https?:\/\/[^"]*\.tgz/),
  ).toEqual([]);
});

test("no way around the compiler or the tests", () => {
  const around = anyOf(
    /\bas any\b|@ts-(ignore|nocheck|expect-error)|\b(TODO|FIXME|XXX)\b/,
    /\b(test|it|describe)\.(skip|only|todo|skipIf|runIf|fixme|fails?)\b|\bskip\(\)|\bvi\.mock\(|\bdebugger\b/,
  );
  expect(lines(code(), around)).toEqual([]);
});

test("every test lies where a run of the suite finds it", () => {
  const run = [
    ...Object.keys(floors).flatMap((floor) => filesIn(`tests/${floor}`, /\.test\.tsx?$/)),
    ...filesIn("tests/e2e", /\.spec\.ts$/),
  ];
  expect(everything.filter((file) => /\.(test|spec)\.\w+$/.test(file)).sort()).toEqual(run.sort());
});

test("settings, time and ids come from outside: no service or rule takes them by itself", () => {
  const within = code().filter((file) => /^app\/(domain|services)\/|^db\/queries\//.test(file));
  expect(lines(within, /process\.env\b|\bnew Date\(\)|\bDate\.now\(|\brandomUUID\(/)).toEqual([]);
  // What day it is, is asked of the Netherlands (docs/trust.md 4.7); midnight in UTC comes an hour or two later.
  const apart = ["app/domain/calendar/holidays.ts", "app/domain/fields/scalars.ts"];
  const days = within.filter((file) => !apart.includes(file));
  expect(lines(days, /toISOString\(\)\.slice\(0, 10\)/)).toEqual([]);
  const app = code().filter(
    (file) => file.startsWith("app/") && !/^app\/platform\/(settings\/|http\/pages\/framework)/.test(file),
  );
  expect(lines(app, /process\.env\b/)).toEqual([]);
});

test("no script in the page and no style in the markup", () => {
  const screens = code().filter((file) => /^app\/.*\.tsx$/.test(file));
  expect(
    lines(
      screens.filter((file) => file !== "app/ui/shell/document.tsx"),
      /dangerouslySetInnerHTML|\sstyle=\{|<script\b|<Scripts\b/,
    ),
  ).toEqual([]);
  // The document alone may name a file of our own; whether a page does is the page's word, and the policy follows it.
  expect(
    lines(
      ["app/ui/shell/document.tsx"],
      /dangerouslySetInnerHTML|\sstyle=\{|<script\b(?! src=\{script\} defer \/>)|<Scripts\b/,
    ),
  ).toEqual([]);
});
