import { expect, test } from "vitest";
import { filesIn, read } from "#tests/support/sources.ts";
import { tagsOf } from "#tests/support/tags.ts";

/**
 * What may come out differently on another version of PostgreSQL: clusters and migrations, statements about the database itself,
 * query plans, what is done by several at once. Ordinary statements are run there by the stories and the seeds.
 */
const dependsOnPostgres =
  /openCluster|throwAway\(|\bexplain \(|\bpg_\w+|alter system|wholeReads\(|\(\d+ rounds|(servers|postmen) at once/;

test("a test whose subject is what PostgreSQL does says so, and runs on the oldest version as well", () => {
  const files = filesIn("tests/services", /\.test\.ts$/);
  const untold = files.filter((file) => dependsOnPostgres.test(read(file)) && !tagsOf(file).includes("postgres"));
  expect(untold).toEqual([]);
  expect(files.filter((file) => tagsOf(file).includes("postgres")).length).toBeGreaterThan(10);
});

test("the quick run has tests of every floor", () => {
  for (const floor of ["house", "domain", "services", "http"]) {
    const files = filesIn(`tests/${floor}`, /\.test\.tsx?$/);
    expect(files.filter((file) => !tagsOf(file).includes("slow")).length, floor).toBeGreaterThan(3);
  }
});
