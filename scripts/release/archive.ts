import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Lists every file below `folder`, in the order of its name. */
const filesBelow = (folder: string, below = ""): string[] =>
  readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`],
    )
    .sort();

/** Writes the checksum of every other file into `SHA256SUMS`, as `sha256sum --check` reads it. */
export function sumUp(stage: string): void {
  const lines = filesBelow(stage).map((name) => `${sha256(readFileSync(join(stage, name)))}  ${name}\n`);
  writeFileSync(join(stage, "SHA256SUMS"), lines.join(""));
}

/**
 * Makes one archive of `stage`, and a file beside it with its checksum. The same files give the same bytes: in the
 * order of their names, of one moment, owned by nobody in particular. Needs GNU tar.
 */
export function archive(stage: string, file: string, at: Date): void {
  const tar = execFileSync(
    "tar",
    [
      "--create",
      "--format=gnu",
      "--sort=name",
      `--mtime=@${Math.floor(+at / 1000)}`,
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "--mode=u=rwX,go=rX",
      `--directory=${dirname(stage)}`,
      basename(stage),
    ],
    { maxBuffer: 1024 ** 3, env: { ...process.env, LC_ALL: "C" } },
  );
  const bytes = gzipSync(tar, { level: 9 });
  writeFileSync(file, bytes);
  writeFileSync(`${file}.sha256`, `${sha256(bytes)}  ${basename(file)}\n`);
}
