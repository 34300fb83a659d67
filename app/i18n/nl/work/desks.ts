import type { DeskName } from "#app/domain/work/desks.ts";

/** Holds the words of pages of a role: what somebody judges, decides or pays, in one list. */
export const desks = {
  title: "Uw overzichten",
  others: "Andere overzichten",
  name: {
    grading: "Beoordelen",
    checking: "Kwaliteitscontrole",
    board: "Stuurgroep",
    payments: "Betalingen",
  } satisfies Record<DeskName, string>,
  lead: {
    grading:
      "De opdrachten die u beoordeelt, met de data en wat is ingeleverd. Bij elke student legt u vast dat het werk is beoordeeld.",
    checking: "Wat op uw controle wacht. U opent de opdracht en geeft daar uw oordeel.",
    board:
      "Geschillen die bij de stuurgroep liggen, geschillen die er eerder lagen en hoe die afliepen, en hoe het centrum ervoor staat.",
    payments: "Wat is afgesproken, wat is gefactureerd en wat nog openstaat.",
  } satisfies Record<DeskName, string>,
  empty: {
    grading: "U beoordeelt nu geen opdracht.",
    checking: "Er wacht niets op uw controle.",
    board: "Er ligt geen geschil bij de stuurgroep.",
    payments: "Er is nog geen opdracht met een getekende overeenkomst.",
  } satisfies Record<DeskName, string>,
  emptyText: {
    grading: "Zodra een projectleider u als examinator vraagt, staat de opdracht hier.",
    checking: "Een oplevering staat hier zodra het team om controle vraagt.",
    board: "Een geschil komt hier als een gesprek tussen de partijen niet hielp.",
    payments: "Zodra beide partijen tekenen, staat de opdracht hier.",
  } satisfies Record<DeskName, string>,
  toAssignment: "Naar de opdracht",
  toAgreement: "Naar de overeenkomst",
  nearest: "Eerste termijn",
  asked: "U bent gevraagd als examinator. Geef eerst antwoord.",
  answer: "Geef antwoord",
  from: "Start",
  until: "Einde",
  proposed: "(volgens het voorstel)",
  handIns: "Ingeleverd",
  noHandIn: "Nog niets ingeleverd.",
  handedOn: (day: string) => `ingeleverd op ${day}`,
  students: "Studenten",
  toAssess: "nog niet beoordeeld.",
  assessedOn: (day: string) => `beoordeling vastgelegd op ${day}.`,
  assess: "Beoordeel",
  correct: "Verbeter de beoordeling",
  check: {
    delivery: (label: string) => `Oplevering ${label} wacht op uw controle.`,
    requirements: (number: number) => `Versie ${number} van de overeenkomst: bevestig de kwaliteitseisen.`,
    case: "Beroep op de garantie:",
    toDelivery: "Naar de oplevering",
  },
  dispute: {
    title: "Geschillen",
    why: "Waarover",
    by: "Gemeld door",
    asked: "Wat wordt gevraagd",
    evidence: "Bewijs",
    answer: "Antwoord",
    steps: "Wat is geprobeerd",
    decide: "Open de opdracht en besluit",
  },
  decided: {
    title: "Eerdere geschillen",
    none: "Er is nog geen geschil geweest dat bij de stuurgroep lag.",
    /** Says how it ended, by the move that ended it; any other ended the work as well. */
    ended: {
      settle_without_solution: "Besloten",
      settle_dispute: "Door de partijen opgelost",
      other: "Geëindigd toen het werk stopte",
    } as Readonly<Record<string, string>> & { other: string },
  },
  centre: (name: string) => `${name} in cijfers`,
  counts: {
    state: "Stand",
    n: "Opdrachten",
    still: "Staat stil",
  },
};
