import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves of deliveries and of their review or acceptance. */
export const moves = {
  prepare: {
    button: "Maak een oplevering klaar",
    done: "maakte een oplevering klaar",
    fields: {
      label: "Naam van deze versie",
    },
  },
  add_files: {
    button: "Werk de oplevering bij",
    done: "werkte de oplevering bij",
  },
  ask_quality_check: {
    button: "Vraag kwaliteitscontrole",
    done: "vroeg om kwaliteitscontrole",
  },
  clear: {
    button: "Geef vrij",
    done: "gaf de oplevering vrij",
  },
  return: {
    button: "Geef terug",
    done: "gaf de oplevering terug",
  },
  release: {
    button: "Geef de oplevering",
    done: "gaf de oplevering aan het bedrijf",
  },
  supersede_delivery: {
    button: "Vervang de oplevering",
    done: "verving een eerdere oplevering",
  },
  check_content: {
    button: "Controleer de inhoud",
    done: "controleerde de inhoud",
  },
  account_effort: {
    button: "Verantwoord de inspanning",
    done: "verantwoordde de inspanning",
  },
  deliver: {
    button: "Lever op",
    done: "leverde op",
  },
  redeliver: {
    button: "Lever opnieuw op",
    done: "leverde opnieuw op",
  },
  report_incomplete: {
    button: "Meld wat ontbreekt",
    done: "meldde wat er ontbreekt",
  },
  open_closing_review: {
    button: "Plan het eindgesprek",
    done: "plande het eindgesprek",
  },
  open_acceptance: {
    button: "Begin de acceptatietoets",
    done: "begon de acceptatietoets",
  },
  judge_criteria: {
    button: "Beoordeel de criteria",
    done: "beoordeelde de criteria",
  },
  judge_afterwards: {
    button: "Geef alsnog een oordeel",
    done: "gaf alsnog een oordeel",
  },
  finish_review: {
    button: "Rond het eindgesprek af",
    done: "rondde het eindgesprek af",
    proposed: "stelde voor het eindgesprek af te ronden",
  },
  finish_without_client: {
    button: "Rond af zonder reactie",
    done: "rondde af zonder reactie van het bedrijf",
  },
  accept: {
    button: "Accepteer",
    done: "accepteerde het resultaat",
  },
  accept_with_deviation: {
    button: "Accepteer met afwijking",
    done: "accepteerde het resultaat met een afwijking",
    proposed: "stelde voor het resultaat met een afwijking te accepteren",
  },
  accept_by_clause: {
    button: "Accepteer volgens afspraak",
    done: "accepteerde volgens de afspraak over stilte",
  },
  decide_on_silence: {
    button: "Besluit na uitblijven van reactie",
    done: "besloot nadat een reactie uitbleef",
  },
  request_rework: {
    button: "Vraag om herstel",
    done: "vroeg om herstel",
    fields: {
      explanation: "Toelichting (de bevindingen staan bij de criteria)",
    },
  },
  answer_findings: {
    button: "Beantwoord de bevindingen",
    done: "beantwoordde de bevindingen",
  },
} satisfies Record<string, MoveWords>;
