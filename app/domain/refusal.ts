/**
 * The closed list of ways to say no, each with its HTTP status. Words for them live in `app/i18n`; anything else is a
 * bug and a 500.
 */
export const refusals = {
  invalid: 400,
  malformed: 400,
  not_found: 404,
  not_yours: 403,
  logged_out: 401,
  too_large: 413,
  unsupported: 415,
  wrong_status: 409,
  other_obligation: 409,
  guards: 409,
  on_hold: 409,
  disputed: 409,
  stale: 409,
  already_said: 409,
  already_done: 409,
  key_reused: 409,
  too_many: 429,
  busy: 503,
  wrong_credentials: 400,
  link_invalid: 410,
  log_in_first: 403,
  somebody_else: 403,
  prove_first: 403,
  account_disabled: 403,
  already_signed: 409,
  cross_site: 403,
  method: 405,
} as const;
export type Why = keyof typeof refusals;

/**
 * One reason a field was refused; `i18n` turns the code into a sentence that says what to do. `sums`: amounts that the
 * sentence names, in whole cents; `about`: what else it names, in the words of who reads it.
 */
export type FieldError = {
  code: FieldErrorCode;
  limit?: number;
  day?: string;
  sums?: readonly number[];
  about?: string;
  /** Holds the guard whose sentence it is. */
  guard?: string;
};
const fieldErrorCodes = [
  "required",
  "type_again",
  "not_ticked",
  "too_long",
  "too_short",
  "not_a_date",
  "date_out_of_range",
  "date_too_early",
  "date_too_late",
  "not_a_number",
  "number_out_of_range",
  "age_contradicts",
  "check_not_yet",
  "check_answered",
  "not_measured",
  "evidence_needed",
  "not_a_duration",
  "duration_too_long",
  "duration_too_short",
  "not_whole_hours",
  "hours_over_period",
  "noted_already",
  "hours_not_there",
  "day_too_full",
  "not_money",
  "ambiguous_money",
  "not_an_email",
  "not_a_kvk",
  "not_a_postcode",
  "not_an_option",
  "not_a_time",
  "common_password",
  "own_words_password",
  "no_match",
  "too_many_items",
  "too_few_items",
  "file_too_large",
  "files_too_large",
  "file_type",
  "no_file",
  "file_empty",
  "file_quota",
  "upload_budget_person",
  "upload_budget_centre",
  "file_not_kept",
  "unreadable_text",
  "already_used",
  "already_with",
  "other_name",
  "other_guardian",
  "secret_not_open",
  "open_licence_asked",
  "in_team",
  "seat_misfit",
  "no_seat",
  "wrong_code",
  "wrong_begin_code",
  "wrong_password",
  "wrong_factor_code",
  "wrong_passkey",
  "not_a_link",
  "not_in_future",
  "too_few_choices",
  "nobody_to_add",
  "not_a_sheet",
  "not_a_slug",
  "not_a_day_of_year",
  "known_account",
  "disabled_account",
  "nobody_here",
  "has_role",
  "above_agreed",
  "above_left",
  "above_version",
  "above_card",
  "other_sum",
  "nothing_to_take_back",
  "noted_by_other",
  "invoice_has_day",
  "was_paid",
  "late_stays",
  "why_taken_back",
  "why_other_ledger",
  "held_back",
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

/**
 * Tells who was first, with what and when; and on which assignment that is to be read. `name` is empty where the
 * reader may not know it, of their own act, and of what no person did.
 */
export type First = {
  name: string;
  by: "reader" | "person" | "system";
  move: string;
  half: boolean;
  at: string;
  assignment: string;
};

/**
 * A refusal the product chose to give. `missing` names failed guards; `errors` names fields; `facts` who was first
 * (person, move, time).
 */
export class Refusal extends Error {
  constructor(
    readonly why: Why,
    readonly missing: readonly string[] = [],
    readonly errors: Readonly<Record<string, FieldError>> = {},
    readonly first: First | null = null,
    /** Tells of `too_many` in how many minutes it may be tried again. */
    readonly wait: number | null = null,
  ) {
    super([why, ...missing, ...Object.entries(errors).map(([field, { code }]) => `${field}:${code}`)].join(" "));
  }
}
/** Throws a Refusal with this reason. */
export function refuse(why: Why, missing?: readonly string[], errors?: Record<string, FieldError>): never {
  throw new Refusal(why, missing, errors);
}
/** Refuses with errors beside named fields. */
export function refuseFields(errors: Record<string, FieldError>): never {
  throw new Refusal("invalid", [], errors);
}
