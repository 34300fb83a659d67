import type { AssignmentStatus, Confidentiality, Relation } from "#app/domain/words.ts";

/**
 * Tells which relations see which part of an assignment (docs/domain.md 3.2). What has no part here is never shown:
 * grades, reflections and birth dates are not even stored.
 */
const company = ["client_owner", "problem_owner"] as const;
const companyAll = [...company, "company_signatory"] as const;
const staff = ["project_manager", "team_teacher", "claim_lead", "practor_lector"] as const;
const students = ["student_lead", "team_student"] as const;
const steering = ["business_developer", "coordinator"] as const;
/** Lists the relations of a school whose team left: they read what was agreed with that team, and what it is owed (`readsVersion`). */
const earlierSchool = ["earlier_finance", "earlier_signatory"] as const;
/** Names who is around the work on every side: most of what is written of it is for all of them. */
const around = [...companyAll, ...staff, ...students, ...steering, "employee_participant", "quality_owner"] as const;
/** Names who has to do with the work and reads who is in the team. */
const ofTheTeam = [...around, "examiner", "institution_signatory", "hr_contact"] as const;
/** Names who reads what was handed over, with what goes with it. */
const readsDelivery = [...around, "dispute_board"] as const;
export const parts = {
  text: [...around, "examiner", "institution_signatory", "claimant", "invited_member", "dispute_board"],
  intake: [...companyAll, ...steering, ...staff],
  claims: [...company, ...steering],
  /** Covers the claim that was chosen, for those whose work it became; the price is for readers of fees. */
  own_claim: [...staff, ...students],
  /** Covers the tab with claims: all of them, for who claimed only their own, and for the team the one that was chosen. */
  claims_tab: [...company, ...steering, "claimant", ...staff, ...students],
  claim_count: [...company, ...steering, "centre_teacher", "team_teacher"],
  interest_count: [...steering, "centre_teacher", "team_teacher"],
  interest_names: ["centre_teacher", "team_teacher", "coordinator"],
  /** Holds questions that wait for an answer; who asked them is for the centre alone. */
  questions_open: [...company, ...steering],
  question_askers: [...steering],
  agreement: [
    ...around,
    // Who judges reads by which goals, plan and criteria; what is paid is none of theirs.
    "examiner",
    "institution_signatory",
    "finance",
    ...earlierSchool,
    "invited_member",
    "dispute_board",
  ],
  fee: [
    ...companyAll,
    ...staff,
    ...steering,
    "quality_owner",
    "institution_signatory",
    "finance",
    ...earlierSchool,
    "dispute_board",
  ],
  /** Covers what shows that somebody may sign: for who signs with them, who makes the agreement ready, and the centre. */
  mandate: [
    "client_owner",
    "company_signatory",
    "institution_signatory",
    "earlier_signatory",
    "project_manager",
    "coordinator",
  ],
  /** Covers that the project manager agrees to stopping, and why: the school's own affair until it stops the work. */
  stop_consent: ["project_manager", "institution_signatory", "coordinator"],
  /** Covers which maker said yes or no to a result for everybody: for the centre, so that no team or company presses anybody. */
  makers_each: ["coordinator"],
  /** Names of students; the company learns them at the start. */
  student_names: [
    ...staff,
    ...students,
    ...steering,
    "employee_participant",
    "quality_owner",
    "examiner",
    "institution_signatory",
  ],
  team: ofTheTeam,
  student_contact: ["project_manager", "team_teacher", "coordinator"],
  minors_some: [...company, ...steering, "quality_owner", "project_manager", "team_teacher"],
  minors_who: ["project_manager", "team_teacher", "coordinator"],
  guardian: ["coordinator", "team_teacher", "project_manager"],
  /** Tells where a guardian is reached. */
  guardian_contact: ["coordinator"],
  /** Covers that and when a student was judged, and on what: never what came of it. The student reads the whole. */
  assessment_done: ["project_manager", "team_teacher", "coordinator", "examiner"],
  /** Covers the grade and what the examiner wrote about it, for the student and who judges; never for the company. */
  assessment: ["examiner"],
  /** Says how each student finishes the studies when the work ends early. */
  study_plan: [...staff, ...students, "coordinator", "examiner"],
  /** Covers what students, staff and employees thought of it: they must be able to write freely of the company. */
  evaluations_team: [...staff, ...steering],
  annexes: ["project_manager", "team_teacher", "coordinator"],
  /** Covers what every maker chose of their rights, without the annex itself. */
  maker_rights: [...companyAll, "institution_signatory", "project_manager", "team_teacher", "coordinator"],
  progress: [...company, ...staff, ...students, ...steering, "employee_participant", "quality_owner", "dispute_board"],
  hours_each: [...staff, "coordinator"],
  delivery_before: [...staff, ...students, "quality_owner"],
  delivery_after: readsDelivery,
  /** Covers what a version that was handed over is called: also for who grades it, beside its files. */
  delivery_name: [...readsDelivery, "examiner"],
  /** Covers what was handed over, for who grades it: the assignments, never what the company said of them. */
  hand_in: ["examiner"],
  quality_notes: [...staff, ...students, "quality_owner"],
  acceptance: [
    ...companyAll,
    ...staff,
    ...students,
    ...steering,
    "quality_owner",
    "employee_participant",
    "dispute_board",
  ],
  implementation: [...around, "institution_signatory"],
  /** Covers where the owner of the solution is reached: for the company whose owner it is, and who steers. */
  owner_contact: [...company, ...steering],
  anchoring: [...company, ...staff, ...students, ...steering, "employee_participant", "hr_contact"],
  yields_each: [...staff],
  /** The steering group reads on what it was asked to decide, of that dispute alone (`readsOfDispute`). */
  dispute: [
    ...companyAll,
    ...staff,
    ...steering,
    "institution_signatory",
    "quality_owner",
    "dispute_board",
    "former_dispute_board",
  ],
  /** Covers that work stands still in a dispute: also for those whose work it is, who do not read what it is about. */
  disputed: [...ofTheTeam, "finance", "dispute_board"],
  payments: [
    "client_owner",
    "company_signatory",
    "finance",
    ...earlierSchool,
    "project_manager",
    "claim_lead",
    ...steering,
    "institution_signatory",
    "dispute_board",
  ],
  log: [...companyAll, ...staff, ...students, ...steering, "quality_owner", "institution_signatory", "dispute_board"],
  /** Covers what was confided about safety, or about how the team gets on. */
  concerns: ["team_teacher", "coordinator"],
  mail_trouble: ["coordinator"],
} as const satisfies Record<string, readonly Relation[]>;
export type Part = keyof typeof parts;
/** A business developer who claims here sees no rival's claim. */
const rival = (roles: ReadonlySet<string>) => roles.has("claimant") || roles.has("claim_lead");
/** Tells whether any of these relations sees this part. */
export const may = (part: Part, roles: ReadonlySet<string>) =>
  (parts[part] as readonly string[]).some(
    (relation) => roles.has(relation) && !(part === "claims" && relation === "business_developer" && rival(roles)),
  );
/**
 * Tells whether any of these relations sees what goes on in this part now: who was of the steering group that decided
 * reads on what lay with it, and hears of nothing that came after.
 */
export const mayNow = (part: Part, roles: ReadonlySet<string>): boolean =>
  may(
    part,
    roles.has("former_dispute_board")
      ? new Set([...roles].filter((relation) => relation !== "former_dispute_board"))
      : roles,
  );
/** Tells what somebody was to an assignment, and is no more: each reads what was theirs then, and hears of nothing that came after. */
const earlierParty: ReadonlySet<string> = new Set([...earlierSchool, "earlier_member"] satisfies Relation[]);
const holdsAny = (of: readonly Relation[], roles: ReadonlySet<string>) =>
  of.some((relation) => !earlierParty.has(relation) && roles.has(relation));
/**
 * Tells who has to do with what is agreed now. Whoever was only of a team that left reads what was agreed with that
 * team, and hears of nothing but what is asked of them.
 */
export const isOfNow = (roles: ReadonlySet<string>): boolean => holdsAny(parts.agreement, roles);
/** Tells whether somebody has to do with the work as it is now, and not only with what was before they left. */
export const isOfWork = (roles: ReadonlySet<string>): boolean => isOfNow(roles) || holdsAny(parts.team, roles);
/**
 * Tells whether somebody is here only for what they signed or wrote before they left, or for what is still owed to their
 * team.
 */
export const isOfEarlierTeam = (roles: ReadonlySet<string>): boolean =>
  [...roles].some((relation) => earlierParty.has(relation)) && !isOfWork(roles) && !roles.has("claimant");
const beforeChosen: readonly AssignmentStatus[] = ["draft", "submitted", "intake", "published", "agreeing"];
/** Tells whether somebody is here only for a claim that was not chosen: they read what became of it. */
const isPassedOver = (status: AssignmentStatus, roles: ReadonlySet<string>): boolean =>
  roles.has("claimant") && !isOfWork(roles) && !beforeChosen.includes(status);
/**
 * Tells whether it is over for this reader, who was of an earlier team or was not chosen: whose turn it is now is not
 * theirs to know.
 */
export const isOver = (status: AssignmentStatus, roles: ReadonlySet<string>): boolean =>
  isOfEarlierTeam(roles) || isPassedOver(status, roles);
const notYet: readonly AssignmentStatus[] = ["agreeing", "signed"];
/** Tells whether this reader may know which students are in the team now. */
export const namesStudents = (status: AssignmentStatus, roles: ReadonlySet<string>) =>
  may("student_names", roles) || (may("team", roles) && !notYet.includes(status));

/** Says how much of the problem text a reader gets: the whole, the public summary, or nothing (docs/domain.md 3.2). */
export const textFor = (confidentiality: Confidentiality, roles: ReadonlySet<string>): "full" | "summary" | "none" =>
  may("text", roles)
    ? "full"
    : confidentiality === "public"
      ? "full"
      : confidentiality === "summary_public"
        ? "summary"
        : "none";
/** A company that asked not to be named is named to the assignment's own people only. */
export const mayNameCompany = (hidden: boolean, roles: ReadonlySet<string>): boolean => !hidden || may("text", roles);
/**
 * Tells who is told how many students are interested: always the centre and other students, the company where the
 * centre chose so (docs/domain.md 3.2).
 */
export const seesInterestCount = (roles: ReadonlySet<string>, switches: { show_interest_count: boolean }) =>
  may("interest_count", roles) ||
  roles.has("centre_student") ||
  (switches.show_interest_count && company.some((relation) => roles.has(relation)));
