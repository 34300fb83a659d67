import { readFileSync } from "node:fs";

/**
 * Lists what a test file says about how it is run, of itself in its first lines or of one test of its own: `//
 * @module-tag postgres` or `{ tags: ["postgres"] }`: the subject is what PostgreSQL itself does, so it runs on the
 * oldest supported version as well; `// @module-tag oldest`: one run of it says enough, so the whole suite runs it on
 * the oldest supported version alone; `// @module-tag slow`: it takes more than a few seconds, so the quick run
 * leaves it out and the whole run begins with it; `// @module-tag machines`: it needs HAProxy, PgBouncer and
 * PostgreSQL 15 of the system, so a part of its own runs it.
 */
export const tags = ["postgres", "oldest", "slow", "machines"] as const;
export type Tag = (typeof tags)[number];

/** Reads the tags of the whole file. */
export function moduleTags(source: string): Tag[] {
  const head = /^(?:\/\/.*\n)*/.exec(source)?.[0] ?? "";
  return tags.filter((tag) => new RegExp(`^// @module-tag ${tag}\\b`, "m").test(head));
}

/** Says what a test says of itself. */
export const ofTest = (tag: Tag) => new RegExp(`^\\s*tags: \\["${tag}"\\]|, \\{ tags: \\["${tag}"\\] \\}`, "m");

/** Reads the tags of a file, or of any test in it. */
export function tagsOf(file: string): Tag[] {
  const source = readFileSync(file, "utf8");
  return tags.filter((tag) => moduleTags(source).includes(tag) || ofTest(tag).test(source));
}
