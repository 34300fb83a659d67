import { logChecks } from "./log.ts";
import { placeChecks } from "./places.ts";
import { roomChecks } from "./rooms.ts";
import { roundLogChecks } from "./round-log.ts";
import { teamChecks } from "./teams.ts";
import type { Check, Queryable, Violation } from "./rule.ts";

/**
 * Asks the database about every rule that can be asked over all rows at once. `now`: nothing may have happened later.
 */
export async function violations(sql: Queryable, now: Date): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { name, broken } of [
    ...logChecks,
    ...placeChecks(now),
    ...(await timeChecks(sql, now)),
    ...teamChecks,
    ...roomChecks,
    ...roundLogChecks,
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
/** Lists moments that may lie ahead: ends of terms, windows and offers, meetings to come. */
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
async function timeChecks(sql: Queryable, now: Date): Promise<Check[]> {
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
const counted = [
  "centres",
  "organizations",
  "people",
  "assignments",
  "events",
  "claims",
  "agreements",
  "members",
  "deadlines",
  "files",
  "community_members",
  "meetings",
  "rounds",
  "round_students",
  "round_events",
];
/** Says how many there are of everything, for people to read. */
export async function census(sql: Queryable): Promise<string[]> {
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
  const counts = counted.map((table) => `(select count(*) from ${table}) as ${table}`);
  const [all] = await sql.unsafe<Record<string, string>[]>(`select ${counts.join(", ")}`);
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
/** Returns one line for each rule that does not hold, with some of the rows that break it. */
export const describe = (found: readonly Violation[]): string[] =>
  found.map(({ name, count, such_as }) => `  broken: ${name} (${count}, such as ${such_as.join(", ")})`);
