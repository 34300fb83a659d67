/**
 * Tells who wants what, and every rule that must hold: one round of matching. Plain data, so that it can travel to
 * another thread and back.
 */
export const studyLevels = ["mbo", "hbo"] as const;
export type StudyLevel = (typeof studyLevels)[number];
/** Describes a skill and how far somebody has it, or how far it is asked: 1 is a beginner. */
export type SkillAt = { skill: string; level: number };

export type Student = {
  id: string;
  /** Holds choices, best first; more than one in a place is a tie. */
  choices: readonly (readonly string[])[];
  /** The unit is hours a week. */
  hours: number;
  discipline: string;
  level: StudyLevel;
  /** The student declared it; nobody has proven it. */
  skills: readonly SkillAt[];
  /** Holds parts of the week on which the student can meet. */
  dayParts: readonly string[];
  /** Comes before others when both are equal to all else: sent on from an earlier round without a place. */
  priority?: boolean | undefined;
};
/** Says how many of a discipline a team needs, and bears; null is no limit. */
export type DisciplineNeed = { discipline: string; min: number; max: number | null };
export type Assignment = {
  id: string;
  /** One team has at least and at most this many members. */
  size: { min: number; max: number };
  /** At most this many teams work side by side. */
  teams: number;
  /** Counts hours a week that a member needs. */
  hours: number;
  /** Each team has somebody with each of these. */
  required: readonly SkillAt[];
  /** These are wished for, and never at the cost of a student's choice. */
  desired: readonly SkillAt[];
  disciplines: readonly DisciplineNeed[];
  /** A team has at least this many students of each level. */
  mix: Readonly<Record<StudyLevel, number>>;
  /** Names who guides each team: one out of every list (a coach; a business developer; an employee of the company). */
  guides: readonly (readonly string[])[];
  /** Students the company would like to see, 1 to 3 stars: quality only, it never overrides a choice. */
  stars: readonly { student: string; stars: number }[];
  /** Students the company may not or will not have. */
  veto: readonly string[];
};
/** Says how many teams, and how many students, somebody can guide; null is no limit. */
export type Guide = { id: string; teams: number | null; students: number | null };
export type Pair = readonly [string, string];
/** Describes a student held on an assignment, or on one team of it (1 is the first). */
type Pin = { student: string; assignment: string; team?: number | undefined };
export type Placement = { student: string; assignment: string; team: number };
/** This coach guided the team in the plan before. */
export type GuidedTeam = { assignment: string; team: number; guides: readonly string[] };
type LockedTeam = { assignment: string; team: number; students: readonly string[] };

export type Instance = {
  students: readonly Student[];
  assignments: readonly Assignment[];
  guides: readonly Guide[];
  /** These two may not be in one team. */
  apart: readonly Pair[];
  /** Each approved group is placed in one team, or not at all. */
  together: readonly (readonly string[])[];
  /** Would like to work together; quality only. */
  wishes: readonly Pair[];
  pins: readonly Pin[];
  forbids: readonly { student: string; assignment: string }[];
  /** Exactly this many teams are formed; 0 means that the assignment does not run. */
  teamCounts: readonly { assignment: string; teams: number }[];
  /** Holds published teams that stay as they are. */
  locked: readonly LockedTeam[];
  /** The plan published before, to stay close to. */
  previous: readonly Placement[] | null;
  /** Names who guided its teams, to keep with them; rounds that were frozen before this counted do not say. */
  guidedBefore?: readonly GuidedTeam[] | undefined;
  /** Tells what the lottery numbers are drawn with; published. */
  seed: number;
  /** The lowest choice everybody must be willing to bear before lower ones are avoided (2 to 5); null: no limit. */
  bearable: number | null;
  /** Whoever fits nowhere on their own list may be placed elsewhere. */
  fallback: boolean;
  /** A missing required skill leaves a gap instead of stopping the team; as few gaps as possible. */
  elastic: boolean;
};

/** Holds an instance with nothing in it, to fill in what a round has. */
export const emptyInstance: Instance = {
  students: [],
  assignments: [],
  guides: [],
  apart: [],
  together: [],
  wishes: [],
  pins: [],
  forbids: [],
  teamCounts: [],
  locked: [],
  previous: null,
  seed: 1,
  bearable: 3,
  fallback: false,
  elastic: false,
};
