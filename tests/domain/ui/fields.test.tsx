import { describe, expect, it } from "vitest";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { when } from "#app/domain/fields/days.ts";
import type { Answers, Fields as FieldSet, Posted } from "#app/domain/fields/fields.ts";
import type { FieldErrorCode } from "#app/domain/refusal.ts";
import { locales } from "#app/domain/words.ts";
import { words as allWords } from "#app/i18n/words.ts";
import type { WordsFor } from "#app/i18n/field.ts";
import { Fields } from "#app/ui/fields/fields.tsx";
import { Page } from "#app/ui/shell/page.tsx";
import { asPosted } from "#app/ui/fields/posted-values.ts";
import { Summary } from "#app/ui/summary.tsx";
import { unbound } from "#tests/support/dates.ts";
import { draw, drawPage, problem } from "./screen.tsx";

const fields = {
  title: { kind: "line", required: true },
  story: { kind: "text" },
  mail: { kind: "email" },
  kvk: { kind: "kvk" },
  code: { kind: "code" },
  start: { kind: "date", when: when.worked },
  talk: { kind: "date", time: true, when: unbound },
  spent: { kind: "duration" },
  hours: { kind: "whole" },
  fee: { kind: "money" },
  critical: { kind: "yesno" },
  few: { kind: "choice", options: ["a", "b"] },
  lots: { kind: "choice", options: ["a", "b", "c", "d", "e", "f", "g"] },
  some: { kind: "choices", options: ["a", "b"] },
  who: { kind: "pick", from: "staff" },
  whom: { kind: "picks", from: "staff" },
  agree: { kind: "check" },
  criteria: { kind: "rows", of: { text: { kind: "line", required: true }, value: { kind: "whole" } } },
  results: { kind: "each", from: "criteria", required: true, of: { met: { kind: "yesno" } } },
} as const satisfies FieldSet;
const options = {
  days: { today: "2027-01-04", start: "2026-01-05" },
  staff: [
    { id: "p1", label: "Ada" },
    { id: "p2", label: "Grace" },
  ],
  criteria: [{ id: "c1", label: "Warm" }],
};
const labels = { a: "Eerste", b: "Tweede", c: "Derde", d: "Vierde", e: "Vijfde", f: "Zesde", g: "Zevende" };
const words = Object.fromEntries(
  Object.keys(fields).map((id) => [
    id,
    {
      label: `Label ${id}`,
      hint: `Hint ${id}`,
      options: labels,
      of: { text: { label: "Tekst" }, value: { label: "Waarde" }, met: { label: "Gehaald" } },
    },
  ]),
) as unknown as WordsFor<typeof fields>;
const answers: Answers = {
  title: "Warm <b>water</b>",
  story: "Een\nTwee",
  mail: "a@b.nl",
  kvk: "08750110",
  code: "123456",
  start: "2026-01-23",
  talk: "2026-01-23T09:05",
  spent: 90,
  hours: 1200,
  fee: 123450,
  critical: false,
  few: "b",
  lots: "g",
  some: ["a", "b"],
  who: "p2",
  whom: ["p1"],
  agree: true,
  criteria: [
    { text: "Warm", value: 60 },
    { text: "Stil", value: null },
  ],
  results: { c1: { met: true } },
};

/** Says what a browser without a script would post for this markup. */
function postedBy(html: string): Posted {
  const posted: Record<string, string[]> = {};
  const plain = (text: string) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
  const add = (name: string, value: string) => (posted[name] ??= []).push(plain(value));
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const at = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(tag)?.[1];
    if (/type="(radio|checkbox)"/.test(tag) && !tag.includes(" checked")) continue;
    if (!tag.includes('type="file"')) add(at("name") ?? "", at("value") ?? "");
  }
  for (const [, attributes = "", text = ""] of html.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g))
    add(/name="([^"]*)"/.exec(attributes)?.[1] ?? "", text);
  for (const [, attributes = "", inner = ""] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/g))
    add(/name="([^"]*)"/.exec(attributes)?.[1] ?? "", /value="([^"]*)" selected/.exec(inner)?.[1] ?? "");
  return posted;
}

describe.each(locales)("fields in %s", (locale) => {
  it("read back, untouched, what they were filled with", () => {
    const html = draw(<Fields fields={fields} words={words} values={answers} options={options} />, locale);
    expect(readAnswers(fields, postedBy(html), options)).toEqual({ ok: true, answers });
  });
  it("show typed text after a refusal, the error beside it, in the words of the summary", () => {
    const refused = problem({
      errors: { start: { code: "not_a_date" }, "criteria.0.value": { code: "not_a_number" } },
      typed: { start: "31-2-2026", "criteria.0.value": "veel" },
    });
    const html = drawPage(
      <Page title="Proef" problem={refused} fields={words}>
        <Fields fields={fields} words={words} typed={refused.typed} errors={refused.errors} options={options} />
      </Page>,
      locale,
      refused,
    );
    expect(html).toContain('value="31-2-2026"');
    expect(html).toContain('value="veel"');
    for (const name of Object.keys(refused.errors)) {
      const [, beside] = new RegExp(`id="f-${name}-error"[^>]*>([^<]*)<`).exec(html) ?? [];
      const [, linked] = new RegExp(`href="#f-${name}">([^<]*)<`).exec(html) ?? [];
      expect(beside).toBeTruthy();
      expect(html).toContain(`id="f-${name}"`);
      expect(linked).toContain(name.startsWith("criteria") ? "criteria 1: Waarde" : beside);
    }
    expect(html.indexOf("error-summary")).toBeLessThan(html.indexOf("<h1"));
    expect(html).toContain(locale === "nl" ? "<title>Fout: Proef" : "<title>Error: Proef");
  });
  it("give every control a label and every described id an element", () => {
    const errors = Object.fromEntries(Object.keys(fields).map((name) => [name, { code: "required" as const }]));
    const html = draw(<Fields fields={fields} words={words} errors={errors} options={options} />, locale);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, list = ""] of html.matchAll(/aria-describedby="([^"]*)"/g))
      for (const id of list.split(" ")) expect(ids).toContain(id);
    for (const [, id] of html.matchAll(/ for="([^"]*)"/g)) expect(ids).toContain(id);
    for (const name of Object.keys(fields)) expect(ids).toContain(`f-${name}`);
  });
  it("sum up answers without a code or an ISO date", () => {
    const html = draw(<Summary fields={fields} answers={answers} words={words} options={options} />, locale);
    expect(html).not.toMatch(/2026-01-23|>p2<|>b<|<b>/);
    for (const text of ["Grace", "Tweede", "Zevende", "Warm &lt;b&gt;", "23 janua"])
      expect(html.toLowerCase()).toContain(text.toLowerCase());
  });
  it("say for every error code what to do", () => {
    for (const code of Object.keys(allWords(locale).shell.fieldError) as FieldErrorCode[]) {
      const html = draw(
        <Fields
          fields={{ title: fields.title }}
          words={words}
          errors={{ title: { code, limit: 7, sums: [300, 200, 100] } }}
        />,
        locale,
      );
      expect(/field-error">([^<]{12,})\.</.exec(html)?.[1]).not.toContain("undefined");
    }
  });
});

it("draws filled rows and two empty ones, never more than the field takes", () => {
  const count = (html: string) => [...html.matchAll(/class="group"/g)].length;
  const rows = { criteria: { ...fields.criteria, max: 3 } };
  expect(count(draw(<Fields fields={rows} words={words} />))).toBe(2);
  expect(count(draw(<Fields fields={rows} words={words} values={answers} />))).toBe(3);
});
it("posts stored values as a form would", () => {
  expect(asPosted(fields, answers)).toMatchObject({
    start: "23-1-2026",
    "talk.time": "09:05",
    fee: "1.234,50",
    critical: "no",
    "criteria.1.text": "Stil",
    "results.c1.met": "yes",
  });
});
