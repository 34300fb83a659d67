import type { log as nl } from "#app/i18n/nl/log/log.ts";

export const log: typeof nl = {
  notes: {
    builds_on: "said what this builds on",
    not_published: "could not publish on the planned day",
    ask_question: "asked a question about it",
    answer_question: "answered a question",
    withhold_question: "did not publish a question",
    edit_text: "changed the text",
    add_evidence: "added evidence",
    sign_annex: "signed an annex",
    sign_deed: "signed a deed of transfer",
    accept_secrecy: "accepted secrecy",
    reminder: "sent a reminder",
    last_notice: "sent a last notice",
    escalation: "passed on that a deadline is over",
    flag: "raised a signal",
    selection: "closed the window: choose a team",
  },
  somebody: "Somebody",
  system: "Samenspel",
  one: {
    team_student: "a student in the team",
    centre_student: "a student",
    centre_teacher: "a teacher of the centre",
    claimant: "a learning community with a claim",
    steering_group_member: "somebody of the steering group",
    dispute_board: "somebody of the steering group",
    former_dispute_board: "somebody of the steering group",
    anyone: "somebody",
  },
};
