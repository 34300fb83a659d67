import type { words as nl } from "../nl/words.ts";

/** A label for every id of the domain, in English. */
export const words: typeof nl = {
  status: {
    draft: "Draft", submitted: "Submitted", intake: "Intake", published: "Open to teams", agreeing: "Making the agreement", signed: "Signed", in_progress: "In progress",
    delivered: "Delivered", closing_review: "Closing review", acceptance_test: "Acceptance test", rework: "Rework", completed: "Completed", implementing: "Implementation at the company",
    implemented: "In use", not_implemented: "Not in use", anchoring: "Anchoring", closed: "Closed", rejected: "Rejected", withdrawn: "Withdrawn", expired: "Expired",
    stopped: "Stopped", terminated: "Terminated",
  },
  overlay: { onHold: "Paused", disputed: "Dispute" },
  claim: { submitted: "Submitted", shortlisted: "Shortlisted", selected: "Selected", declined: "Declined", withdrawn: "Withdrawn", expired: "Expired" },
  agreement: { draft: "Draft", proposed: "Proposed", countered: "Countered", signed: "Signed", superseded: "Superseded", ended: "Ended", lapsed: "Lapsed" },
  delivery: { draft: "Draft", in_review: "In quality check", returned: "Returned", cleared: "Cleared", released: "Delivered", superseded: "Superseded" },
  member: { invited: "Invited", active: "Active", refused: "Not joining", left: "Left", removed: "Removed from the team" },
  milestone: { planned: "Planned", reached: "Reached", moved: "Moved", dropped: "Dropped" },
  interest: { shown: "Interest shown", dropped: "Withdrawn", placed: "Placed", lapsed: "Lapsed" },
  guardian: { requested: "Requested", approved: "Approved", refused: "Refused", expired: "Expired", not_needed: "Not needed" },
  guarantee: { opened: "Reported", accepted: "Accepted", refused: "Refused", remedied: "Remedied" },
  obligation: { effort: "Effort", result: "Result" },
  obligationMeans: {
    effort: "The team does its best and shows what it did. The result is not promised.",
    result: "The team promises a result. The company tests it against what was agreed.",
  },
  centreRole: {
    coordinator: "Coordinator", business_developer: "Business developer", teacher: "Teacher", practor: "Practor", lector: "Lector", quality_owner: "Quality owner",
    examiner: "Examiner", student: "Student", steering_group_member: "Member of the steering group",
  },
  organizationRole: { client_owner: "Client", problem_owner: "Contact person", authorised_signatory: "Authorised signatory", employee: "Employee", hr_contact: "HR contact", finance: "Finance" },
  seatRole: {
    project_manager: "Project manager", teacher: "Teacher and coach", student: "Student", student_lead: "Team lead", employee_participant: "Employee in the team", field_expert: "Field expert",
    end_user: "End user", examiner: "Examiner", quality_owner: "Quality owner",
  },
  relation: {
    client_owner: "the client", problem_owner: "the company's contact person", company_signatory: "the company's signatory", institution_signatory: "the school's signatory",
    employee_participant: "the employee in the team", claim_lead: "the lead of the claim", project_manager: "the project manager", team_teacher: "the team's teacher", practor_lector: "the practor or lector",
    student_lead: "the team lead", team_student: "the students in the team", business_developer: "the business developer", coordinator: "the coordinator", triager: "the coordinator or business developer",
    publisher: "whoever publishes for the centre", quality_owner: "the quality owner", examiner: "the examiner", guardian: "the parent or guardian", claimant: "the learning community with a claim",
    centre_teacher: "the centre's teachers", centre_student: "the centre's students", hr_contact: "the HR contact", finance: "the finance contact",
    steering_group_member: "the steering group", anyone: "everyone", system: "Samenspel",
  },
  level: { "mbo-2": "mbo 2", "mbo-3": "mbo 3", "mbo-4": "mbo 4", ad: "Associate degree", hbo: "hbo" },
  sector: {
    chemie: "Chemistry", hightech: "High tech", zorg: "Care", water: "Water", energie: "Energy", tuinbouw: "Horticulture", logistiek: "Logistics", bouw: "Construction", ict: "ICT", hospitality: "Hospitality",
  },
  confidentiality: { public: "Public", summary_public: "Only the summary is public", secret: "Secret" },
  ipProposal: {
    open_licence: "Everyone may use it (open licence)", company_licence: "The company may use it (licence)", transfer_by_deed: "The company becomes owner (transfer by deed)",
  },
  fundingRegime: { regular_education: "Regular education", subsidised_ppp: "Subsidised partnership", contract: "Paid assignment" },
  contractNature: { services: "Services", works: "Contracting of work", mixed: "Both" },
  feeKind: { none: "No fee", expenses: "Expenses", fixed: "Fixed amount", mixed: "Expenses and fixed amount" },
  urgency: { can_wait: "Can wait", this_year: "This year", this_block: "This block", pressing: "Urgent" },
  track: { bol: "bol (mostly at school)", bbl: "bbl (mostly at a company)", ad: "Associate degree", hbo: "hbo" },
  ageBand: { under_16: "Under 16", "16_17": "16 or 17", "18_plus": "18 or older" },
  degree: { none: "Not in use", pilot: "Pilot", partial: "Partly in use", full: "Fully in use" },
  side: { company: "Company", education: "Education" },
};
