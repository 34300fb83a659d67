import { expect, test } from "vitest";
import { allProcesses, everyProcess } from "#app/domain/workflow/processes.ts";
import { read } from "#tests/support/sources.ts";

const glossary = read("docs/glossary.md");
const section = (title: string) => glossary.split(/^## \d+\. /m).find((part) => part.startsWith(title)) ?? "";

test("every object with a workflow stands in the glossary", () => {
  const things = section("Things");
  expect(Object.keys(allProcesses).filter((object) => !things.includes(`\`${object}\``))).toEqual([]);
});

// A part that is made from the tables and skips one is as new as it should be, so only its rows tell.
test("every state of every object stands in the glossary", () => {
  const states = section("States");
  expect(
    everyProcess.flatMap(({ object, statuses }) =>
      statuses
        .filter((id) => !new RegExp(`^\\| ${object} \\|.*\`${id}\``, "m").test(states))
        .map((id) => `${object}: ${id}`),
    ),
  ).toEqual([]);
});

test("no word is explained twice", () => {
  for (const title of ["Things", "Words of the house"]) {
    const words = [...section(title).matchAll(/^\| ([^|]+) \|/gm)].map((match) => match[1] ?? "");
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
});
