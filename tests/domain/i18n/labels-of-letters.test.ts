import { expect, test } from "vitest";
import { seat as seatWords } from "#app/i18n/nl/team/seat.ts";
import { words } from "#app/i18n/words.ts";
import { locales } from "#app/domain/words.ts";

test.each(locales)("no two lines of one letter have the same label (%s)", (locale) => {
  const { letters, market } = words(locale);
  const { question, answer, why } = market.questions;
  const labels = [...Object.values(letters.what), question, answer, why];
  expect(labels.length).toBeGreaterThan(9);
  expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
});
test("a page about a seat says u to a docent and an employee, and je to a student", () => {
  const said = (of: typeof seatWords) =>
    Object.values(of).map((one) => (typeof one === "function" ? one("Iemand", "Docent") : one));
  const informal = /\b(je|jij|jou|jouw)\b/i;
  expect(said(words("nl").team.seat).filter((text) => informal.test(text))).toEqual([]);
  const student = said(words("nl", true).team.seat);
  expect(student.filter((text) => /\b(u|uw)\b/i.test(text))).toEqual([]);
  expect(student).toContain("Iemand wil je in het team, als docent.");
  expect(student).toContain("Onderteken eerst alle bijlagen. Daarna kun je meedoen.");
});
