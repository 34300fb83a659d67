import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import type { Role } from "#app/domain/words.ts";
import { may, type Part } from "./visibility.ts";

/** Lists where on the pages of an assignment answers are read again; a dispute stands on the overview. */
const shownSections = [
  "overview",
  "claims",
  "agreement",
  "team",
  "progress",
  "delivery",
  "implementation",
  "anchoring",
  "dispute",
  "round",
] as const;
export type ShownSection = (typeof shownSections)[number];
/**
 * Says why an answer is shown to nobody. `key`: it only opens something, as a code does. `tick`: without it the form is not
 * sent, so that the sentence of the log says it. `link`: the product's own pointer to what is shown already.
 */
type NotShown = { never: "key" | "tick" | "link" };
/**
 * Tells who reads again what a move asks, and where (docs/domain.md 3.2). Whoever answered always does, and with
 * `subject` whoever the object is about: the lead of a claim, the person of a seat.
 */
export type Shows = {
  in: ShownSection;
  /** Holds the part of the matrix whose readers see it. */
  to: Part;
  /** That it was done at all is known to the same readers only: the log of everybody else has no such line. */
  quiet?: true;
  /** What this role wrote stands in another part. */
  toOf?: Partial<Record<Role, Part>>;
  subject?: true;
  /**
   * Of a claim that was chosen also the readers of this part: of what goes into something else, those who read that; what
   * stands apart stays apart.
   */
  chosen?: Part;
  /** The section draws it in its own way, so it is no entry of the list there. */
  drawn?: true;
  /** Answers that go into something more people read: the approach of a claim into the agreement that comes of it. */
  becomes?: Readonly<Record<string, Part>>;
  /**
   * Answers that leave the matrix on purpose: `published` with the consent of the company and every maker, `counted`
   * without a name in the sums of a community.
   */
  beyond?: Readonly<Record<string, "published" | "counted">>;
  /** Answers that other readers see, or nobody. */
  apart?: Readonly<Record<string, Part | NotShown>>;
};
/** Describes rows of the tables, as far as their answers are read again. */
type Asking = { fields?: Fields; given?: Fields; reasons?: unknown; shows?: Shows };

/** Names whom an object of an assignment is about; `chosen`: it is the claim that was chosen. */
export type Subject = { personId: string | null; chosen: boolean };
/** Tells who reads, in relation to what was written: `own` is who wrote it, `subject` whom it is about. */
type ReaderOf = { roles: ReadonlySet<string>; own: boolean; subject: boolean; chosen?: boolean };
/** Tells what a reader is to an object: whether it is about them, and whether it is the claim that was chosen. */
export const readerOf = (subject: Subject | undefined, personId: string): Pick<ReaderOf, "subject" | "chosen"> => ({
  subject: personId !== "" && subject?.personId === personId,
  chosen: subject?.chosen === true,
});

/** Returns the part of the matrix that governs one answer; null when nobody reads it. */
export function partOf(shows: Shows, field: string, actingAs: Role): Part | null {
  const apart = shows.apart?.[field];
  if (apart !== undefined) return typeof apart === "string" ? apart : null;
  return shows.toOf?.[actingAs] ?? shows.to;
}

/** The answers of one move that this reader may read: without what is empty, and without what nobody reads. */
export function answersShown(rule: Asking, answers: Answers, actingAs: Role, reader: ReaderOf): Answers {
  const { shows } = rule;
  if (!shows) return {};
  const asked = askedIn(rule);
  const isShown = ([field, answer]: [string, Answers[string]]) => {
    const part = partOf(shows, field, actingAs);
    const concerns = reader.own || (shows.subject && reader.subject) || readsChosen(shows, field, reader);
    const reads = part !== null && (concerns || may(part, reader.roles));
    return reads && field in asked && !isBlank(answer);
  };
  return Object.fromEntries(Object.entries(answers).filter(isShown));
}

function readsChosen({ chosen, apart = {}, becomes = {} }: Shows, field: string, reader: ReaderOf): boolean {
  if (!reader.chosen || chosen === undefined || Object.hasOwn(apart, field)) return false;
  const became = becomes[field];
  return may(chosen, reader.roles) && (became === undefined || may(became, reader.roles));
}

/**
 * Tells whether this reader may read why: what a form asked goes to whoever may read that answer, what the product
 * itself gives to everybody who hears of the act. The log, letters and what is said of an ending all ask this.
 */
export const readsWhy = (rule: Asking | undefined, field: string, shown: Answers): boolean =>
  rule === undefined || !Object.hasOwn(askedIn(rule), field) || Object.hasOwn(shown, field);

/** Everything a row asks or is given, as fields. */
export const askedIn = ({ fields, given }: Asking): Fields => ({ ...fields, ...given });

const isBlank = (answer: Answers[string] | undefined) =>
  answer === undefined ||
  answer === null ||
  answer === "" ||
  (typeof answer === "object" && Object.keys(answer).length === 0);
