import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readEnv } from "#app/platform/settings/env.server.ts";
import { settings, type Setting } from "#app/platform/settings/settings.ts";
import { usualLimits } from "#app/platform/http/server/http-server.server.ts";
import { limits } from "#app/platform/http/request/gate.server.ts";
import { jobRhythm, rhythm } from "#app/platform/runtime/rhythm.ts";
import { usualMoments } from "#app/platform/http/server/stop.server.ts";
import { commandsOf } from "../../scripts/release/commands.ts";
import { filesIn, read } from "#tests/support/sources.ts";

const text = read("docs/operations.md");
const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? "");
const lines = blocks.join("\n");
const inSeconds = (value: string | undefined) => Number(/^(\d+)s$/.exec(value ?? "")?.[1] ?? Number.NaN);

test("the lines an operator copies are shell", () => {
  expect(blocks.length).toBeGreaterThan(8);
  for (const block of blocks) {
    const { status, stderr } = spawnSync("bash", ["-n"], { input: block, encoding: "utf8" });
    expect(status, `${stderr}\n${block}`).toBe(0);
  }
});

test("they name files and commands that a release has", () => {
  const files = [...lines.matchAll(/\/opt\/samenspel\/current\/(deploy\/[\w@.-]+)/g)].map((match) => match[1] ?? "");
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const commands = [
    ...lines.matchAll(/(?:^|\s)samenspel (migrate|backup|restore|verify-log|deadlines|setup)\b/gm),
    ...lines.matchAll(/commands\/([\w-]+)\.mjs/g),
    ...filesIn("deploy")
      .map(read)
      .join("\n")
      .matchAll(/commands\/([\w-]+)\.mjs/g),
  ].map((match) => `commands/${match[1]}.mjs`);
  const there = commandsOf(".").map(({ file }) => file);
  expect(commands.filter((file) => !there.includes(file))).toEqual([]);
  expect(new Set(commands).size).toBeGreaterThan(3);
});

const exampleOfSettings = read("deploy/settings.example");
const secrets = { TOKEN_SECRET: "f".repeat(64), METRICS_TOKEN: "e".repeat(64) };
/** As `podman --env-file` and `docker --env-file` read it: what stands behind the first `=` is the value, quotes and all. */
const asContainersRead = (file: string): Record<string, string> =>
  Object.fromEntries(
    file
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

test("the example of settings is one a production start takes, and names nothing that nobody reads", () => {
  const given = asContainersRead(exampleOfSettings);
  const known = Object.values(settings).map(({ name }) => name as string);
  expect(Object.keys(given).filter((name) => !known.includes(name))).toEqual([]);
  expect(readEnv({ ...given, ...secrets })).toMatchObject({
    production: true,
    trustedProxies: 1,
    demo: false,
    mailFrom: "Samenspel <noreply@samenspel.example>",
  });
});

test("systemd, Node and a container read the example alike, and it takes nothing from the place it runs in", () => {
  const given = asContainersRead(exampleOfSettings);
  expect(parseEnv(exampleOfSettings)).toEqual(given);
  // No value holds what systemd and Node take for quotes, comments or the start of something else.
  expect(Object.values(given).filter((value) => /^\s|\s$|["'`\\#$]/.test(value))).toEqual([]);
  const image = /^ENV (.+)$/m.exec(read("deploy/Containerfile"))?.[1]?.split(" ") ?? [];
  const ofImage = asContainersRead(image.join("\n"));
  expect(ofImage.HOST).toBe("0.0.0.0");
  for (const [name, value] of Object.entries(ofImage)) expect(given[name] ?? value, name).toBe(value);
  expect(read("deploy/samenspel@.service")).toMatch(/^Environment=.*\bHOST=127\.0\.0\.1\b/m);
});

test("what the server talks to, and every secret, is told to who runs it and to who judges it", () => {
  const all: readonly Setting[] = Object.values(settings);
  const secret = all.filter((each) => each.secret).map(({ name }) => name);
  const names = all.map(({ name }) => name).filter((name) => name !== settings.requireDatabaseUrl.name);
  const bySound = names.filter((name) => /SECRET|TOKEN|DATABASE.*URL|^SMTP_URL$/.test(name));
  expect(bySound.filter((name) => !secret.includes(name))).toEqual([]);
  const elsewhere = names.filter((name) => name.endsWith("_URL"));
  const [talks, keys] = [sectionOf("docs/operations.md", "11."), sectionOf("docs/trust.md", "3.14")];
  expect([...secret, ...elsewhere].filter((name) => !talks.includes(`\`${name}\``))).toEqual([]);
  expect(secret.filter((name) => !keys.includes(`\`${name}\``))).toEqual([]);
});
/** Reads the text below the heading with that number, up to the next heading. */
const sectionOf = (document: string, number: string) =>
  read(document)
    .split(/^(?=##+ )/m)
    .find((part) => part.replace(/^#+ /, "").startsWith(`${number} `)) ?? "";

test("the drill of a restore reaches neither the real database, nor the real files, nor a bucket", () => {
  const real = [
    exampleOfSettings,
    "DIRECT_DATABASE_URL=postgres://samenspel_server:x@db.example/samenspel?sslmode=verify-full",
    "DATABASE_READ_URL=postgres://samenspel_server:x@replica.example/samenspel",
    "S3_BUCKET_URL=https://s3.example/samenspel",
    "S3_ACCESS_KEY_ID=x",
    "S3_SECRET_ACCESS_KEY=x",
  ].join("\n");
  const [, change = ""] = /^(sed [\s\S]*?)\/etc\/samenspel\/settings \\\n.*settings-drill$/m.exec(drillBlock) ?? [];
  const { status, stdout } = spawnSync("bash", ["-c", change], { input: real, encoding: "utf8" });
  expect(status).toBe(0);
  const drill = readEnv({ ...asContainersRead(stdout), ...secrets });
  expect(drill).toMatchObject({ bucket: undefined, dataDir: "/var/lib/samenspel-drill" });
  for (const url of [drill.databaseUrl, drill.migrationUrl, drill.directUrl, drill.replicaUrl])
    expect(new URL(url ?? "").pathname).toBe("/samenspel_drill");
  expect(drill.directUrl).toMatch(/sslmode=verify-full$/);
});
const drillBlock = blocks.find((block) => block.includes("settings-drill")) ?? "";

test("each night's set is locked for the keys that are written down, two of them, and old sets go also when a file is missing", () => {
  const unit = read("deploy/samenspel-backup.service");
  const keys = /--recipients-file (\S+?)'?$/m.exec(unit)?.[1] ?? "";
  expect(lines.split("\n").filter((line) => line.endsWith(`> ${keys}`))).toHaveLength(2);
  expect(unit).toMatch(/^ExecStartPost=\/usr\/bin\/find .* -exec rm /m);
  expect(unit, "2: there is a set, without some files").toMatch(/^SuccessExitStatus=2$/m);
});

test("the units and the proxy wait as long as the server does, and let through what it takes", () => {
  const unit = read("deploy/samenspel@.service");
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]) * 1000).toBeGreaterThan(usualMoments.total + 1000);
  const proxy = read("deploy/nginx.conf");
  const said = (name: string) => new RegExp(`^\\s*${name} ([^;]+);`, "m").exec(proxy)?.[1];
  expect(inSeconds(said("proxy_read_timeout")) * 1000).toBeGreaterThan(usualLimits.request);
  expect(inSeconds(said("keepalive_timeout")) * 1000).toBeLessThan(usualLimits.idle);
  expect(Number(said("client_max_body_size")?.replace("m", "")) * 1024 * 1024).toBeGreaterThanOrEqual(limits.upload);
  expect(said("proxy_set_header Host")).toBe("$http_host");
  expect(said("proxy_set_header X-Forwarded-For")).toBe("$remote_addr");
  const ports = [...proxy.matchAll(/server 127\.0\.0\.1:(\d+)/g)].map((match) => match[1]);
  for (const port of ports) expect(lines).toContain(`samenspel@${port}`);
});

test("the table of what the server does by itself names every round, once, at its rhythm", () => {
  const units = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000, night: rhythm.nightly };
  const unit = (name: string) => units[name as keyof typeof units];
  const section = text.slice(text.indexOf("\n## 7. "), text.indexOf("\n## 8. "));
  const table = [...section.matchAll(/^\| (?:(\d+) )?([a-z]+?)s? \| `([a-z ]+)` \| .+ \|$/gm)].map(
    ([, times = "1", of = "", name = ""]) => ({ name, every: Number(times) * unit(of) }),
  );
  const byName = (all: readonly { name: string; every: number }[]) =>
    all.toSorted((a, b) => a.name.localeCompare(b.name));
  expect(byName(table)).toEqual(byName(Object.entries(jobRhythm).map(([name, every]) => ({ name, every }))));
});
