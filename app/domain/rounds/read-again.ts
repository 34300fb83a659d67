import { each, formRead, never, on, type FormRead } from "#app/domain/fields/read-again.ts";
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

/** The forms of a round, and who reads again what they ask. What a student says of others is for docenten alone. */
export const roundForms: Readonly<Record<string, FormRead>> = {
  newRoundFields: formRead(newRoundFields([], []), {
    name: on("rounds.round", "round"),
    ...each(["block", "programmes", "more_programmes", "least_choices", "seed"], round),
  }),
  assignmentFields: formRead(assignmentFields([]), {
    ...each(["size_min", "size_max", "hours", "mix_mbo", "mix_hbo", "disciplines"], choose),
    teams: on("rounds.assignments", "planners"),
    guides: on("rounds.assignment", "planners"),
  }),
  guideFields: formRead(guideFields([]), each(["person", "kind", "teams", "students"], guides)),
  limitsOf: formRead(limitsOf("id"), each(["teams.id", "students.id"], guides)),
  addStudentsFields: formRead(addStudentsFields([]), {
    from: never("does"),
    ...each(["discipline", "level", "hours"], students),
  }),
  profileFields: formRead(profileFields, { hours: students, day_parts: student }),
  peerWishFields: formRead(peerWishFields([]), each(["other", "kind", "why"], wishes)),
  verdictFields: formRead(verdictFields, { verdict: wishes }),
  ratingFields: formRead(ratingFields, { stars: student, why: student }),
  runFields: formRead(runFields, { preset: plan }),
  studentPinFields: formRead(studentPinFields([]), each(["kind", "choice", "team", "why"], plan)),
  teamCountFields: formRead(teamCountFields, { teams: plan, why: plan }),
  lockFields: formRead(lockFields, { team: plan, why: plan }),
  whatIfFields: formRead(whatIfFields, each(["size_min", "size_max", "teams"], on("rounds.run", "planners"))),
  returnFields: formRead(returnFields([], []), each(["student", "to"], on("rounds.carryOver", "planners"))),
};
