import { readFileSync } from "node:fs";

/**
 * What the first lines of a test file say about how it is run:
 * `// @postgres` its subject is what PostgreSQL itself does, so it runs on the oldest supported version as well;
 * `// @slow` it takes more than a few seconds, so the quick run leaves it out and the whole run begins with it.
 */
export type Tag = "postgres" | "slow";

export function tagsOf(file: string): Tag[] {
  const head = /^(?:\/\/.*\n)*/.exec(readFileSync(file, "utf8"))?.[0] ?? "";
  return [...head.matchAll(/^\/\/ @(postgres|slow)\b/gm)].map(([, tag]) => tag as Tag);
}
