import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { filePart, form, keyPart, manifestPart, manifestSchema, partsOf, sumsPart, tablePart } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { openerFor, type Key } from "./seal.server.ts";

/** Describes a whole set: every part is there as it was written, and opens with the key that was given. */
export type WholeSet = {
  manifest: Manifest;
  /** Reads the rows of a table as PostgreSQL wrote them. */
  rows: (table: string) => Promise<Readable>;
  file: (key: string) => Promise<Readable>;
};

/**
 * Opens the set in `folder` after looking at every byte of it. Throws a sentence that names the part when one is
 * damaged, missing or too much; when a newer product made it; when it is no set; when the key does not fit.
 */
export async function openSet(folder: string, key: Key = {}): Promise<WholeSet> {
  const place = resolve(folder);
  const sums = await sumsIn(place);
  for (const [name, sum] of sums) await checkPart(place, name, sum);
  const manifest = await manifestIn(place);
  const parts = partsOf(manifest);
  const lacking = parts.find((name) => !sums.has(name));
  const strange = [...sums.keys()].find((name) => !parts.includes(name));
  if (lacking ?? strange) throw damaged(lacking ?? strange ?? "", lacking ? "is not listed" : "is not of this back-up");
  const opener = await openerFor(manifest.encrypted, key, () => readFile(join(place, keyPart)));
  const opened = (name: string) => opener(createReadStream(join(place, name)));
  // Its error is the last stream's own, so nobody else need hear of it.
  const rows = async (table: string) => pipeline(await opened(tablePart(manifest, table)), createGunzip(), () => {});
  const [first] = manifest.tables;
  if (first) (await rows(first.name)).destroy(); // a key that does not fit is told now
  return { manifest, rows, file: (fileKey) => opened(filePart(manifest, fileKey)) };
}

const damaged = (name: string, how: string) =>
  new Error(`The back-up is damaged: ${name} ${how}. Nothing was restored.`);

/** Returns the list of checksums by part; it is checked itself first. */
async function sumsIn(place: string): Promise<Map<string, string>> {
  if (!existsSync(join(place, sumsPart)))
    throw new Error(`There is no finished back-up in ${place}, so nothing was restored.`);
  const text = await readFile(join(place, sumsPart), "utf8");
  const [, lines = "", last] = /^((?:.*\n)*)# ([0-9a-f]{64})\n$/.exec(text) ?? [];
  if (createHash("sha256").update(lines).digest("hex") !== last) throw damaged(sumsPart, "is not as it was written");
  return new Map(
    lines
      .trimEnd()
      .split("\n")
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
}

async function checkPart(place: string, name: string, sum: string) {
  const path = join(place, name);
  if (!path.startsWith(place + sep) || !(await stat(path).catch(() => null))?.isFile())
    throw damaged(name, "is missing");
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  if (hash.digest("hex") !== sum) throw damaged(name, "is not as it was written");
}

async function manifestIn(place: string): Promise<Manifest> {
  const written = JSON.parse(await readFile(join(place, manifestPart), "utf8")) as { form?: unknown };
  if (typeof written.form === "number" && written.form > form)
    throw new Error("This back-up was made by a newer Samenspel. Put that version in place, and restore with it.");
  const read = manifestSchema.safeParse(written);
  if (read.success) return read.data;
  throw damaged(manifestPart, `cannot be read (${read.error.issues[0]?.path.join(".")})`);
}
