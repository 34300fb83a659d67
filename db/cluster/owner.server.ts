import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** As whom the database runs. PostgreSQL refuses root, so root steps down to a user without rights. */
export type Owner = {
  /** Is for child processes; empty when the server's own user is used. */
  identity: { uid?: number; gid?: number };
  /** Hands a file or folder, with all that is in it, to this user. */
  give: (path: string) => void;
  /** Makes a folder that only this user (and root) may open. */
  makePrivate: (path: string) => void;
};

const preferred = ["samenspel", "postgres", "nobody"];

/**
 * The user the database runs as: oneself, or, for root, the one who already owns `data`, else the first of a few that
 * has no rights.
 */
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

/**
 * Finds where the database of `base` is kept: there, unless we are root and the user without rights cannot walk to it
 * (a folder below root's own home). Then it is a folder of its own below `/var/lib`, and a note in `base` says which.
 */
export function openPlace(base: string): string {
  if (process.getuid?.() !== 0 || walkable(base)) return base;
  const place = `/var/lib/samenspel/${createHash("sha256").update(base).digest("hex").slice(0, 12)}`;
  mkdirSync(place, { recursive: true, mode: 0o755 });
  writeFileSync(
    join(base, "database-is-elsewhere.txt"),
    `The database does not run as root and cannot be reached here, so it is in ${place}\n`,
  );
  return place;
}

/** Returns true when every folder down to `path` lets others through. */
function walkable(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (!(statSync(at).mode & 0o001)) return false;
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
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of preferred) {
    const user = users.find(([known]) => known === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root and there is no user without rights: start as another user, or set DATABASE_URL.",
  );
}
