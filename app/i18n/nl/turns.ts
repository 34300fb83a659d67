import type { Relation } from "#app/domain/words.ts";

/** Whose turn it is, and for what (DOMAIN.md §6.2); `you` when it is the reader's own. */
export const turns = {
  who: {
    client_owner: "het bedrijf", problem_owner: "de contactpersoon", company_signatory: "de tekenbevoegde van het bedrijf", institution_signatory: "de tekenbevoegde van de school", employee_participant: "de medewerker", claim_lead: "de docent", project_manager: "de projectleider", team_teacher: "de docent", practor_lector: "de practor of lector",
    student_lead: "de teamleider", team_student: "het team", business_developer: "de business developer", coordinator: "de coördinator", triager: "het centrum", publisher: "het centrum", quality_owner: "de kwaliteitsverantwoordelijke", examiner: "de examinator", guardian: "de ouder of verzorger", claimant: "de docent", centre_teacher: "de communities", centre_student: "de studenten",
    hr_contact: "HR", finance: "de administratie", steering_group_member: "de stuurgroep", anyone: "iedereen",
  } satisfies Record<Relation, string>,
  ask: {
    finish_draft: "maak het vraagstuk af en dien het in", triage: "beoordeel het vraagstuk", sharpen: "scherp het vraagstuk aan", claim: "claim dit vraagstuk", choose: "kies een team", agree: "maak afspraken", propose: "maak het voorstel af", confirm_quality: "sta in voor de kwaliteit", sign: "onderteken", answer_or_sign: "reageer op het voorstel of onderteken",
    prepare_start: "bereid de start voor", guardian: "geef toestemming", work: "werk aan de opdracht", quality: "controleer de kwaliteit", midterm: "doe de tussenevaluatie", receive: "bekijk of alles er is", review: "houd het eindgesprek", test: "toets het resultaat", repair: "herstel wat niet is gehaald", implement_plan: "maak een plan om het te gebruiken",
    implement: "neem het in gebruik", start_anchoring: "start de borging", anchor: "rond de borging af", settle: "los het geschil op", resume: "hervat de opdracht",
  } as Record<string, string>,
  nobody: "Niemand is aan zet.",
};
