import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves of seats in the team and of a guardian's consent. */
export const moves = {
  invite: {
    button: "Nodig uit",
    done: "nodigde iemand uit voor het team",
  },
  join: {
    button: "Doe mee",
    done: "ging meedoen in het team",
  },
  note_track: {
    button: "Noteer de leerweg",
    done: "noteerde welke leerweg een student volgt",
  },
  assess: {
    button: "Beoordeel het werk",
    done: "beoordeelde het werk van een student",
  },
  correct_assessment: {
    button: "Verbeter de beoordeling",
    done: "verbeterde de beoordeling van een student",
  },
  refuse_seat: {
    button: "Liever niet",
    done: "wilde liever niet meedoen",
  },
  leave: {
    button: "Verlaat het team",
    done: "verliet het team",
    fields: {
      explanation: "Toelichting (hoeft niet)",
    },
  },
  remove: {
    button: "Haal uit het team",
    done: "haalde iemand uit het team",
  },
  report_team_loss: {
    button: "Meld dat het team uitvalt",
    done: "meldde dat het team uitvalt",
    fields: {
      who: "Wie valt uit?",
    },
  },
  consent_to_rematch: {
    button: "Stem in met een nieuw team",
    done: "stemde in met een nieuw team",
    fields: {
      consent: "Ik ga akkoord met een nieuw team",
    },
  },
  ask_guardian: {
    button: "Vraag toestemming",
    done: "vroeg een ouder of verzorger om toestemming",
    fields: {
      name: "Naam van je ouder of verzorger",
      email: "E-mailadres van je ouder of verzorger",
    },
  },
  resend_guardian: {
    button: "Stuur de vraag opnieuw",
    done: "stuurde de vraag om toestemming opnieuw",
  },
  approve: {
    button: "Keur goed",
    done: "gaf toestemming",
    fields: {
      consent: "Ik geef toestemming voor deze opdracht",
    },
  },
  refuse_guardian: {
    button: "Weiger",
    done: "gaf geen toestemming",
  },
  expire_request: {
    button: "Laat de vraag verlopen",
    done: "liet de vraag om toestemming verlopen",
  },
  came_of_age: {
    button: "Niet meer nodig",
    done: "sloot de vraag om toestemming: de student is achttien",
  },
} satisfies Record<string, MoveWords>;
