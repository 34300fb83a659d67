import type { FieldsWords } from "#app/i18n/field.ts";
import { describe, expect, test } from "vitest";
import { question } from "#db/seed/question.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { draftSteps, draftStepIds, intakeIn, lackingInDraft, stepAfter } from "#app/domain/intake/draft.ts";
import { fitOf } from "#app/domain/intake/fit.ts";
import { hintsFor } from "#app/domain/intake/hints.ts";
import { changedSince, changesBetween, markChanges } from "#app/domain/intake/versions.ts";
import {
  intakeFields,
  intakeMinimum,
  intakeStepIds,
  intakeSteps,
  stepOf,
  stepsDone,
  valuesOf,
} from "#app/domain/intake/fields.ts";
import { coming, defaultSwitches, switchesOf } from "#app/domain/centre/switches.ts";
import { words } from "#app/i18n/words.ts";
import { locales } from "#app/domain/words.ts";

const now = new Date("2026-03-02T09:00:00Z");
const reading = { switches: defaultSwitches, now };
const [first = "", second = ""] = coming(now, defaultSwitches, 2);
/** Holds a question that nothing speaks against. */
const fine: Answers = { ...question("effort"), problem_owner: "Pieter Oppewal", start_wish: first };
const ids = (answers: Answers, how = {}) => hintsFor(answers, reading, how).map((h) => h.id);

describe("hints", () => {
  test("nothing to say about a complete, well-sized question", () => expect(ids(fine, { whole: true })).toEqual([]));
  const cases: [string, Answers][] = [
    ["too_large", { weeks: 27 }],
    ["too_large", { deliverables: "a\nb\nc\nd\ne\nf" }],
    ["too_small", { weeks: 2 }],
    ["too_small", { hours_student: 39 }],
    ["critical_result", { critical: true, obligation: "result", draft_criteria: "x" }],
    ["vague", { problem: "Onze pomp doet het niet." }],
    ["vague", { title: "Pomp" }],
    ["no_owner", { problem_owner: null }],
    ["no_users", { end_users: "" }],
    ["no_case", { business_case: "" }],
    ["few_hours", { hours_company: 9 }],
    ["few_hours", { hours_company: null }],
    ["calendar", { start_wish: "2026-07-20" }],
    ["calendar", { start_wish: "2026-01-05" }],
    ["summary_needed", { confidentiality: "secret", teaser: "" }],
    ["criteria_needed", { obligation: "result", draft_criteria: "" }],
  ];
  for (const [id, over] of cases)
    test(`${id}: ${JSON.stringify(over).slice(0, 60)}`, () => expect(ids({ ...fine, ...over })).toEqual([id]));
  test("the bounds themselves are fine", () =>
    expect(ids({ ...fine, weeks: 26, hours_company: 26, hours_student: 40 })).toEqual([]));
  test("the calendar's hint names the first start that is possible", () => {
    const after = first < "2026-04-20" ? "2026-07-20" : second;
    expect(hintsFor({ ...fine, start_wish: after }, reading).find((h) => h.id === "calendar")?.day).toBe(
      coming(now, defaultSwitches, 12).find((d) => d >= after),
    );
  });
  test("a pressing question with its first block far away does not match the year", () => {
    const far = { ...reading, switches: switchesOf({ block_calendar: ["09-01"] }) };
    expect(hintsFor({ ...fine, start_wish: null, urgency: "pressing" }, far).map((h) => h.id)).toEqual(["calendar"]);
    expect(hintsFor({ ...fine, start_wish: null, urgency: "this_year" }, far)).toEqual([]);
  });
  test("a question that was not asked yet gets no word, unless the whole is read", () => {
    expect(ids({})).toEqual([]);
    expect(ids({}, { whole: true })).toEqual(expect.arrayContaining(["no_owner", "no_users", "no_case", "few_hours"]));
  });
  test("each hint stands at a page of the intake and says what to do, in both languages", () => {
    for (const locale of locales)
      for (const { says, todo } of Object.values(words(locale).intake.advice.hint)) {
        expect(says.length * todo("1 mei").length).toBeGreaterThan(0);
      }
    for (const { step } of hintsFor({ weeks: 40 }, reading, { whole: true })) expect(intakeStepIds).toContain(step);
  });
});

describe("fit", () => {
  test("grades get worse as more speaks against it", () => {
    const worse: Answers[] = [
      fine,
      { ...fine, problem_owner: null },
      { ...fine, problem_owner: null, end_users: "", business_case: "" },
      { ...fine, problem_owner: null, end_users: "", business_case: "", problem: "Kort.", hours_company: 0 },
    ];
    expect(worse.map((a) => fitOf(a, reading).grade)).toEqual(["good", "fits", "adjust", "poor"]);
  });
  test("what the centre does not allow never fits, and says so", () => {
    const strict = { ...reading, switches: switchesOf({ allow_result: false }) };
    const fit = fitOf({ ...fine, obligation: "result", draft_criteria: "80% gemeld" }, strict);
    expect(fit.grade).toBe("poor");
    expect(fit.reasons[0]).toEqual({ for: false, id: "result_not_allowed", breaks: true });
  });
  test("business-critical with a result weighs double", () =>
    expect(
      fitOf({ ...fine, critical: true, obligation: "result", draft_criteria: "x", problem_owner: null }, reading).grade,
    ).toBe("adjust"));
  test("every hint is a reason against, and no reason speaks both ways", () => {
    for (const over of [
      {},
      { weeks: 40 },
      { problem: "Kort." },
      { problem_owner: "" },
      { hours_company: 1 },
    ] as Answers[]) {
      const { reasons } = fitOf({ ...fine, ...over }, reading);
      expect(ids({ ...fine, ...over }, { whole: true }).every((id) => reasons.some((r) => !r.for && r.id === id))).toBe(
        true,
      );
    }
    expect(fitOf(fine, reading).reasons.every((r) => r.for)).toBe(true);
    const result = { ...fine, obligation: "result", draft_criteria: "80% gemeld" };
    expect(fitOf(result, reading).reasons.map(({ id }) => id)).toEqual([
      "clear",
      "owner",
      "users",
      "case",
      "time",
      "size",
      "start",
      "measurable",
    ]);
  });
  test("an empty intake does not fit", () => expect(fitOf({}, reading).grade).toBe("poor"));
});

describe("the way through", () => {
  test("every field stands on one page and has a label in both languages; texts have an example or a hint", () => {
    for (const id of Object.keys(intakeFields))
      expect(intakeStepIds.filter((s) => id in intakeSteps[s])).toHaveLength(1);
    for (const locale of locales)
      for (const fields of Object.values(draftSteps))
        for (const [id, field] of Object.entries(fields)) {
          const questions: FieldsWords = words(locale).intake.fields;
          const said = questions[id];
          expect(said?.label, `${locale} ${id}`).toBeTruthy();
          if (["line", "text", "date", "whole", "postcode", "kvk"].includes(field.kind))
            expect(said?.example ?? said?.hint, `${locale} ${id}`).toBeTruthy();
        }
  });
  test("a visitor's way begins with the address, ends with the company, then the check", () => {
    expect(draftStepIds[0]).toBe("adres");
    expect(draftStepIds.at(-1)).toBe("bedrijf");
    expect(stepAfter("bedrijf")).toBe("controle");
    expect(lackingInDraft({})).toEqual(["title", "problem", "sector", "place", "company", "contact_name"]);
    expect(intakeIn({ title: "t", company: "c", email: "e", kvk: "k", _marks: {} })).toEqual({ title: "t" });
  });
  test("a default is offered once, and an emptied answer stays empty", () => {
    expect(valuesOf("verplichting", {})).toMatchObject({ obligation: "effort" });
    expect(valuesOf("verplichting", { obligation: null })).toMatchObject({ obligation: null });
  });
  test("a postcode is four digits, with or without its letters", () => {
    const postcode = (typed: string) => readAnswers({ place: { kind: "postcode" } }, { place: typed });
    for (const typed of ["8601", "8601 AB", "8601ab"])
      expect(postcode(typed)).toEqual({ ok: true, answers: { place: "8601" } });
    for (const typed of ["0601", "860", "86012", "AB 8601", "8601 ABC"])
      expect(postcode(typed)).toMatchObject({ ok: false, errors: { place: { code: "not_a_postcode" } } });
  });
});

describe("versions", () => {
  test("differences are answers that say something else", () => {
    expect(
      changesBetween(
        { title: "a", teaser: "", levels: [], hide_company: false },
        { title: "b", teaser: null, levels: ["hbo"], hide_company: null },
      ),
    ).toEqual({ title: { before: "a", after: "b" }, levels: { before: [], after: ["hbo"] } });
    expect(changesBetween({ title: "a" }, {})).toEqual({});
  });
  test("marks say what changed since a version was seen", () => {
    const marks = markChanges(markChanges({}, ["title"], 2), ["problem"], 3);
    expect(changedSince(marks, 2)).toEqual(["problem"]);
    expect(changedSince(marks, 1)).toEqual(["title", "problem"]);
  });
  test("reading a page keeps what is half filled", () =>
    expect(readAnswers(intakeSteps.plaats, { sector: "", place: "" })).toMatchObject({ ok: false }));
});

test("a page of the intake is done once it was answered and nothing that is needed is missing from it", () => {
  const done = (answers: Answers) => stepsDone(answers).flatMap((each) => (each.done ? [each.step] : []));
  expect(done({})).toEqual([]);
  expect(done({ sector: "water" }), "a place is needed too").toEqual([]);
  expect(done({ sector: "water", place: "Dokkum" })).toEqual(["plaats"]);
  expect(done({ ...fine, problem: " " })).not.toContain("probleem");
});
test("each question that is needed has its page, and what stands on none is met on the check of all", () => {
  for (const field of intakeMinimum) {
    const step = stepOf(field);
    expect(step !== "controle" && field in intakeSteps[step], field).toBe(true);
  }
  expect(stepOf("company")).toBe("controle");
});
