import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { floors } from "#tests/floors.ts";
import { code, read } from "#tests/support/sources.ts";

type Ready = { newerThanBuild: (folder: string) => string | undefined };
const { newerThanBuild } = (await import(pathToFileURL(resolve("scripts/ready.mjs")).href)) as Ready;
const folder = mkdtempSync(join(tmpdir(), "samenspel-build-"));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (path: string, at: number) => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  utimesSync(file, at, at);
  for (let place = dirname(file); place !== folder; place = dirname(place)) utimesSync(place, 1, 1);
  return file;
};

test("a build is old when a source was written after it, or when it is not there", () => {
  const source = written("app/routes/page.tsx", 10);
  expect(newerThanBuild(folder), "no build").toBe(source);
  written("build/server/index.js", 20);
  expect(newerThanBuild(folder), "built after it").toBeUndefined();
  for (const path of ["app/routes/page.tsx", "db/schema/table.ts", "public/move.js"]) {
    const newer = written(path, 30);
    expect(newerThanBuild(folder)).toBe(newer);
    written(path, 10);
  }
  expect(newerThanBuild(folder), "and as it was").toBeUndefined();
});

test("every floor that asks the built server refuses an old build before it begins", () => {
  const starting = /support\/(served|machines\/house)\.ts/;
  const asking = code().filter((file) => file.endsWith(".test.ts") && starting.test(read(file)));
  const of = new Set(asking.map((file) => file.split("/")[1] as keyof typeof floors));
  expect([...of].filter((floor) => !floors[floor].build)).toEqual([]);
  expect(of.has("http")).toBe(true);
});
