/** These words stand on the front page, on the marketplace, and where a question is posted. */
export const market = {
  home: {
    title: "Vraagstukken van bedrijven, opgepakt door studenten en docenten",
    lead: "Samenspel brengt een vraagstuk van het eerste idee tot een oplossing die bij het bedrijf in gebruik is.",
    question: "Ik heb een vraagstuk",
    questionText: "Vertel in tien minuten wat er speelt. Het centrum helpt u verder.",
    search: "Ik zoek een opdracht",
    searchText: "Bekijk wat bedrijven vragen en toon je interesse.",
    guide: "Ik begeleid een team",
    guideText: "Claim een vraagstuk met uw leergemeenschap.",
    open: "open vraagstukken",
    working: "in uitvoering",
    inUse: "in gebruik bij bedrijven",
    fresh: "Nieuwe vraagstukken",
    how: "Zo werkt het",
    all: "Bekijk alle vraagstukken",
  },
  list: {
    title: "Vraagstukken",
    lead: "Bedrijven zoeken studenten en docenten om dit samen op te pakken.",
    search: "Zoek in vraagstukken",
    clear: "Wis alle filters",
    empty: "Er is niets gevonden.",
    emptyText: "Haal een filter weg of zoek met een ander woord.",
    start: (day: string) => `start ${day}`,
    weeks: (n: number) => `${n} weken`,
    hours: (n: number) => `${n} uur per student`,
    interests: (n: number) => `${n} keer interesse`,
  },
  how: {
    title: "Hoe het werkt",
    effort: "Inspanning: leren staat voorop",
    effortText: "Het team zet zich in volgens afspraak. Aan het eind bespreekt u wat er is gedaan en geleerd.",
    result: "Resultaat: toetsen aan criteria",
    resultText:
      "Het team belooft een resultaat. U toetst elk criterium en kunt herstel vragen. Een kwaliteitsverantwoordelijke staat ervoor in.",
  },
  accessibility: {
    title: "Toegankelijkheid",
    text:
      "Iedereen moet Samenspel kunnen gebruiken, ook met toetsenbord of schermlezer. Wij werken naar WCAG " +
      "2.2, niveau AA. Elke pagina werkt zonder JavaScript. Automatische controles draaien bij elke " +
      "wijziging; mensen met een schermlezer moeten het nog testen.",
    contact: "Loopt u vast? Vertel het de coördinator van uw centrum.",
  },
};
