import { sql, type SQL } from "drizzle-orm";
import { check, pgPolicy, pgRole, timestamp, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";

/** The role every request runs as (TRUST.md, second wall); made by `db/migrate` before the first migration. */
export const appRole = pgRole("samenspel_app").existing();

export const id = () => uuid("id").primaryKey();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Quotes a closed list of the domain for a CHECK; the only raw SQL outside queries. */
export const oneOf = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));
export const known = (name: string, column: AnyPgColumn, words: readonly string[]) => check(name, sql`${column} in (${oneOf(words)})`);

/** The cast stands inside: outside, every row would parse the whole list anew. The outer one only says that this is an array. */
const reach = (name: string) => sql.raw(`((select string_to_array(nullif(current_setting('app.${name}', true), ''), ',')::uuid[])::uuid[])`);

/** The tenant wall: a row is within reach of its centre or of its organisation; `open` is the public catalogue's clause. */
export const withinReach = (t: { centreId: AnyPgColumn; organizationId: AnyPgColumn }, open?: SQL) => {
  const ours = sql`(${t.centreId} = any ${reach("centres")} or ${t.organizationId} = any ${reach("organizations")})`;
  return [
    pgPolicy("read_within_reach", { for: "select", to: appRole, using: open ? sql`${ours} or ${open}` : ours }),
    pgPolicy("insert_within_reach", { for: "insert", to: appRole, withCheck: ours }),
    pgPolicy("update_within_reach", { for: "update", to: appRole, using: ours, withCheck: ours }),
  ];
};
/** The same for what belongs to a centre alone. Who of the centre reads what is the services' business. */
export const withinCentre = (t: { centreId: AnyPgColumn }) => {
  const ours = sql`(${t.centreId} = any ${reach("centres")})`;
  return [
    pgPolicy("read_within_reach", { for: "select", to: appRole, using: ours }),
    pgPolicy("insert_within_reach", { for: "insert", to: appRole, withCheck: ours }),
    pgPolicy("update_within_reach", { for: "update", to: appRole, using: ours, withCheck: ours }),
  ];
};
