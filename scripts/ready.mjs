// What must be there before anything runs: packages and build. Node built-ins only, since nothing may be installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const cache = "node_modules/.cache/samenspel";

/** Runs a command with its output visible; ends this process with its code when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env }, shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

/** The path of a program a package brings. */
export const tool = (name) => join("node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

/** Installs the packages when they are missing or the lock file has changed. */
export function installed() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) stop(`Samenspel needs Node 20.19 or newer; this is ${process.versions.node}.`);
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  const marker = join(cache, "installed");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  console.log("Installing packages (once) …");
  run(npm, ["ci", "--no-audit", "--no-fund"], { NODE_ENV: "development" });
  mkdirSync(cache, { recursive: true });
  writeFileSync(marker, wanted);
}

/** Builds when a source is newer than the build. */
export function built() {
  const output = "build/server/index.js";
  const sources = ["app", "db", "public", "vite.config.ts", "package-lock.json"].map(newest);
  if (existsSync(output) && statSync(output).mtimeMs > Math.max(...sources)) return;
  console.log("Building …");
  run(tool("remix"), ["vite:build"], { NODE_ENV: "production" });
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  return found.isDirectory() ? Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)))) : found.mtimeMs;
}

export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
