import { randomUUID } from "node:crypto";
import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type AnyPgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { Sql } from "postgres";
import { openDatabase, openRaw } from "#db/client.server.ts";
import { register, type Entry, type Link } from "#db/register.ts";
import { copyOf, freshDatabase } from "#tests/support/database/fresh.ts";
import { onServer } from "#tests/support/database/database.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { inject } from "vitest";

/**
 * Opens a database in which every table takes any row: no check and no key to another table, but the row policies and
 * grants of the product. So each column can hold a marker of its own.
 */
export async function openUncheckedDatabase() {
  const { url: made } = await freshDatabase();
  const url = await copyOf(made);
  const [house, raw] = [openDatabase(url, { poolSize: 4 }), openRaw(url, { max: 2 })];
  atFileEnd(async () => {
    await Promise.all([house.close(), raw.end({ timeout: 5 })]);
    await onServer(inject("databases").url, `drop database "${new URL(url).pathname.slice(1)}" with (force)`);
  });
  await raw.unsafe(`do $$ declare c record; begin
    for c in select conrelid::regclass as t, conname from pg_constraint
      where contype in ('c', 'f') and connamespace = 'public'::regnamespace
    loop execute format('alter table %s drop constraint %I', c.t, c.conname); end loop;
    for c in select indexrelid::regclass as i from pg_index join pg_class k on k.oid = indrelid
      where indisunique and not indisprimary and k.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint where conindid = indexrelid)
    loop execute format('drop index %s', c.i); end loop; end $$`);
  const centreId = await row(raw, tableNamed("centres"), {});
  return { house, raw, url, centreId: String(centreId.id) };
}
/** Returns a table of the register by its name in the database; throws when the register does not have it. */
export const tableNamed = (name: string): PgTable => {
  const found = register.find(({ table }) => getTableConfig(table).name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found.table;
};

export type Row = Record<string, unknown>;
const columns = (table: PgTable) => Object.entries(getTableColumns(table)) as [string, AnyPgColumn][];
/** Tells what one column carries as a marker for somebody: found nowhere else. */
export const markerOf = (table: PgTable, column: string, who: string) =>
  `kanarie-${getTableConfig(table).name}-${column}-van-${who}`.toLowerCase();

/** Makes one row in which every column that can hold a text holds its marker; moments are now, other values something. */
export async function row(
  raw: Sql,
  table: PgTable,
  given: Row,
  who: string = randomUUID(),
  at = new Date(),
): Promise<Row> {
  const made: Row = {};
  for (const [name, column] of columns(table)) {
    if (column.generated || column.getSQLType() === "bigserial") continue;
    made[name] = name in given ? given[name] : valueOf(column, markerOf(table, name, who), at);
  }
  const names = columns(table).flatMap(([name, column]) => (name in made ? [[name, column.name] as const] : []));
  const record = Object.fromEntries(names.map(([name, column]) => [column, made[name]]));
  const into = names.map(([, column]) => `"${column}"`).join(", ");
  const { name } = getTableConfig(table);
  await raw.unsafe(
    `insert into ${name} (${into}) select ${into} from jsonb_populate_record(null::${name}, $1::text::jsonb)`,
    [JSON.stringify(record)],
  );
  return made;
}
function valueOf(column: AnyPgColumn, marker: string, at: Date): unknown {
  const type = column.getSQLType();
  if (type === "uuid") return randomUUID();
  if (type === "text") return marker;
  if (type === "text[]") return [marker];
  if (type === "uuid[]") return [randomUUID()];
  if (type === "jsonb") return { marker };
  if (type === "boolean") return false;
  if (type === "date") return "2020-02-03";
  if (type === "date[]" || type === "integer[]") return [];
  if (type.startsWith("timestamp")) return at;
  return 1;
}

type Person = { id: string; email: string; name: string };
/** Adds what a row must hold so that this link leads to a person; a row of another table is made where it goes through one. */
async function leading(raw: Sql, link: Link, person: Person, shared: Row, who: string): Promise<Row> {
  switch (link.by) {
    case "id":
    case "text":
      return { [link.column]: person.id };
    case "email":
      return { [link.column]: person.email };
    case "within":
      return { [link.column]: `login:${person.email}` };
    case "address":
      throw new Error("no row is somebody's own by an address of their guardian");
    case "through": {
      const parent = await row(raw, link.table, { ...fit(link.table, shared), [link.link.column]: person.id }, who);
      return { [link.column]: parent.id };
    }
  }
}
const fit = (table: PgTable, shared: Row): Row =>
  Object.fromEntries(Object.entries(shared).filter(([name]) => name in getTableColumns(table)));

/** `who` is whose marker it is, and of which row. */
export type Marked = { entry: Entry; row: Row; own: boolean; who: string };
/** Adds a row of every table for every way in which it can be somebody's, in their own assignment, community and round. */
export async function plant(raw: Sql, centreId: string, who: string, at = new Date()) {
  const person = { id: randomUUID(), name: `Kanarie ${who}`, email: `kanarie-${who}@geheim.nl` };
  const shared: Row = {
    centreId,
    organizationId: randomUUID(),
    assignmentId: randomUUID(),
    communityId: randomUUID(),
    roundId: randomUUID(),
  };
  const marked: Marked[] = [];
  for (const entry of register) {
    const links = [
      ...entry.own.map((link) => ({ link, own: true })),
      ...entry.acted.map((link) => ({ link, own: false })),
    ];
    for (const { link, own } of links) {
      const label = `${who}.${marked.length}.`;
      const given = {
        ...fit(entry.table, shared),
        ...(await leading(raw, link, person, shared, label)),
        ...stillOpen[getTableConfig(entry.table).name],
      };
      if (entry.table === tableNamed("people")) Object.assign(given, person);
      marked.push({ entry, own, who: label, row: await row(raw, entry.table, given, label, at) });
    }
  }
  return { person, shared, marked };
}
/** Nothing has ended yet. */
const stillOpen: Record<string, Row> = {
  people: { closedAt: null, erasedAt: null, disabledAt: null, demo: false },
  assignments: { emptiedAt: null, status: "closed" },
  rounds: { emptiedAt: null },
};
