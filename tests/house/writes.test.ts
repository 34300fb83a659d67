import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, read } from "#tests/support/sources.ts";
import { writes } from "./nouns-of-db.ts";

/** Holds the noun of each table: the file or folder of `db/schema` that makes it. */
const homes = new Map(
  filesIn("db/schema").flatMap((file) =>
    [...read(file).matchAll(/^export const (\w+) = (?:pgTable|listing)\(/gm)].map(
      ([, table = ""]) => [table, nounOf("db/schema", file)] as const,
    ),
  ),
);
function nounOf(floor: string, file: string): string {
  const [noun = ""] = file.slice(floor.length + 1).split("/");
  return basename(noun, ".ts");
}

/** Finds what a query calls a table: another name in the import, or a short one below it. */
const namesIn = (code: string) =>
  new Map([
    ...[...code.matchAll(/\b(\w+) as (\w+)\b/g)].map(([, table = "", name = ""]) => [name, table] as const),
    ...[...code.matchAll(/\bconst (\w+) = (\w+);/g)].map(([, name = "", table = ""]) => [name, table] as const),
  ]);
/** Holds rows that the queries of a noun insert, change or remove: of which noun, and where. */
const written = filesIn("db/queries")
  .filter((file) => file.split("/").length > 3)
  .flatMap((file) => {
    const code = read(file);
    const names = namesIn(code);
    return [...code.matchAll(/\.(?:insert|update|delete)\((\w+)\)/g)].map(([, name = ""]) => {
      const table = names.get(name) ?? name;
      return { noun: nounOf("db/queries", file), of: homes.get(table) ?? "chosen", where: `${file} writes ${table}` };
    });
  });
const allowed = (noun: string): readonly string[] => [noun, ...(writes[noun] ?? [])];

describe("who writes which tables", () => {
  test("a row is written by the queries of its own noun", () => {
    expect(homes.size).toBeGreaterThan(60);
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter(({ noun, of }) => !allowed(noun).includes(of)).map(({ where }) => where)).toEqual([]);
  });
  test("no noun may write what it does not", () => {
    const idle = Object.entries(writes).flatMap(([noun, others]) =>
      others
        .filter((other) => !written.some((w) => w.noun === noun && w.of === other))
        .map((other) => `${noun} ${other}`),
    );
    expect(idle).toEqual([]);
  });
});
