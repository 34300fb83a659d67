import type { Switches } from "#app/domain/centre/switches.ts";
import type { Confidentiality, IpProposal } from "#app/domain/words.ts";
import type { Terms } from "./fields.ts";

/**
 * Says how a result starts out being judged: terms of the centre, no acceptance by silence, repair during the guarantee.
 * Measurable values and test methods stay open.
 */
export function judgedDefaults(
  switches: Switches,
  criteria: readonly string[],
  people: { contact?: string; qualityOwner?: string },
): Terms {
  return {
    criteria: criteria
      .slice(0, 20)
      .map((text) => ({ text, value: "", test_method: "", measurer: people.contact ?? "" })),
    acceptance_term: switches.timers.acceptance,
    rework_rounds: switches.rework_rounds_max,
    rework_term: switches.timers.rework,
    silence_clause: false,
    guarantee_scope: "criteria",
    guarantee_term: switches.guarantee_days,
    guarantee_remedy: "repair",
    quality_owner: people.qualityOwner ?? null,
  };
}
/**
 * Under a transfer every student still chooses in an own annex; employees' work is their employer's (docs/domain.md
 * 5.3).
 */
const routes = [
  { maker: "student", route: "own_choice", direction_by: "education" },
  { maker: "teacher", route: "transfers", direction_by: "education" },
  { maker: "employee", route: "employer", direction_by: "company" },
] as const;

/** Standard choices for rights, secrecy, privacy, changes, complaints and anchoring. */
export function lawDefaults({
  confidentiality,
  subsidised,
  rights,
}: {
  confidentiality: Confidentiality;
  subsidised: boolean;
  rights: IpProposal;
}): Terms {
  const open = confidentiality === "public";
  const secret = confidentiality === "secret";
  return {
    openness_effects: subsidised ? "open_results" : "as_agreed_here",
    ip_foreground: rights,
    ...(rights === "transfer_by_deed" ? { ip_route: routes, deed_status: "to_sign" } : {}),
    patent_clause: "by_share",
    confidentiality,
    confidentiality_term: open ? null : 24,
    confidentiality_exceptions: ["examiner", "law", "already_known", "safety"],
    publication_right: open ? "free" : secret ? "after_check" : "summary",
    embargo_months: open ? 0 : 3,
    portfolio_use: !secret,
    privacy_roles: "each_own",
    privacy_data: ["contact"],
    real_personal_data: false,
    processing_agreement: "not_needed",
    change_control: "small_by_owners",
    change_effects: "named_each_time",
    suspension: "both_may",
    early_end: "as_in_law",
    settlement_rule: "work_and_benefit",
    dispute_ladder: "talk_board_mediation_court",
    law: "dutch",
    court: "of_school",
    student_dropout_clause: "replace_or_shrink",
    study_continuity: "own_case",
    curriculum_use_right: secret ? "without_names" : "yes",
    knowledge_product: "summary",
    evaluation_consent: true,
  };
}
