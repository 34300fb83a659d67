// @module-tag postgres logins and what they own
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { migrate, refusePrivilegedLogin } from "#db/migrate.server.ts";
import { openForServer } from "#app/platform/runtime/open.server.ts";
import { readEnv } from "#app/platform/settings/env.server.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

/** Logins of this file, gone when it ends. `as` is a connection as one of them. */
const plain = "login_plain";
const mine: Readonly<Record<string, string>> = {
  [plain]: "",
  login_super: "superuser",
  login_passing: "bypassrls",
  login_owner: "",
  login_heir: "",
  login_schema: "",
};
let raw: Sql;
let owner: string;
let as: (login: string) => string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  ({ raw, url: owner } = fresh);
  for (const [name, power] of Object.entries(mine))
    await raw.unsafe(`create role ${name} login password 'los woord' ${power}`);
  await raw.unsafe(`grant samenspel_app to ${Object.keys(mine).join(", ")}`);
  as = (login) => Object.assign(new URL(owner), { username: login, password: "los woord" }).href;
});
afterAll(async () => {
  await raw.unsafe(`alter table centres owner to current_user; alter schema public owner to pg_database_owner`);
  await raw.unsafe(`drop role if exists ${Object.keys(mine).join(", ")}`);
});

test("production takes a plain login", async () => {
  await expect(refusePrivilegedLogin(as(plain))).resolves.toBeUndefined();
});
test("production refuses a superuser, and one whom row policies do not bind", async () => {
  await expect(refusePrivilegedLogin(owner)).rejects.toThrow(/superuser/);
  for (const login of ["login_super", "login_passing"])
    await expect(refusePrivilegedLogin(as(login)), login).rejects.toThrow(
      new RegExp(`${login}.*MIGRATION_DATABASE_URL`),
    );
});
test("production refuses the owner of a table, whoever may become that owner, and the owner of the schema", async () => {
  await raw.unsafe("grant login_owner to login_heir");
  await expect(refusePrivilegedLogin(as("login_heir"))).resolves.toBeUndefined();
  await raw.unsafe("alter table centres owner to login_owner");
  for (const login of ["login_owner", "login_heir"])
    await expect(refusePrivilegedLogin(as(login)), login).rejects.toThrow(/owner of the tables \(login_owner\)/);
  await raw.unsafe("alter schema public owner to login_schema");
  await expect(refusePrivilegedLogin(as("login_schema"))).rejects.toThrow(/owner of the tables \(login_schema\)/);
});
test("a server in production does not start on such a login, and says why; on a plain one it opens", async () => {
  const folder = mkdtempSync(join(tmpdir(), "samenspel-login-"));
  const serious = {
    SAMENSPEL_MODE: "production",
    TOKEN_SECRET: "x".repeat(32),
    DATA_DIR: folder,
    PUBLIC_ORIGIN: "https://samenspel.example",
    SMTP_URL: "smtp://127.0.0.1:1",
    MIGRATION_DATABASE_URL: owner,
  };
  try {
    const ended = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/deadlines.ts"], {
      env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", ...serious, DATABASE_URL: as("login_super") },
      encoding: "utf8",
    });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("DATABASE_URL logs in as a superuser");
    const { database, close } = await openForServer(readEnv({ ...serious, DATABASE_URL: as(plain) }));
    expect(await database.ready()).toBe(true);
    await close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
test("the migration lets the plain login work as the product's role", async () => {
  await raw.unsafe(`revoke samenspel_app from ${plain}`);
  await migrate(owner, { login: plain });
  const [row] = await raw.unsafe(`select pg_has_role('${plain}', 'samenspel_app', 'MEMBER') as yes`);
  expect(row?.yes).toBe(true);
});
