import type { RoundLetter } from "#app/domain/rounds/process.ts";

/** Describes letters about an assignment: what happened, a clock, a personal link, a code to sign with. */
export type AssignmentLetter = "event" | "reminder" | "last_notice" | "link" | "code";
/** Describes letters about an account that say always the same; each has its words (`letters.account`). */
export type FixedLetter =
  | "confirm_address"
  | "draft_link"
  | "draft_confirm"
  | "reset_password"
  | "invitation"
  | "already_registered"
  | "wants_to_join"
  | "round_result"
  | "round_coach"
  | "round_company"
  | "new_address"
  | "address_asked"
  | "address_changed"
  | "account_closed"
  | "factor_added"
  | "factor_removed"
  | "recovery_used"
  | "recovery_renewed"
  | "factors_taken"
  | "password_changed";
/** Describes letters to one person that belong to no assignment. */
export type AccountLetterKind = FixedLetter | RoundLetter | "saved_search";
type LetterKind = AssignmentLetter | AccountLetterKind;

/**
 * Tells whether a letter lets somebody in. What lets in is forgotten once such a letter is sent, and none comes to life
 * in a back-up. A new letter says which it is, or does not compile.
 */
const carried = {
  event: "plain",
  reminder: "plain",
  last_notice: "plain",
  link: "secret",
  code: "secret",
  confirm_address: "secret",
  draft_link: "secret",
  draft_confirm: "secret",
  reset_password: "secret",
  invitation: "secret",
  already_registered: "plain",
  wants_to_join: "plain",
  round_result: "plain",
  round_coach: "plain",
  round_company: "plain",
  new_address: "secret",
  address_asked: "plain",
  address_changed: "plain",
  account_closed: "plain",
  factor_added: "plain",
  factor_removed: "plain",
  recovery_used: "plain",
  recovery_renewed: "plain",
  factors_taken: "plain",
  password_changed: "plain",
  saved_search: "secret",
  round_open: "plain",
  round_moved: "plain",
  round_reopened: "plain",
  round_reminder: "plain",
  round_fewer: "plain",
  round_cancelled: "plain",
  round_stars: "plain",
  round_closed: "plain",
  round_sent_on: "plain",
  round_no_team: "plain",
  round_no_team_coach: "plain",
  round_priority: "plain",
} as const satisfies Record<LetterKind, "secret" | "plain">;
/** Describes a letter that may carry a link or code of its reader's own. */
export type SecretLetter = {
  [Kind in LetterKind]: (typeof carried)[Kind] extends "secret" ? Kind : never;
}[LetterKind];
/** Lists the letters that let somebody in. */
export const secretLetters = (Object.keys(carried) as LetterKind[]).filter(
  (kind): kind is SecretLetter => carried[kind] === "secret",
);
