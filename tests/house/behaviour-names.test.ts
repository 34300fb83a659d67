import ts from "typescript";
import { expect, test } from "vitest";
import { processes, type ObjectName } from "#app/domain/workflow/processes.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { filesIn, read } from "#tests/support/sources.ts";

/** Describes a behaviour in the source: whose it is, and the fields it names. */
type Named = { where: string; rule: Rule<string, string> | undefined; fields: string[] };

const behaviours = filesIn("app/services/workflow/behaviours", /\.ts$/).flatMap(namedIn);

// The compiler checks what a behaviour reads, not the names in what it returns: a misspelt one would be told to nobody.
test("what a behaviour refuses, fills in or adds is a field that its row asks or gives", () => {
  const strange = behaviours.flatMap(({ where, rule, fields }) => {
    const known = Object.keys({ ...rule?.fields, ...rule?.given });
    return fields.filter((name) => !known.includes(name)).map((name) => `${where} names ${name}`);
  });
  expect(strange).toEqual([]);
  expect(behaviours.filter(({ fields }) => fields.length > 0).length).toBeGreaterThan(9);
});

function namedIn(file: string): Named[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: Named[] = [];
  source.forEachChild(function visit(node) {
    const object = ts.isVariableDeclaration(node) && /BehavioursOf<\s*"(\w+)"/.exec(node.type?.getText() ?? "")?.[1];
    if (ts.isVariableDeclaration(node) && object && node.initializer && ts.isObjectLiteralExpression(node.initializer))
      for (const move of node.initializer.properties)
        if (ts.isPropertyAssignment(move) && ts.isObjectLiteralExpression(move.initializer)) {
          const name = move.name.getText();
          const { moves } = processes[object as ObjectName];
          const rule = (moves as Record<string, Rule<string, string>>)[name];
          found.push({ where: `${object}.${name}`, rule, fields: fieldsNamed(move.initializer) });
        }
    node.forEachChild(visit);
  });
  return found;
}

/** Keys of what `check` and `prefill` return, and of what is refused by field. */
function fieldsNamed(behaviour: ts.ObjectLiteralExpression): string[] {
  const names: string[] = [];
  const keep = (node: ts.Expression | undefined) => {
    const bare = node && ts.isParenthesizedExpression(node) ? node.expression : node;
    if (!bare || !ts.isObjectLiteralExpression(bare)) return;
    for (const key of bare.properties)
      if (key.name && !ts.isComputedPropertyName(key.name))
        names.push(key.name.getText().replaceAll(/^"|"$|\..*/g, ""));
  };
  for (const part of behaviour.properties) {
    if (!/^(check|prefill)$/.test(part.name?.getText() ?? "")) continue;
    const work = ts.isPropertyAssignment(part) ? part.initializer : part;
    if (ts.isArrowFunction(work) && !ts.isBlock(work.body)) keep(work.body);
    work.forEachChild(function visit(node) {
      if (ts.isReturnStatement(node)) keep(node.expression);
      if (ts.isCallExpression(node) && node.expression.getText() === "refuseFields") keep(node.arguments[0]);
      node.forEachChild(visit);
    });
  }
  return names;
}
