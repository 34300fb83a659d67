import type { CentreRole, HeldRole, OrganizationRole, Relation, SeatRole } from "#app/domain/words.ts";

/** Tells what a seat in the team makes of somebody. */
export const seatRelation: Record<SeatRole, Relation> = {
  project_manager: "project_manager",
  teacher: "team_teacher",
  student: "team_student",
  student_lead: "student_lead",
  employee_participant: "employee_participant",
  field_expert: "employee_participant",
  end_user: "employee_participant",
  examiner: "examiner",
  quality_owner: "quality_owner",
};
/** Tells what a role at a centre makes of somebody for all its assignments; null: nothing by itself, only with a seat in a team. */
export const centreRelation: Partial<Record<HeldRole, Relation | null>> = {
  coordinator: "coordinator",
  business_developer: "business_developer",
  quality_owner: "quality_owner",
  teacher: "centre_teacher",
  practor: "centre_teacher",
  lector: "centre_teacher",
  student: "centre_student",
  steering_group_member: "steering_group_member",
  examiner: null,
} satisfies Record<CentreRole, Relation | null>;
export const companyRelation: Partial<Record<HeldRole, Relation | null>> = {
  client_owner: "client_owner",
  problem_owner: "problem_owner",
  authorised_signatory: "company_signatory",
  hr_contact: "hr_contact",
  finance: "finance",
  employee: null,
  // They are held in a school, where they give nothing by themselves.
  examiner: null,
  education_manager: null,
} satisfies Record<OrganizationRole, Relation | null>;

export const institutionRelation: Partial<Record<HeldRole, Relation>> = {
  authorised_signatory: "institution_signatory",
  finance: "finance",
  hr_contact: "hr_contact",
};

/** Says what the people of a school are to an assignment that its team left. */
export const earlierRelation: Partial<Record<HeldRole, Relation>> = {
  finance: "earlier_finance",
  authorised_signatory: "earlier_signatory",
};
/** Says what the people of a school are to an assignment of which a version lapsed that they were asked to sign. */
export const askedRelation: Partial<Record<HeldRole, Relation>> = { authorised_signatory: "earlier_signatory" };
