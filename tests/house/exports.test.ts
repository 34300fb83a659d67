import { dirname, join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { code, read, rootCode } from "#tests/support/sources.ts";

/** Says what the framework asks of a route by name. */
const ofFramework = /^(loader|action|headers|links|meta|shouldRevalidate|ErrorBoundary|Layout)$/;
const asksFramework = /^app\/(routes\/|root\.tsx|entry\.)/;
/** Describes everything a file offers, and what it takes from others; `*` stands for all of it. */
type Traded = { file: string; offers: readonly string[]; takes: readonly string[] };

/** Lists what is offered to tests alone, since they must reach it, and why they must. */
const forTests: Readonly<Record<string, string>> = {
  "app/domain/assignment/facts.ts guardedRecords": "a list that a test walks: each kind of record is kept by a move",
  "app/domain/assignment/record-rows.ts otherRecords":
    "a list that a test walks: each kind of record is kept by a move",
  "app/domain/assignment/guards.ts noticeClock": "a table that a test walks: each notice lets somebody act",
  "app/domain/assignment/process.ts heldByDispute":
    "a list that a test walks: these moves wait for a dispute, no others do",
  "app/domain/fields/shown.ts audiences": "a list that a test walks: each circle of readers is needed",
  "app/domain/forms.ts forms": "a table that tests walk: what each form asks is read again where it says",
  "app/domain/workflow/shown.ts partOf": "asked of every answer by itself, whoever reads",
  "app/platform/http/server/http-server.server.ts usualLimits": "the proxy's file for operators is held against them",
  "app/platform/http/server/stop.server.ts usualMoments":
    "the service manager's file for operators is held against them",
  "app/platform/mail/mailer.server.ts mustEncrypt": "asked of other machines, which no test may write to",
  "app/platform/mail/postman.server.ts renderMail": "a letter as it leaves, of what no round of the post would write",
  "app/platform/settings/env.server.ts readEnv": "settings that are a test's own and not those of its process",
  "db/cluster/binaries.server.ts onSystem": "which other PostgreSQL a test can start beside the embedded one",
  "scripts/ready.mjs newerThanBuild": "the set-up of tests calls a build old by what has it built anew",
};

let traded: readonly Traded[] = [];
beforeAll(() => {
  traded = [...code(), ...rootCode()].map(trace);
});

test("what a file exports is imported somewhere: nothing is offered that nobody uses", () => {
  expect(new Set(traded.flatMap(({ takes }) => takes)).size).toBeGreaterThan(1000);
  expect(idleFor(traded)).toEqual([]);
});

// The seed is what the demo, the country and the tests tell their stories with: they are its users alike.
test("what only tests import is offered for a reason, and no longer than it is needed", () => {
  const idle = idleFor(traded.filter(({ file }) => !file.startsWith("tests/")));
  expect(idle.filter((offer) => !/^(db\/seed|tests)\//.test(offer)).sort()).toEqual(Object.keys(forTests).sort());
});

/** Lists what is offered and not taken by these files, but for what the framework takes by its name. */
function idleFor(users: readonly Traded[]): string[] {
  const taken = new Set(users.flatMap(({ takes }) => takes));
  return traded.flatMap(({ file, offers }) =>
    taken.has(`${file} *`)
      ? []
      : offers
          .filter((name) => !taken.has(`${file} ${name}`))
          .filter((name) => !(asksFramework.test(file) && (ofFramework.test(name) || file.includes("entry."))))
          .map((name) => `${file} ${name}`),
  );
}

function trace(file: string): Traded {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, false, kindOf(file));
  const takes: string[] = [];
  const take = (from: ts.Node | undefined, names: readonly string[]) => {
    const target = from && ts.isStringLiteralLike(from) ? targetOf(file, from.text) : null;
    if (target) for (const name of names) takes.push(`${target} ${name}`);
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
  return { file, offers: source.statements.flatMap(offeredBy), takes };
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
/** Returns the path of our own file that is meant; null for a package. */
const targetOf = (file: string, from: string) => {
  if (from.startsWith("#")) return from.slice(1);
  return from.startsWith(".") ? join(dirname(file), from) : null;
};
