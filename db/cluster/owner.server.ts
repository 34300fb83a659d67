import { chmodSync, chownSync, lchownSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** As whom the database runs. PostgreSQL refuses root, so root steps down to a user without rights. */
export type Owner = {
  /** For child processes; empty when the server's own user is used. */
  identity: { uid?: number; gid?: number };
  /** Hands a file or folder, with all that is in it, to this user. */
  give: (path: string) => void;
  /** Makes a folder that only this user (and root) may open. */
  makePrivate: (path: string) => void;
};

const preferred = ["samenspel", "postgres", "nobody"];

/** The user the database runs as: oneself, or, for root, the one who already owns `data`, else the first of a few that has no rights. */
export function ownerOf(data: string): Owner {
  if (process.getuid?.() !== 0) return { identity: {}, give: () => {}, makePrivate: (path) => mkdirPrivate(path) };
  const identity = present(data) ?? unprivileged();
  const give = (path: string): void => {
    lchownSync(path, identity.uid, identity.gid);
    if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
  };
  const makePrivate = (path: string) => {
    mkdirPrivate(path);
    chownSync(path, identity.uid, identity.gid);
  };
  return { identity, give, makePrivate };
}

/** True when this user may walk to `path`: every folder above it lets others through. */
export function reachable(path: string): boolean {
  if (process.getuid?.() !== 0) return true;
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found && !(found.mode & 0o001)) return false;
    if (at === dirname(at)) return true;
  }
}

function mkdirPrivate(path: string) {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
}

function present(data: string) {
  const found = statSync(data, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

function unprivileged(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  for (const name of preferred) {
    const user = users.find(([known]) => known === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error("PostgreSQL does not run as root and there is no user without rights: start as another user, or set DATABASE_URL.");
}
