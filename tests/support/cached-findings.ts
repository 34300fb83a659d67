import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { read } from "#tests/support/sources.ts";

const folder = "node_modules/.cache/samenspel/house";
const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
type Kept<T> = Record<string, { of: string; found: T }>;

/**
 * Keeps what a rule of the house finds in each file, kept between runs: reading the syntax of every file takes most
 * of the time of `npm run check`. A file is read again once it is another, and all are once the rule, this file or
 * the compiler is. `rule`: the test that finds; `also`: what else its findings rest on. Answers the findings of a
 * file, and what keeps them.
 */
export function cachedFindings<T>(rule: string, find: (file: string) => T, also = "") {
  const of = digest([rule, "tests/support/cached-findings.ts"].map(read).join("\n") + ts.version + also);
  const place = join(folder, `${digest(rule).slice(0, 16)}.json`);
  const before = keptAt<T>(place, of);
  const now: Kept<T> = {};
  const findings = (file: string): T => {
    const text = digest(read(file));
    const known = now[file] ?? before[file];
    const one = known?.of === text ? known : { of: text, found: find(file) };
    now[file] = one;
    return one.found;
  };
  const keep = () => {
    mkdirSync(folder, { recursive: true });
    const beside = `${place}.${process.pid}`;
    writeFileSync(beside, JSON.stringify({ of, kept: now }));
    renameSync(beside, place);
  };
  return { findings, keep };
}
function keptAt<T>(place: string, of: string): Kept<T> {
  if (!existsSync(place)) return {};
  const stored = JSON.parse(readFileSync(place, "utf8")) as { of: string; kept: Kept<T> };
  return stored.of === of ? stored.kept : {};
}
