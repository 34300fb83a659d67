import { describe, expect, test } from "vitest";
import type { Answer, Field } from "#app/domain/fields/fields.ts";
import { locales } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { LogLines } from "#app/ui/assignment/log-lines.tsx";
import { ChangedMeanwhile } from "#app/ui/intake/changed.tsx";
import { AnswerText } from "#app/ui/summary.tsx";
import { draw, problem } from "./screen.tsx";

const choice: Field = { kind: "choice", options: ["a"] };
const choices: Field = { kind: "choices", options: ["a"] };
const line = {
  id: "1",
  at: new Date("2026-01-20T10:00:00Z"),
  actor: "Ada",
  move: "dance",
  reason: null,
  comment: "",
  clock: null,
  written: null,
};

/** Answers, moves and questions outlive the tables they came from. None of it may break a page, or stand there as an id. */
describe.each(locales)("what no table has any more, in %s", (locale) => {
  const { form } = words(locale).shell;

  test.each([
    [choice, "zz"],
    [choices, ["zz"]],
  ] as [Field, Answer][])("a choice that was taken away is said to be gone", (field, answer) => {
    const html = draw(
      <AnswerText field={field} answer={answer} words={{ label: "Few", options: { a: "A" } }} />,
      locale,
    );
    expect(html).toContain(form.optionGone);
    expect(html).not.toContain("zz");
    expect(html).not.toContain(form.empty);
  });

  test("an empty answer is said to be empty", () => {
    expect(draw(<AnswerText field={choice} answer={null} words={{ label: "Few" }} />, locale)).toContain(form.empty);
  });

  test.each([true, false])("a line of the log about a move of before is a sentence (waiting: %s)", (waiting) => {
    const html = draw(<LogLines lines={[{ ...line, waiting }]} />, locale);
    expect(html).not.toContain("dance");
    expect(html).toContain("Ada");
  });

  test("a question that changed meanwhile and is gone since is left out", () => {
    const html = draw(
      <ChangedMeanwhile
        problem={problem({ why: "stale", typed: { seen: "1" } })}
        fields={{}}
        words={{ title: { label: "Title" } }}
        answers={{}}
        marks={{ title: 2, vanished: 2 }}
      />,
      locale,
    );
    expect(html).toContain("Title");
    expect(html).not.toContain("vanished");
  });
});
