// Runs a TypeScript entry of this project: `node scripts/run.mjs bench/some.ts --words`. Bundles it with esbuild first
// (packages stay outside).
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [, , entry, ...rest] = process.argv;
if (!entry) {
  console.error("Say which file to run: node scripts/run.mjs <entry.ts>");
  process.exit(1);
}
const folder = resolve("node_modules/.cache/samenspel");
const outfile = join(folder, `${entry.replace(/[^\w]+/g, "-")}-${process.pid}.mjs`);
await mkdir(folder, { recursive: true });
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  alias: { "#app": resolve("app"), "#db": resolve("db"), "#tests": resolve("tests") },
  jsx: "automatic",
  sourcemap: "inline",
  logLevel: "warning",
});
process.argv = [process.argv[0], resolve(entry), ...rest];
process.setSourceMapsEnabled(true);
const { rmSync } = await import("node:fs");
process.once("exit", () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
