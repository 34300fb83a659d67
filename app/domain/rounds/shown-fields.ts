import { each, shownForm, never, on, type ShownForm } from "#app/domain/fields/shown.ts";
import { ratingFields } from "./candidate-ratings.ts";
import {
  addStudentsFields,
  assignmentFields,
  guideFields,
  limitsOf,
  newRoundFields,
  peerWishFields,
  profileFields,
  verdictFields,
} from "./fields.ts";
import { lockFields, runFields, studentPinFields, teamCountFields, whatIfFields } from "./pins.ts";
import { returnFields } from "./priority.ts";

const round = on("rounds.round", "planners");
const choose = on("rounds.choose", "round");
const guides = on("rounds.guides", "planners");
const students = on("rounds.students", "planners");
const student = on("rounds.runStudent", "planners");
const wishes = on("rounds.peerWishes", "planners");
const plan = on("rounds.plan", "planners");

/** Holds the forms of a round, and who reads again what they ask. What a student says of others is for teachers alone. */
export const roundForms: Readonly<Record<string, ShownForm>> = {
  newRoundFields: shownForm(newRoundFields([], []), {
    name: on("rounds.round", "round"),
    ...each(["block", "programmes", "more_programmes", "least_choices", "seed"], round),
  }),
  assignmentFields: shownForm(assignmentFields([]), {
    ...each(["size_min", "size_max", "hours", "mix_mbo", "mix_hbo", "disciplines"], choose),
    teams: on("rounds.assignments", "planners"),
    guides: on("rounds.assignment", "planners"),
  }),
  guideFields: shownForm(guideFields([]), each(["person", "kind", "teams", "students"], guides)),
  limitsOf: shownForm(limitsOf("id"), each(["teams.id", "students.id"], guides)),
  addStudentsFields: shownForm(addStudentsFields([]), {
    from: never("does"),
    ...each(["discipline", "level", "hours"], students),
  }),
  profileFields: shownForm(profileFields, { hours: students, day_parts: student }),
  peerWishFields: shownForm(peerWishFields([]), each(["other", "kind", "why"], wishes)),
  verdictFields: shownForm(verdictFields, { verdict: wishes }),
  ratingFields: shownForm(ratingFields, { stars: student, why: student }),
  runFields: shownForm(runFields, { preset: plan }),
  studentPinFields: shownForm(studentPinFields([]), each(["kind", "choice", "team", "why"], plan)),
  teamCountFields: shownForm(teamCountFields, { teams: plan, why: plan }),
  lockFields: shownForm(lockFields, { team: plan, why: plan }),
  whatIfFields: shownForm(whatIfFields, each(["size_min", "size_max", "teams"], on("rounds.run", "planners"))),
  returnFields: shownForm(returnFields([], []), each(["student", "to"], on("rounds.carryOver", "planners"))),
};
