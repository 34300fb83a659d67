import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withSocket } from "#db/address.server.ts";
import { answers } from "#db/cluster/process.server.ts";
import { eventually } from "#tests/support/eventually.ts";

/** Describes a program of the system that can be ended and started again; `said` is what it wrote so far. */
export type Program = {
  start: () => Promise<void>;
  end: (signal?: NodeJS.Signals) => Promise<void>;
  said: () => string;
};
type Asked = {
  command: string;
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
  identity?: { uid?: number; gid?: number };
  /** Answers true when it does its work. */
  up: () => Promise<boolean>;
};

/** Prepares a program that is not started yet. */
export function program({ command, args, cwd, env = {}, identity = {}, up }: Asked): Program {
  let child: ChildProcess | undefined;
  let said = "";
  const gone = () => child === undefined || child.exitCode !== null || child.signalCode !== null;
  const start = async () => {
    child = spawn(command, [...args], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: process.env.NODE_ENV, ...env, LC_ALL: "C" },
      ...identity,
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
    if (!(await eventually(up, (is) => is || gone())) || gone())
      throw new Error(`${command} does not start: ${said.slice(-2000)}`);
  };
  const end = async (signal: NodeJS.Signals = "SIGKILL") => {
    if (gone()) return;
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill(signal);
    await ended;
  };
  return { start, end, said: () => said };
}

/** Makes a folder outside the project that others may walk through, and how it is cleared. */
export function ownFolder(name: string): { folder: string; clear: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `samenspel-${name}-`));
  chmodSync(folder, 0o711);
  return { folder, clear: () => rmSync(folder, { recursive: true, force: true }) };
}
/** Answers the address of the same database at another port, never by a socket file. */
export const atPort = (url: string, port: number): string =>
  Object.assign(new URL(withSocket(url, null)), { port: `${port}` }).href;
/** Returns true when something that speaks the language of PostgreSQL answers there. */
export const speaksPostgres = (port: number) => () => answers(port);
