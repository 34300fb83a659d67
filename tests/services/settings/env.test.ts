import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { safeParse } from "zod";
import { readEnv } from "#app/platform/settings/env.server.ts";
import { settings } from "#app/platform/settings/settings.ts";
import { filesIn } from "#tests/support/sources.ts";

const folder = (work: (dir: string) => void) => {
  const dir = mkdtempSync(join(tmpdir(), "samenspel-env-"));
  try {
    work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};
const serious = {
  SAMENSPEL_MODE: "production",
  TOKEN_SECRET: "x".repeat(32),
  PUBLIC_ORIGIN: "https://samenspel.example",
  SMTP_URL: "smtps://mail.example:465",
  DATABASE_URL: "postgres://a:b@db.example/samenspel",
};

test("with nothing set it is a demo on this machine, with a secret that is kept and private", () =>
  folder((dir) => {
    const env = readEnv({ DATA_DIR: dir });
    expect(env).toMatchObject({
      production: false,
      demo: true,
      port: 3000,
      publicOrigin: "http://localhost:3000",
      poolSize: 10,
      keepSeconds: 1,
      host: "127.0.0.1",
    });
    expect(env.tokenSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(readEnv({ DATA_DIR: dir }).tokenSecret).toBe(env.tokenSecret);
    expect(readFileSync(join(dir, "token-secret"), "utf8")).toBe(env.tokenSecret);
    expect(statSync(join(dir, "token-secret")).mode & 0o077).toBe(0);
    expect(readdirSync(dir)).toEqual(["token-secret"]);
    readEnv({ DATA_DIR: join(dir, "deeper") });
    expect(existsSync(join(dir, "deeper"))).toBe(true);
    writeFileSync(join(dir, "file"), "");
    expect(() => readEnv({ DATA_DIR: join(dir, "file", "x") })).toThrow(/^DATA_DIR: nothing can be written in /);
  }));

test("a database of one's own means no demo, unless asked for", () =>
  folder((dir) => {
    const own = { DATA_DIR: dir, DATABASE_URL: "postgres://a:b@127.0.0.1/c" };
    expect(readEnv(own).demo).toBe(false);
    expect(readEnv({ ...own, DEMO: "1" }).demo).toBe(true);
    expect(readEnv({ DATA_DIR: dir, DEMO: "0" }).demo).toBe(false);
  }));

test("production with everything in place starts", () => {
  expect(readEnv(serious)).toMatchObject({ production: true, demo: false, publicOrigin: "https://samenspel.example" });
});

for (const [name, value] of [
  ["DEMO", "1"],
  ["DATABASE_URL", ""],
  ["TOKEN_SECRET", ""],
  ["TOKEN_SECRET", "short"],
  ["PUBLIC_ORIGIN", ""],
  ["PUBLIC_ORIGIN", "http://samenspel.example"],
  ["SMTP_URL", ""],
] as const)
  test(`production refuses ${name}=${value || "(empty)"} and names it`, () => {
    expect(() => readEnv({ ...serious, [name]: value })).toThrow(new RegExp(`^${name}: `));
  });

for (const [name, value] of [
  ["PORT", "eighty"],
  ["PORT", "0"],
  ["PORT", "70000"],
  ["POOL_SIZE", "0"],
  ["POOL_SIZE", "1.5"],
  ["DATABASE_URL", "mysql://a/b"],
  ["DATABASE_URL", "nonsense"],
  ["PUBLIC_ORIGIN", "https://a.example/path"],
  ["SMTP_URL", "http://mail"],
  ["DEMO", "perhaps"],
  ["SAMENSPEL_MODE", "prod"],
  ["KEEP_SECONDS", "-1"],
  ["MAIL_FROM", "nobody"],
  ["MAIL_FROM", "Samenspel noreply@samenspel.example"],
  ["MAIL_FROM", "Samenspel <noreply@samenspel.example"],
  ["MAIL_FROM", "Samenspel <noreply>"],
  ["MAIL_FROM", "Samenspel, Fryslân <noreply@samenspel.example>"],
  ["MAIL_FROM", "a@samenspel.example, b@samenspel.example"],
  ["MAIL_FROM", '"Samenspel <noreply@samenspel.example>"'],
  ["TOKEN_SECRET", `"${"x".repeat(32)}"`],
  ["DATA_DIR", "'/var/lib/samenspel'"],
  ["MAX_AT_ONCE", "0"],
  ["S3_BUCKET_URL", "ftp://s3.example/a"],
  ["S3_BUCKET_URL", "https://s3.example/a/b"],
  ["S3_BUCKET_URL", "https://key@s3.example/a"],
  ["S3_REGION", "Eu Central"],
] as const)
  test(`${name}=${value} is refused with a sentence that names it`, () =>
    folder((dir) => expect(() => readEnv({ DATA_DIR: dir, [name]: value })).toThrow(new RegExp(`^${name}: .+\\.$`))));

for (const { name, read } of Object.values(settings))
  if (!safeParse(read, "\u00bf?").success)
    test(`${name} refuses what makes no sense, with a sentence that names it`, () =>
      folder((dir) => {
        expect(() => readEnv({ DATA_DIR: dir, [name]: "\u00bf?" })).toThrow(new RegExp(`^${name}: .+\\.$`));
      }));

for (const from of [
  "noreply@localhost",
  "noreply@samenspel.example",
  "Samenspel Fryslân <noreply@samenspel.example>",
  '"Samenspel, Fryslân" <noreply@samenspel.example>',
])
  test(`MAIL_FROM=${from} is a sender`, () => expect(readEnv({ ...serious, MAIL_FROM: from }).mailFrom).toBe(from));

test("production runs on the embedded database only when told, and never when that is forbidden", () => {
  const embedded = { ...serious, DATABASE_URL: "", EMBEDDED_IN_PRODUCTION: "1" };
  expect(readEnv(embedded)).toMatchObject({ production: true, databaseUrl: undefined });
  expect(() => readEnv({ ...embedded, EMBEDDED_IN_PRODUCTION: "0" })).toThrow(/EMBEDDED_IN_PRODUCTION=1/);
  expect(() => readEnv({ ...embedded, REQUIRE_DATABASE_URL: "1" })).toThrow(/^DATABASE_URL: is empty/);
});

test("no setting is asked for that nothing reads", () => {
  const read = ["app", "scripts", "db"]
    .flatMap((folder) => filesIn(folder))
    .filter((file) => !/platform\/settings\//.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const checked = readFileSync("app/platform/settings/env.server.ts", "utf8");
  const unread = Object.keys(settings).filter(
    (key) => !new RegExp(`\\b${key}\\b`).test(read) && !new RegExp(`\\bread\\.${key}\\b`).test(checked),
  );
  expect(unread).toEqual([]);
});

test("REQUIRE_DATABASE_URL refuses to start without one", () => {
  expect(() => readEnv({ REQUIRE_DATABASE_URL: "1" })).toThrow(/^DATABASE_URL: is empty/);
});

test("every setting says what it is for", () => {
  for (const { name, meaning } of Object.values(settings)) expect(meaning.length, name).toBeGreaterThan(15);
});

test("a bucket comes with both its keys, and in production over https", () => {
  const bucket = {
    S3_BUCKET_URL: "https://s3.example/samenspel",
    S3_ACCESS_KEY_ID: "wie",
    S3_SECRET_ACCESS_KEY: "geheim",
  };
  const { bucket: read } = readEnv({ ...serious, ...bucket });
  expect(read).toEqual({
    url: "https://s3.example/samenspel",
    region: "us-east-1",
    keyId: "wie",
    secret: "geheim",
  });
  expect(readEnv(serious).bucket).toBeUndefined();
  for (const name of ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"])
    expect(() => readEnv({ ...serious, ...bucket, [name]: "" })).toThrow(new RegExp(`^${name}: is needed`));
  expect(() => readEnv({ ...serious, ...bucket, S3_BUCKET_URL: "http://s3.example/samenspel" })).toThrow(
    /^S3_BUCKET_URL: begins with https/,
  );
});
