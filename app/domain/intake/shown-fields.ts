import type { Answers } from "#app/domain/fields/fields.ts";
import { each, shownForm, never, on, type ShownForm } from "#app/domain/fields/shown.ts";
import { draftSteps, askLinkFields } from "./draft.ts";
import { intakeFields, intakeSteps } from "./fields.ts";

const overview = "assignment.assignment";
const everybody = on(overview, "everybody");
const text = on(overview, "text");
const intake = on(overview, "intake");
/** Tells who reads each answer of the intake, all on the overview of the assignment (docs/domain.md 3.2). */
const intakeReads = {
  titel: shownForm(intakeSteps.titel, { title: everybody, language: text }),
  probleem: shownForm(intakeSteps.probleem, { problem: text }),
  doel: shownForm(intakeSteps.doel, { goal: text, deliverables: text }),
  mensen: shownForm(intakeSteps.mensen, { end_users: text, problem_owner: intake }),
  plaats: shownForm(intakeSteps.plaats, { sector: everybody, place: everybody, postcode: intake }),
  waarom: shownForm(intakeSteps.waarom, { urgency: intake, critical: intake, business_case: intake }),
  inbreng: shownForm(intakeSteps.inbreng, { hours_company: text, employees: text, brings_kinds: text, brings: text }),
  verplichting: shownForm(intakeSteps.verplichting, { obligation: everybody, draft_criteria: text }),
  openheid: shownForm(intakeSteps.openheid, { confidentiality: everybody, hide_company: intake, teaser: everybody }),
  periode: shownForm(intakeSteps.periode, { weeks: everybody, start_wish: text }),
  kennis: shownForm(intakeSteps.kennis, { skill_uris: text, skills: text }),
  team: shownForm(intakeSteps.team, {
    levels: everybody,
    seats_min: everybody,
    seats_max: everybody,
    hours_student: everybody,
  }),
  geld: shownForm(intakeSteps.geld, {
    fee_kind: intake,
    fee_amount: on(overview, "fee"),
    funding_regime: intake,
    ip_proposal: text,
  }),
};
/** Holds the forms of the intake, and those of a visitor's draft that are not part of it. */
export const intakeForms: Readonly<Record<string, ShownForm>> = {
  ...Object.fromEntries(Object.entries(intakeReads).map(([step, form]) => [`intakeSteps.${step}`, form])),
  "draftSteps.adres": shownForm(draftSteps.adres, { email: on("intake.centreDraft", "desk"), help: never("does") }),
  "draftSteps.bedrijf": shownForm(draftSteps.bedrijf, {
    ...each(["company", "contact_name"], on("intake.centreDraft", "desk")),
    kvk: on("intake.report", "intake"),
  }),
  askLinkFields: shownForm(askLinkFields, { email: never("finds") }),
};
/** Lists what has a place of its own on the overview, as a heading with prose. */
const shownSeparately = new Set(["problem", "goal", "deliverables", "end_users", "brings", "draft_criteria"]);
const readBy = new Map(Object.values(intakeReads).flatMap(({ shows }) => Object.entries(shows)));
/** Lists what is told beside the question itself to whoever reads its whole text, in the order in which it was asked. */
export const shownWithText = Object.keys(intakeFields).filter((id) => {
  const read = readBy.get(id);
  return read !== undefined && "by" in read && read.by === "text" && !shownSeparately.has(id);
});

/** Returns every answer of the intake for a reader of part `intake`; what is for readers of part `fee` only where they are one. */
export const intakeRead = (answers: Answers, fee: boolean): Answers =>
  Object.fromEntries(
    Object.keys(intakeFields).flatMap((id) => {
      const read = readBy.get(id);
      const reads = read !== undefined && "by" in read && (fee || read.by !== "fee");
      return reads ? [[id, answers[id] ?? null]] : [];
    }),
  );
