import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { getTableColumns } from "drizzle-orm";
import { expect, test } from "vitest";
import * as schema from "#db/schema.ts";
import { register, tableName } from "#db/register.ts";

const tables = Object.values(schema).filter((each) => is(each, PgTable)) as PgTable[];
const nameOf = (table: PgTable) => getTableConfig(table).name;

test("every column of every table stands in the register, once, and nothing else does", () => {
  const wrong = tables.flatMap((table) => {
    const entries = register.filter((each) => each.table === table);
    const [entry] = entries;
    if (!entry || entries.length > 1) return [`${nameOf(table)}: ${entries.length} entries`];
    return [
      ...Object.keys(getTableColumns(table))
        .filter((column) => !entry.kinds[column])
        .map((column) => `${nameOf(table)}.${column}: what is kept here, why and how long?`),
      ...entry.twice.map((column) => `${nameOf(table)}.${column}: of two kinds`),
    ];
  });
  expect(wrong).toEqual([]);
  expect(register.map(tableName).sort()).toEqual(tables.map(nameOf).sort());
});

test("every column that points at a person is told as such, and leads to their rows or is only a number", () => {
  const people = tables.find((table) => nameOf(table) === "people");
  const wrong = tables.flatMap((table) => {
    const entry = register.find((each) => each.table === table);
    const columns = getTableColumns(table);
    const pointing = getTableConfig(table)
      .foreignKeys.map((key) => key.reference())
      .filter(({ foreignTable }) => foreignTable === people)
      .flatMap(({ columns: from }) => from.map(({ name }) => name));
    return Object.entries(columns)
      .filter(([, column]) => pointing.includes(column.name))
      .filter(
        ([name]) =>
          entry?.kinds[name] !== "who" ||
          ![...entry.own, ...entry.acted].some((link) => link.by === "id" && link.column === name),
      )
      .map(([name]) => `${nameOf(table)}.${name}`);
  });
  expect(wrong).toEqual([]);
});

test("a row that ends by itself has a moment to count from", () => {
  const wrong = register.flatMap((entry) =>
    (entry.ends?.from ?? [])
      .filter((column) => getTableColumns(entry.table)[column]?.dataType !== "date")
      .map((column) => `${tableName(entry)}.${column}`),
  );
  expect(wrong).toEqual([]);
});

test("of all words in a row of an assignment that is somebody's it is told who wrote them", () => {
  const told = register.filter(
    ({ table, own, acted }) =>
      (nameOf(table) === "assignments" || "assignmentId" in getTableColumns(table)) && own.length + acted.length > 0,
  );
  const wrong = told.flatMap((entry) => {
    const words = Object.keys(entry.kinds).filter((name) => entry.kinds[name] === "words");
    return [
      ...words.filter((name) => !entry.written[name]).map((name) => `${tableName(entry)}.${name}: whose words?`),
      ...Object.entries(entry.written)
        .filter(
          ([name, { by }]) => !words.includes(name) || !(by === null || by === "own" || entry.kinds[by] === "who"),
        )
        .map(([name, { by }]) => `${tableName(entry)}.${name}: ${by}`),
    ];
  });
  expect(wrong).toEqual([]);
  expect(told.filter(({ written }) => Object.values(written).some(({ by }) => by === null)).length).toBeGreaterThan(5);
});

test("words in a row that is of more people than who wrote them name who reads them", () => {
  const wrong = register.flatMap((entry) =>
    Object.entries(entry.written)
      .filter(
        ([, { by, to }]) =>
          to === null && by !== "own" && [...entry.own, ...entry.acted].some((link) => link.column !== by),
      )
      .map(([name]) => `${tableName(entry)}.${name}: whose to read?`),
  );
  expect(wrong).toEqual([]);
});
