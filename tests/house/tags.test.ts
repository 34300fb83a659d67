import { expect, test } from "vitest";
import { floors } from "#tests/floors.ts";
import { filesIn, read } from "#tests/support/sources.ts";
import { moduleTags, ofTest, tagsOf } from "#tests/support/tags.ts";

/**
 * Matches what may come out differently on another version of PostgreSQL: clusters and migrations, statements about
 * the database itself, query plans, what is done by several at once. Ordinary statements are run there by the stories
 * and the seeds.
 */
const dependsOnPostgres =
  /openCluster|throwAway\(|\bexplain \(|\bpg_\w+|alter system|wholeReads\(|\(\d+ rounds|(servers|postmen) at once/;

/** Returns the tests of a file, each with its title; what stands before the first belongs to all of them. */
const testsIn = (source: string) => source.split(/^(?=test\()/m);

test("a test whose subject is what PostgreSQL does says so, and runs on the oldest version as well", () => {
  const files = filesIn("tests/services", /\.test\.ts$/);
  const untold = files
    .map((file) => [file, read(file)] as const)
    .filter(([, source]) => !moduleTags(source).some((tag) => tag === "postgres" || tag === "machines"))
    .flatMap(([file, source]) =>
      testsIn(source)
        .filter((each) => dependsOnPostgres.test(each) && !ofTest("postgres").test(each))
        .map((each) => `${file}: ${each.slice(0, 60)}`),
    );
  expect(untold).toEqual([]);
  expect(files.filter((file) => tagsOf(file).includes("postgres")).length).toBeGreaterThan(10);
});

test("the quick run has tests of every floor", () => {
  for (const floor of Object.keys(floors)) {
    const files = filesIn(`tests/${floor}`, /\.test\.tsx?$/);
    expect(files.filter((file) => !tagsOf(file).includes("slow")).length, floor).toBeGreaterThan(3);
  }
});
