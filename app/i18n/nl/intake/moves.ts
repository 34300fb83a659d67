import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves from the first words to an accepted question. */
export const moves = {
  submit: {
    button: "Dien in",
    done: "diende het vraagstuk in",
  },
  recall: {
    button: "Haal terug",
    done: "haalde het vraagstuk terug",
  },
  start_intake: {
    button: "Neem in behandeling",
    done: "nam het vraagstuk in behandeling",
  },
  return_to_draft: {
    button: "Vraag om aanvulling",
    done: "vroeg om aanvulling",
  },
  reject: {
    button: "Wijs af",
    done: "wees het vraagstuk af",
  },
  check_fit: {
    button: "Toets of het past",
    done: "toetste of het vraagstuk past",
  },
  approve_text: {
    button: "Keur de tekst goed",
    done: "keurde de tekst goed",
  },
  verify_company: {
    button: "Controleer het bedrijf",
    done: "controleerde het bedrijf",
  },
  withdraw: {
    button: "Trek in",
    done: "trok het vraagstuk in",
  },
  close_no_reply: {
    button: "Sluit: geen reactie",
    done: "sloot het vraagstuk omdat een reactie uitbleef",
  },
  expire: {
    button: "Laat verlopen",
    done: "liet het vraagstuk verlopen",
  },
  reinstate: {
    button: "Open opnieuw",
    done: "opende het vraagstuk opnieuw",
  },
} satisfies Record<string, MoveWords>;
