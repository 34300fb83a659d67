import { counted } from "#app/i18n/counted.ts";
import type * as nl from "#app/i18n/nl/matching/reasons.ts";

export const rule: typeof nl.rule = {
  one_place: (n) => `${n.student} can be in one place.`,
  size_min: (n) => `A team of ${n.title} has at least ${counted(n.count, "member", "members")}.`,
  size_max: (n) => `A team of ${n.title} has at most ${counted(n.count, "member", "members")}.`,
  teams_max: (n) => `${n.title} has at most ${counted(n.count, "team", "teams")}.`,
  required_skill: (n) => `Every team of ${n.title} has somebody with ${n.skill}.`,
  discipline_min: (n) => `Every team of ${n.title} has at least ${n.count || 1} of ${n.discipline}.`,
  discipline_max: (n) => `A team of ${n.title} has at most ${n.count} of ${n.discipline}.`,
  mix: (n) => `Every team of ${n.title} has at least ${n.count || 1} from ${n.level}.`,
  guide_each: (n) => `Every team of ${n.title} has a coach.`,
  guide_teams: (n) => `${n.guide} guides at most ${counted(n.count, "team", "teams")}.`,
  guide_students: (n) => `${n.guide} guides at most ${counted(n.count, "student", "students")}.`,
  hours: (n) => `${n.student} has too few hours for ${n.title}.`,
  veto: (n) => `The company does not want ${n.student} at ${n.title}.`,
  forbid: (n) => `${n.student} may not be at ${n.title}.`,
  apart: (n) => `${n.student} and ${n.other} may not be in one team.`,
  together: (n) => `${n.students} stay together.`,
  pin: (n) => `${n.student} is pinned to ${n.title}.`,
  teams_fixed: (n) =>
    n.count === 0 ? `${n.title} does not run.` : `${n.title} has exactly ${counted(n.count, "team", "teams")}.`,
  locked: (n) => `Team ${n.team} of ${n.title} stays as it is.`,
  team_cover: (n) => n.title,
  team_order: (n) => n.title,
  wish: (n) => n.title,
  frozen: () => "What was settled before.",
};

export const reason: typeof nl.reason = {
  has_it: () => "This is the first choice.",
  unknown: () => "There is no first choice.",
  hours: (je, title) => `${title} asks for more hours a week than ${je ? "you have" : "this student has"}.`,
  veto: (je, title) =>
    je ? `${title} could not be: the company or your teacher decided so.` : `The company gave a veto for ${title}.`,
  forbid: (je, title) => (je ? `${title} could not be: your teacher decided so.` : `A teacher ruled out ${title}.`),
  pinned_elsewhere: (je, title) => `${je ? "Your teacher placed you" : "A teacher placed this student"} at ${title}.`,
  not_running: (_, title) => `${title} does not run.`,
  too_few: (_, title) => `${title} does not run: too few students would fit.`,
  closed: (_, title) => `${title} does not run: that was decided.`,
  no_guide: (_, title) => `${title} does not run: no coach was free.`,
  full: (je, title, seats) =>
    `${title} is full (${counted(seats, "seat", "seats")}). ` +
    `${je ? "Who is there would lose more by moving than you." : "Who is there would lose more by moving."}`,
  reserved: (_, title, what) => `At ${title} a seat was needed for ${what}.`,
  lottery: (je, _, number) => `It was equal; the lottery decided. ${je ? "Your" : "The"} number was ${number}.`,
  priority: (je, title) =>
    `${title}: somebody with priority from an earlier round went first. ` +
    `${je ? "All else was equal between you." : "All else was equal."}`,
  possible: (je, title) => `${title} could have been, but then others would have been worse off${je ? "" : " in all"}.`,
  impossible: (_, title) => `${title} cannot be with the rules of this round.`,
  price: (moves) => `If it were done all the same: ${moves}.`,
  skill: (skill) => `somebody with ${skill}`,
  discipline: (name) => `somebody from ${name}`,
  level: (name) => `somebody from ${name}`,
};
