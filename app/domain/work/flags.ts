import type { Answer, Field } from "#app/domain/fields/fields.ts";
import { child, type ChildGuard } from "#app/domain/workflow/child-machine.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import type { Part } from "#app/domain/workflow/visibility.ts";
import { flagStatuses, type FlagKind, type FlagStatus, type Relation, type Role } from "#app/domain/words.ts";

const text = { kind: "text", required: true, max: 2000 } as const satisfies Field;

/**
 * Tells what each kind of flag means: who removes it unless somebody else is named, its clock, and whether it is
 * confided to whoever looks after the team rather than shown to the assignment (docs/domain.md 6.4).
 */
export const flagKindRows = {
  obstacle: { owner: "client_owner", clock: "flag", confided: false },
  no_contact: { owner: "business_developer", clock: "flag", confided: false },
  workload: { owner: "team_teacher", clock: "flag", confided: false },
  safety: { owner: "team_teacher", clock: "safety", confided: true },
  team_trouble: { owner: "team_teacher", clock: "concern", confided: true },
} as const satisfies Record<FlagKind, { owner: Relation; clock: ClockId; confided: boolean }>;
/** Describes kinds that everybody in the assignment may read of. */
export type OpenFlagKind = { [K in FlagKind]: (typeof flagKindRows)[K]["confided"] extends true ? never : K }[FlagKind];
const kinds = Object.keys(flagKindRows) as FlagKind[];
/** Returns the clock of what is raised, by its kind. */
export const flagClock = (kind: Answer | undefined): ClockId | null =>
  kinds.flatMap((one) => (one === kind ? [flagKindRows[one].clock] : []))[0] ?? null;
const openKinds = kinds.filter((kind) => !flagKindRows[kind].confided);
const confidedKinds = kinds.filter((kind) => flagKindRows[kind].confided);

/** Lists everybody with a place in the assignment: whoever meets an obstacle says so. */
const involved = [
  "project_manager",
  "team_teacher",
  "claim_lead",
  "practor_lector",
  "student_lead",
  "team_student",
  "employee_participant",
  "client_owner",
  "problem_owner",
  "quality_owner",
  "business_developer",
  "coordinator",
] as const satisfies readonly Role[];
/** The owner of a flag is whom its row is about (`anyone`); beside them who leads the work and who brought it in. */
const followers = ["anyone", "project_manager", "team_teacher", "student_lead", "client_owner", "coordinator"] as const;
const carers = ["team_teacher", "coordinator"] as const;

export const flagMoves = {
  raise_flag: {
    from: ["new"],
    to: "open",
    // The clock raises it where a time went by without a sign of life (`raises`).
    by: [...involved, "system"],
    guards: ["assignment_live"],
    fields: {
      flag_kind: { kind: "choice", required: true, options: openKinds },
      flag_what: text,
      flag_owner: { kind: "pick", from: "flag_owners" },
    },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: ["project_manager", "team_teacher"],
    starts: ["flag"],
    // Whoever removes it, it is one obstacle.
    repeats: { same: ["flag_kind", "flag_what"] },
    evenOn: ["onHold"],
    rank: "beside",
  },
  follow_flag: {
    from: ["open"],
    to: "same",
    by: followers,
    fields: { flag_note: text },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: ["project_manager", "team_teacher"],
    evenOn: ["onHold"],
    repeats: { after: 1 },
    rank: "beside",
  },
  hand_over_flag: {
    from: ["open"],
    to: "same",
    by: followers,
    fields: { flag_owner: { kind: "pick", required: true, from: "flag_owners" }, flag_note: text },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: ["project_manager", "team_teacher"],
    evenOn: ["onHold"],
    rank: "rare",
  },
  close_flag: {
    from: ["open"],
    to: "closed",
    by: [...followers, "system"],
    fields: { flag_note: text },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: ["project_manager", "team_teacher", "client_owner"],
    evenOn: ["onHold"],
    turn: { ask: "flag", of: ["anyone"], clock: ["flag"], resolves: ["obstacles_gone"] },
    rank: "forward",
  },
  raise_concern: {
    from: ["new"],
    to: "confided",
    by: involved,
    guards: ["assignment_live"],
    fields: { flag_kind: { kind: "choice", required: true, options: confidedKinds }, flag_what: text },
    shows: { in: "progress", to: "concerns", quiet: true, drawn: true },
    notifies: carers,
    starts: ["safety", "concern"],
    evenOn: ["onHold"],
    rank: "beside",
  },
  follow_concern: {
    from: ["confided"],
    to: "same",
    by: carers,
    fields: { flag_note: text },
    shows: { in: "progress", to: "concerns", quiet: true, drawn: true },
    notifies: carers,
    evenOn: ["onHold"],
    repeats: { after: 1 },
    rank: "beside",
  },
  settle_concern: {
    from: ["confided"],
    to: "settled",
    by: carers,
    fields: { flag_note: text },
    shows: { in: "progress", to: "concerns", quiet: true, drawn: true },
    notifies: carers,
    evenOn: ["onHold"],
    turn: { ask: "concern", clock: ["concern", "safety"], resolves: ["concerns_settled"], quiet: true },
    rank: "forward",
  },
  /** The system closes what held a team up when that team is gone: the last note stays, and nobody is asked for it any more. */
  lapse_flag: { from: ["open"], to: "closed", by: ["system"], notifies: [], evenOn: ["onHold"] },
  lapse_concern: { from: ["confided"], to: "settled", by: ["system"], notifies: [], evenOn: ["onHold"] },
} as const satisfies Record<string, Rule<FlagStatus, ChildGuard, never>>;

export const flagProcess = child<FlagStatus, keyof typeof flagMoves>("flag", flagStatuses, flagMoves);

/**
 * Returns the part of the matrix whose readers read what is said of a flag that stands thus, as the moves that lead
 * there say; of one that no move leads to only those who may read concerns.
 */
export const partOfFlag = (status: unknown): Part =>
  Object.values(flagMoves).flatMap((rule) => (rule.to === status && "shows" in rule ? [rule.shows.to] : []))[0] ??
  "concerns";
