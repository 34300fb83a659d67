import { confidentialities, ipProposals } from "#app/domain/words.ts";
import { ask, fee, inSection, make } from "./term.ts";

const { line, text, choice, whole, yesno, money } = make;

/**
 * Copyright and patents are agreed apart, since they point in opposite directions for students (docs/domain.md 5.3).
 */
export const owning = {
  ...inSection("rights", {
    ip_foreground: ask("MM", "both", { kind: "choice", options: ipProposals }),
    ip_background: ask("OO", "both", text(2000), { transfer: "L" }),
    ip_route: ask(
      "OO",
      "both",
      {
        kind: "rows",
        min: 1,
        max: 6,
        of: {
          maker: { kind: "choice", required: true, options: ["student", "teacher", "employee"] },
          route: { kind: "choice", required: true, options: ["own_choice", "keeps", "transfers", "employer"] },
          direction_by: { kind: "choice", required: true, options: ["education", "company"] },
          compensation: money,
        },
      },
      { transfer: "L" },
    ),
    deed_status: ask("OO", "both", choice("to_sign", "signed"), { transfer: "L" }),
    patent_clause: ask("MM", "both", choice("together", "by_share", "company_first")),
  }),
};
/** Asks level, scope, term in months; the examiner is always excepted. Freedom to publish, an embargo of at most six months. */
export const publishing = {
  ...inSection("secrecy", {
    confidentiality: ask("MM", "both", { kind: "choice", options: confidentialities }),
    confidentiality_scope: ask("OO", "both", text(2000), { confidential: "M" }),
    confidentiality_term: ask("OO", "both", whole(1, 120), { confidential: "M" }),
    confidentiality_exceptions: ask("MM", "both", {
      kind: "choices",
      options: ["examiner", "law", "already_known", "safety"],
    }),
    publication_right: ask("MM", "both", choice("free", "after_check", "summary")),
    embargo_months: ask("MM", "both", whole(0, 6)),
    portfolio_use: ask("MM", "both", yesno),
  }),
};
export const protecting = {
  ...inSection("privacy", {
    privacy_roles: ask("LL", "both", choice("each_own", "school_processes", "together")),
    privacy_data: ask("LL", "both", {
      kind: "choices",
      options: ["contact", "study_progress", "recordings", "customers", "health"],
    }),
    real_personal_data: ask("LL", "both", yesno),
    processing_agreement: ask("LL", "both", choice("not_needed", "exists", "to_sign")),
  }),
  ...inSection("liability", {
    liability_cap: fee(ask("MM", "both", money)),
    insured: ask("MM", "both", choice("both", "company", "education", "neither")),
  }),
};
export const changing = {
  ...inSection("changes", {
    change_control: ask("MM", "both", choice("new_version", "small_by_owners")),
    change_effects: ask("MM", "both", choice("named_each_time", "none_unless_signed")),
    suspension: ask("MM", "both", choice("both_may", "together")),
    early_end: ask("MM", "both", choice("as_in_law", "two_weeks", "one_month")),
    settlement_rule: ask("MM", "both", choice("work_and_benefit", "costs_made", "nothing_due")),
  }),
  ...inSection("complaints", {
    complaint_contact: ask("MM", "both", line()),
    dispute_ladder: ask("MM", "both", choice("talk_board_mediation_court")),
    law: ask("MM", "both", choice("dutch")),
    court: ask("MM", "both", choice("of_school", "of_company", "of_defendant")),
  }),
};
