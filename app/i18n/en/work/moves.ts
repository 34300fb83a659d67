import type { moves as nl } from "#app/i18n/nl/work/moves.ts";

export const moves: typeof nl = {
  start: {
    button: "Start the assignment",
    done: "started the assignment",
  },
  record_kickoff: {
    button: "Record the kick-off",
    done: "recorded the kick-off",
  },
  plan_midterm: {
    button: "Plan the midterm review",
    done: "planned the midterm review",
  },
  report: {
    button: "Write a progress report",
    done: "wrote a progress report",
  },
  log_hours: {
    button: "Log hours",
    done: "logged hours",
    fields: {
      what: "What was done?",
    },
  },
  record_midterm: {
    button: "Record the midterm review",
    done: "recorded the midterm review",
    proposed: "proposed the outcome of the midterm review",
    fields: {
      changes: "What changes? Write ‘nothing’ if all goes well.",
    },
  },
  pause: {
    button: "Pause",
    done: "paused the assignment",
  },
  resume: {
    button: "Resume",
    done: "resumed the assignment",
  },
  stop: {
    button: "Stop the assignment",
    done: "stopped the assignment",
  },
  consent_to_stop: {
    button: "Agree to stopping",
    done: "agreed to stopping",
    before:
      "This does not stop the assignment yet. Your school's signatory may then stop it for a weighty reason. " +
      "Your agreement counts for 14 days. Only the signatory and the coordinator read why you agree.",
    fields: {
      why: "Why do you agree to stopping?",
      consent: "I agree to stopping",
    },
  },
  plan_study: {
    button: "Record how students will continue",
    done: "recorded how students will continue",
  },
  plan: {
    button: "Plan a milestone",
    done: "planned a milestone",
    fields: {
      title: "Milestone",
      due_on: "When will it be done?",
    },
  },
  reach: {
    button: "Mark as reached",
    done: "reached a milestone",
    fields: {
      evidence: "What shows that?",
    },
  },
  move_milestone: {
    button: "Move",
    done: "moved a milestone",
  },
  drop_milestone: {
    button: "Drop",
    done: "dropped a milestone",
  },
  follow_agreement: {
    button: "Follow the agreement",
    done: "changed a milestone to follow the new version of the agreement",
  },
  drop_as_agreed: {
    button: "Drop as agreed",
    done: "dropped a milestone, because the new version of the agreement leaves it out",
  },
  lapse_milestone: {
    button: "Let lapse",
    done: "closed a milestone, because the work is over",
  },
  raise_flag: {
    button: "Report an obstacle",
    done: "reported an obstacle",
  },
  follow_flag: {
    button: "Say what is being done",
    done: "said what is being done about an obstacle",
    fields: { flag_note: "What has been done?" },
  },
  hand_over_flag: {
    button: "Hand over",
    done: "handed an obstacle over",
    fields: { flag_note: "Why to this person?" },
  },
  close_flag: {
    button: "Mark as solved",
    done: "closed an obstacle",
    fields: { flag_note: "How was it solved?" },
  },
  raise_concern: {
    button: "Report a concern",
    done: "reported a concern",
  },
  follow_concern: {
    button: "Note what is being done",
    done: "noted what is being done about a concern",
    fields: { flag_note: "What has been done?" },
  },
  settle_concern: {
    button: "Concern is gone",
    done: "closed a concern",
    fields: { flag_note: "How was it solved?" },
  },
  lapse_flag: {
    button: "Close the obstacle",
    done: "closed an obstacle, because there is no team any more",
  },
  lapse_concern: {
    button: "Close the concern",
    done: "closed a concern, because there is no team any more",
  },
};
