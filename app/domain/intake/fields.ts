import { when } from "#app/domain/fields/days.ts";
import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { isBlank } from "#app/domain/marks.ts";
import { skills } from "#app/domain/skills/skills.ts";
import {
  confidentialities,
  feeKinds,
  fundingRegimes,
  ipProposals,
  levels,
  locales,
  obligations,
  sectors,
  urgencies,
} from "#app/domain/words.ts";

/** Says what a company can bring beside hours and people. */
const bringings = ["data", "lab", "equipment", "workplace", "people"] as const;

/**
 * Holds the guided intake (docs/domain.md 4.1, docs/design.md 5): one question a page, or a few that are answered in
 * one breath.
 */
export const intakeSteps = {
  titel: {
    title: { kind: "line", required: true, max: 120 },
    language: { kind: "choice", options: locales },
  },
  probleem: { problem: { kind: "text", required: true, max: 6000 } },
  doel: {
    goal: { kind: "text", max: 2000 },
    deliverables: { kind: "text", max: 2000 },
  },
  mensen: {
    end_users: { kind: "line", max: 200 },
    problem_owner: { kind: "line", max: 120 },
  },
  plaats: {
    sector: { kind: "choice", required: true, options: sectors },
    place: { kind: "line", required: true, max: 80 },
    postcode: { kind: "postcode" },
  },
  waarom: {
    urgency: { kind: "choice", options: urgencies },
    critical: { kind: "yesno" },
    business_case: { kind: "text", max: 3000 },
  },
  inbreng: {
    hours_company: { kind: "whole", counts: "hours", min: 0, max: 2000 },
    employees: { kind: "whole", min: 0, max: 50 },
    brings_kinds: { kind: "choices", options: bringings },
    brings: { kind: "text", max: 2000 },
  },
  verplichting: {
    obligation: { kind: "choice", options: obligations },
    draft_criteria: { kind: "text", max: 3000 },
  },
  openheid: {
    confidentiality: { kind: "choice", options: confidentialities },
    hide_company: { kind: "check" },
    teaser: { kind: "text", max: 400 },
  },
  periode: {
    weeks: { kind: "whole", min: 1, max: 52 },
    start_wish: { kind: "date", when: when.ahead(3) },
  },
  kennis: {
    skill_uris: { kind: "choices", options: skills.map(({ uri }) => uri) },
    skills: { kind: "line", max: 400 },
  },
  team: {
    levels: { kind: "choices", options: levels },
    seats_min: { kind: "whole", min: 1, max: 40 },
    seats_max: { kind: "whole", min: 1, max: 40 },
    hours_student: { kind: "whole", counts: "hours", min: 1, max: 1700 },
  },
  geld: {
    fee_kind: { kind: "choice", options: feeKinds },
    fee_amount: { kind: "money" },
    funding_regime: { kind: "choice", options: fundingRegimes },
    ip_proposal: { kind: "choice", options: ipProposals },
  },
} as const satisfies Record<string, Fields>;
export type IntakeStep = keyof typeof intakeSteps;
export const intakeStepIds = Object.keys(intakeSteps) as IntakeStep[];
export const intakeFields: Fields = Object.assign({}, ...Object.values(intakeSteps));
/** Holds what is chosen already when the question is first seen: the safest answer for anyone who does not know yet. */
const intakeDefaults: Answers = { obligation: "effort", confidentiality: "public" };
/** The answers of one page as its form begins: what was saved, or the default of what was never asked. */
export const valuesOf = (step: IntakeStep, answers: Answers, more: Answers = {}): Answers =>
  Object.fromEntries(
    Object.keys(intakeSteps[step]).map((id) => [
      id,
      id in answers ? (answers[id] ?? null) : (more[id] ?? intakeDefaults[id] ?? null),
    ]),
  );
/**
 * Returns the fields of one page for keeping a draft: what must be there is asked when it is sent, so a half-filled
 * page is kept.
 */
export const looseFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, required: false }]));

/** Tells whether a question of the intake has an answer at all. */
export const filled = (answers: Answers, id: string) => {
  const a = answers[id];
  return typeof a === "string" ? !isBlank(a) : a !== undefined && a !== null && !(Array.isArray(a) && a.length === 0);
};
/** Says what must be there to submit (guard `intake_minimum`; the contact is checked beside it). */
export const intakeMinimum = ["title", "problem", "sector", "place"] as const;
/** Says what must be there to publish (guard `intake_complete`). */
export const intakeComplete = [
  "urgency",
  "business_case",
  "end_users",
  "hours_company",
  "funding_regime",
  "confidentiality",
  "obligation",
  "levels",
  "weeks",
] as const;
/** Returns those of these questions that have no answer yet. */
export const lacking = (answers: Answers, ids: readonly string[]) => ids.filter((id) => !filled(answers, id));
/** Says on which page of the intake a question stands; one that stands on none is met on the check of all. */
export const stepOf = (field: string): IntakeStep | "controle" =>
  intakeStepIds.find((step) => field in intakeSteps[step]) ?? "controle";
/** Tells of every page, in order, whether it is done: it was answered, and nothing that is needed is missing from it. */
export const stepsDone = (answers: Answers): { step: IntakeStep; done: boolean }[] =>
  intakeStepIds.map((step) => ({
    step,
    done:
      Object.keys(intakeSteps[step]).some((field) => field in answers) &&
      lacking(
        answers,
        [...intakeMinimum, ...intakeComplete].filter((field) => field in intakeSteps[step]),
      ).length === 0,
  }));
