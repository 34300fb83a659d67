import { expect, it } from "vitest";
import { answeredAs } from "#app/domain/fields/answered.ts";
import type { Field } from "#app/domain/fields/fields.ts";
import type { FieldErrorCode } from "#app/domain/refusal.ts";
import { locales } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { Summary } from "#app/ui/summary.tsx";
import { unbound } from "#tests/support/dates.ts";
import { draw } from "./screen.tsx";

/** A field of every kind there is; a new kind is added here, or this does not compile. */
const one: Record<Field["kind"], Field> = {
  line: { kind: "line" },
  text: { kind: "text" },
  email: { kind: "email" },
  web: { kind: "web" },
  kvk: { kind: "kvk" },
  postcode: { kind: "postcode" },
  check: { kind: "check" },
  yesno: { kind: "yesno" },
  money: { kind: "money" },
  code: { kind: "code" },
  password: { kind: "password" },
  date: { kind: "date", when: unbound },
  whole: { kind: "whole" },
  duration: { kind: "duration" },
  choice: { kind: "choice", options: ["a"] },
  choices: { kind: "choices", options: ["a"] },
  pick: { kind: "pick", from: "staff" },
  picks: { kind: "picks", from: "staff" },
  files: { kind: "files" },
  rows: { kind: "rows", of: {} },
  each: { kind: "each", from: "criteria", of: {} },
};
/**
 * Says how an answer reads that is kept as a number: an amount, a time, or a count with what its words say it counts.
 */
const read = (field: Field, locale: (typeof locales)[number]) => {
  const label = { label: "Vraag", ...(field.kind === "whole" ? { unit: (n: number) => `${n} dagen` } : {}) };
  const html = draw(<Summary fields={{ it: field }} answers={{ it: 90 }} words={{ it: label }} />, locale);
  return /<dd>(.*)<\/dd>/.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, "") ?? "";
};
it("no kind of answer that is kept as a number reads without its unit", () => {
  const numbers = Object.values(one).filter((field) => answeredAs({ it: field }, { it: 90 }).it !== undefined);
  expect(numbers.map(({ kind }) => kind).toSorted()).toEqual(["duration", "money", "whole"]);
  for (const locale of locales)
    for (const field of numbers) expect(read(field, locale), field.kind).not.toMatch(/^[\d.,]*$/);
  expect(read(one.duration, "nl")).toBe("1 uur 30 min");
  expect(read(one.duration, "en")).toBe("1 hour 30 min");
});
it("whole hours read as hours, also where no words say what they count", () => {
  const html = (locale: "nl" | "en") =>
    draw(
      <Summary
        fields={{ it: { kind: "whole", counts: "hours" } }}
        answers={{ it: 160 }}
        words={{ it: { label: "Uren" } }}
      />,
      locale,
    );
  expect(html("nl")).toContain("160 uur");
  expect(html("en")).toContain("160 hours");
});
it("a limit of time is told in hours and minutes, as time is read", () => {
  const told: FieldErrorCode[] = ["day_too_full", "hours_not_there", "duration_too_long", "duration_too_short"];
  for (const code of told) {
    expect(words("nl").shell.fieldError[code]("Hoe lang?", 870), code).toContain("14 uur 30 min");
    expect(words("en").shell.fieldError[code]("How long?", 870), code).toContain("14 hours 30 min");
  }
});
