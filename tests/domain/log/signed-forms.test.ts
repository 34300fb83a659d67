import { expect, test } from "vitest";
import { forms } from "#app/domain/forms.ts";
import { urls } from "#app/urls.ts";
import { filesIn, read } from "#tests/support/sources.ts";

/**
 * Says how whoever reads again what a form asked knows who wrote it and when. `line`: a line beside it says so. `log`:
 * the log of its assignment, its round or the platform does, with the page of changes to a text.
 */
type Said = "line" | "log";
/**
 * Says why nobody is named beside it. `writer`: it is about whoever wrote it, or says who tells it. `state`: it is how something
 * stands now, and no one's words. `sides`: both sides sign it, each with a name and a day. `anonymous`: so it was asked.
 */
type Unsaid = "writer" | "state" | "sides" | "anonymous";
/** Holds every form that others than its writer read again, and not everybody: who may read it is in its own table (`forms`). */
const signing: Readonly<Record<string, Said | Unsaid>> = {
  askFields: "line",
  answerFields: "line",
  withholdFields: "line",
  minutesFields: "line",
  contributionFields: "line",
  ambitionFields: "line",
  reflectionFields: "line",
  peerWishFields: "line",
  verdictFields: "line",
  studentPinFields: "line",
  teamCountFields: "line",
  lockFields: "line",
  runFields: "line",
  approvalFields: "line",
  disableFields: "log",
  openingFields: "log",
  inviteCoordinatorFields: "log",
  inviteSignatoryFields: "log",
  administratorFields: "log",
  "repairs.invite_coordinator": "log",
  "repairs.invite_signatory": "log",
  termFields: "sides",
  annexFields: "sides",
  pulseFields: "anonymous",
  selfScanFields: "anonymous",
  outcomeFields: "anonymous",
  registerFields: "writer",
  acceptFields: "writer",
  nameFields: "writer",
  profileFields: "writer",
  ratingFields: "writer",
  storyFields: "writer",
  peerReviewFields: "writer",
  "draftSteps.adres": "writer",
  "draftSteps.bedrijf": "writer",
  inviteFieldsFor: "state",
  schoolFields: "state",
  centreAccessFields: "state",
  foundingFields: "state",
  partnerFields: "state",
  commitmentFields: "state",
  memberFields: "state",
  levelFields: "state",
  contactFields: "state",
  meetingFields: "state",
  newRoundFields: "state",
  assignmentFields: "state",
  guideFields: "state",
  limitsOf: "state",
  addStudentsFields: "state",
  whatIfFields: "state",
  returnFields: "state",
};
/**
 * Says how it is said who wrote the answers of a form; null where nobody reads them again but their writer, or everybody does: a
 * public page names no one of the staff. The text of an assignment has a page with who changed what.
 */
function signingOf(form: string): Said | Unsaid | null | undefined {
  if (form.startsWith("intakeSteps.")) return "log";
  const readers = Object.values(forms[form]?.shows ?? {}).flatMap((one) => ("by" in one ? [one.by] : []));
  const isOne = (by: string) => readers.every((reader) => reader === by);
  return signing[form] ?? (isOne("own") || isOne("everybody") ? null : undefined);
}
test("of every form that is read again it is said who wrote it and when, or why nobody is named; and of no other", () => {
  for (const form of Object.keys(forms)) expect(signingOf(form), form).not.toBeUndefined();
  expect(Object.keys(signing).filter((form) => !(form in forms))).toEqual([]);
});
/** Matches the words by which a page tells who wrote something: the one component, or a sentence with a name and a day. */
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
