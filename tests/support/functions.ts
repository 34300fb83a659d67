import ts from "typescript";
import { read } from "./sources.ts";

/** Describes a function by its name, with its length. */
type Sized = { name: string; lines: number };
/** Returns every function of a file with its formatted lines, markup counted too. */
export function functionsOf(file: string): Sized[] {
  const source = ts.createSourceFile(
    file,
    read(file),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : file.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TS,
  );
  const found: Sized[] = [];
  const line = (at: number) => source.getLineAndCharacterOfPosition(at).line;
  const visit = (node: ts.Node) => {
    if (
      ts.isFunctionDeclaration(node) ||
      ts.isArrowFunction(node) ||
      ts.isFunctionExpression(node) ||
      ts.isMethodDeclaration(node)
    )
      found.push({ name: nameOf(node), lines: line(node.end) - line(node.getStart()) + 1 });
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function nameOf(
  node: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration,
): string {
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : "(nameless)";
}
