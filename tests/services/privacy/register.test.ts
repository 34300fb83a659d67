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
