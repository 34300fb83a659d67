import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves of a published result and of the consent of its makers. */
export const moves = {
  write_showcase: {
    button: "Schrijf het resultaat voor iedereen",
    done: "schreef het resultaat op voor iedereen",
    fields: {
      title: "Titel van het resultaat",
    },
  },
  rewrite_showcase: {
    button: "Herschrijf het resultaat",
    done: "herschreef het resultaat voor iedereen",
    fields: {
      title: "Titel van het resultaat",
    },
  },
  ask_showcase: {
    button: "Vraag iedereen om toestemming",
    done: "vroeg het bedrijf en elke maker of het resultaat online mag",
  },
  approve_showcase: {
    button: "Geef toestemming namens het bedrijf",
    done: "gaf namens het bedrijf toestemming om het resultaat te tonen",
  },
  refuse_showcase: {
    button: "Liever niet online",
    done: "wilde het resultaat liever niet online",
  },
  withdraw_showcase: {
    button: "Haal het resultaat offline",
    done: "haalde het resultaat offline",
  },
  show: {
    button: "Zet online",
    done: "zette het resultaat online, want iedereen zei ja",
  },
  hide: {
    button: "Haal offline",
    done: "haalde het resultaat offline, want een toestemming is ingetrokken",
  },
  ask_maker: {
    button: "Vraag een maker",
    done: "vroeg een maker om toestemming",
  },
  ask_again: {
    button: "Vraag een maker opnieuw",
    done: "vroeg een maker opnieuw om toestemming",
  },
  give_consent: {
    button: "Ik zeg ja",
    done: "gaf toestemming om het resultaat te tonen",
    fields: {
      consent: "Ik ga akkoord: iedereen mag dit resultaat zien",
    },
  },
  give_as_minor: {
    button: "Ik zeg ja, en vraag mijn ouder of verzorger",
    done: "zei ja en vroeg een ouder of verzorger",
    fields: {
      consent: "Ik ga akkoord: iedereen mag dit resultaat zien",
      name: "Naam van een ouder of verzorger",
      email: "E-mailadres van die ouder of verzorger",
    },
  },
  guardian_agrees: {
    button: "Ik geef toestemming",
    done: "gaf toestemming om het resultaat te tonen",
  },
  guardian_declines: {
    button: "Ik geef geen toestemming",
    done: "gaf geen toestemming om het resultaat te tonen",
  },
  refuse_consent: {
    button: "Liever niet",
    done: "gaf geen toestemming om het resultaat te tonen",
  },
  withdraw_consent: {
    button: "Trek mijn toestemming in",
    done: "trok de toestemming in om het resultaat te tonen",
  },
} satisfies Record<string, MoveWords>;
