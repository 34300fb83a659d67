import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atFileEnd } from "./file-end.ts";

/** Tells where the platform keeps the settings that it read (`app/platform/runtime/runtime.server.ts`). */
const read = globalThis as { samenspelEnv?: unknown };

/**
 * Gives this test file settings of its own, with an empty `DATA_DIR`, and answers that folder. A worker keeps what it
 * read when it moves to the next file, so without this a file would use the settings of whichever came first.
 */
export function ownSettings(settings: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "samenspel-settings-"));
  const before = Object.fromEntries(["DATA_DIR", ...Object.keys(settings)].map((name) => [name, process.env[name]]));
  const known = read.samenspelEnv;
  Object.assign(process.env, settings, { DATA_DIR: folder });
  delete read.samenspelEnv;
  atFileEnd(() => {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    if (known === undefined) delete read.samenspelEnv;
    else read.samenspelEnv = known;
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
