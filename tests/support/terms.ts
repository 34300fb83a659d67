import type { Obligation } from "#app/domain/words.ts";
import type { Terms } from "#app/domain/terms/fields.ts";

const rows = (side: string) => ({ side, name: side === "company" ? "Verfmakerij De Kwast & Ketel" : "Vista College", place: "Sittard" });
/** An agreement in which every term is filled in, also the optional ones; nothing is missing. */
export const fullTerms = (obligation: Obligation): Terms => ({
  parties: [rows("company"), rows("education")], kvk: "12345678", brin: "99ZZ",
  signatories: [{ side: "company", name: "Noor de Wit", capacity: "directeur" }, { side: "education", name: "Eva Smit", capacity: "bestuurder" }],
  mandate_proof: [{ side: "company", proof: "trade_register" }, { side: "education", proof: "mandate_register" }],
  summary: "Minder loog bij het spoelen.", background: "Wij spoelen te lang.", scope_in: "Drie ketels.", scope_out: "Ombouw van de installatie.",
  obligation, contract_nature: "services", funding_regime: "contract", openness_effects: "as_agreed_here",
  learning_goals: ["student", "teacher", "employee"].map((group) => ({ group, goal: "kan meten" })), approach: "Wij meten eerst.", activities: [{ activity: "Geleidbaarheid meten", who: "studenten" }],
  effort_hours: [{ role: "student", hours: 640 }], deliverables: [{ title: "Spoeltabel", form: "rekenblad", version: "1.0" }], expert_company: "Meetbureau", subcontracting: "Geen",
  criteria: [{ text: "Monsters zijn juist ingedeeld.", value: "95% van 60", test_method: "blinde test", measurer: "hoofd laboratorium" }],
  acceptance_term: 10, rework_rounds: 2, rework_term: 15, silence_clause: false, guarantee_scope: "criteria", guarantee_term: 60, guarantee_term_reason: "Niet nodig", guarantee_remedy: "repair", quality_owner: "Karim Haddad",
  start_date: "2027-02-01", end_date: "2027-04-09", milestones: [{ title: "Meetplan", date: "2027-02-15" }, { title: "Spoeltabel", date: "2027-04-02" }], midterm_date: "2027-03-05", report_rhythm: "two_weeks", end_report: true,
  fee_kind: "fixed", fee_amount: 850_000, vat_regime: "standard", payment_days: 30,
  instalments: [{ title: "", amount: 425_000, trigger: "start" }, { title: "", amount: 425_000, trigger: obligation === "result" ? "acceptance" : "end" }],
  cost_lines: [{ title: "Begeleiding", amount: 850_000 }], expense_cap: 0, in_kind: [{ side: "company", kind: "hours", quantity: 36 }],
  company_hours: 4, company_contact: "Noor de Wit", company_data: "Receptgegevens", company_access: "by_appointment", company_safety: "at_kickoff", guidance_hours: 8, supervisors: [{ name: "Sanne Bakker" }],
  team_levels: ["mbo-4", "hbo"], team_tracks: ["bol", "hbo"], team_seats: 5, minors_allowed: true, named_employees: [{ name: "Milan Jansen" }], student_dropout_clause: "replace", study_continuity: "own_case",
  ip_foreground: "company_licence", ip_background: "Receptendatabase", ip_route: [{ maker: "student", route: "keeps", direction_by: "education" }], deed_status: "to_sign", patent_clause: "by_share",
  confidentiality: "summary_public", confidentiality_scope: "Recepten", confidentiality_term: 24, confidentiality_exceptions: ["examiner", "law"], publication_right: "summary", embargo_months: 3, portfolio_use: true,
  privacy_roles: "each_own", privacy_data: ["contact"], real_personal_data: false, processing_agreement: "not_needed", liability_cap: 1_000_000, insured: "both",
  change_control: "new_version", change_effects: "named_each_time", suspension: "both_may", early_end: "as_in_law", settlement_rule: "work_and_benefit",
  complaint_contact: "coördinator", dispute_ladder: "talk_board_mediation_court", law: "dutch", court: "of_school",
  implementation_plan: "Tabel in de besturing", implementation_owner: "Milan Jansen", implementation_date: "2027-06-01", curriculum_use_right: "yes", knowledge_product: "summary", evaluation_consent: true,
});
/** The same without one term. */
export const without = (terms: Terms, id: string): Terms => Object.fromEntries(Object.entries(terms).filter(([key]) => key !== id));
