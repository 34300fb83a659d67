import type { claims as nl } from "#app/i18n/nl/claims/claims.ts";

export const claims: typeof nl = {
  title: "Claims",
  levels: "Levels",
  together: (others: string) => `with ${others}`,
  why: "Why not",
  lead: "Compare the communities side by side.",
  empty: "There is no claim yet.",
  emptyText: "Communities that want to take up this question appear here.",
  community: "Community",
  lead2: "Teacher",
  approach: "Approach",
  obligation: "Obligation",
  seats: "Students",
  block: "Start",
  guidance: "Guidance (hours)",
  price: "Price",
  needs: "Needed from the company",
  status: "State",
  valid: "Valid until",
  acts: "Acts",
  reconfirm: "Text changed: not reconfirmed yet",
};
