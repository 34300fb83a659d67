import type { clauses as nl } from "#app/i18n/nl/agreement/clauses.ts";

/** Adds text only when there is something to say. */
const when = (said: string | boolean, sentence: string) => (said ? sentence : "");
const bracket = (said: string) => (said ? ` (${said})` : "");

/**
 * Holds the words of the clauses of the agreement. Under effort the school does its best and promises no outcome;
 * only a result agreement promises one.
 */
export const clauses: typeof nl = {
  parties: (t) => [
    ...t.lines("parties", (c) => `${c("side")}: ${c("name")}${when(c("place"), `, ${c("place")}`)}.`),
    `Trade register number of the company: ${t.it("kvk")}. BRIN code of the institution: ${t.it("brin")}.`,
  ],
  authority: (t) => [
    ...t.lines("signatories", (c) => `${c("side")}: ${c("name")}, ${c("capacity") || "authorised signatory"}, signs.`),
    ...t.lines("mandate_proof", (c) => `Proof of authority (${c("side").toLowerCase()}): ${c("proof")}.`),
  ],
  question: (t) => [t.it("summary"), t.it("background")],
  scope: (t) => [
    `The assignment includes: ${t.it("scope_in")}.`,
    `The assignment does not include: ${t.it("scope_out")}.`,
  ],
  obligation_effort: () => [
    "This is an obligation of effort. The school does its best, as may be expected of a careful team.",
    "The school promises no outcome. If a wished outcome does not come, that by itself is no breach.",
  ],
  obligation_result: () => [
    "This is an obligation of result. The school delivers the result described under ‘Acceptance’.",
    "The company tests only against the criteria stated there.",
  ],
  good_contractor: () => [
    "The school works with care, follows reasonable instructions in time and keeps the company informed. " +
      "It reports when the work is complete and gives account of it.",
  ],
  nature: (t) => [`Kind of work: ${t.it("contract_nature")}.`],
  funding: (t) => [
    `Funding: ${t.it("funding_regime")}. ${t.it("openness_effects")}.`,
    t.is("funding_regime", "subsidised_ppp")
      ? "The work is subsidised. Therefore the results are open to everyone and no company gets sole rights to them."
      : "",
  ],
  learning: (t) => [
    "Students, teachers and employees learn from this assignment:",
    ...t.lines("learning_goals", (c) => `${c("group")}: ${c("goal")}.`),
  ],
  grade_independent: () => [
    "The assessment of a student never depends on the company's judgement. The examiner assesses " +
      "independently. The company sees no grades.",
  ],
  effort: (t) => [
    `The school does its best along this approach: ${t.it("approach")}.`,
    "The effort consists of these activities:",
    ...t.lines("activities", (c) => `${c("activity")}${bracket(c("who"))}.`),
    "These hours are agreed for the effort:",
    ...t.lines("effort_hours", (c) => `${c("role")}: ${c("hours")} hours.`),
  ],
  approach: (t) => [
    `Approach: ${t.it("approach")}.`,
    ...t.lines("activities", (c) => `${c("activity")}${bracket(c("who"))}.`),
  ],
  intended: (t) => [
    "The school does its best to make these products. They are intended and not promised:",
    ...t.lines("deliverables", (c) => `Intended: ${c("title")}${bracket(c("form"))}.`),
  ],
  deliverables: (t) => [
    "The school delivers:",
    ...t.lines(
      "deliverables",
      (c) => `${c("title")}${bracket(c("form"))}${when(c("version"), `, version ${c("version")}`)}.`,
    ),
  ],
  expert: (t) => [`This company brings extra knowledge: ${t.it("expert_company")}.`],
  subcontracting: (t) => [
    `Subcontracted work: ${t.it("subcontracting")}. The party that subcontracts stays responsible.`,
  ],
  closing: () => [
    "After delivery the parties hold a closing review. There the team shows what it did and which hours " +
      "it made. The product does not pass or fail.",
  ],
  criteria: (t) => [
    "The result meets these criteria:",
    ...t.lines(
      "criteria",
      (c) =>
        `${c("text")}${when(c("value"), `; value: ${c("value")}`)}; test: ${c("test_method")}; measurer: ${c("measurer")}.`,
    ),
    "Whoever measures is not in the team.",
  ],
  acceptance: (t) => [
    `The company tests the result within ${t.it("acceptance_term")} working days of receipt. It gives a ` +
      "verdict with evidence for each criterion.",
  ],
  silence: (t) => [
    t.is("silence_clause", true)
      ? "If the company gives no verdict after a reminder and a last notice, the work counts as accepted 5 " +
        "working days after that last notice."
      : "Silence is not acceptance. If the company does not answer after a reminder and a last notice, the " +
        "coordinator decides what happens next.",
  ],
  rework: (t) => [
    t.is("rework_rounds", 0)
      ? "No round of rework is agreed."
      : `The company may ask for rework at most ${t.it("rework_rounds")} times. Every finding points at a ` +
        `criterion. A round takes ${t.it("rework_term")} working days.`,
  ],
  guarantee: (t) => [
    t.is("guarantee_term", 0)
      ? `There is no guarantee. Reason: ${t.it("guarantee_term_reason")}.`
      : `After acceptance a guarantee runs for ${t.it("guarantee_term")} calendar days. It covers: ${t.it("guarantee_scope")}.`,
    t.is("guarantee_term", 0) ? "" : `In case of a defect: ${t.it("guarantee_remedy")}.`,
    `Responsible for quality: ${t.it("quality_owner")}.`,
  ],
  dates: (t) => [`The work starts on ${t.it("start_date")} and ends on ${t.it("end_date")}.`],
  milestones: (t) => [
    "Milestones:",
    ...t.lines("milestones", (c) => `${c("date")}: ${c("title")}.`),
    `The midterm review is on ${t.it("midterm_date")}.`,
  ],
  reports: (t) => [
    `The school reports on progress: ${t.it("report_rhythm").toLowerCase()}. At the end there is an end report.`,
  ],
  fee: (t) => [
    t.is("fee_kind", "none")
      ? "No fee is agreed for this work. The amount is 0."
      : `Fee: ${t.it("fee_kind").toLowerCase()}, ${t.it("fee_amount")} excluding VAT. VAT: ${t.it("vat_regime").toLowerCase()}.`,
    t.is("fee_kind", "none") ? "" : `The company pays within ${t.it("payment_days")} calendar days of the invoice.`,
    when(
      t.has("expense_cap") && !t.is("expense_cap", 0),
      `Expenses above ${t.it("expense_cap")} only after consultation.`,
    ),
  ],
  instalments: (t) => [
    "Payment in instalments:",
    ...t.lines(
      "instalments",
      (c) =>
        `${c("amount")}: ${c("trigger").toLowerCase()}${when(c("date"), `, not before ${c("date")}`)}${bracket(c("title"))}.`,
    ),
  ],
  costs: (t) => ["The price is built up like this:", ...t.lines("cost_lines", (c) => `${c("title")}: ${c("amount")}.`)],
  in_kind: (t) => [
    "Contributions in kind:",
    ...t.lines(
      "in_kind",
      (c) =>
        `${c("side")}: ${c("kind").toLowerCase()}${bracket(c("what"))}` +
        when(c("quantity"), `, number ${c("quantity")}`) +
        `${when(c("value"), `, worth ${c("value")}`)}.`,
    ),
  ],
  company_duties: (t) => [
    `The company makes ${t.it("company_hours")} hours a week available. Contact person: ${t.it("company_contact")}.`,
    `The company gives the team: ${t.it("company_data")}.`,
    `Access: ${t.it("company_access").toLowerCase()}. Safety instruction: ${t.it("company_safety").toLowerCase()}.`,
  ],
  guidance: (t) => [
    `The school guides each student for ${t.it("guidance_hours")} hours.`,
    ...t.lines("supervisors", (c) => `Supervisor: ${c("name")}${bracket(c("role"))}.`),
  ],
  team: (t) => [
    `The team has at most ${t.it("team_seats")} students of ${t.it("team_levels")}. Tracks: ${t.it("team_tracks")}.`,
  ],
  employees: (t) => [
    "From the company take part:",
    ...t.lines("named_employees", (c) => `${c("name")}${bracket(c("role"))}.`),
  ],
  minors: (t) => [
    t.is("minors_allowed", true)
      ? "Students of 16 and 17 may take part. The company then keeps to the rules on their working hours."
      : "All students in the team are 18 or older.",
  ],
  dropout: (t) => [
    `If a student stops: ${t.it("student_dropout_clause").toLowerCase()}. If the assignment stops, for ` +
      `students: ${t.it("study_continuity").toLowerCase()}.`,
  ],
  ownership: (t) => [
    "Whoever makes something keeps the copyright, also a student. Moral rights always stay with the maker.",
    t.is("ip_foreground", "open_licence")
      ? "The makers share the work under an open licence: everyone may use it, naming the makers."
      : "",
    t.is("ip_foreground", "company_licence")
      ? "The company may use the work for its own business for ever. This right is not exclusive."
      : "",
    t.is("ip_foreground", "transfer_by_deed")
      ? "The company may use the work for ever. A maker who wants to, transfers the copyright by an own " +
        "deed. Refusing has no effect on the studies."
      : "",
  ],
  makers: (t) => [
    ...t.lines(
      "ip_route",
      (c) =>
        `${c("maker")}: ${c("route").toLowerCase()}; direction of the work: ` +
        `${c("direction_by").toLowerCase()}${when(c("compensation"), `; compensation ${c("compensation")}`)}.`,
    ),
    when(
      t.is("ip_foreground", "transfer_by_deed") && t.has("deed_status"),
      `Deed: ${t.it("deed_status").toLowerCase()}.`,
    ),
  ],
  background_rights: (t) => [`What the parties already had stays with whoever brings it: ${t.it("ip_background")}.`],
  patents: (t) => [`For inventions it is agreed apart: ${t.it("patent_clause").toLowerCase()}.`],
  secrecy: (t) => [
    t.is("confidentiality", "public")
      ? "This assignment is public. There is no secrecy."
      : `Level: ${t.it("confidentiality").toLowerCase()}. Confidential is: ${t.it("confidentiality_scope")}. ` +
        `This lasts until ${t.it("confidentiality_term")} months after the end.`,
  ],
  exceptions: (t) => [`Always excepted: ${t.it("confidentiality_exceptions").toLowerCase()}.`],
  publication: (t) => [
    `Publishing by the school: ${t.it("publication_right").toLowerCase()}. ` +
      `${t.is("embargo_months", 0) ? "There is no waiting time." : `Waiting time: ${t.it("embargo_months")} months.`}`,
    t.is("portfolio_use", true)
      ? "Students may show the work in their portfolio, without confidential parts."
      : "Students do not show the work in their portfolio.",
  ],
  privacy: (t) => [
    `About personal data decides: ${t.it("privacy_roles").toLowerCase()}. Kind of data: ${t.it("privacy_data").toLowerCase()}.`,
    t.is("real_personal_data", true)
      ? "The team works with real personal data of the company."
      : "The team does not work with real personal data of the company.",
    `Data processing agreement: ${t.it("processing_agreement").toLowerCase()}.`,
  ],
  liability: (t) => [
    `Each party is liable up to ${t.it("liability_cap")}, except for intent or deliberate recklessness. ` +
      `Insured: ${t.it("insured").toLowerCase()}.`,
  ],
  no_recourse_on_students: () => [
    "No party recovers damage from a student, except for intent or deliberate recklessness. If a student " +
      "is injured on site, the company is responsible as it is for an employee of its own.",
  ],
  changes: (t) => [`Changing: ${t.it("change_control")}. Price and date: ${t.it("change_effects").toLowerCase()}.`],
  ending: (t) => [
    `Pausing: ${t.it("suspension").toLowerCase()}. Stopping early: ${t.it("early_end").toLowerCase()}. ` +
      `Settling: ${t.it("settlement_rule").toLowerCase()}.`,
  ],
  complaints: (t) => [
    `You complain to: ${t.it("complaint_contact")}. In a dispute these steps follow: ${t.it("dispute_ladder").toLowerCase()}.`,
  ],
  law: (t) => [`${t.it("law")} applies. ${t.it("court")} decides.`],
  implementation: (t) => [
    `Afterwards the company does this: ${t.it("implementation_plan")}.`,
    when(
      t.has("implementation_owner"),
      `Owner: ${t.it("implementation_owner")}${when(t.has("implementation_date"), `, target date ${t.it("implementation_date")}`)}.`,
    ),
  ],
  knowledge: (t) => [
    `Use in education: ${t.it("curriculum_use_right").toLowerCase()}. Knowledge product: ${t.it("knowledge_product").toLowerCase()}.`,
    t.is("evaluation_consent", true)
      ? "Both parties take part in the evaluation."
      : "Taking part in the evaluation is free.",
  ],
};
