import type { moves as nl } from "#app/i18n/nl/market/moves.ts";

export const moves: typeof nl = {
  publish: {
    button: "Publish",
    done: "published the question",
  },
  unpublish: {
    button: "Take back for changes",
    done: "took the question back for changes",
  },
  schedule_publish: {
    button: "Plan the publication",
    done: "planned the publication",
  },
  cancel_publication: {
    button: "Cancel the plan",
    done: "cancelled the planned publication",
  },
  invite_community: {
    button: "Invite a community",
    done: "invited a community",
  },
  reopen_matching: {
    button: "Find another team",
    done: "looked for another team",
  },
  rematch: {
    button: "Put back on the market",
    done: "put the question back on the market",
  },
  show_interest: {
    button: "Show interest",
    done: "showed interest",
  },
  drop_interest: {
    button: "Withdraw your interest",
    done: "withdrew the interest",
  },
  place: {
    button: "Place in the team",
    done: "gave an interested student a place",
  },
  lapse_interest: {
    button: "Let the interest lapse",
    done: "let an interest lapse",
  },
};
