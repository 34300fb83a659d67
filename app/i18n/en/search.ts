import type { search as nl } from "../nl/search.ts";

export const search: typeof nl = {
  facet: { theme: "Theme", sector: "Sector", level: "Level", obligation: "Obligation", fee: "Fee", province: "Province", start: "Start block", length: "Duration", hours: "Hours per student", language: "Language", state: "State", centre: "Centre" },
  fee: { none: "No fee", expenses: "Expenses", paid: "Paid" },
  length: { sprint: "Sprint (1-2 weeks)", short: "Short (3-9 weeks)", ten: "About 10 weeks", twenty: "About 20 weeks", long: "Longer" },
  hours: { "40": "Up to 40 hours", "100": "41 to 100 hours", "200": "101 to 200 hours", more: "More than 200 hours" },
  language: { nl: "Dutch", en: "English" },
  state: { open: "Open for teams", on_hold: "Paused" },
  sort: { relevant: "Best match", newest: "Newest first", closing: "Closing first", start: "Starting first", hours: "Fewest hours first", near: "Nearest first" },
  near: { title: "Nearby", postcode: "Postcode (4 digits)", within: "Within", km: (n) => `${n} km`, chip: (postcode, km) => `Within ${km} km of ${postcode}` },
  words: (words) => `Search word: ${words}`,
  found: (n, total) => (n === 1 ? "1 question found" : `${total} questions found`),
  loose: "No question has all your words. These come closest.",
  all: (facet) => `Choose a ${facet.toLowerCase()}`,
  allText: "Behind each choice stands how many questions you would see.",
  more: (n) => `${n} more`,
  closes: (date) => `Respond by ${date}`,
  paused: "Paused",
  similar: "Similar questions",
  save: "Save this search",
};
