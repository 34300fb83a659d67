import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { archive, sumUp } from "./release/archive.ts";
import { tryUpgrade } from "./release/try-upgrade.ts";
import { fillStage, type Release } from "./release/stage.ts";

// `npm run release`: builds, and makes one archive of this commit for this platform, in releases. The same commit gives
// the same bytes. Refuses when something was changed since the commit, unless `--changed`: then the version says so.
// `--try-upgrade COMMIT` also tries the way from that release to this one, under load behind nginx; ends with 2 when it fails.
// `--built` takes the build that is there; `--source FOLDER` makes it of another checkout; `--into FOLDER` puts it elsewhere.
const { values } = parseArgs({
  options: {
    built: { type: "boolean", default: false },
    changed: { type: "boolean", default: false },
    source: { type: "string", default: "." },
    "try-upgrade": { type: "string" },
    into: { type: "string", default: "releases" },
  },
});
try {
  const source = resolve(values.source);
  const release = releaseOf(source);
  if (!values.built)
    execFileSync(resolve("node_modules/.bin/remix"), ["vite:build"], {
      cwd: source,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, NODE_ENV: "production" },
    });
  const archived = await made(source, release, resolve(values.into));
  console.log(archived);
  const before = values["try-upgrade"];
  if (before !== undefined && !(await tryUpgrade(before, archived))) process.exitCode = 2;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Packs it, and answers where it is. */
async function made(source: string, release: Release, into: string): Promise<string> {
  const name = `samenspel-${release.version}-${process.platform}-${process.arch}`;
  const stage = join(into, name);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  await fillStage(source, stage, release);
  sumUp(stage);
  const file = `${stage}.tar.gz`;
  archive(stage, file, release.at);
  rmSync(stage, { recursive: true });
  return file;
}

/** Says which release the commit of `source` is. */
function releaseOf(source: string): Release {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: source, encoding: "utf8" }).trim();
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string };
  const changed = git("status", "--porcelain") !== "";
  if (changed && !values.changed)
    throw new Error("There are changes that are in no commit. Commit them, or say --changed for a trial of your own.");
  const commit = git("rev-parse", "HEAD");
  const at = new Date(Number(git("log", "-1", "--format=%ct")) * 1000);
  return { version: changed ? `${version}+changed` : version, commit, at };
}
