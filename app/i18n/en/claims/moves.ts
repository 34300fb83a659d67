import type { moves as nl } from "#app/i18n/nl/claims/moves.ts";

export const moves: typeof nl = {
  select_claim: {
    button: "Choose this team",
    done: "chose a team",
    fields: {
      message: "Message to the team",
    },
  },
  submit_claim: {
    button: "Claim this question",
    done: "claimed the question",
    fields: {
      community: "On behalf of which community?",
      obligation: "Which obligation do you offer?",
    },
  },
  revise_claim: {
    button: "Change or reconfirm the claim",
    done: "changed the claim",
  },
  shortlist: {
    button: "Put on the shortlist",
    done: "put a claim on the shortlist",
  },
  decline_claim: {
    button: "Decline this claim",
    done: "declined a claim",
  },
  withdraw_claim: {
    button: "Withdraw the claim",
    done: "withdrew the claim",
  },
  expire_claim: {
    button: "Let the claim expire",
    done: "let a claim expire",
  },
  let_go: {
    button: "Release the claim",
    done: "released the selected claim",
  },
  advise_claim: {
    button: "Advise on this claim",
    done: "advised on a claim",
  },
  give_up: {
    button: "Withdraw the selected claim",
    done: "withdrew the selected claim",
  },
  run_off: {
    button: "Let the selected claim lapse",
    done: "let the selected claim lapse",
  },
};
