import type { Sql, TransactionSql } from "postgres";
import { logChecks } from "./check-log.ts";
import { placeChecks } from "./check-places.ts";
import { roomChecks } from "./check-rooms.ts";
import { teamChecks } from "./check-teams.ts";

/**
 * A rule of the domain as a question to the database: which rows break it? The query answers their ids in a column
 * `id`.
 */
export type Check = { name: string; broken: string };
export type Violation = { name: string; count: number; such_as: string[] };
export type Asker = Pick<Sql | TransactionSql, "unsafe">;

/**
 * Asks the database about every rule that can be asked over all rows at once. `now`: nothing may have happened later.
 */
export async function violations(sql: Asker, now: Date): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { name, broken } of [
    ...logChecks(),
    ...placeChecks(now),
    ...(await timeChecks(sql, now)),
    ...teamChecks(),
    ...roomChecks(),
  ]) {
    const rows = await sql
      .unsafe<{ id: string; n: string }[]>(`select x.id::text as id, count(*) over () as n from (${broken}) x limit 3`)
      .catch((cause: Error) => {
        throw new Error(`${name}: ${cause.message}`, { cause });
      });
    if (rows.length) found.push({ name, count: Number(rows[0]?.n), such_as: rows.map(({ id }) => id) });
  }
  return found;
}
/** Moments that may lie ahead: ends of terms, windows and offers, meetings to come. */
const ahead = [
  "due_at",
  "running_due_at",
  "still_due_at",
  "nearest_due_at",
  "next_at",
  "notice_until",
  "window_end",
  "valid_until",
  "expires_at",
  "ends_at",
  "leased_until",
  "starts_at",
  "choose_by",
];
async function timeChecks(sql: Asker, now: Date): Promise<Check[]> {
  const columns = await sql.unsafe<{ table: string; name: string }[]>(
    `
      select table_name as table, column_name as name
      from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp with time zone'
      order by 1, 2
    `,
  );
  return columns
    .filter(({ name }) => !ahead.includes(name))
    .map(({ table, name }) => ({
      name: `nothing of ${table}.${name} is from tomorrow`,
      broken: `select ${name} as id from "${table}" where ${name} > '${now.toISOString()}'`,
    }));
}
/** How many there are of everything, for people to read. */
export async function census(sql: Asker): Promise<string[]> {
  const states = await sql.unsafe<{ status: string; effort: string; result: string }[]>(
    `
      select
        status,
        count(*) filter (where obligation = 'effort') as effort,
        count(*) filter (where obligation = 'result') as result
      from assignments
      group by 1
      order by count(*) desc
    `,
  );
  const [all] = await sql.unsafe<Record<string, string>[]>(
    `
      select ${["centres", "organizations", "people", "assignments", "events", "claims", "agreements", "members", "deadlines", "files", "community_members", "meetings", "rounds", "round_students"].map((t) => `(select count(*) from ${t}) as ${t}`).join(", ")}
    `,
  );
  return [
    Object.entries(all ?? {})
      .map(([name, n]) => `${n} ${name}`)
      .join(", "),
    ...states.map(
      ({ status, effort, result }) =>
        `  ${status.padEnd(16)} effort ${effort.padStart(6)}  result ${result.padStart(6)}`,
    ),
  ];
}
export const told = (found: readonly Violation[]): string[] =>
  found.map(({ name, count, such_as }) => `  broken: ${name} (${count}, such as ${such_as.join(", ")})`);
