import { expect, test } from "vitest";
import { forms } from "#app/domain/forms.ts";
import { signedForms, signingOf } from "#app/domain/log/signed-forms.ts";
import { urls } from "#app/urls.ts";
import { filesIn, read } from "#tests/support/sources.ts";

test("of every form that is read again it is said who wrote it and when, or why nobody is named; and of no other", () => {
  for (const form of Object.keys(forms)) expect(() => signingOf(form), form).not.toThrow();
  expect(Object.keys(signedForms).filter((form) => !(form in forms))).toEqual([]);
});
/** The words by which a page tells who wrote something: the one component, or a sentence with a name and a day. */
const line = /<Signed by=|term: t\.by,|t\.by\(|\.by\}, \{date\(|matching\.by\(/;
/** A page with the parts it draws. */
const sources = (page: string) => {
  const text = read(page);
  const parts = [...text.matchAll(/from "#(app\/ui\/[^"]+\.tsx)"/g)].map(([, part]) => part ?? "");
  return [text, ...parts.map((part) => read(part))];
};
/** The page of an address stands in the folder of its noun, under its own name. */
const pageOf = (at: string) => {
  const [noun = "", name = ""] = at.split(".");
  expect((urls as unknown as Record<string, Record<string, unknown>>)[noun]?.[name], at).toBeDefined();
  const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return filesIn("app/routes", /\.tsx$/).find((path) => path === `app/routes/${noun}/${file}.tsx`) ?? "";
};
test("where a line beside an answer says who wrote it, the page on which it is read again has that line", () => {
  const lined = Object.entries(forms).filter(([form]) => signingOf(form) === "line");
  expect(lined.length).toBeGreaterThan(10);
  for (const [form, { shows }] of lined)
    for (const one of Object.values(shows)) {
      if (!("at" in one)) continue;
      const page = pageOf(one.at);
      expect(page, `${form} on ${one.at}`).not.toBe("");
      expect(
        sources(page).some((text) => line.test(text)),
        `${form} on ${page}`,
      ).toBe(true);
    }
});
