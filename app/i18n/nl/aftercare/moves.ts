import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves after completion: use, anchoring, evaluation and guarantee. */
export const moves = {
  start_implementation: {
    button: "Start de implementatie",
    done: "startte de implementatie",
  },
  declare_in_use: {
    button: "Meld dat het in gebruik is",
    done: "meldde dat het resultaat in gebruik is",
  },
  declare_not_in_use: {
    button: "Meld dat het niet in gebruik is",
    done: "meldde dat het resultaat niet in gebruik is",
  },
  resume_implementation: {
    button: "Toch in gebruik nemen",
    done: "besloot het resultaat toch te gebruiken",
  },
  record_check: {
    button: "Vertel hoe het ervoor staat",
    done: "vertelde hoe het ervoor staat",
  },
  start_anchoring: {
    button: "Start de borging",
    done: "startte de borging",
    fields: {
      owner: "Wie doet de borging?",
      due_on: "Klaar op",
    },
  },
  note_curriculum: {
    button: "Noteer wat het onderwijs overneemt",
    done: "noteerde wat het onderwijs overneemt",
    fields: {
      what: "Wat precies, of waarom niets?",
    },
  },
  note_knowledge: {
    button: "Noteer het kennisproduct",
    done: "noteerde het kennisproduct",
    fields: {
      title: "Titel van het kennisproduct",
    },
  },
  note_follow_up: {
    button: "Noteer het vervolg",
    done: "noteerde het vervolg",
    fields: {
      what: "Wat precies?",
    },
  },
  note_yield: {
    button: "Noteer een leeropbrengst",
    done: "noteerde een leeropbrengst",
  },
  note_no_yield: {
    button: "Noteer waarom er geen opbrengst is",
    done: "noteerde waarom er geen opbrengst is",
  },
  ask_evaluations: {
    button: "Vraag om evaluaties",
    done: "vroeg om evaluaties",
    fields: {
      who: "Aan wie?",
    },
  },
  evaluate: {
    button: "Evalueer",
    done: "evalueerde de opdracht",
    fields: {
      learned: "Wat is er geleerd?",
    },
  },
  confirm_ledger: {
    button: "Bevestig de bijdragen",
    done: "bevestigde de bijdragen",
  },
  close: {
    button: "Sluit de opdracht",
    done: "sloot de opdracht",
  },
  open_case: {
    button: "Doe een beroep op de garantie",
    done: "deed een beroep op de garantie",
  },
  accept_case: {
    button: "Erken het gebrek",
    done: "erkende het gebrek",
  },
  refuse_case: {
    button: "Wijs het beroep af",
    done: "wees het beroep op garantie af",
  },
  remedy: {
    button: "Meld hersteld",
    done: "meldde dat het gebrek is hersteld",
    proposed: "gaf aan dat het gebrek is hersteld; de ander bevestigt dat nog",
  },
} satisfies Record<string, MoveWords>;
