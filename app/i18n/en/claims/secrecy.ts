import type { secrecy as nl } from "#app/i18n/nl/claims/secrecy.ts";

export const secrecy: typeof nl = {
  title: "Secrecy",
  row: "Invitation to a secret question",
  lead: (community, centre) => `${centre} invites ${community} to a secret question.`,
  text: [
    "You read the question only after you have promised secrecy.",
    "Share nothing of what you read with people outside your learning community. Use it only to decide whether to claim the question.",
    "The promise holds when you do not claim. Your name and the moment are kept in the log.",
  ],
  promised: "You promised secrecy. You read the question here:",
  name: "Your name",
  consent: "I promise secrecy, also on behalf of my learning community",
  accept: "Promise and read the question",
};
