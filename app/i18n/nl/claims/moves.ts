import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves of a claim. */
export const moves = {
  select_claim: {
    button: "Kies dit team",
    done: "koos een team",
    fields: {
      message: "Bericht aan het team",
    },
  },
  submit_claim: {
    button: "Claim dit vraagstuk",
    done: "claimde het vraagstuk",
    fields: {
      community: "Namens welke community?",
      obligation: "Welke verplichting biedt de claim?",
    },
  },
  revise_claim: {
    button: "Pas de claim aan of bevestig opnieuw",
    done: "paste de claim aan",
  },
  shortlist: {
    button: "Zet op de shortlist",
    done: "zette een claim op de shortlist",
  },
  decline_claim: {
    button: "Wijs deze claim af",
    done: "wees een claim af",
  },
  withdraw_claim: {
    button: "Trek de claim in",
    done: "trok de claim in",
  },
  expire_claim: {
    button: "Laat de claim verlopen",
    done: "liet een claim verlopen",
  },
  let_go: {
    button: "Laat de claim los",
    done: "liet de gekozen claim los",
  },
  advise_claim: {
    button: "Geef advies over deze claim",
    done: "gaf advies over een claim",
  },
  give_up: {
    button: "Trek de gekozen claim in",
    done: "trok de gekozen claim in",
  },
  run_off: {
    button: "Laat de gekozen claim verlopen",
    done: "liet de gekozen claim verlopen",
  },
} satisfies Record<string, MoveWords>;
