import ts from "typescript";
import { expect, test } from "vitest";
import { agreementMoves } from "#app/domain/agreement/process.ts";
import type { Fields } from "#app/domain/fields/fields.ts";
import { audiences } from "#app/domain/fields/shown.ts";
import { forms } from "#app/domain/forms.ts";
import { intakeRead, shownWithText } from "#app/domain/intake/shown-fields.ts";
import { termIds } from "#app/domain/agreement/terms/fields.ts";
import { may, parts } from "#app/domain/workflow/visibility.ts";
import { locales, relations } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { urls } from "#app/urls.ts";
import { filesIn, read } from "#tests/support/sources.ts";

type ShownField = (typeof forms)[string]["shows"][string];
type WhyNever = Extract<ShownField, { never: unknown }>["never"];
type WhyOwn = Extract<ShownField, { by: "own" }>["why"];
const shown = Object.entries(forms).flatMap(([form, { shows }]) =>
  Object.entries(shows).map(([field, one]): [string, ShownField] => [`${form} ${field}`, one]),
);
const source = filesIn("app", /\.tsx?$/)
  .filter((file) => !file.startsWith("app/i18n/"))
  .map((file) => ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));

/** Fields of moves and what they are made of, and fields that are kept in the table as part of another form. */
const ofMoves = ["publishAsks", "judgement", "because", "deadline", "guardedFields"];
const partOfAnother = [
  "present",
  "firstOpeningFields",
  "guideLimits",
  "deedFields",
  "choiceFields",
  "plainMemberFields",
];
/** Returns the name of the constant of each form that the code declares. */
const declared = (): Set<string> => {
  const names = new Set<string>();
  const isFields = (type: ts.TypeNode) => /^(Fields|Record<string, Fields>)$/.test(type.getText());
  const visit = (node: ts.Node): void => {
    if (ts.isSatisfiesExpression(node) && isFields(node.type)) {
      let at: ts.Node = node;
      const isNamed = (one: ts.Node) => ts.isVariableDeclaration(one) || ts.isFunctionDeclaration(one);
      while (at.parent && !isNamed(at)) at = at.parent;
      if (ts.isVariableDeclaration(at) || ts.isFunctionDeclaration(at)) names.add(at.name?.getText() ?? "");
    }
    node.forEachChild(visit);
  };
  for (const file of source) visit(file);
  return names;
};
/** Returns the name of the constant of each form that a service or a screen reads. */
const posted = (): Set<string> => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(readAnswers|readRow|answersOf|readRound)$/.test(node.expression.getText())) {
      const name = /\b\w*(Fields|Steps)\b/.exec(node.arguments[0]?.getText() ?? "")?.[0];
      if (name)
        names.add(
          name === "looseFields" ? (/\b\w+Steps\b/.exec(node.arguments[0]?.getText() ?? "")?.[0] ?? name) : name,
        );
    }
    node.forEachChild(visit);
  };
  for (const file of source) visit(file);
  return names;
};
const inTable = (name: string) => Object.keys(forms).some((form) => form.split(".").includes(name));

test("every form that is declared or read, and is no move, says where its answers are read again", () => {
  const [all, read] = [declared(), posted()];
  expect(all.size).toBeGreaterThan(50);
  expect(read.size).toBeGreaterThan(35);
  const missing = [...all, ...read].filter((name) => !inTable(name) && ![...ofMoves, ...partOfAnother].includes(name));
  expect(missing).toEqual([]);
  // What is left out is there still.
  expect([...ofMoves, ...partOfAnother].filter((name) => !all.has(name) && !read.has(name))).toEqual([]);
});

test("every field of a form says where and by whom it is read again, or why it is not", () => {
  const wrong = Object.entries(forms).flatMap(([name, { fields, shows }]) => {
    const [asked, told] = [Object.keys(fields).sort(), Object.keys(shows).sort()];
    return asked.join() === told.join() ? [] : [`${name}: asks ${asked.join(" ")}, tells ${told.join(" ")}`];
  });
  expect(wrong).toEqual([]);
  expect(shown.length).toBeGreaterThan(200);
  expect(termIds.every((id) => id in (forms.termFields?.shows ?? {}))).toBe(true);
});

test("where an answer is read again is a page of the product", () => {
  const known = new Set(
    Object.entries(urls).flatMap(([noun, all]) => Object.keys(all).map((page) => `${noun}.${page}`)),
  );
  expect(shown.flatMap(([field, one]) => ("at" in one && !known.has(one.at) ? [`${field} at ${one.at}`] : []))).toEqual(
    [],
  );
});

test("who reads it is a part of the matrix, or one of the other circles, each of which is needed", () => {
  const used = new Set(shown.flatMap(([, one]) => ("by" in one ? [one.by] : [])));
  expect(audiences.filter((audience) => !used.has(audience))).toEqual([]);
  const ofAssignment = audiences.slice(0, audiences.indexOf("everybody"));
  expect(ofAssignment.filter((audience) => !(audience in parts))).toEqual([]);
});

test("only what opens, ticks, finds, signs or simply happens is read by nobody: never what somebody tells", () => {
  const fits: Record<WhyNever, readonly string[]> = {
    key: ["password", "code", "line"],
    tick: ["check"],
    finds: ["email", "line"],
    does: ["check", "choice", "date"],
    signs: ["line"],
  };
  const wrong = Object.entries(forms).flatMap(([name, { fields, shows }]) =>
    Object.entries(shows).flatMap(([field, one]) => {
      if (!("never" in one)) return [];
      const { kind } = (fields as Fields)[field] ?? { kind: "none" };
      return fits[one.never].includes(kind) && kind !== "text" ? [] : [`${name} ${field} ${one.never}`];
    }),
  );
  expect(wrong).toEqual([]);
  const opens = Object.entries(forms).flatMap(([name, { fields, shows }]) =>
    Object.entries(fields).flatMap(([field, { kind }]) =>
      (kind === "password" || kind === "code") && !("never" in (shows[field] ?? {})) ? [`${name} ${field}`] : [],
    ),
  );
  expect(opens).toEqual([]);
});

test("only a way into one's account and what one looks for are read again by nobody else: never a mark", () => {
  const fits: Record<WhyOwn, RegExp> = {
    entry: /(passkey|address)Fields (name|email)$/i,
    search: /^savedSearchFields /,
  };
  const own = shown.flatMap(([field, one]) => ("why" in one ? [{ field, why: one.why }] : []));
  expect(own.filter(({ field, why }) => !fits[why].test(field))).toEqual([]);
  expect(new Set(own.map(({ why }) => why)).size).toBe(Object.keys(fits).length);
  const marks = shown.filter(([field]) => /^(selfScanFields|outcomeFields|pulseFields score)/.test(field));
  expect(marks.length).toBeGreaterThan(12);
  for (const [field, one] of marks) expect(one, field).toMatchObject({ by: "community_mean" });
});

test("who reads the whole text of a question is told what is asked for a text, and nothing that is for the intake alone", () => {
  expect(shownWithText).toEqual(
    expect.arrayContaining(["hours_company", "brings_kinds", "start_wish", "skills", "ip_proposal"]),
  );
  for (const locale of locales) {
    const terms = words(locale).assignment.toldTerms;
    expect(Object.keys(terms).sort()).toEqual([...shownWithText].sort());
  }
  for (const inner of ["urgency", "business_case", "problem_owner", "funding_regime", "fee_amount", "postcode"])
    expect(shownWithText).not.toContain(inner);
});

test("the intake in whole keeps sums from who reads no sums, and nobody reads it who may not read its text", () => {
  const answers = { urgency: "high", fee_amount: 500_00, other: "x" };
  expect(intakeRead(answers, true)).toMatchObject({ urgency: "high", fee_amount: 500_00 });
  expect(intakeRead(answers, false)).not.toHaveProperty("fee_amount");
  expect(intakeRead(answers, true)).not.toHaveProperty("other");
  const beside = relations.filter((one) => may("intake", new Set([one])) && !may("text", new Set([one])));
  expect(beside).toEqual([]);
});

test("whoever signs a form writes their own name: that is what a field says that is shown to nobody because it signs", () => {
  const signing = Object.entries(forms).flatMap(([form, { fields, shows }]) =>
    Object.entries(shows).flatMap(([id, one]) => ("never" in one && one.never === "signs" ? [[form, fields[id]]] : [])),
  );
  expect(signing.length).toBeGreaterThan(1);
  for (const [form, field] of signing) expect(field, String(form)).toMatchObject({ kind: "line", fixed: "own_name" });
  expect(agreementMoves.sign.fields.name).toMatchObject({ fixed: "own_name" });
});
