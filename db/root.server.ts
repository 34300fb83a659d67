import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Holds the folder of the product: the nearest one above this code that has the migrations. The same answer from the
 * sources, from the build and from a release, whatever folder the process was started in.
 */
export const root: string = above(dirname(fileURLToPath(import.meta.url)));

function above(folder: string): string {
  if (existsSync(join(folder, "migrations/meta/_journal.json"))) return folder;
  if (folder === dirname(folder)) throw new Error("The migrations of Samenspel are not beside its code.");
  return above(dirname(folder));
}
