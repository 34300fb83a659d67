import type { turns as nl } from "../nl/turns.ts";

export const turns: typeof nl = {
  who: {
    client_owner: "the company", problem_owner: "the contact", company_signatory: "the company's signatory", institution_signatory: "the school's signatory", employee_participant: "the employee", claim_lead: "the teacher", project_manager: "the project manager", team_teacher: "the teacher", practor_lector: "the practor or lector",
    student_lead: "the team leader", team_student: "the team", business_developer: "the business developer", coordinator: "the coordinator", triager: "the centre", publisher: "the centre", quality_owner: "the quality owner", examiner: "the examiner", guardian: "the parent or guardian", claimant: "the teacher", centre_teacher: "the communities", centre_student: "the students",
    hr_contact: "HR", finance: "the finance contact", steering_group_member: "the steering group", anyone: "everybody",
  },
  ask: {
    finish_draft: "finish the question and submit it", triage: "judge the question", sharpen: "sharpen the question", claim: "claim this question", choose: "choose a team", agree: "make the agreement", propose: "finish the proposal", confirm_quality: "vouch for the quality", sign: "sign", answer_or_sign: "answer the proposal or sign",
    prepare_start: "prepare the start", guardian: "give consent", work: "work on the assignment", quality: "check the quality", midterm: "do the midterm review", receive: "see whether all is there", review: "hold the closing review", test: "test the result", repair: "repair what was not met", implement_plan: "make a plan to use it",
    implement: "take it into use", start_anchoring: "start the anchoring", anchor: "finish the anchoring", settle: "solve the dispute", resume: "resume the assignment",
  },
  nobody: "It is nobody's turn.",
};
