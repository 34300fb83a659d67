import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesIn } from "#tests/support/sources.ts";

/** Statements of one file, one by one: what begins at the margin and reads on until the next that does. */
const statements = (code: string) => code.split(/\n(?=(?:export |const |async |function |type ))/);

/** Only show a name where it was written, or look at one person whose account the caller judges. */
const onlyNames: Readonly<Record<string, string>> = {
  "account/people.server.ts peopleWithRole": "a coordinator ends the roles of disabled people too",
  "community/members.server.ts membersPage": "the list of members; who may be chosen is another",
  "market/interests.server.ts interestedPeople": "who showed interest; whoever is chosen comes from team/candidates",
};
/** A query that finds people by a role or a membership they hold now, to choose, to write to or to let in. */
const finds = (statement: string) =>
  /\b(innerJoin|from)\(\s*people\b/.test(statement) &&
  /\.from\((memberships|communityMembers|platformAdministrators|administrators)\)|(innerJoin|leftJoin)\(\s*memberships\b/.test(
    statement,
  );
const nameOf = (statement: string) => /(?:const|function) (\w+)/.exec(statement)?.[1] ?? "?";

test("every query that finds people by a role they hold asks whether they may come in", () => {
  const found = filesIn("db/queries").flatMap((file) =>
    statements(readFileSync(file, "utf8"))
      .filter(finds)
      .map((statement) => ({
        name: `${file.slice("db/queries/".length)} ${nameOf(statement)}`,
        asks: /\bpresent\b/.test(statement),
      })),
  );
  expect(found.filter(({ name, asks }) => !asks && !(name in onlyNames)).map(({ name }) => name)).toEqual([]);
  const known = new Set(found.filter(({ asks }) => !asks).map(({ name }) => name));
  expect(
    Object.keys(onlyNames).filter((name) => !known.has(name)),
    "no longer needed",
  ).toEqual([]);
  expect(found.length).toBeGreaterThan(8);
});

test("whether an account is open is asked in one way: nothing else reads the column", () => {
  const readers = ["app", "db/queries"]
    .flatMap((folder) => filesIn(folder))
    .filter((file) => /\.disabledAt\b|\bdisabled_at\b/.test(readFileSync(file, "utf8")))
    .sort();
  expect(readers).toEqual([
    "app/domain/account/coming-in.ts",
    "db/queries/account/sessions.server.ts",
    "db/queries/present.server.ts",
    "db/queries/rounds/student-lists.server.ts",
  ]);
});
