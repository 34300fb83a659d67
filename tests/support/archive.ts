import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atFileEnd } from "./file-end.ts";

/** Unpacks a release of the present build where nobody may write. */
export type Archive = { file: string; folder: string; home: string };

/** Makes an archive in a folder of its own, gone when the test file ends. */
export function madeArchive(): string {
  const into = mkdtempSync(join(tmpdir(), "samenspel-release-"));
  atFileEnd(() => rmSync(into, { recursive: true, force: true }));
  const args = ["scripts/run.mjs", "scripts/release.ts", "--built", "--changed", "--into", into];
  return execFileSync(process.execPath, args, { encoding: "utf8" }).trim().split("\n").at(-1) ?? "";
}

/** Unpacks it, and takes the right to write in it from everybody. `home` is a folder in which its user may write. */
export function unpacked(file: string): Archive {
  const place = mkdtempSync(join(tmpdir(), "samenspel-unpacked-"));
  const home = join(place, "data");
  execFileSync("tar", ["--extract", "--gzip", `--file=${file}`, `--directory=${place}`]);
  const folder = join(place, readdirSync(place)[0] ?? "");
  mkdirSync(home, { mode: 0o777 });
  chmodSync(home, 0o777);
  chmodSync(place, 0o755);
  execFileSync("chmod", ["--recursive", "a-w", folder]);
  atFileEnd(() => {
    execFileSync("chmod", ["--recursive", "u+w", folder]);
    rmSync(place, { recursive: true, force: true });
  });
  return { file, folder, home };
}

/** Tells who runs it: a user without rights, where these tests may choose. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const nowhere = "/nonexistent";
/** It starts with Node alone: no npm or other tool is in the path, and the folder is another. */
const alone = ({ home }: Archive, settings: Record<string, string>) => ({
  cwd: home,
  env: { NODE_ENV: "production" as const, PATH: nowhere, HOME: nowhere, DATA_DIR: join(home, "store"), ...settings },
  ...nobody,
});

/** Starts the server of an archive. */
export function startedFrom(archive: Archive, settings: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [join(archive.folder, "server.mjs")], {
    ...alone(archive, settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  atFileEnd(() => child.kill("SIGKILL"));
  return child;
}
/** Runs one of its commands. */
export const commanded = (archive: Archive, settings: Record<string, string>, command: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(archive.folder, "commands", `${command}.mjs`), ...args], {
    ...alone(archive, settings),
    encoding: "utf8",
  });
