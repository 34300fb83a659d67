// @module-tag slow
import { analyse } from "scslre";
import ts from "typescript";
import { expect, test } from "vitest";
import { code, read } from "#tests/support/sources.ts";

// A form of 100 kB or a file of 25 MB meets every pattern of ours. One that goes back over what it has read may take the
// square of that: eighteen seconds for a field of spaces (docs/trust.md 3.13).
const ours = code().filter((file) => /^(app|db)\//.test(file) && !/^db\/seed/.test(file));

/** Returns every pattern that is written out in a file, with its line. */
function patternsOf(file: string): { where: string; source: string; flags: string }[] {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, false, kind);
  const found: ReturnType<typeof patternsOf> = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      found.push({ where: `${file}:${line}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
}
const costly = (source: string, flags: string) => analyse(new RegExp(source, flags)).reports.map(({ type }) => type);

test("every pattern of the product takes time in proportion to the text, wherever it begins to look", () => {
  const all = ours.filter((file) => read(file).includes("/")).flatMap(patternsOf);
  expect(all.length).toBeGreaterThan(120);
  const wrong = all
    .map((pattern) => ({ ...pattern, why: costly(pattern.source, pattern.flags) }))
    .filter(({ why }) => why.length > 0);
  expect(wrong.map(({ where, source, why }) => `${where} /${source}/ ${why.join(", ")}`)).toEqual([]);
});
test("the check knows the patterns that once took seconds", () => {
  for (const [source, flags] of [
    ["[\\sT]+(\\d{1,2}[:.]\\d{2})(?:\\s*uur)?$", "i"],
    ["\\s*(€|eur(o)?)$", "i"],
    ["^(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,2})$", ""],
    ["(a+)+$", ""],
  ] as const)
    expect(costly(source, flags), source).not.toEqual([]);
});
test("a pattern that is put together while the server runs stands in one of these files, of parts that are ours", () => {
  expect(ours.filter((file) => /new RegExp\(/.test(read(file)))).toEqual([
    "app/platform/files/kinds.ts",
    "app/platform/http/pages/route-table.server.ts",
    "app/platform/http/request/form.server.ts",
  ]);
});
test("what people wrote is normalised in one place, which bounds it first", () => {
  expect(ours.filter((file) => /\.normalize\(/.test(read(file)))).toEqual(["app/domain/marks.ts"]);
});
