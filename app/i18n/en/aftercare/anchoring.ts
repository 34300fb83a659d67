import type { anchoring as nl } from "#app/i18n/nl/aftercare/anchoring.ts";

export const anchoring: typeof nl = {
  title: "Anchoring",
  yields: "Learning outcomes",
  noYields: "Nothing has been recorded yet.",
  group: "Group",
  skill: "Learned",
  level: "From – to",
  curriculum: "In education",
  knowledge: "Knowledge product",
  followUp: "Follow-up",
  ledger: "Contributions",
  evaluations: "Evaluations",
  none: "Not recorded yet.",
};
