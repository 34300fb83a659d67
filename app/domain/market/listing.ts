import type { AssignmentStatus, Confidentiality } from "#app/domain/words.ts";

/** Tells where a question is listed: for everybody, for its centre alone, or nowhere. */
type Listing = "open" | "inside" | null;
type Listed = {
  status: AssignmentStatus;
  confidentiality: Confidentiality;
  visibility: "public" | "centre" | "invited";
};
/**
 * Published is listed; open to everybody only when public and not secret (docs/domain.md 3.2; the row policy of
 * `assignments` says the same).
 */
export const listingOf = ({ status, confidentiality, visibility }: Listed): Listing =>
  status !== "published" ? null : visibility === "public" && confidentiality !== "secret" ? "open" : "inside";

type Given = Listed & {
  title: string;
  teaser: string;
  problem: string;
  themes: readonly string[];
  skills: readonly string[];
  sector: string | null;
  place: string;
  company: string;
  hideCompany: boolean;
};
/**
 * Returns the words that a search may match and show, by the level of confidentiality: the full text only of a public
 * one, the company only where it did not ask otherwise.
 */
export function wordsOf(given: Given, labels: (ids: readonly string[]) => readonly string[]) {
  const { title, teaser, problem, confidentiality, themes, skills, sector, place, company, hideCompany } = given;
  const body = clean(confidentiality === "public" ? problem || teaser : teaser);
  return {
    title: clean(title),
    tags: [...labels([...themes, ...skills]), sector ?? ""].filter(Boolean).join(", "),
    body,
    whereabouts: [hideCompany ? "" : company, place].filter(Boolean).join(", "),
  };
}
/** Without the signs that mark found words. */
const clean = (text: string) => text.replaceAll(/\p{Cc}+/gu, " ");
