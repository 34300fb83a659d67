import type { showcaseFields as nl } from "#app/i18n/nl/showcase/fields.ts";

export const showcaseFields: typeof nl = {
  asked_for: {
    label: "What did the company ask?",
    hint: "In words an outsider understands.",
  },
  made: {
    label: "What did the team make?",
    hint: "Do not name people here: each maker chooses whether to be named.",
  },
  changed: {
    label: "What changed at the company?",
    hint: "Best with a figure: time, money, errors, safety.",
  },
  quote: { label: "A quote" },
  quote_by: {
    label: "Who said it?",
    hint: "Name and position, and only if that person agrees. If the company prefers not to be named, this is left out.",
  },
  company_naming: {
    label: "May your company be named?",
    options: {
      named: "Yes, with our name",
      unnamed: "No, without our name",
    },
  },
  company_consent: { label: "We agree with this text: everybody may read it" },
  naming: {
    label: "With which name?",
    options: {
      full_name: "My full name",
      first_name: "My first name only",
      unnamed: "No name",
    },
  },
};
