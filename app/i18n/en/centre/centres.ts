import type { centres as nl } from "#app/i18n/nl/centre/centres.ts";

export const centres: typeof nl = {
  title: "Centres",
  lead: "In a centre companies and schools work together.",
  open: "Open questions",
  none: "No questions are open now.",
  all: "See all questions",
  communities: "Learning communities",
  region: "Region",
  about: "About this centre",
  pipeline: "Pipeline",
  people: "People",
  post: "Post",
};
