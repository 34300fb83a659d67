import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves on the marketplace: opening a question and showing interest. */
export const moves = {
  publish: {
    button: "Publiceer",
    done: "publiceerde het vraagstuk",
  },
  unpublish: {
    button: "Haal terug voor aanpassing",
    done: "haalde het vraagstuk terug voor aanpassing",
  },
  schedule_publish: {
    button: "Plan de publicatie",
    done: "plande de publicatie",
  },
  cancel_publication: {
    button: "Haal de planning weg",
    done: "haalde de geplande publicatie weg",
  },
  invite_community: {
    button: "Nodig een community uit",
    done: "nodigde een community uit",
  },
  reopen_matching: {
    button: "Zoek een ander team",
    done: "zocht een ander team",
  },
  rematch: {
    button: "Zet terug op de markt",
    done: "zette het vraagstuk terug op de markt",
  },
  show_interest: {
    button: "Toon interesse",
    done: "toonde interesse",
  },
  drop_interest: {
    button: "Trek je interesse in",
    done: "trok de interesse in",
  },
  place: {
    button: "Plaats in het team",
    done: "gaf een student met interesse een plaats",
  },
  lapse_interest: {
    button: "Laat de interesse vervallen",
    done: "liet een interesse vervallen",
  },
} satisfies Record<string, MoveWords>;
