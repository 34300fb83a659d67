import type { annex as nl } from "#app/i18n/nl/team/annex.ts";

export const annex: typeof nl = {
  done: "You signed this annex.",
  back: "Back to your invitation",
  sign: "Sign",
  name: "Your name",
  consent: "I have read this and agree",
  choice: "What do you choose?",
  code: "Code",
  codeHint: "The code from the mail you just got.",
  kept: "These words are kept as they stand here.",
};
