import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, statSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { join } from "node:path";

/** Holds what `postmaster.pid` says: the process that holds a data directory, and the port it listens on (0 while it starts). */
export type Postmaster = { pid: number; port: number };

/**
 * Returns the postmaster of `data` if that process lives and is one; a stale file (killed server, number given to
 * another program) is cleared.
 */
export function postmasterOf(data: string): Postmaster | null {
  const file = join(data, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (isPostgres(pid)) return { pid, port: Number(lines[3] ?? 0) || 0 };
  // A server that is just starting has not written its number yet, and ends when the file is taken away.
  if (lines.length > 1 || !justBegun(file)) rmSync(file, { force: true });
  return null;
}
/** Tells whether a file without a whole line may still be under the pen; one that a crash left that way is older. */
const justBegun = (file: string) => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5000;

/** Returns true when a process with this number runs; one that was killed and not yet collected by its parent does not count. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return startOf(pid) !== null;
}

/**
 * Tells when a process began, as the system counts it: a number that is given out again has another beginning. Null
 * when it does not run.
 */
export function startOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
    }
    if (process.platform === "win32") return "unknown";
    return (
      execFileSync("ps", ["-o", "lstart=", "-p", `${pid}`], {
        encoding: "utf8",
        env: { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", PATH: process.env.PATH },
      }).trim() || null
    );
  } catch {
    return null;
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === "linux")
      return /postgres|postmaster/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0] ?? "");
    if (process.platform === "win32") return true;
    return /postgres|postmaster/.test(execFileSync("ps", ["-o", "comm=", "-p", `${pid}`], { encoding: "utf8" }));
  } catch {
    return false;
  }
}

/**
 * Returns true when a PostgreSQL answers on this port of this machine: it is asked for TLS and says yes or no, before
 * any login.
 */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port, timeout: 1000 });
    const done = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.once("data", (said) => done(said[0] === 78 || said[0] === 83)); // N or S
    for (const end of ["error", "timeout", "close"]) socket.once(end, () => done(false));
  });

/** Returns `wanted` when it is free on this machine, else any free port. */
export const freePort = (wanted = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", () =>
      wanted ? freePort().then(resolve, reject) : reject(new Error("no free port on this machine")),
    );
    server.listen({ host: "127.0.0.1", port: wanted, exclusive: true }, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
