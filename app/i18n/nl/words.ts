import type {
  AgeBand, AgreementStatus, AssignmentStatus, CentreRole, ClaimStatus, Confidentiality, DeliveryStatus, FeeKind, FundingRegime, GuaranteeStatus, GuardianStatus, Holder, ImplementationDegree,
  InterestStatus, IpProposal, Level, MemberStatus, MilestoneStatus, Obligation, OrganizationRole, SeatRole, Sector, Side, Track, contractNatures, urgencies,
} from "#app/domain/words.ts";

/** A label for every id of `app/domain/words.ts` (DOMAIN.md §2, §6.2); a missing one does not compile. */
export const words = {
  status: {
    draft: "Concept", submitted: "Ingediend", intake: "Intake", published: "Open voor teams", agreeing: "Afspraken maken", signed: "Ondertekend", in_progress: "In uitvoering",
    delivered: "Opgeleverd", closing_review: "Eindgesprek", acceptance_test: "Acceptatietoets", rework: "Herstel", completed: "Afgerond", implementing: "Implementatie bij het bedrijf",
    implemented: "In gebruik", not_implemented: "Niet in gebruik", anchoring: "Borging", closed: "Gesloten", rejected: "Afgewezen", withdrawn: "Ingetrokken", expired: "Verlopen",
    stopped: "Gestopt", terminated: "Ontbonden",
  } satisfies Record<AssignmentStatus, string>,
  overlay: { onHold: "Gepauzeerd", disputed: "Geschil" },
  claim: { submitted: "Ingediend", shortlisted: "Op de shortlist", selected: "Gekozen", declined: "Afgewezen", withdrawn: "Ingetrokken", expired: "Verlopen" } satisfies Record<ClaimStatus, string>,
  agreement: {
    draft: "Concept", proposed: "Voorgesteld", countered: "Tegenvoorstel gedaan", signed: "Ondertekend", superseded: "Vervangen", ended: "Beëindigd", lapsed: "Vervallen",
  } satisfies Record<AgreementStatus, string>,
  delivery: { draft: "Concept", in_review: "Bij de kwaliteitscontrole", returned: "Teruggegeven", cleared: "Vrijgegeven", released: "Opgeleverd", superseded: "Vervangen" } satisfies Record<DeliveryStatus, string>,
  member: { invited: "Uitgenodigd", active: "Actief", refused: "Doet niet mee", left: "Vertrokken", removed: "Uit het team gehaald" } satisfies Record<MemberStatus, string>,
  milestone: { planned: "Gepland", reached: "Gehaald", moved: "Verplaatst", dropped: "Vervallen" } satisfies Record<MilestoneStatus, string>,
  interest: { shown: "Interesse getoond", dropped: "Ingetrokken", placed: "Geplaatst", lapsed: "Vervallen" } satisfies Record<InterestStatus, string>,
  guardian: { requested: "Gevraagd", approved: "Goedgekeurd", refused: "Geweigerd", expired: "Verlopen", not_needed: "Niet nodig" } satisfies Record<GuardianStatus, string>,
  guarantee: { opened: "Gemeld", accepted: "Erkend", refused: "Afgewezen", remedied: "Hersteld" } satisfies Record<GuaranteeStatus, string>,
  obligation: { effort: "Inspanning", result: "Resultaat" } satisfies Record<Obligation, string>,
  obligationMeans: {
    effort: "Het team zet zich in en laat zien wat het deed. Het resultaat is niet beloofd.",
    result: "Het team belooft een resultaat. Het bedrijf toetst dat aan afspraken vooraf.",
  } satisfies Record<Obligation, string>,
  centreRole: {
    coordinator: "Coördinator", business_developer: "Business developer", teacher: "Docent", practor: "Practor", lector: "Lector", quality_owner: "Kwaliteitsverantwoordelijke",
    examiner: "Examinator", student: "Student", steering_group_member: "Lid van de stuurgroep",
  } satisfies Record<CentreRole, string>,
  organizationRole: {
    client_owner: "Opdrachtgever", problem_owner: "Contactpersoon", authorised_signatory: "Tekenbevoegde", employee: "Medewerker", hr_contact: "HR-contact", finance: "Financiën",
  } satisfies Record<OrganizationRole, string>,
  seatRole: {
    project_manager: "Projectleider", teacher: "Docent en coach", student: "Student", student_lead: "Teamleider", employee_participant: "Medewerker in het team", field_expert: "Expert uit het werkveld",
    end_user: "Eindgebruiker", examiner: "Examinator", quality_owner: "Kwaliteitsverantwoordelijke",
  } satisfies Record<SeatRole, string>,
  /** In a sentence: "Aan zet: de opdrachtgever". */
  relation: {
    client_owner: "de opdrachtgever", problem_owner: "de contactpersoon van het bedrijf", company_signatory: "de tekenbevoegde van het bedrijf", institution_signatory: "de tekenbevoegde van de school",
    employee_participant: "de medewerker in het team", claim_lead: "de trekker van de claim", project_manager: "de projectleider", team_teacher: "de docent van het team", practor_lector: "de practor of lector",
    student_lead: "de teamleider", team_student: "de studenten in het team", business_developer: "de business developer", coordinator: "de coördinator", triager: "de coördinator of business developer",
    publisher: "wie voor het centrum publiceert", quality_owner: "de kwaliteitsverantwoordelijke", examiner: "de examinator", guardian: "de ouder of voogd", claimant: "de leergemeenschap met een claim",
    centre_teacher: "de docenten van het centrum", centre_student: "de studenten van het centrum", hr_contact: "het HR-contact", finance: "de financiële contactpersoon",
    steering_group_member: "de stuurgroep", anyone: "iedereen", system: "Samenspel",
  } satisfies Record<Holder, string>,
  level: { "mbo-2": "mbo 2", "mbo-3": "mbo 3", "mbo-4": "mbo 4", ad: "Associate degree", hbo: "hbo" } satisfies Record<Level, string>,
  sector: {
    chemie: "Chemie", hightech: "Hightech", zorg: "Zorg", water: "Water", energie: "Energie", tuinbouw: "Tuinbouw", logistiek: "Logistiek", bouw: "Bouw", ict: "ICT", hospitality: "Gastvrijheid",
  } satisfies Record<Sector, string>,
  confidentiality: { public: "Openbaar", summary_public: "Alleen de samenvatting openbaar", secret: "Geheim" } satisfies Record<Confidentiality, string>,
  ipProposal: {
    open_licence: "Iedereen mag het gebruiken (open licentie)", company_licence: "Het bedrijf mag het gebruiken (licentie)", transfer_by_deed: "Het bedrijf wordt eigenaar (overdracht met akte)",
  } satisfies Record<IpProposal, string>,
  fundingRegime: { regular_education: "Gewoon onderwijs", subsidised_ppp: "Samenwerking met subsidie", contract: "Betaalde opdracht" } satisfies Record<FundingRegime, string>,
  contractNature: { services: "Diensten", works: "Aanneming van werk", mixed: "Beide" } satisfies Record<(typeof contractNatures)[number], string>,
  feeKind: { none: "Geen vergoeding", expenses: "Onkosten", fixed: "Vast bedrag", mixed: "Onkosten en vast bedrag" } satisfies Record<FeeKind, string>,
  urgency: { can_wait: "Kan wachten", this_year: "Dit jaar", this_block: "Dit blok", pressing: "Dringend" } satisfies Record<(typeof urgencies)[number], string>,
  track: { bol: "bol (vooral op school)", bbl: "bbl (vooral bij een bedrijf)", ad: "Associate degree", hbo: "hbo" } satisfies Record<Track, string>,
  ageBand: { under_16: "Jonger dan 16", "16_17": "16 of 17 jaar", "18_plus": "18 jaar of ouder" } satisfies Record<AgeBand, string>,
  degree: { none: "Niet in gebruik", pilot: "Proef", partial: "Deels in gebruik", full: "Helemaal in gebruik" } satisfies Record<ImplementationDegree, string>,
  side: { company: "Bedrijf", education: "Onderwijs" } satisfies Record<Side, string>,
};
