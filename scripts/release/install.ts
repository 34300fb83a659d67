import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the packages of the checkout in `folder`, and patches them as its commit does (docs/decisions/059). Also where Node
 * would find ours from there: a release takes what lies in its own folder, and ours have the patches of this commit.
 */
export function installIn(folder: string): void {
  const env = { ...process.env, NODE_ENV: "development" as const };
  const settings = { cwd: folder, env, stdio: "inherit" as const };
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], settings);
  if (existsSync(join(folder, "patches"))) execFileSync(process.execPath, ["scripts/ready.mjs"], settings);
}
