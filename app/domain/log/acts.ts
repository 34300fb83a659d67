/** These acts are about a question somebody asked; a letter reports each. */
export const questionActs = ["ask_question", "answer_question", "withhold_question"] as const;
export type QuestionAct = (typeof questionActs)[number];
/** Each act of a clock is a line in the log, and a letter of the same kind. */
export const clockNotices = ["reminder", "last_notice", "escalation", "flag", "selection", "not_published"] as const;
export type ClockNotice = (typeof clockNotices)[number];
/**
 * Lists what stands in the log of an assignment without being a move of a table. It leaves every status as it is, and
 * has a sentence in `app/i18n/<language>/log/log.ts`.
 */
export const loggedActs = [
  "edit_text",
  "add_evidence",
  "builds_on",
  "accept_secrecy",
  "sign_annex",
  "sign_deed",
  ...questionActs,
  ...clockNotices,
] as const;
export type LoggedAct = (typeof loggedActs)[number];
