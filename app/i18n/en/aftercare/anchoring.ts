import { counted } from "#app/i18n/counted.ts";
import type { anchoring as nl } from "#app/i18n/nl/aftercare/anchoring.ts";

export const anchoring: typeof nl = {
  title: "Anchoring",
  yields: "Learning outcomes",
  noYields: "Nothing has been recorded yet.",
  yieldCount: (n) =>
    `${counted(n, "learning outcome", "learning outcomes")} recorded. Only that person and the supervisors read what somebody learned.`,
  evaluated: (n) => (n === 0 ? "Not filled in yet" : `${n} filled in`),
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
