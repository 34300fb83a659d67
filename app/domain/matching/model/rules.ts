/**
 * Every rule a row of the model can carry. `may`: whether somebody can decide to let it go when rules conflict;
 * `weight`: how dear that is.
 */
export const ruleTable = {
  one_place: { may: false, weight: 0 },
  size_min: { may: true, weight: 4 },
  size_max: { may: true, weight: 4 },
  teams_max: { may: true, weight: 4 },
  required_skill: { may: true, weight: 3 },
  discipline_min: { may: true, weight: 3 },
  discipline_max: { may: true, weight: 3 },
  mix: { may: true, weight: 3 },
  guide_each: { may: false, weight: 0 },
  guide_teams: { may: true, weight: 3 },
  guide_students: { may: true, weight: 3 },
  hours: { may: true, weight: 5 },
  veto: { may: false, weight: 0 },
  forbid: { may: true, weight: 2 },
  apart: { may: true, weight: 5 },
  together: { may: true, weight: 2 },
  pin: { may: true, weight: 2 },
  teams_fixed: { may: true, weight: 2 },
  locked: { may: true, weight: 6 },
  team_cover: { may: false, weight: 0 },
  team_order: { may: false, weight: 0 },
  wish: { may: false, weight: 0 },
  frozen: { may: false, weight: 0 },
} as const;
type RuleCode = keyof typeof ruleTable;

/** Describes a rule with what it is about: enough to write a sentence about it, in any language. */
export type Rule = {
  code: RuleCode;
  student?: string;
  other?: string;
  assignment?: string;
  team?: number;
  skill?: string;
  discipline?: string;
  level?: string;
  guide?: string;
  /** These students form a group. */
  students?: readonly string[];
  /** The number the rule asks for or allows. */
  count?: number;
};

/** The same rule has the same id in every run. */
export const ruleId = ({
  code,
  student,
  other,
  assignment,
  team,
  skill,
  discipline,
  level,
  guide,
  students,
}: Rule): string => {
  const parts = [code, assignment, team, student, other, skill, discipline, level, guide, students?.join("+")];
  const last = parts.findLastIndex((part) => part !== undefined && part !== "");
  return parts
    .slice(0, last + 1)
    .map((part) => part ?? "")
    .join("|");
};
/** Tells whether somebody can decide to let this rule go. */
export const mayGo = (rule: Rule): boolean => ruleTable[rule.code].may;
