import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runAll } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { allowOwnerReads } from "./backup/owner.server.ts";
import { appRole, openRaw } from "./client.server.ts";
import { root } from "./root.server.ts";

/** Holds the key of the lock. Any number will do, as long as every release uses the same one. */
export const lockKey = 20_261_122;
const ownMigrations = join(root, "migrations");
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Brings the database at `url` to the newest schema: creates the role of the product and runs the migrations of
 * `folder` that are new, one process at a time. `login` is the user the server will log in as, when that is not the
 * one who migrates. Throws a sentence when the role may not be created, and when other migrations made the database.
 */
export async function migrate(
  url: string,
  { login, folder = ownMigrations, steps }: { login?: string | undefined; folder?: string; steps?: number } = {},
): Promise<void> {
  const sql = openRaw(url, { max: 1 });
  const some = steps === undefined ? null : firstOf(folder, steps);
  try {
    await sql.unsafe("select pg_advisory_lock($1)", [lockKey]);
    await refuseOtherBaseline(sql, folder);
    await makeRole(sql, login);
    await runAll<Record<string, never>>(drizzle(sql), { migrationsFolder: some ?? folder });
    await allowOwnerReads(sql);
  } finally {
    if (some) rmSync(some, { recursive: true, force: true });
    await sql.end({ timeout: 5 });
  }
}

/** Returns the hashes of the migrations that this release knows, in their order: what a database of it has run. */
export const knownMigrations = (folder = ownMigrations): string[] =>
  readMigrationFiles({ migrationsFolder: folder }).map(({ hash }) => hash);

/** Makes a folder with only the first migrations of another. */
function firstOf(folder: string, steps: number): string {
  const some = mkdtempSync(join(tmpdir(), "samenspel-migrations-"));
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  const entries = journal.entries.slice(0, steps);
  mkdirSync(join(some, "meta"));
  writeFileSync(join(some, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) copyFileSync(join(folder, `${tag}.sql`), join(some, `${tag}.sql`));
  return some;
}

/**
 * What a database has run must be what this release begins with, or the other way about when a newer release was put
 * back. The migrations from before the first release were folded into the baseline, more than once; over their tables
 * the baseline would fail half-way, with an error nobody can act on (docs/decisions/040).
 */
async function refuseOtherBaseline(sql: Sql, folder: string) {
  const [journal] = await sql.unsafe("select to_regclass('drizzle.__drizzle_migrations') is not null as exists");
  if (!journal?.exists) return;
  const ran = await sql.unsafe("select hash from drizzle.__drizzle_migrations order by id");
  const known = knownMigrations(folder);
  const common = ran.slice(0, known.length);
  if (common.every(({ hash }, at) => hash === known[at])) return;
  throw new Error(
    "This database was made before the first release of Samenspel and cannot be upgraded. Nothing was changed in it. " +
      "Create a new, empty database and set DATABASE_URL to it. " +
      "If it is the embedded database of a demo, stop the server, remove the folder DATA_DIR and start again.",
  );
}

/** The role has no login of its own: whoever logs in becomes it for the length of a transaction. */
async function makeRole(sql: Sql, login?: string) {
  const [found] = await sql.unsafe(
    `
      select
        exists (select from pg_roles where rolname = $1) as role,
        current_user::text as me,
        current_setting('server_version_num')::int as version
    `,
    [appRole],
  );
  if (found?.version < 150_000) throw new Error("Samenspel needs PostgreSQL 15 or newer.");
  const member = login ?? String(found?.me);
  const wanted = [
    ...(found?.role ? [] : [`create role ${appRole} nologin`]),
    ...((await isMember(sql, member)) ? [] : [`grant ${appRole} to ${quoted(member)}`]),
  ];
  for (const statement of wanted) {
    await sql.unsafe(statement).catch((error: Error) => {
      throw new Error(
        `The database user may not run "${statement}" (${error.message}). Run it once as an administrator of the database.`,
      );
    });
  }
}

/** A superuser needs no membership; asking `pg_has_role` before the role exists would be an error. */
async function isMember(sql: Sql, login: string): Promise<boolean> {
  const [row] = await sql.unsafe(
    `
      select u.rolsuper
        or exists (
          select from pg_auth_members m
          join pg_roles r on r.oid = m.roleid
          where r.rolname = $2 and m.member = u.oid
        ) as yes
      from pg_roles u
      where u.rolname = $1
    `,
    [login, appRole],
  );
  return row?.yes === true;
}

/**
 * In production the server's login is no superuser, passes by no row policy, and owns neither tables nor their schema:
 * each of these could switch the policies off. Nor may it become somebody who does (docs/trust.md H19). Throws a
 * sentence that says what was found.
 */
export async function refusePrivilegedLogin(url: string): Promise<void> {
  const sql = openRaw(url, { max: 1 });
  try {
    const [row] = await sql.unsafe(
      `
        with can_be as (
          select oid, rolname, rolsuper or rolbypassrls as mighty from pg_roles
          where pg_has_role(current_user, oid, 'MEMBER')
        )
        select
          (select rolname from can_be where mighty order by rolname <> current_user, rolname limit 1) as mighty,
          (
            select min(c.rolname) from can_be c
            where exists (select from pg_class t where t.relowner = c.oid and t.relnamespace = 'public'::regnamespace)
              or exists (select from pg_namespace n where n.nspowner = c.oid and n.nspname = 'public')
          ) as owner
      `,
    );
    const found = row?.mighty
      ? `as a superuser, or as one who passes by row policies (${row.mighty})`
      : row?.owner
        ? `as the owner of the tables (${row.owner})`
        : null;
    if (found)
      throw new Error(
        `DATABASE_URL logs in ${found}. Use a plain login, and give the owner in MIGRATION_DATABASE_URL.`,
      );
  } finally {
    await sql.end({ timeout: 5 });
  }
}
