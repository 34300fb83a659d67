import type { Answers, Fields } from "#app/domain/fields/fields.ts";
import { intakeMinimum, intakeSteps, lacking } from "./fields.ts";
import type { AnswerVersions } from "./versions.ts";

/** Team and money follow with the business developer; a visitor is asked what only the company can answer. */
const { team: _team, geld: _geld, ...asked } = intakeSteps;
/** Holds the way of a visitor without an account: an address first, so that nothing is lost, and who asks it last. */
export const draftSteps = {
  adres: { email: { kind: "email", required: true }, help: { kind: "check" } },
  ...asked,
  bedrijf: {
    company: { kind: "line", required: true, max: 160 },
    kvk: { kind: "kvk" },
    contact_name: { kind: "line", required: true, max: 120 },
  },
} as const satisfies Record<string, Fields>;
export type DraftStep = keyof typeof draftSteps;
export const draftStepIds = Object.keys(draftSteps) as DraftStep[];
/** Tells whether an address names a page of a visitor's way. */
export const isDraftStep = (step: string): step is DraftStep => Object.hasOwn(draftSteps, step);
/** Returns the page after this one; after the last all is read back. */
export const stepAfter = (step: DraftStep): DraftStep | "controle" =>
  draftStepIds[draftStepIds.indexOf(step) + 1] ?? "controle";

/** Says what must be there before a draft may become a question (guard `intake_minimum`, with who asks it). */
export const lackingInDraft = (answers: Answers) => lacking(answers, [...intakeMinimum, "company", "contact_name"]);
/** Tells on which page of a visitor's way a question stands. */
export const draftStepOf = (field: string): DraftStep =>
  draftStepIds.find((step) => field in draftSteps[step]) ?? "adres";
/** Counts days that a draft is kept after the last change. */
export const draftDays = 90;

/** What is kept of a draft beside its answers lives under names no question has. */
export const answerVersionsIn = (answers: Answers): AnswerVersions => (answers._marks ?? {}) as AnswerVersions;
export const plainAnswers = ({ _marks: _, ...answers }: Answers & { _marks?: unknown }): Answers => answers as Answers;
/** The answers that belong to the question itself, without who asks it. */
export const intakeIn = (answers: Answers): Answers => {
  const own = new Set(Object.values(intakeSteps).flatMap((fields) => Object.keys(fields)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => own.has(id)));
};
export const askLinkFields = { email: { kind: "email", required: true } } as const satisfies Fields;
