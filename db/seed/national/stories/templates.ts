import { asc, eq } from "drizzle-orm";
import type { Sql } from "postgres";
import type { DatabasePool } from "#db/client.server.ts";
import { events } from "#db/schema.ts";
import { over } from "#app/domain/assignment/process.ts";
import { contentOf, wordsOf } from "#app/services/log/record.server.ts";
import { allMarks, mark } from "./marks.ts";
import { Holes, type Hole, type Holed } from "./holes.ts";
import { cell, quoted } from "#db/seed/national/sheet.ts";
import { company, type Lived } from "./stage.ts";

/** Describes one lived story, ready to be copied: the rows of every table as COPY reads them, with holes. */
export type Template = {
  lived: Lived;
  holes: readonly Hole[];
  sheets: { head: string; text: Holed }[];
  /** Holds what each event's hash is taken over, in order. */
  chain: Holed[];
  /** The day work began, if it did. */
  startOn: string | null;
  /** Nothing runs any more and nothing ever will: it may as well have been years ago. */
  past: boolean;
};
/** Letters were sent and read long ago; what a search may find is written by the database from the rest. */
const leftOut = ["outbox"];

/**
 * Returns the tables whose rows belong to one assignment, with the columns that are copied: not those the database
 * numbers itself.
 */
async function tablesToCopy(sql: Sql) {
  const columns = await sql.unsafe<{ table: string; name: string }[]>(`
    select table_name as table, column_name as name
    from information_schema.columns
    where table_schema = 'public'
      and is_generated = 'NEVER'
      and coalesce(column_default, '') !~ 'nextval|xact_id'
      and table_name in (
        select table_name
        from information_schema.columns
        where table_schema = 'public' and column_name = 'assignment_id'
      )
    order by table_name, ordinal_position
  `);
  const own = await sql.unsafe<{ table: string; name: string }[]>(
    `
      select table_name as table, column_name as name
      from information_schema.columns
      where table_schema = 'public' and table_name = 'assignments' and is_generated = 'NEVER'
      order by ordinal_position
    `,
  );
  const all = [...own, ...columns].filter(({ table }) => !leftOut.includes(table));
  return [...new Set(all.map(({ table }) => table))].map((table) => ({
    table,
    columns: all.filter((c) => c.table === table).map((c) => c.name),
  }));
}
type Table = Awaited<ReturnType<typeof tablesToCopy>>[number];

/** Reads every lived story back from the database as a template. */
export async function templatesOf(sql: Sql, house: DatabasePool, lived: readonly Lived[]): Promise<Template[]> {
  const tables = await tablesToCopy(sql);
  await sql.unsafe(`update assignments set postcode = '${mark("postcode")}'`);
  const found: Template[] = [];
  for (const one of lived) found.push(await templateOf(sql, house, one, tables));
  return found;
}
async function templateOf(sql: Sql, house: DatabasePool, lived: Lived, tables: readonly Table[]): Promise<Template> {
  const { cast, names, id } = lived;
  const log = await house.transact({ person: "", centres: [cast.centreId], organizations: [] }, (db) =>
    db.select().from(events).where(eq(events.assignmentId, id)).orderBy(asc(events.seq)),
  );
  const holes = new Holes({
    words: [...allMarks, ...names.values(), company.company, ...Object.values(castWords)],
    chain: log.flatMap((event) => [event.wordsHash ?? "", event.hash]),
    ids: [...names.keys()],
  });
  const sheets: Template["sheets"] = [];
  for (const { table, columns } of tables) {
    const head = `${quoted(table)} (${columns.map(quoted).join(", ")})`;
    const text = await copied(
      sql,
      columns,
      `${quoted(table)} where ${table === "assignments" ? "id" : "assignment_id"} = '${id}' order by ${orderOf(table)}`,
    );
    if (text) sheets.push({ head, text: holes.cut(text) });
  }
  const [state] = await sql.unsafe(
    `
      select
        status,
        start_on::text as start,
        exists (select from deadlines where assignment_id = a.id and status in ('running', 'paused')) as alive
      from assignments a
      where id = '${id}'
    `,
  );
  return {
    lived,
    holes: holes.all,
    sheets,
    chain: log.flatMap((event) => [holes.cut(wordsOf(event)), holes.cut(contentOf(event))]),
    startOn: (state?.start as string | null) ?? null,
    past: !state?.alive && (over as readonly string[]).includes(String(state?.status)),
  };
}
/** Names and numbers of the cast's school and communities (`../cast`). */
export const castWords = {
  institution: "Hogeschool De Kade",
  community: "Werkplaats Slim Water",
  rivalCommunity: "Lab Omgeving",
  kvk: "68750110",
  brin: "21XX",
  companyPlace: "Sneek",
  institutionPlace: "Leeuwarden",
};
const orderOf = (table: string) => (table === "events" ? "seq" : "1, 2, 3");

/** Returns rows in the form in which COPY takes them. */
async function copied(sql: Sql, columns: readonly string[], from: string): Promise<string> {
  const rows = await sql.unsafe(`select ${columns.map((c) => `${quoted(c)}::text`).join(", ")} from ${from}`).values();
  return rows.map((row) => `${row.map(cell).join("\t")}\n`).join("");
}
