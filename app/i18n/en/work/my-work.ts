import type { myWork as nl } from "#app/i18n/nl/work/my-work.ts";

export const myWork: typeof nl = {
  places: "Your centres and organisations",
  everywhere: "Everything",
  title: "My work",
  yours: "Your turn",
  others: "Waiting for others",
  chances: "Opportunities",
  runs: "Under way",
  rest: "Done",
  left: "no longer taking part",
  invitations: "Invitations to a team",
  empty: "Nothing waits for you.",
  emptyText: "As soon as it is your turn, it appears here.",
  first: "See the questions",
  submit: "Submit a question",
  annex: "See the annexes and join",
  answer: "Say whether you will join",
  annexLater: "Waits until the agreement is signed. Your annexes follow then.",
  onWhom: (who) => `Waits for ${who}`,
};
