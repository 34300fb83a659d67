import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Describes one import of a source file: `from` as written, `only` when nothing but types come in. */
export type Import = { from: string; only: boolean; line: number };
const skipped = new Set([
  "node_modules",
  ".git",
  "build",
  "releases",
  "data",
  "test-results",
  "playwright-report",
  ".cache",
  ".vite",
]);

/** Returns every file below `folder`, in order, without what is made or installed. */
export function filesIn(folder: string, wanted: RegExp = /./): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name), wanted) : [join(folder, entry.name)]))
    .filter((file) => wanted.test(file))
    .sort();
}

/** Returns our own code: everything that is compiled, and what a browser is given as it is written. */
export const code = (): string[] =>
  ["app", "db", "public", "scripts", "bench", "tests"].flatMap((room) => filesIn(room, /\.(tsx?|m?js)$/));
/** Lists code beside the floors: the server's first lines and the settings of tools. */
export const rootCode = (): string[] => readdirSync(".").filter((name) => /\.(tsx?|mjs)$/.test(name));

/** Reads the imports and re-exports of a source text, also dynamic ones. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?([^;"']*?)\s*from\s*["']([^"']+)["']/gm))
    found.push({
      from: match[3] ?? "",
      only: Boolean(match[1]) || onlyTypes(match[2] ?? ""),
      line: lineAt(text, match.index),
    });
  for (const match of text.matchAll(/(?:^import\s*|\bimport\(\s*)["']([^"']+)["']/gm))
    found.push({ from: match[1] ?? "", only: false, line: lineAt(text, match.index) });
  return found;
}

const onlyTypes = (names: string) =>
  /^\{[^}]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(",")
    .filter((name) => name.trim())
    .every((name) => name.trim().startsWith("type "));
const lineAt = (text: string, at: number) => text.slice(0, at).split("\n").length;
/** Reads a file of the repository, by its path from the root. */
export const read = (file: string) => readFileSync(file, "utf8");
