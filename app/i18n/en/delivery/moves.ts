import type { moves as nl } from "#app/i18n/nl/delivery/moves.ts";

export const moves: typeof nl = {
  prepare: {
    button: "Prepare a delivery",
    done: "prepared a delivery",
    fields: {
      label: "Name of this version",
    },
  },
  add_files: {
    button: "Update the delivery",
    done: "updated the delivery",
  },
  ask_quality_check: {
    button: "Ask for a quality check",
    done: "asked for a quality check",
  },
  clear: {
    button: "Clear",
    done: "cleared the delivery",
  },
  return: {
    button: "Return",
    done: "returned the delivery",
  },
  release: {
    button: "Release",
    done: "released the delivery",
  },
  supersede_delivery: {
    button: "Replace the delivery",
    done: "replaced an earlier delivery",
  },
  check_content: {
    button: "Check the content",
    done: "checked the content",
  },
  account_effort: {
    button: "Account for the effort",
    done: "accounted for the effort",
  },
  deliver: {
    button: "Deliver",
    done: "delivered",
  },
  redeliver: {
    button: "Deliver again",
    done: "delivered again",
  },
  report_incomplete: {
    button: "Report what is missing",
    done: "reported what is missing",
  },
  open_closing_review: {
    button: "Plan the closing review",
    done: "planned the closing review",
  },
  open_acceptance: {
    button: "Begin the acceptance test",
    done: "began the acceptance test",
  },
  judge_criteria: {
    button: "Judge the criteria",
    done: "judged the criteria",
  },
  judge_afterwards: {
    button: "Give a verdict after all",
    done: "gave a verdict after all",
  },
  finish_review: {
    button: "Finish the closing review",
    done: "finished the closing review",
    proposed: "proposed to finish the closing review",
  },
  finish_without_client: {
    button: "Finish without reply",
    done: "finished without a reply from the company",
  },
  accept: {
    button: "Accept",
    done: "accepted the result",
  },
  accept_with_deviation: {
    button: "Accept with a deviation",
    done: "accepted the result with a deviation",
    proposed: "proposed to accept the result with a deviation",
  },
  accept_by_clause: {
    button: "Accept under the silence clause",
    done: "accepted under the silence clause",
  },
  decide_on_silence: {
    button: "Decide after silence",
    done: "decided after silence",
  },
  request_rework: {
    button: "Ask for rework",
    done: "asked for rework",
    fields: {
      explanation: "Explanation (the findings are beside the criteria)",
    },
  },
  answer_findings: {
    button: "Answer the findings",
    done: "answered the findings",
  },
};
