import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

/** Commands for whoever changes the code: they need the sources, so no release has them. */
const ofMakers: ReadonlySet<string> = new Set(["docs", "workflow", "release"]);
const command = /^node (?:--\S+ )*scripts\/run\.mjs (scripts\/([\w-]+)\.ts)$/;

/**
 * Lists what an operator may run, by the name it has in `package.json`: every command there that runs a file of
 * `scripts`, so that a new one comes along by itself.
 */
export function commandsOf(source: string): { name: string; entry: string; file: string }[] {
  const { scripts } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return Object.entries(scripts).flatMap(([name, line]) => {
    const [, entry, file] = command.exec(line) ?? [];
    return entry && file && !ofMakers.has(name) ? [{ name, entry, file: `commands/${file}.mjs` }] : [];
  });
}

/** Makes the commands of `source` into files that need Node and the packages beside them, in the folder `into`. */
export async function bundleCommands(source: string, into: string): Promise<void> {
  await build({
    absWorkingDir: resolve(source),
    entryPoints: commandsOf(source).map(({ entry }) => entry),
    outdir: resolve(into, "commands"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "#app": resolve(source, "app"), "#db": resolve(source, "db") },
    jsx: "automatic",
    chunkNames: "part-[hash]",
    logLevel: "warning",
  });
}
