import type { Answers } from "#app/domain/fields/fields.ts";
import type { Asked } from "./texts.ts";

/** Makes a place in a template's text where each copy has words of its own. */
export const mark = (name: string) => `⟪${name}⟫`;
/**
 * The card's teaser is the beginning of the problem (`domain/intake`), so the problem is told in two marks that are cut
 * just there.
 */
const teaserLength = 280;
const head = `⟪head${"-".repeat(teaserLength - 6)}⟫`;
const asked = [
  "title",
  "goal",
  "users",
  "business",
  "brings",
  "product",
  "product2",
  "skill",
  "skill2",
  "criterion1",
  "criterion2",
  "teaser",
] as const satisfies readonly (keyof Asked)[];

/** Returns every mark with the words that one copy puts there. */
export const marksOf = (
  q: Asked,
  place: { place: string; postcode: string; sector: string },
): Record<string, string> => ({
  ...Object.fromEntries(asked.map((name) => [mark(name), q[name]])),
  [head]: q.problem.slice(0, teaserLength),
  [mark("tail")]: q.problem.slice(teaserLength),
  [mark("place")]: place.place,
  [mark("postcode")]: place.postcode,
  [mark("sector")]: place.sector,
});
export const allMarks: readonly string[] = [...asked, "tail", "place", "postcode", "sector"].map(mark).concat(head);

/** The answers of an intake in marks; what `more` says is the same in every copy. */
export const markedIntake = (more: Answers): Answers => ({
  title: mark("title"),
  problem: `${head}${mark("tail")}`,
  goal: mark("goal"),
  end_users: mark("users"),
  sector: mark("sector"),
  place: mark("place"),
  business_case: mark("business"),
  critical: false,
  brings: mark("brings"),
  deliverables: `${mark("product")}\n${mark("product2")}`,
  skills: `${mark("skill")}, ${mark("skill2")}`,
  hide_company: false,
  ...more,
  draft_criteria: more.obligation === "result" ? `${mark("criterion1")}\n${mark("criterion2")}` : "",
  teaser: more.confidentiality === "public" ? "" : mark("teaser"),
});
