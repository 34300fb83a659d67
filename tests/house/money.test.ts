import { describe, expect, test } from "vitest";
import { filesIn, read } from "#tests/support/sources.ts";

const sources = ["app/domain", "app/services", "app/routes", "app/ui", "app/platform", "db/queries"].flatMap((floor) =>
  filesIn(floor),
);
const matching = (pattern: RegExp) => sources.filter((file) => pattern.test(read(file)));
const homes = "#(?:app/domain/(?:agreement|community)|db/queries)/";
const importing = (name: string) => matching(new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "${homes}`));

/**
 * Holds the figures that promised against done is made of, and what an assignment is to pay, each with the files that
 * read them. Another page asks one of these, and computes nothing by itself.
 */
const readers = {
  promisedAgainstDone: ["app/services/community/build.server.ts", "app/services/community/money.server.ts"],
  effortOf: ["app/services/assignment/effort.server.ts"],
  assignmentsByYear: ["app/services/community/build.server.ts"],
  minutesByYear: ["app/services/community/build.server.ts"],
  paymentsNoted: ["app/services/community/build.server.ts"],
  contributionTotals: ["app/services/community/build.server.ts"],
  moneyNoted: ["app/services/work/desks.server.ts"],
  moneyColumns: ["db/queries/community/work.server.ts", "db/queries/workflow/facts.server.ts"],
};
/** Lists where figures of money or hours are added up, in SQL or in code. */
const adds = [
  "app/domain/agreement/effort.ts",
  "app/domain/agreement/terms/due.ts",
  "app/domain/agreement/terms/instalments.ts",
  "app/domain/agreement/terms/rules.ts",
  "app/domain/agreement/terms/statement.ts",
  "app/domain/community/promised.ts",
  "db/queries/community/contributions.server.ts",
  "db/queries/community/work.server.ts",
  "db/queries/work/hours.server.ts",
];
const figures = "amount|paid|cash|fee|euros?|cents|hours|minutes|value";
const adding = new RegExp(`(?:\\breduce|(?<![.\\w])(?:sum|total))\\([^\\n]*\\b\\w*(?:${figures})\\b`, "i");

describe("promised against done", () => {
  test.each(Object.entries(readers))("%s is read where its one computation is", (name, allowed) => {
    expect(importing(name).sort()).toEqual(allowed);
  });
  test("nobody else adds up money or hours", () => {
    expect(matching(adding).filter((file) => !adds.includes(file))).toEqual([]);
    expect(adds.filter((file) => !adding.test(read(file)))).toEqual([]);
  });
  test("another that does is seen", () => {
    for (const line of [
      "rows.reduce((all, row) => all + row.paid, 0)",
      "sum(rows, ({ hours }) => hours)",
      "sql`sum(${contributions.value})`",
    ])
      expect(adding.test(line), line).toBe(true);
    expect(adding.test("rows.reduce((all, row) => all + row.seats, 0)")).toBe(false);
  });
});
