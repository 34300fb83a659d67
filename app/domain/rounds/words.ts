/** The closed word lists of matching rounds. Ids only; labels live in `app/i18n`. */
export { studyLevels, type StudyLevel } from "#app/domain/matching/instance.ts";

/** Names how far a round is: set up; students choose; choosing is over and plans are made; told to everybody; given up. */
export const roundStatuses = ["draft", "choosing", "matching", "published", "cancelled"] as const;
export type RoundStatus = (typeof roundStatuses)[number];
/** A round in one of these statuses was neither published nor given up. */
export const roundUnderWay = ["draft", "choosing", "matching"] as const satisfies readonly RoundStatus[];
/**
 * Tells whether a teacher still judges wishes of a round in this status: until its teams are known, or it is given up.
 */
export const judgesWishes = (status: RoundStatus): boolean => roundUnderWay.some((one) => one === status);
/** A student who is `returned` was sent on, with priority, to a later round. */
export const roundStudentStatuses = ["in", "dropped", "returned"] as const;
export type RoundStudentStatus = (typeof roundStudentStatuses)[number];
export const guideKinds = ["coach", "business_developer", "employee"] as const;
export type GuideKind = (typeof guideKinds)[number];
/** `wish` is quality only; `together` and `apart` are hard rules once approved. */
export const peerWishKinds = ["together", "apart", "wish"] as const;
export type PeerWishKind = (typeof peerWishKinds)[number];
/** A wish is `withdrawn` once the student took it back. */
export const peerWishStatuses = ["asked", "approved", "refused", "withdrawn"] as const;
export type PeerWishStatus = (typeof peerWishStatuses)[number];
export const pinKinds = ["pin", "forbid", "teams", "lock"] as const;
export type PinKind = (typeof pinKinds)[number];
/** `impossible`: no plan obeys every rule. `broken`: taken up several times and never finished. */
export const runStatuses = ["waiting", "running", "done", "impossible", "stopped", "broken"] as const;
export type RunStatus = (typeof runStatuses)[number];
/** Somebody still waits for it. */
export const isUnderWay = (status: RunStatus): boolean => status === "waiting" || status === "running";
/**
 * Lists a proposal; one that follows a change and stays close to another; one after students left; one that only
 * tries something.
 */
export const runKinds = ["plan", "change", "repair", "what_if"] as const;
export type RunKind = (typeof runKinds)[number];
/** Somebody tries another size or number of teams for one assignment, without changing the round. */
export type WhatIf = { choice: string; sizeMin: number; sizeMax: number; teams: number };
/** Lists half days on which somebody can meet. */
export const dayParts = [
  "mon_am",
  "mon_pm",
  "tue_am",
  "tue_pm",
  "wed_am",
  "wed_pm",
  "thu_am",
  "thu_pm",
  "fri_am",
  "fri_pm",
] as const;
export type DayPart = (typeof dayParts)[number];
/** Says how far somebody has a skill: a beginner, able with some help, able alone. */
export const skillLevels = [1, 2, 3] as const;
/** Lists what a student studies, coarse enough to ask a team for it. */
export const disciplines = [
  "software",
  "data",
  "networks",
  "media_design",
  "communication",
  "electrical",
  "mechanical",
  "mechatronics",
  "process_chemistry",
  "laboratory",
  "construction",
  "water_environment",
  "logistics",
  "business",
  "health",
  "social_work",
  "hospitality",
  "agri_food",
] as const;
export type Discipline = (typeof disciplines)[number];
