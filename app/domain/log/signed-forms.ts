import type { ShownForm } from "#app/domain/fields/shown.ts";
import { forms } from "#app/domain/forms.ts";

/**
 * How whoever reads again what a form asked knows who wrote it and when. `line`: a line beside it says so. `log`: the log of its
 * assignment, its round or the platform does, with the page of changes to a text.
 */
type Told = "line" | "log";
/**
 * Why nobody is named beside it. `writer`: it is about whoever wrote it, or says who tells it. `state`: it is how something
 * stands now, and no one's words. `sides`: both sides sign it, each with a name and a day. `anonymous`: so it was asked.
 */
type Untold = "writer" | "state" | "sides" | "anonymous";
/** Every form that others than its writer read again, and not everybody: who may read it is in its own table (`forms`). */
export const signedForms: Readonly<Record<string, Told | Untold>> = {
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
  "mendings.invite_coordinator": "log",
  "mendings.invite_signatory": "log",
  termFields: "sides",
  annexFields: "sides",
  pulseFields: "anonymous",
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
const isIntake = (form: string) => form.startsWith("intakeSteps.");
const readersOf = ({ shows }: ShownForm) => Object.values(shows).flatMap((one) => ("by" in one ? [one.by] : []));
/**
 * How it is said who wrote the answers of a form; null where nobody reads them again but their writer, or everybody does: a
 * public page names no one of the staff. The text of an assignment has a page with who changed what.
 */
export function signingOf(form: string): Told | Untold | null {
  const known = signedForms[form];
  if (known) return known;
  if (isIntake(form)) return "log";
  const readers = readersOf(forms[form] ?? { fields: {}, shows: {} });
  const isOne = (by: string) => readers.every((reader) => reader === by);
  if (isOne("own") || isOne("everybody")) return null;
  throw new Error(`${form} is read again, and nothing says how its reader knows who wrote it`);
}
