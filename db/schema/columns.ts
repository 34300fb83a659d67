import { sql, type SQL } from "drizzle-orm";
import { check, pgPolicy, pgRole, timestamp, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";

/** The role every request runs as (docs/trust.md 3.10); made by `db/migrate` before the first migration. */
export const appRole = pgRole("samenspel_app").existing();

/** Every row has this key. */
export const id = () => uuid("id").primaryKey();
/** A moment is kept with its time zone, so it means the same everywhere. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Quotes a closed list of the domain for a CHECK; the only raw SQL outside queries. */
export const oneOf = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));
/** Makes a check that holds a column to a closed list of the domain. */
export const known = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${oneOf(words)})`);

/**
 * The cast stands inside: outside, every row would parse the whole list anew. The outer one only says that this is an
 * array.
 */
const reach = (name: string) =>
  sql.raw(`((select string_to_array(nullif(current_setting('app.${name}', true), ''), ',')::uuid[])::uuid[])`);

/** Names who asks, as the transaction was told. */
export const me = sql.raw("(select nullif(current_setting('app.person', true), '')::uuid)");

/**
 * Tenant isolation: a row is within reach of its centre or of its organisation; `open` is the public catalogue's clause.
 */
export const withinReach = (t: { centreId: AnyPgColumn; organizationId: AnyPgColumn }, open?: SQL) => {
  const ours = sql`(${t.centreId} = any ${reach("centres")} or ${t.organizationId} = any ${reach("organizations")})`;
  return [
    pgPolicy("read_within_reach", { for: "select", to: appRole, using: open ? sql`${ours} or ${open}` : ours }),
    pgPolicy("insert_within_reach", { for: "insert", to: appRole, withCheck: ours }),
    pgPolicy("update_within_reach", { for: "update", to: appRole, using: ours, withCheck: ours }),
  ];
};
/** Makes the same for what belongs to a centre alone. Who of the centre reads what is the services' business. */
export const withinCentre = (t: { centreId: AnyPgColumn }) => {
  const ours = sql`(${t.centreId} = any ${reach("centres")})`;
  return [
    pgPolicy("read_within_reach", { for: "select", to: appRole, using: ours }),
    pgPolicy("insert_within_reach", { for: "insert", to: appRole, withCheck: ours }),
    pgPolicy("update_within_reach", { for: "update", to: appRole, using: ours, withCheck: ours }),
  ];
};

/**
 * Makes a community's own rows: for its centre, for the people of its partners and of the institution that leads it,
 * and for whoever is a member now (docs/domain.md 7). Who of them reads what is the services' business.
 */
export const withinCommunity = (t: { centreId: AnyPgColumn; communityId: AnyPgColumn }, narrower?: SQL) => {
  const within = sql`(${t.centreId} = any ${reach("centres")} or ${t.communityId} in (
    select p.community_id from community_partners p where p.ended_at is null and p.organization_id = any ${reach("organizations")}
    union all select c.id from communities c where c.organization_id = any ${reach("organizations")}
    union all select m.community_id from community_members m where m.ended_at is null and m.person_id = ${me}))`;
  const ours = narrower ? sql`(${within} and ${narrower})` : within;
  return [
    pgPolicy("read_within_community", { for: "select", to: appRole, using: ours }),
    pgPolicy("insert_within_community", { for: "insert", to: appRole, withCheck: within }),
    pgPolicy("update_within_community", { for: "update", to: appRole, using: ours, withCheck: within }),
  ];
};
/**
 * Is for the clock, who is nobody, and for whoever the row is of: rows that are removed when their time is over
 * (docs/domain.md 3.4). The clock must see a row to remove it, so `system` says which it may see.
 */
export const removable = (reached: SQL, own?: AnyPgColumn, system?: SQL) => {
  const nobody = sql`${me} is null`;
  const who = own ? sql`(${nobody} or ${own} = ${me})` : nobody;
  const remove = pgPolicy("remove_when_over", { for: "delete", to: appRole, using: sql`(${reached} and ${who})` });
  if (!system) return [remove];
  const seen = sql`(${reached} and ${nobody} and ${system})`;
  return [remove, pgPolicy("clock_reads_ended", { for: "select", to: appRole, using: seen })];
};
/** `removable` takes this condition for rows within reach of a centre. */
export const inReachOf = (centreId: AnyPgColumn) => sql`${centreId} = any ${reach("centres")}`;
/** Covers what is one person's own business: the rows are theirs alone. */
export const mine = (column: AnyPgColumn, name = "own_rows") =>
  pgPolicy(name, { for: "all", to: appRole, using: sql`${column} = ${me}`, withCheck: sql`${column} = ${me}` });
/** Covers what is somebody's own by a row that names them, to read: it says what they are to an assignment before any reach is known. */
export const ownToRead = (own: SQL) => pgPolicy("read_what_names_you", { for: "select", to: appRole, using: own });
