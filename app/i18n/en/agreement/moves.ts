import type { moves as nl } from "#app/i18n/nl/agreement/moves.ts";

export const moves: typeof nl = {
  conclude: {
    button: "Conclude",
    done: "concluded the agreement",
  },
  propose: {
    button: "Propose",
    done: "made a proposal",
  },
  counter: {
    button: "Make a counter-proposal",
    done: "made a counter-proposal: the earlier version no longer stands, also for who signed it or was asked to",
  },
  discard: {
    button: "Drop this draft",
    done: "dropped a change: the signed agreement stays in force",
  },
  take_back: {
    button: "Withdraw the proposal",
    done: "withdrew the proposal: it no longer stands, also for who signed it or was asked to",
  },
  confirm_quality: {
    button: "Vouch for the quality",
    done: "vouched for the quality",
  },
  prove_mandate: {
    button: "Add proof of authority",
    done: "added proof of authority",
    fields: { files: "Extract, mandate or power of attorney" },
  },
  sign: {
    button: "Sign",
    done: "signed",
    fields: {
      name: "Your name",
      consent: "I sign this version on behalf of my organisation",
    },
  },
  seal: {
    button: "Make final",
    done: "made the agreement final",
  },
  lapse: {
    button: "Let lapse",
    done: "let the proposal lapse: it no longer stands, also for who signed it or was asked to",
  },
  supersede: {
    button: "Replace",
    done: "replaced the previous version",
  },
  end_agreement: {
    button: "End the agreement",
    done: "ended the agreement",
  },
  terminate: {
    button: "Terminate the agreement",
    done: "terminated the agreement",
    fields: {
      notice: "What did you write to the other side?",
      ground: "On what ground?",
    },
  },
  record_agreement_end: {
    button: "Record the end of the agreement",
    done: "recorded the end of the agreement",
    proposed: "proposed how the agreement ends",
    fields: {
      settlement: "What was done, and how will you settle?",
    },
  },
  give_default_notice: {
    button: "Give notice of default",
    done: "gave notice of default",
  },
  extend: {
    button: "Extend",
    done: "extended the deadline",
  },
  extend_together: {
    button: "Extend together",
    done: "extended the deadline together",
    proposed: "proposed a longer deadline",
  },
  record_payment: {
    button: "Record an invoice or payment",
    done: "recorded an invoice or a payment",
  },
  agree_settlement: {
    button: "Record the amount of the settlement",
    done: "recorded the amount of the settlement",
    proposed: "proposed an amount for the settlement",
    fields: {
      settlement: "What is this settlement about?",
      settlement_due: "To be paid at the latest on",
    },
  },
  open_dispute: {
    button: "Report a dispute",
    done: "reported a dispute",
  },
  answer_dispute: {
    button: "Give your side of the dispute",
    done: "gave their side of the dispute",
    fields: { answer: "What is your side of the story?" },
  },
  escalate_dispute: {
    button: "Take the dispute a step further",
    done: "took the next step in the dispute",
  },
  settle_dispute: {
    button: "Record the solution",
    done: "recorded the solution of the dispute",
    proposed: "proposed a solution of the dispute",
  },
  settle_without_solution: {
    button: "Decide on the dispute",
    done: "decided on the dispute",
    fields: { text: "What is the decision, and why?" },
  },
};
