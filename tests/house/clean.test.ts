import { expect, test } from "vitest";
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
    /\b(test|it|describe)\.(skip|only|todo|skipIf|runIf)\b|\bvi\.mock\(|\bdebugger\b/,
  );
  expect(lines(code(), around)).toEqual([]);
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
