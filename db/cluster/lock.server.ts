import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { startOf } from "./process.server.ts";

/** Describes a lock that is held: give it back with `release`. */
export type Lock = { release: () => void };
type Role = { pid: number; start: string };

/** Takes the lock file, or returns the living process that holds it. What a dead process left behind is cleared. */
export function takeLock(file: string): Lock | Role {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) ?? "" });
  const draft = `${file}.${process.pid}.${performance.now()}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => readOr(file) === mine && rmSync(file, { force: true }) };
      const holder = holderIn(file);
      if (holder) return holder;
      clearStale(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits for the lock, at most `milliseconds`; then refuses with a sentence. */
export async function waitForLock(file: string, milliseconds: number): Promise<Lock> {
  for (const until = Date.now() + milliseconds; ; ) {
    const lock = takeLock(file);
    if ("release" in lock) return lock;
    if (Date.now() > until)
      throw new Error(
        `Process ${lock.pid} has been starting the database for ${milliseconds / 1000} seconds (${file}).`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file); // atomic: exactly one of many succeeds
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Returns the living process that holds the lock file; null when nobody does. */
export function holderIn(file: string): Role | null {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Role;
    return startOf(holder.pid) === holder.start ? holder : null;
  } catch {
    return null;
  }
}

/** Moves the stale file aside before removing it, and puts it back should a new holder have come in between. */
function clearStale(file: string) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // somebody else cleared it
  }
  if (holderIn(aside)) linked(aside, file);
  rmSync(aside, { force: true });
}

const readOr = (file: string) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
};
