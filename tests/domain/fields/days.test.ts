import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { working } from "#app/domain/assignment/working.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { exampleDay, limitsOf, when, type Days, type When } from "#app/domain/fields/days.ts";
import type { Field, Fields } from "#app/domain/fields/fields.ts";
import { everyProcess } from "#app/domain/workflow/processes.ts";
import { filesIn } from "#tests/support/sources.ts";

const today = "2026-11-24";
const days: Days = {
  today,
  signed: "2026-08-24",
  start: "2026-09-01",
  agreed: "2026-09-01",
  end: "2027-01-29",
  term: "2026-12-11",
};
/** Every way of binding a date that the product has, with years and names filled in. */
const ways: Readonly<Record<string, When>> = {
  ahead: when.ahead(1),
  later: when.later(1),
  extended: when.extended(1),
  past: when.past(1),
  around: when.around(1, 1),
  begun: when.begun,
  worked: when.worked,
  withinWork: when.withinWork,
  fromStart: when.fromStart(1),
  pastFrom: when.pastFrom("other", 1),
  from: when.from("other", 1),
  between: when.between("one", "other", 1),
};

describe("a date has bounds", () => {
  it("in every form: no date is asked without one of the ways to bind it", () => {
    const unbound = filesIn("app", /\.tsx?$/).flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/(?<!extends |Field, )\{ kind: "date"[^}]*\}/g)]
        .map(([written]) => written)
        .filter((written) => !/\bwhen(: when\.[a-zA-Z]+\b| \})/.test(written) && !written.includes("when: When"))
        .map((written) => `${path}: ${written}`),
    );
    expect(unbound).toEqual([]);
  });
  it.each(Object.entries(ways))("%s binds both ends, also in an assignment that has no days yet", (_, bounds) => {
    const { first, last } = limitsOf(bounds, { today });
    expect([first, last]).toEqual([expect.any(String), expect.any(String)]);
    expect(String(first) <= String(last)).toBe(true);
  });
  it("names every way there is", () => expect(Object.keys(ways).sort()).toEqual(Object.keys(when).sort()));
});

/** Returns a date of a table with the fields around it, as a form asks them. */
const datesIn = (fields: Fields, around: Fields, at: string): { at: string; field: Date; group: Fields }[] =>
  Object.entries(fields).flatMap(([id, field]) =>
    "of" in field
      ? datesIn(field.of, { ...around, ...fields }, `${at}.${id}`)
      : field.kind === "date"
        ? [{ at: `${at}.${id}`, field, group: { ...around, ...fields } }]
        : [],
  );
type Date = Extract<Field, { kind: "date" }>;
const asked = everyProcess.flatMap(({ object, moves }) =>
  Object.entries(moves).flatMap(([name, rule]) => datesIn(rule.fields ?? {}, {}, `${object}.${name}`)),
);

describe.each(asked)("$at", ({ field, group }) => {
  const read = (day: string) => readAnswers({ it: field } satisfies Fields, { it: day, "it.time": "12:00" }, { days });
  it("takes its first and last day, and no day beyond them", () => {
    const { first, last } = limitsOf(field.when, days);
    const beyond = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
    expect([read(String(first)).ok, read(String(last)).ok]).toEqual([true, true]);
    expect(read(beyond(String(first), -1))).toMatchObject({
      ok: false,
      errors: { it: { code: "date_too_early", day: first } },
    });
    expect(read(beyond(String(last), 1))).toMatchObject({
      ok: false,
      errors: { it: { code: "date_too_late", day: last } },
    });
  });
  it("leans on fields of its own form only", () => {
    for (const bound of [...field.when.from, ...field.when.until])
      if ("field" in bound) expect(Object.keys(group)).toContain(bound.field);
  });
});

/** Dates of an assignment and its parts that nothing of the assignment bounds, each for a reason of its own. */
const boundByTodayAlone = [
  // These come before there is work with a start and an end.
  ...["assignment.publish.window_end", "assignment.schedule_publish.window_end"],
  ...["claim.submit_claim.valid_until", "claim.revise_claim.valid_until"],
  ...["round.open_choosing.choose_by", "round.move_deadline.choose_by", "round.reopen_choosing.choose_by"],
  // An invoice is held against the signature of its version where it is noted (`checkPayment`).
  "assignment.record_payment.invoiced_on",
  // These are terms of somebody's own, from today on.
  ...["assignment.pause.until", "assignment.give_default_notice.term_ends"],
  ...["assignment.stop.settlement_due", "assignment.agree_settlement.settlement_due"],
  // These are days on which something is planned after the delivery.
  ...["assignment.open_closing_review.review_on", "assignment.open_acceptance.test_on"],
  ...["assignment.start_implementation.target_on", "assignment.resume_implementation.target_on"],
  ...["assignment.start_anchoring.due_on"],
  // A student's own work may have been judged at any time before it was noted.
  ...["member.assess.assessed_on", "member.correct_assessment.assessed_on"],
  // A lesson may have been given or planned long before.
  "assignment.note_curriculum.in_use_on",
];
it("every other date of an assignment is held against its own days, its terms or another answer", () => {
  const loose = asked.flatMap(({ at, field: { when: bounds } }) =>
    [...bounds.from, ...bounds.until].every((bound) => "at" in bound && bound.at === "today") ? [at] : [],
  );
  expect(loose.toSorted()).toEqual(boundByTodayAlone.toSorted());
});
it("whatever keeps an extension asks for a later end than the term has: no extension makes it shorter", () => {
  const extending = everyProcess.flatMap(({ moves }) =>
    Object.entries(moves).filter(([, { records }]) => records === "extension"),
  );
  expect(extending.map(([name]) => name)).toEqual(["extend", "extend_together"]);
  for (const [, { fields = {} }] of extending)
    for (const { field } of datesIn(fields, {}, "")) expect(limitsOf(field.when, days).first).toBe("2026-12-12");
});
it("what is planned and made lies in the work, also before its start", () => {
  const ahead: Days = { today, agreed: "2026-12-15", start: null, end: "2027-01-29" };
  expect(limitsOf(when.withinWork, ahead)).toEqual({ first: "2026-12-15", last: "2027-01-29" });
  expect(limitsOf(when.withinWork, days).first).toBe(today);
  expect(limitsOf(working.deliver.fields.handover_on.when, days).first).toBe(days.agreed);
});

describe("the example beside a date", () => {
  it.each(Object.entries(ways))("%s: it is a day that the field takes, whenever it is read", (_, bounds) => {
    for (const read of [days, { today }, { today: "2031-02-28" }]) {
      const { first, last } = limitsOf(bounds, read);
      const example = exampleDay(bounds, read);
      expect([first, example, last].sort()).toEqual([first, example, last]);
    }
  });
  it("of something planned lies ahead, of something that happened behind", () => {
    expect(exampleDay(when.later(1), { today }) > today).toBe(true);
    expect(exampleDay(when.past(1), { today }) < today).toBe(true);
  });
  it("is no day that is written in the words", () => {
    const said = filesIn("app/i18n", /\.ts$/).flatMap((path) => {
      const written = readFileSync(path, "utf8").matchAll(/(?:Bijvoorbeeld|For example|example: ") ?\d+-\d+-\d{4}/g);
      return [...written].map(([day]) => `${path}: ${day}`);
    });
    expect(said).toEqual([]);
  });
});
describe("one date is the limit of another", () => {
  const fields = {
    from_on: { kind: "date", required: true, when: when.around(5, 5) },
    rows: { kind: "rows", of: { on: { kind: "date", when: when.between("from_on", "to_on", 5) } } },
    to_on: { kind: "date", required: true, when: when.from("from_on", 5, 1) },
  } as const satisfies Fields;
  const read = (from_on: string, on: string, to_on: string) =>
    readAnswers(fields, { from_on, "rows.3.on": on, to_on }, { days });
  it("whatever the order in which they are asked, in rows too", () => {
    expect(read("2026-12-01", "2026-12-05", "2026-12-09").ok).toBe(true);
    expect(read("2026-12-01", "2026-12-12", "2026-12-09")).toEqual({
      ok: false,
      errors: { "rows.3.on": { code: "date_too_late", day: "2026-12-09" } },
    });
    expect(read("2026-12-09", "2026-12-10", "2026-12-09")).toMatchObject({
      errors: { to_on: { code: "date_too_early", day: "2026-12-10" } },
    });
  });
  it("and one that was not answered is none", () =>
    expect(read("", "2026-12-12", "2026-12-09")).toMatchObject({ errors: { from_on: { code: "required" } } }));
});

it("work begins on a day after both sides signed and before its agreed end, and never on one that is still to come", () => {
  const { start_on } = working.start.fields;
  expect(limitsOf(start_on.when, days)).toEqual({ first: days.signed, last: today });
  expect(limitsOf(start_on.when, { ...days, end: "2026-11-02" }).last).toBe("2026-11-02");
});
it("a form with dates that does not know the day is a mistake of ours, not of who fills it in", () =>
  expect(() => readAnswers({ on: { kind: "date", when: when.ahead(1) } } as const, { on: today })).toThrow("what day"));
