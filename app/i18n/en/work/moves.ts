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
      minutes: "How long?",
      what: "What did you do?",
    },
  },
  record_midterm: {
    button: "Record the midterm review",
    done: "recorded the midterm review",
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
    button: "Reached",
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
};
