import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { code, read, rootCode } from "#tests/support/sources.ts";

/** What the framework asks of a route by name. */
const ofFramework = /^(loader|action|headers|links|meta|shouldRevalidate|ErrorBoundary|Layout)$/;
const asksFramework = /^app\/(routes\/|root\.tsx|entry\.)/;
/** Everything a file offers, and what every file takes from others; `*` stands for all of it. */
type Trade = { offers: Map<string, string[]>; taken: Set<string> };

test("what a file exports is imported somewhere: nothing is offered that nobody uses", () => {
  const trade: Trade = { offers: new Map(), taken: new Set() };
  for (const file of [...code(), ...rootCode()]) trace(file, trade);
  const idle = [...trade.offers].flatMap(([file, names]) =>
    trade.taken.has(`${file} *`)
      ? []
      : names
          .filter((name) => !trade.taken.has(`${file} ${name}`))
          .filter((name) => !(asksFramework.test(file) && (ofFramework.test(name) || file.includes("entry."))))
          .map((name) => `${file} ${name}`),
  );
  expect(trade.taken.size).toBeGreaterThan(1000);
  expect(idle).toEqual([]);
});

function trace(file: string, { offers, taken }: Trade): void {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, false, kindOf(file));
  offers.set(file, source.statements.flatMap(offeredBy));
  const take = (from: ts.Node | undefined, names: readonly string[]) => {
    const target = from && ts.isStringLiteralLike(from) ? targetOf(file, from.text) : null;
    if (target) for (const name of names) taken.add(`${target} ${name}`);
  };
  const deep = /\bimport\(/.test(source.text); // anything else stands at the top of its file
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, namesIn(node.importClause?.namedBindings));
    if (ts.isExportDeclaration(node)) take(node.moduleSpecifier, namesIn(node.exportClause, ["*"]));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      take(node.arguments[0], ["*"]);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node.argument.literal, ["*"]);
    if (deep || ts.isSourceFile(node)) node.forEachChild(visit);
  };
  visit(source);
}

/** The names of an import or a re-export, as the other file calls them. */
const namesIn = (bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined, none: string[] = []) => {
  if (!bindings) return none;
  if (ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings)) return ["*"];
  return bindings.elements.map((each) => (each.propertyName ?? each.name).text);
};

/** The names that a statement exports, without the default. */
function offeredBy(node: ts.Statement): string[] {
  if (ts.isExportDeclaration(node))
    return node.exportClause && ts.isNamedExports(node.exportClause)
      ? node.exportClause.elements.map(({ name }) => name.text)
      : [];
  const marks = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(({ kind }) => kind) : [];
  if (!marks.includes(ts.SyntaxKind.ExportKeyword) || marks.includes(ts.SyntaxKind.DefaultKeyword)) return [];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  const { name } = node as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}
const boundBy = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((each) => (ts.isOmittedExpression(each) ? [] : boundBy(each.name)));

const kindOf = (file: string) =>
  file.endsWith("x") ? ts.ScriptKind.TSX : file.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
/** The path of our own file that is meant; null for a package. */
const targetOf = (file: string, from: string) => {
  if (from.startsWith("#")) return from.slice(1);
  return from.startsWith(".") ? join(dirname(file), from) : null;
};
