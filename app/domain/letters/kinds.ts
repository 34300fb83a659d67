import type { RoundLetter } from "#app/domain/rounds/process.ts";

/** Letters about an assignment: what happened, a clock, a personal link, a code to sign with. */
export type AssignmentLetter = "event" | "reminder" | "last_notice" | "link" | "code";
/** Letters about an account that say always the same; each has its words (`letters.account`). */
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
/** Letters to one person that belong to no assignment. */
export type AccountLetterKind = FixedLetter | RoundLetter | "saved_search";
type LetterKind = AssignmentLetter | AccountLetterKind;

/** Letters that let somebody in: what lets in is forgotten once such a letter is sent, and none comes to life in a back-up. */
export const secretLetters = [
  "code",
  "link",
  "confirm_address",
  "reset_password",
  "invitation",
  "saved_search",
  "draft_link",
  "draft_confirm",
  "new_address",
] as const satisfies readonly LetterKind[];
