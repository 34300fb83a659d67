import type { implementation as nl } from "#app/i18n/nl/aftercare/implementation.ts";

export const implementation: typeof nl = {
  title: "Implementation",
  none: "There is no plan yet.",
  owner: "Responsible",
  steps: "Steps",
  target: "Target date",
  degree: "In use",
  since: "Since",
  checks: "How is it going?",
  noChecks: "Nothing was measured yet.",
  unanswered: "No answer",
  late: "answered late",
  month: "Moment",
  declared: "At the report",
  months: (n) => `After ${n} months`,
  effect: "Effect",
  measured: "Measured",
  evidence: "Evidence",
};
