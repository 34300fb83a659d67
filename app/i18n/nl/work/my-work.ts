/** What waits for the reader. */
export const myWork = {
  places: "Uw centra en organisaties",
  everywhere: "Alles",
  title: "Mijn werk",
  yours: "U bent aan zet",
  others: "Wacht op anderen",
  chances: "Kansen",
  runs: "Loopt",
  rest: "Klaar",
  invitations: "Uitnodigingen voor een team",
  empty: "Er wacht niets op u.",
  emptyText: "Zodra u aan zet bent, staat het hier.",
  first: "Bekijk de vraagstukken",
  submit: "Dien een vraagstuk in",
  annex: "Bekijk de bijlagen en doe mee",
  annexLater: "Wacht tot de afspraken zijn getekend. Daarna staan hier je bijlagen.",
  onWhom: (who: string) => `Wacht op ${who}`,
};
