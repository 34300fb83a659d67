import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { everyProcess } from "#app/domain/workflow/processes.ts";
import { cachedFindings } from "#tests/support/cached-findings.ts";
import { filesIn, read } from "#tests/support/sources.ts";

const product = ["app", "db"].flatMap((room) => filesIn(room, /\.tsx?$/));
const statuses = everyProcess.map((process) => new Set<string>(process.statuses));

const also = JSON.stringify(everyProcess.map((process) => process.statuses));
const { findings, keep } = cachedFindings("tests/house/once.test.ts", listsIn, also);
afterAll(keep);

/** Lists of statuses of one object that are written out in a file, each as one text. */
function listsIn(file: string): { list: string; place: string }[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: { list: string; place: string }[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 1 && node.elements.every(ts.isStringLiteral)) {
      const texts = node.elements.map((one) => (one as ts.StringLiteral).text);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (statuses.some((known) => texts.every((text) => known.has(text))))
        found.push({ list: texts.sort().join(", "), place: `${file}:${line}` });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** The states in which a move may be made are the rule itself, so two rows of the tables may have the same. */
const isRow = ({ place }: { place: string }) =>
  place.startsWith("app/domain/") && !place.startsWith("app/domain/words.ts");

test("a list of statuses that several floors read has a name, and is written once", () => {
  const all = product.flatMap(findings);
  const places = (list: string) => all.filter((one) => one.list === list);
  const twice = all.filter((one) => places(one.list).length > 1 && !places(one.list).every(isRow));
  expect(all.length).toBeGreaterThan(60);
  expect(twice.map(({ list, place }) => `${place} ${list}`)).toEqual([]);
});

test("a field that several moves share is held to what a field can be", () => {
  const shared = /^(?:export )?const \w+ = \{ kind: "[^;]*\} as const(?! satisfies Field\b)/gm;
  const loose = product.flatMap((file) => (read(file).match(shared) ?? []).map((text) => `${file}: ${text}`));
  expect(loose).toEqual([]);
});
