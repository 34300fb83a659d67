import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownerOf } from "#db/cluster/owner.server.ts";
import { freePort } from "#db/cluster/process.server.ts";
import { atPort, ownFolder, program, speaksPostgres, type Program } from "./program.ts";

/** Starts PgBouncer, as `deploy/pgbouncer.ini` has it, before the database of `url`; the same database is at its own `url`. */
export async function poolerBefore(
  url: string,
  more: Record<string, string> = {},
): Promise<Program & { url: string; remove: () => Promise<void> }> {
  const { folder, clear } = ownFolder("pooler");
  const { port: behind, username, password, hostname } = new URL(url);
  const port = await freePort();
  const users = join(folder, "userlist.txt");
  const settings: Record<string, string> = {
    "*": `host=${hostname} port=${behind}`,
    listen_port: `${port}`,
    auth_file: users,
    ...more,
  };
  let text = readFileSync("deploy/pgbouncer.ini", "utf8");
  for (const [name, value] of Object.entries(settings)) {
    const line = new RegExp(`^${name === "*" ? "\\*" : name} =.*$`, "m");
    text = line.test(text) ? text.replace(line, `${name} = ${value}`) : `${text}${name} = ${value}\n`;
  }
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(file, text);
  writeFileSync(users, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  const owner = ownerOf(folder);
  for (const path of [file, users]) owner.give(path);
  const pooler = program({
    command: "/usr/sbin/pgbouncer",
    args: [file],
    cwd: folder,
    identity: owner.identity,
    up: speaksPostgres(port),
  });
  await pooler.start();
  const remove = () => pooler.end().finally(clear);
  return { ...pooler, url: atPort(url, port), remove };
}
