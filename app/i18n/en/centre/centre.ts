import type { centre as nl } from "#app/i18n/nl/centre/centre.ts";

export const centre: typeof nl = {
  results: "Results",
  partners: "Partners",
  schools: "Schools",
  companies: "Companies with a question or a result",
  follow: "Follow this centre",
  feeds: "New questions of this centre in your feed reader:",
  themes: "Themes that are open now",
  communities: "Learning communities",
};
