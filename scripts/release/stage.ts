import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundleCommands, commandsOf } from "./commands.ts";
import { licencesOf } from "./licences.ts";
import { builtIn, packagesOf, type Package } from "./packages.ts";
import { sbomOf } from "./sbom.ts";

/** Tells which release this is. `at` is when its commit was made: nothing in an archive is younger. */
export type Release = { version: string; commit: string; at: Date };
type Manifest = { name: string; version: string; description: string; license: string; engines: object };

/** Says what goes along as it is. */
const asTheyAre = [
  "server.mjs",
  "build/client",
  "build/server",
  "migrations",
  "deploy",
  "docs/operations.md",
  "CHANGELOG.md",
  "LICENSE",
];
/** Matches what a server never reads: maps and types of packages, what drizzle-kit compares the schema with. */
const idle = /\.map$|\.d\.[cm]?ts$|\/migrations\/meta\/\d+_snapshot\.json$/;

/** Puts everything of a release of `source` into the new folder `stage`. Throws a sentence when it may not go out. */
export async function fillStage(source: string, stage: string, release: Release): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as Manifest;
  const packages = packagesOf(source);
  mkdirSync(stage, { recursive: true });
  for (const path of asTheyAre.filter((each) => existsSync(join(source, each))))
    cpSync(join(source, path), join(stage, path), {
      recursive: true,
      filter: (from) => !idle.test(from),
    });
  for (const { path } of packages) copyPackage(join(source, path), join(stage, path));
  await bundleCommands(source, stage);
  const direct = packages.filter(({ path }) => isDirect(source, path));
  write(stage, "package.json", `${JSON.stringify(manifestOf(source, manifest, release, direct), null, 2)}\n`);
  write(stage, "LICENCES.txt", licencesOf(source, [...packages, ...builtIn(source)]));
  write(
    stage,
    "sbom.cdx.json",
    sbomOf(
      { ...manifest, version: release.version, at: release.at },
      packages,
      direct.map(({ path }) => path),
    ),
  );
  write(stage, "VERSION", `${release.version}\ncommit ${release.commit}\nof ${release.at.toISOString()}\n`);
  chmodSync(stage, 0o755);
}

/** Copies the package without those below it: they come by themselves. */
function copyPackage(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (path) => !idle.test(path) && !path.slice(from.length).includes("/node_modules"),
  });
}

function isDirect(source: string, path: string): boolean {
  const { dependencies } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return path.slice("node_modules/".length) in dependencies;
}

/** Returns the manifest of an archive: the same commands by the same names, and nothing that builds. */
function manifestOf(source: string, manifest: Manifest, release: Release, direct: readonly Package[]): object {
  const { name, description, license, engines } = manifest;
  const commands = commandsOf(source).map(({ name: command, file }) => [command, `node ${file}`]);
  return {
    name,
    version: release.version,
    private: true,
    description,
    license,
    type: "module",
    engines,
    scripts: { start: "node --max-semi-space-size=64 server.mjs", ...Object.fromEntries(commands) },
    dependencies: Object.fromEntries(direct.map((each) => [each.name, each.version])),
  };
}

const write = (stage: string, name: string, text: string) => writeFileSync(join(stage, name), text);
