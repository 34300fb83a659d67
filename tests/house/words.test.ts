import ts from "typescript";
import { expect, test } from "vitest";
import { filesIn, read } from "#tests/support/sources.ts";

/** Says where two keys of one object of words stand on one line, so that a change of a word would be no change of one line. */
function sharedLines(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const lines = node.properties.map(lineOf);
      found.push(...new Set(lines.filter((line, at) => line === lines[at - 1]).map((line) => `${file}:${line}`)));
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

test("words stand one key a line, in both languages", () => {
  const files = ["nl", "en"].flatMap((language) => filesIn(`app/i18n/${language}`, /\.ts$/));
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap((file) => sharedLines(file, read(file)))).toEqual([]);
});

test("the rule sees two keys on a line however deep, and lets one key and its words share theirs", () => {
  const found = (text: string) => sharedLines("words.ts", text);
  expect(found('const words = { label: "Who?", hint: "A name." };')).toEqual(["words.ts:1"]);
  expect(found('const options = {\n  a: {\n    b: "1", c: "2", d: "3",\n  },\n} satisfies Words;')).toEqual([
    "words.ts:3",
  ]);
  expect(found('const words = (n: number) => ({\n  one: "1", many: `${n}` });')).toEqual(["words.ts:2"]);
  expect(found('const words = {\n  field: { label: "Who?" },\n  other: "Else.",\n};')).toEqual([]);
});
