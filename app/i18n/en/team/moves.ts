import type { moves as nl } from "#app/i18n/nl/team/moves.ts";

export const moves: typeof nl = {
  invite: {
    button: "Invite",
    done: "invited somebody to the team",
  },
  join: {
    button: "Join",
    done: "joined the team",
  },
  note_track: {
    button: "Note the track",
    done: "noted which track a student follows",
  },
  assess: {
    button: "Assess the work",
    done: "assessed the work of a student",
  },
  correct_assessment: {
    button: "Correct the assessment",
    done: "corrected the assessment of a student",
  },
  refuse_seat: {
    button: "Rather not",
    done: "would rather not join",
  },
  leave: {
    button: "Leave the team",
    done: "left the team",
    fields: {
      explanation: "Explanation (optional)",
    },
  },
  remove: {
    button: "Remove from the team",
    done: "removed somebody from the team",
  },
  report_team_loss: {
    button: "Report that the team has dropped out",
    done: "reported that the team has dropped out",
    fields: {
      who: "Who has dropped out?",
    },
  },
  consent_to_rematch: {
    button: "Agree to a new team",
    done: "agreed to a new team",
    fields: {
      consent: "I agree to a new team",
    },
  },
  ask_guardian: {
    button: "Ask for consent",
    done: "asked a parent or guardian for consent",
    fields: {
      name: "Name of your parent or guardian",
      email: "E-mail address of your parent or guardian",
    },
  },
  resend_guardian: {
    button: "Send the request again",
    done: "sent the request for consent again",
  },
  approve: {
    button: "Approve",
    done: "gave consent",
    fields: {
      consent: "I give consent for this assignment",
    },
  },
  refuse_guardian: {
    button: "Refuse",
    done: "refused consent",
  },
  expire_request: {
    button: "Let the request expire",
    done: "let the request for consent expire",
  },
  came_of_age: {
    button: "No longer needed",
    done: "closed the request: the student is eighteen",
  },
};
