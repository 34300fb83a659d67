import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Package } from "./packages.ts";

/**
 * Licences of which something may go out with a work under EUPL-1.2: permissive ones, and those the EUPL's appendix or its
 * own text allows beside it. One that is not here is looked at by people first.
 */
const compatible: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Unlicense",
  "Zlib",
]);
/** Lists texts for packages that name a licence and bring no text of it. */
const standard = ["Apache-2.0", "MIT"] as const;
const textFile = /^(un)?licen[cs]e|^copying|^notice/i;

/** Returns true when what an SPDX expression asks can be met: of `OR` one, of `AND` all. */
function mayGoOut(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, " ").trim();
  if (/\bOR\b/.test(bare) && /\bAND\b/.test(bare)) return false; // nobody has needed it; people look
  if (/\bOR\b/.test(bare)) return bare.split(/\s+OR\s+/).some((each) => compatible.has(each.trim()));
  return bare.split(/\s+AND\s+/).every((each) => compatible.has(each.trim()));
}

/**
 * Returns the licences of all these packages as one text, each with its own words. Throws a sentence with every
 * package whose licence is unknown, not compatible, or without a text.
 */
export function licencesOf(source: string, packages: readonly Package[]): string {
  const wrong = packages.filter(({ license }) => !mayGoOut(license));
  if (wrong.length > 0)
    throw new Error(
      `These licences are unknown, or not compatible with EUPL-1.2: ${wrong
        .map(({ name, version, license }) => `${name} ${version} (${license || "none"})`)
        .join(", ")}.`,
    );
  const parts = packages.map((each) => {
    const head = `${each.name} ${each.version}\nLicence: ${each.license}`;
    return `${head}\n\n${textOf(source, each).trim()}\n`;
  });
  const rule = `\n${"=".repeat(80)}\n\n`;
  return `Licences of the packages in this release. Samenspel itself: LICENSE.\n${rule}${parts.join(rule)}`;
}

function textOf(source: string, { path, name, version, license, author }: Package): string {
  const folder = join(source, path);
  const texts = readdirSync(folder)
    .filter((file) => textFile.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));
  if (texts.length > 0) return texts.join("\n\n");
  const known = standard.filter((each) => license.includes(each));
  const by = author ? `Copyright (c) ${author.replace(/\s*[<(].*$/, "")}` : `Copyright (c) the authors of ${name}`;
  if (known.length > 0) return [by, ...known.map((each) => standardText(each))].join("\n\n");
  if (license === "Unlicense") return "This is free and unencumbered software, released into the public domain.";
  throw new Error(`${name} ${version} brings no text of its licence (${license}).`);
}

const standardText = (name: (typeof standard)[number]) =>
  readFileSync(join("scripts/release/texts", `${name}.txt`), "utf8");
