import type { school as nl } from "#app/i18n/nl/company/school.ts";

export const school: typeof nl = {
  eyebrow: "School",
  communities: "Learning communities",
  programmes: "Programmes that take part",
  results: "Results",
  working: "assignments in progress",
  inUse: "solutions in use",
  open: "open questions",
  openIn: (centre) => `Open questions at ${centre}`,
  none: "There is nothing to see here yet.",
  noResults: "There is no result yet that everybody may see.",
  few: (least) => `fewer than ${least}`,
  figures: "Counted are assignments that everybody could find.",
};
