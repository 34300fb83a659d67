import { expect, test } from "vitest";
import { processes } from "#app/domain/workflow/processes.ts";
import { read } from "#tests/support/sources.ts";

const glossary = read("docs/glossary.md");
const section = (title: string) => glossary.split(/^## \d+\. /m).find((part) => part.startsWith(title)) ?? "";

test("every object with a workflow stands in the glossary", () => {
  const things = section("Things");
  expect(Object.keys(processes).filter((object) => !things.includes(`\`${object}\``))).toEqual([]);
});

test("no word is explained twice", () => {
  for (const title of ["Things", "Words of the house"]) {
    const words = [...section(title).matchAll(/^\| ([^|]+) \|/gm)].map((match) => match[1] ?? "");
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
});
