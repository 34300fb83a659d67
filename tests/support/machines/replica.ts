import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { withSocket } from "#db/address.server.ts";
import { onSystem } from "#db/cluster/binaries.server.ts";
import { ownerOf } from "#db/cluster/owner.server.ts";
import { freePort } from "#db/cluster/process.server.ts";
import { atPort, ownFolder, program, speaksPostgres, type Program } from "./program.ts";

/** The suite installs this version of the system. */
export const major = 15;
/** Makes a streaming replica of the cluster at `url`, made by `pg_basebackup`; its own `url` is the same database there. */
export async function replicaOf(url: string): Promise<Program & { url: string; remove: () => Promise<void> }> {
  const bin = onSystem(major)?.bin;
  if (!bin) throw new Error(`PostgreSQL ${major} is not installed`);
  const { folder, clear } = ownFolder("replica");
  const owner = ownerOf(folder);
  const data = join(folder, "data");
  owner.makePrivate(data);
  const from = withSocket(url, null);
  const args = ["-d", from, "-D", data, "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast"];
  const env = { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" };
  await promisify(execFile)(join(bin, "pg_basebackup"), args, { cwd: folder, env, ...owner.identity });
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`, "fsync=off"];
  const replica = program({
    command: join(bin, "postgres"),
    args: ["-D", data, ...settings.flatMap((each) => ["-c", each])],
    cwd: folder,
    identity: owner.identity,
    up: speaksPostgres(port),
  });
  await replica.start();
  const remove = () => replica.end("SIGQUIT").finally(clear);
  return { ...replica, url: atPort(url, port), remove };
}
