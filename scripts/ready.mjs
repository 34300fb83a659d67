// Checks what must be there before anything runs: packages and build. Node built-ins only, since nothing may be
// installed yet. Run by itself (`node scripts/ready.mjs`) it installs the packages.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
export const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a command with its output visible; ends this process with its code when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** The path of a program a package brings. */
export const tool = (name) => join("node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

/** Installs the packages when one that the lock file names is missing or has another version. */
export function installed() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Samenspel needs Node 20.19 or newer; this is ${process.versions.node}.`);
  if (!asLocked()) {
    console.log("Installing packages (once) …");
    run(npm, ["ci", "--no-audit", "--no-fund"], { NODE_ENV: "development" });
  }
  patched();
}

/** Applies `patches` to the packages (docs/decisions/059). npm runs no scripts here, and each `npm ci` undoes them. */
function patched() {
  const record = "node_modules/.cache/samenspel/patches";
  const wanted = readdirSync("patches").map((name) => readFileSync(join("patches", name), "utf8"));
  if (existsSync(record) && readFileSync(record, "utf8") === wanted.join("")) return;
  run(tool("patch-package"), ["--error-on-fail"]);
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, wanted.join(""));
}

/** Compares npm's own record of what it installed with the lock file; packages for other platforms do not count. */
function asLocked() {
  const record = "node_modules/.package-lock.json";
  if (!existsSync(record)) return false;
  const [wanted, there] = ["package-lock.json", record].map((file) => JSON.parse(readFileSync(file, "utf8")).packages);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => !path || optional || there[path]?.version === version,
  );
}

/** Builds when a source is newer than the build; answers the code with which that ended. */
export async function built() {
  if (!newerThanBuild()) return 0;
  console.log("Building …");
  return begin(tool("remix"), ["vite:build"], { NODE_ENV: "production" });
}

/** Returns the newest of what the build is made from, when the build is older or is not there; else nothing. */
export function newerThanBuild(folder = ".") {
  const output = statSync(join(folder, "build/server/index.js"), { throwIfNoEntry: false });
  const sources = ["app", "db", "public", "vite.config.ts", "package-lock.json"];
  const { path, at } = sources.map((name) => newest(join(folder, name))).reduce(later);
  return output && output.mtimeMs > at ? undefined : path;
}

/** Runs a command beside what else is done, with its output visible; answers the code with which it ended. */
export const begin = (command, args, env = {}) =>
  ended(
    spawn(command, args, {
      stdio: "inherit",
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    }),
  );

/** Returns the code with which a child ended; 1 when it was killed, or never began. */
export const ended = (child) =>
  new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)).once("error", () => resolve(1)));

const later = (one, other) => (other.at > one.at ? other : one);
/** Finds what changed last within a path, and when; a folder itself changes when something in it goes. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  const itself = { path, at: found?.mtimeMs ?? 0 };
  return found?.isDirectory()
    ? readdirSync(path)
        .map((name) => newest(join(path, name)))
        .reduce(later, itself)
    : itself;
}

export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installed();
