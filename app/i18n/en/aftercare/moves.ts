import type { moves as nl } from "#app/i18n/nl/aftercare/moves.ts";

export const moves: typeof nl = {
  start_implementation: {
    button: "Start the implementation",
    done: "started the implementation",
  },
  declare_in_use: {
    button: "Report that it is in use",
    done: "reported that the result is in use",
  },
  declare_not_in_use: {
    button: "Report that it is not in use",
    done: "reported that the result is not in use",
  },
  resume_implementation: {
    button: "Put into use after all",
    done: "decided to use the result after all",
  },
  record_check: {
    button: "Report how it is going",
    done: "reported how it is going",
  },
  start_anchoring: {
    button: "Start the anchoring",
    done: "started the anchoring",
    fields: {
      owner: "Who does the anchoring?",
      due_on: "Done by",
    },
  },
  note_curriculum: {
    button: "Record what education adopts",
    done: "recorded what education adopts",
    fields: {
      what: "What exactly, or why nothing?",
    },
  },
  note_knowledge: {
    button: "Record the knowledge product",
    done: "recorded the knowledge product",
    fields: {
      title: "Title of the knowledge product",
    },
  },
  note_follow_up: {
    button: "Record the follow-up",
    done: "recorded the follow-up",
    fields: {
      what: "What exactly?",
    },
  },
  note_yield: {
    button: "Record a learning outcome",
    done: "recorded a learning outcome",
  },
  note_no_yield: {
    button: "Record why there is no outcome",
    done: "recorded why there is no outcome",
  },
  ask_evaluations: {
    button: "Ask for evaluations",
    done: "asked for evaluations",
    fields: {
      who: "Whom?",
    },
  },
  evaluate: {
    button: "Evaluate",
    done: "evaluated the assignment",
    fields: {
      learned: "What was learned?",
    },
  },
  confirm_ledger: {
    button: "Confirm the contributions",
    done: "confirmed the contributions",
  },
  close: {
    button: "Close the assignment",
    done: "closed the assignment",
  },
  open_case: {
    button: "Invoke the guarantee",
    done: "invoked the guarantee",
  },
  accept_case: {
    button: "Acknowledge the defect",
    done: "acknowledged the defect",
  },
  refuse_case: {
    button: "Refuse the claim",
    done: "refused the claim on the guarantee",
  },
  remedy: {
    button: "Report as repaired",
    done: "reported the defect as repaired",
    proposed: "said that the defect is repaired; the other side has yet to confirm",
  },
};
