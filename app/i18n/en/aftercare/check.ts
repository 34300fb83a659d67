import type { check as nl } from "#app/i18n/nl/aftercare/check.ts";

export const check: typeof nl = {
  title: "How is it going?",
  lead: (company, title, months) =>
    `A team made a solution for ${company}${title ? ` to ‘${title}’` : ""}. That is ${months} months ago. Is it in use?`,
  send: "Send your answer",
  answered: "Your company has told this already. There is nothing left to do.",
  thanks: "Thank you",
  thanksText: "The team and the school read your answer.",
};
