import type { Field } from "#app/domain/fields/fields.ts";
import { machine, type Facts, type Guard, type Rule } from "#app/domain/workflow/machine.ts";
import { isMinor } from "#app/domain/agreement/terms/annexes.ts";
import {
  consentStatuses,
  namings,
  showcaseStatuses,
  type AgeBand,
  type AssignmentStatus,
  type Confidentiality,
  type ConsentStatus,
  type Naming,
  type ShowcaseStatus,
} from "#app/domain/words.ts";

/** Says what the guards of a result for everybody read (docs/domain.md 3.1, 3.3). */
export type ShowcaseFacts = Facts & {
  assignmentStatus: AssignmentStatus;
  /** The solution is at work at the company, in any degree. */
  inUse: boolean;
  confidentiality: Confidentiality;
  exists: boolean;
  /** Tells where the result stands; null while nobody wrote one. */
  showcaseStatus: ShowcaseStatus | null;
  companyAgreed: boolean;
  makers: number;
  /** Makers whose own yes, and their guardian's where they are not 18, counts now. */
  agreed: number;
  isSelf: boolean;
  minor: boolean;
};
type G = Guard<ShowcaseFacts>;
/** Lists statuses in which a solution can be shown: it is in use, or was when the assignment closed. */
const afterUse: readonly AssignmentStatus[] = ["implemented", "anchoring", "closed"];
const showcaseGuards = {
  result_in_use: (f) => f.inUse && afterUse.includes(f.assignmentStatus),
  not_secret: (f) => f.confidentiality !== "secret",
  no_showcase_yet: (f) => !f.exists,
  company_agrees: (f) => f.companyAgreed,
  company_undecided: (f) => !f.companyAgreed,
  makers_agree: (f) => f.makers > 0 && f.agreed === f.makers,
  consent_asked: (f) => f.showcaseStatus === "asked" || f.showcaseStatus === "shown",
  own_consent: (f) => f.isSelf,
  of_age: (f) => !f.minor,
  under_age: (f) => f.minor,
} satisfies Record<string, G>;
type ShowcaseGuard = keyof typeof showcaseGuards;
const always = ["onHold", "disputed"] as const;
const text = { kind: "text", required: true, max: 2000 } as const satisfies Field;
const story = {
  title: { kind: "line", required: true, max: 120 },
  asked_for: text,
  made: text,
  changed: text,
  quote: { kind: "text", max: 400 },
  quote_by: { kind: "line", max: 120 },
} as const;
const writers = ["project_manager", "team_teacher", "student_lead"] as const;
/** Says how the company stands with the result; where its name is to be kept, it is, whatever is chosen here. */
const companyNamings = ["named", "unnamed"] as const;
/** A maker of 16 or 17 has no public profile (docs/domain.md 3.3): a first name at most. */
const minorNamings = namings.filter((n) => n !== "full_name");

/**
 * The words of the result: written by the team, approved by the company, shown when everybody said yes. Any change of
 * the words begins anew.
 */
/** Says what everybody reads once the company and every maker agreed. */
const published = {
  title: "published",
  asked_for: "published",
  made: "published",
  changed: "published",
  quote: "published",
  quote_by: "published",
} as const;
export const showcaseMoves = {
  write_showcase: {
    from: ["new"],
    to: "draft",
    by: writers,
    guards: ["result_in_use", "not_secret", "no_showcase_yet"],
    fields: story,
    shows: { in: "implementation", to: "implementation", drawn: true, beyond: published },
    notifies: [],
    evenOn: always,
    rank: "forward",
  },
  rewrite_showcase: {
    from: showcaseStatuses,
    to: "draft",
    by: writers,
    fields: story,
    shows: { in: "implementation", to: "implementation", drawn: true, beyond: published },
    notifies: [],
    evenOn: always,
    rank: "beside",
  },
  ask_showcase: {
    from: ["draft"],
    to: "asked",
    by: ["project_manager", "team_teacher"],
    guards: ["result_in_use", "not_secret"],
    notifies: ["client_owner", "makers"],
    asks: { makers: "consent" },
    evenOn: always,
    rank: "forward",
  },
  approve_showcase: {
    from: ["asked"],
    to: "same",
    by: ["client_owner"],
    guards: ["company_undecided"],
    fields: {
      company_naming: { kind: "choice", required: true, options: companyNamings },
      company_consent: { kind: "check", required: true },
    },
    shows: { in: "implementation", to: "implementation", apart: { company_consent: { never: "tick" } } },
    notifies: ["project_manager", "team_teacher"],
    evenOn: always,
    rank: "forward",
    turn: { ask: "showcase" },
  },
  refuse_showcase: {
    from: ["asked"],
    to: "withdrawn",
    by: ["client_owner"],
    fields: { explanation: { kind: "text", max: 1000 } },
    shows: { in: "implementation", to: "implementation" },
    notifies: ["project_manager", "team_teacher"],
    evenOn: always,
    rank: "beside",
  },
  withdraw_showcase: {
    from: ["shown"],
    to: "withdrawn",
    by: ["client_owner", "coordinator"],
    fields: { explanation: { kind: "text", max: 1000 } },
    shows: { in: "implementation", to: "implementation" },
    notifies: ["project_manager", "team_teacher", "client_owner"],
    evenOn: always,
    rank: "rare",
  },
  show: {
    from: ["asked"],
    to: "shown",
    by: ["system"],
    guards: ["result_in_use", "not_secret", "company_agrees", "makers_agree"],
    notifies: ["party", "makers"],
    evenOn: always,
  },
  hide: {
    from: ["shown"],
    to: "asked",
    by: ["system"],
    notifies: ["project_manager", "team_teacher", "client_owner"],
    evenOn: always,
  },
} as const satisfies Record<string, Rule<ShowcaseStatus, ShowcaseGuard, never>>;

const check = { kind: "check", required: true } as const satisfies Field;
const naming = (options: readonly Naming[]) => ({ kind: "choice", required: true, options }) as const;
/** Tells whether somebody said yes, and that they were asked. */
const each = { in: "implementation", to: "makers_each", quiet: true } as const;
/**
 * Holds one maker's own yes or no. Nobody answers for another; for whoever is not 18 a parent or guardian answers
 * too. Whoever says no is nobody else's business, so nobody is told.
 */
export const consentMoves = {
  ask_maker: { from: ["new"], to: "asked", by: ["system"], notifies: [], evenOn: always, shows: each },
  ask_again: {
    from: consentStatuses,
    to: "asked",
    by: ["system"],
    notifies: [],
    evenOn: always,
    shows: each,
  },
  give_consent: {
    from: ["asked", "with_guardian", "refused", "withdrawn"],
    to: "given",
    by: ["anyone"],
    guards: ["own_consent", "consent_asked", "of_age"],
    fields: { naming: naming(namings), consent: check },
    shows: { ...each, subject: true, apart: { consent: { never: "tick" } } },
    notifies: [],
    evenOn: always,
    rank: "forward",
  },
  give_as_minor: {
    from: ["asked", "with_guardian", "refused", "withdrawn"],
    to: "with_guardian",
    by: ["anyone"],
    guards: ["own_consent", "consent_asked", "under_age"],
    fields: {
      naming: naming(minorNamings),
      name: { kind: "line", required: true },
      email: { kind: "email", required: true },
      consent: check,
    },
    shows: { ...each, subject: true, apart: { consent: { never: "tick" }, email: "guardian_contact" } },
    notifies: [],
    evenOn: always,
    rank: "forward",
  },
  guardian_agrees: {
    from: ["with_guardian"],
    to: "given",
    by: ["guardian"],
    guards: ["consent_asked"],
    fields: { full_name: { kind: "line", required: true }, consent: check, code: { kind: "code", required: true } },
    shows: { ...each, subject: true, apart: { consent: { never: "tick" }, code: { never: "key" } } },
    notifies: [],
    evenOn: always,
    rank: "forward",
  },
  guardian_declines: {
    from: ["with_guardian"],
    to: "refused",
    by: ["guardian"],
    notifies: [],
    evenOn: always,
    rank: "beside",
    shows: each,
  },
  refuse_consent: {
    from: ["asked", "with_guardian"],
    to: "refused",
    by: ["anyone"],
    guards: ["own_consent"],
    notifies: [],
    evenOn: always,
    rank: "beside",
    shows: each,
  },
  withdraw_consent: {
    from: ["given"],
    to: "withdrawn",
    by: ["anyone"],
    guards: ["own_consent"],
    notifies: [],
    evenOn: always,
    rank: "beside",
    shows: each,
  },
} as const satisfies Record<string, Rule<ConsentStatus, ShowcaseGuard, never>>;

export const showcaseProcess = machine<ShowcaseStatus, ShowcaseFacts, ShowcaseGuard, keyof typeof showcaseMoves>({
  object: "showcase",
  statuses: showcaseStatuses,
  guards: showcaseGuards,
  moves: showcaseMoves,
});
export const consentProcess = machine<ConsentStatus, ShowcaseFacts, ShowcaseGuard, keyof typeof consentMoves>({
  object: "showcase_consent",
  statuses: consentStatuses,
  guards: showcaseGuards,
  moves: consentMoves,
});

/**
 * Tells whether somebody's yes waits for a parent or guardian: who is not 18, and a student whose age the school did not
 * status (docs/domain.md 3.3).
 */
export const needsGuardian = ({ ageBand, student }: { ageBand: AgeBand | null; student: boolean }): boolean =>
  ageBand === null ? student : isMinor(ageBand);
/** Lists seats whose holders made the result, also when they left before the end. Whoever only judged it, or will use it, made nothing. */
export const makerSeats = [
  "student",
  "student_lead",
  "teacher",
  "project_manager",
  "employee_participant",
  "field_expert",
] as const;
/** Says how a maker is called, or null where they chose no name. */
export const calledBy = (name: string, as: Naming): string | null =>
  as === "full_name" ? name : as === "first_name" ? (name.trim().split(/\s+/)[0] ?? null) : null;
