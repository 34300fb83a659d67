import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { cachedFindings } from "#tests/support/cached-findings.ts";
import { filesIn, read } from "#tests/support/sources.ts";

/**
 * Lists where every function that others may call says what it does, queries of one statement too: a name does not
 * tell the order, the limit, or what comes back when there is nothing. A route has no callers: its address and its
 * guard say what it is.
 */
const floors = [
  "app/domain",
  "app/services",
  "app/platform",
  "app/ui",
  "app/i18n",
  "db",
  "bench",
  "scripts",
  "tests/support",
];

const { findings, keep } = cachedFindings("tests/house/docstrings.test.ts", functionsOf);
afterAll(keep);
test("a function that is offered to others says in a sentence what it does", () => {
  const offered = floors.flatMap((floor) => filesIn(floor, /\.tsx?$/)).flatMap(findings);
  expect(offered.length).toBeGreaterThan(1800);
  expect(offered.filter(({ told }) => !told).map(({ place }) => place)).toEqual([]);
});

type Offered = { place: string; told: boolean };
/** A sentence above the first of some lines that belong together tells of each of them. */
function functionsOf(file: string): Offered[] {
  const text = read(file);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file));
  const found: Offered[] = [];
  let before = { told: false, end: -2, name: "", line: false };
  for (const node of source.statements) {
    const [start, end] = [node.getStart(), node.getEnd()].map((at) => source.getLineAndCharacterOfPosition(at).line);
    if (!isExported(node) || start === undefined || end === undefined) continue;
    const name = nameOf(node);
    const comments = (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).map((at) =>
      text.slice(at.pos, at.end),
    );
    const sibling = before.told && ((before.end + 1 === start && before.line) || before.name === name);
    const told = comments.some(isSentence) || sibling;
    if (isFunction(node)) found.push({ place: `${file}:${start + 1} ${name}`, told });
    before = { told, end, name, line: start === end };
  }
  return found;
}

/** A line for a tool is none, nor is a word or two. */
const isSentence = (comment: string) =>
  !/^\/[/*]+ ?(biome|ts)-/.test(comment) && (comment.match(/[\p{L}\d]+/gu) ?? []).length > 2;

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
function nameOf(node: ts.Statement): string {
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : (node as ts.DeclarationStatement);
  return named?.name?.getText() ?? "";
}
function isFunction(node: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(node)) return true;
  if (!ts.isVariableStatement(node)) return false;
  const [first] = node.declarationList.declarations;
  return first?.initializer !== undefined && ts.isArrowFunction(first.initializer);
}
const kindOf = (file: string) => (file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
