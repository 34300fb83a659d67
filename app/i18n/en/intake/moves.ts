import type { moves as nl } from "#app/i18n/nl/intake/moves.ts";

export const moves: typeof nl = {
  submit: {
    button: "Submit",
    done: "submitted the question",
  },
  recall: {
    button: "Take back",
    done: "took the question back",
  },
  start_intake: {
    button: "Start the intake",
    done: "started the intake of the question",
  },
  return_to_draft: {
    button: "Ask for more information",
    done: "asked for more information",
  },
  reject: {
    button: "Reject",
    done: "rejected the question",
  },
  check_fit: {
    button: "Check the fit",
    done: "checked whether the question fits",
  },
  approve_text: {
    button: "Approve the text",
    done: "approved the text",
  },
  verify_company: {
    button: "Verify the company",
    done: "verified the company",
  },
  withdraw: {
    button: "Withdraw",
    done: "withdrew the question",
  },
  close_no_reply: {
    button: "Close: no reply",
    done: "closed the question for lack of a reply",
  },
  expire: {
    button: "Let expire",
    done: "let the question expire",
  },
  reinstate: {
    button: "Reopen",
    done: "reopened the question",
  },
};
