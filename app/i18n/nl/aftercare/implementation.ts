/** What happens at the company afterwards. */
export const implementation = {
  title: "Implementatie",
  none: "Er is nog geen plan.",
  owner: "Verantwoordelijk",
  steps: "Stappen",
  target: "Streefdatum",
  degree: "In gebruik",
  since: "Sinds",
  checks: "Hoe staat het ervoor?",
  noChecks: "Er is nog niets gemeten.",
  unanswered: "Geen antwoord",
  late: "te laat beantwoord",
  month: "Moment",
  declared: "Bij de melding",
  months: (n: number) => `Na ${n} maanden`,
  effect: "Effect",
  evidence: "Bewijs",
};
