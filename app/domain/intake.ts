import type { Answers, Fields } from "./fields.ts";
import { confidentialities, feeKinds, fundingRegimes, ipProposals, levels, obligations, sectors, urgencies } from "./words.ts";

/** The guided intake (DOMAIN.md §2.3 intake_report, DESIGN.md "Een vraagstuk indienen"): one step a page, one question at a time. */
export const intakeSteps = {
  vraag: {
    title: { kind: "line", required: true, max: 120 },
    problem: { kind: "text", required: true, max: 6000 },
    goal: { kind: "text", max: 2000 },
  },
  wie: {
    end_users: { kind: "line", max: 200 },
    sector: { kind: "choice", required: true, options: sectors },
    place: { kind: "line", required: true, max: 80 },
  },
  waarom: {
    urgency: { kind: "choice", options: urgencies },
    business_case: { kind: "text", max: 3000 },
    critical: { kind: "yesno" },
  },
  inbreng: {
    hours_company: { kind: "whole", min: 0, max: 2000 },
    employees: { kind: "whole", min: 0, max: 50 },
    brings: { kind: "text", max: 2000 },
  },
  samenwerking: {
    obligation: { kind: "choice", options: obligations },
    draft_criteria: { kind: "text", max: 3000 },
    confidentiality: { kind: "choice", options: confidentialities },
    hide_company: { kind: "check" },
    teaser: { kind: "text", max: 400 },
    ip_proposal: { kind: "choice", options: ipProposals },
  },
  planning: {
    weeks: { kind: "whole", min: 1, max: 52 },
    hours_student: { kind: "whole", min: 1, max: 1700 },
    levels: { kind: "choices", options: levels },
    seats_min: { kind: "whole", min: 1, max: 40 },
    seats_max: { kind: "whole", min: 1, max: 40 },
    skills: { kind: "line", max: 400 },
    deliverables: { kind: "text", max: 2000 },
    fee_kind: { kind: "choice", options: feeKinds },
    fee_amount: { kind: "money" },
    funding_regime: { kind: "choice", options: fundingRegimes },
  },
} as const satisfies Record<string, Fields>;
export type IntakeStep = keyof typeof intakeSteps;
export const intakeStepIds = Object.keys(intakeSteps) as IntakeStep[];
export const intakeFields: Fields = Object.assign({}, ...Object.values(intakeSteps));

const filled = (answers: Answers, id: string) => { const a = answers[id]; return a !== undefined && a !== null && a !== "" && !(Array.isArray(a) && a.length === 0); };
/** What must be there to submit (guard `intake_minimum`; the contact is checked beside it). */
export const intakeMinimum = ["title", "problem", "sector", "place"] as const;
/** What must be there to publish (guard `intake_complete`). */
export const intakeComplete = ["urgency", "business_case", "end_users", "hours_company", "funding_regime", "confidentiality", "obligation", "levels", "weeks"] as const;
export const lacking = (answers: Answers, ids: readonly string[]) => ids.filter((id) => !filled(answers, id));

/** Rule-based hints while writing (PRODUCT F4): they advise and never block. */
export function hintsFor(answers: Answers): ("critical_result" | "vague" | "large" | "no_owner" | "summary_needed" | "criteria_needed")[] {
  const problem = String(answers.problem ?? "");
  return [
    answers.critical === true && answers.obligation === "result" ? ["critical_result" as const] : [],
    problem !== "" && problem.length < 150 ? ["vague" as const] : [],
    Number(answers.weeks ?? 0) > 26 ? ["large" as const] : [],
    answers.end_users === undefined || answers.end_users === "" ? ["no_owner" as const] : [],
    answers.confidentiality !== undefined && answers.confidentiality !== "public" && !filled(answers, "teaser") ? ["summary_needed" as const] : [],
    answers.obligation === "result" && !filled(answers, "draft_criteria") ? ["criteria_needed" as const] : [],
  ].flat();
}

/** The columns of an assignment's card, derived from the intake's answers. */
export function cardOf(answers: Answers) {
  const text = (id: string) => (typeof answers[id] === "string" ? answers[id] : "");
  const whole = (id: string, otherwise: number | null) => (typeof answers[id] === "number" ? answers[id] : otherwise);
  const list = (id: string) => (Array.isArray(answers[id]) ? (answers[id] as string[]) : []);
  return {
    title: text("title"), teaser: text("teaser") || (text("confidentiality") === "public" || !text("confidentiality") ? text("problem").slice(0, 280) : ""),
    sector: text("sector") || null, place: text("place"), levels: list("levels"), obligation: text("obligation") || "effort",
    confidentiality: text("confidentiality") || "public", hideCompany: answers.hide_company === true, seatsMin: whole("seats_min", 3), seatsMax: whole("seats_max", 5),
    weeks: whole("weeks", 10), hoursStudent: whole("hours_student", null), hoursCompany: whole("hours_company", null), feeKind: text("fee_kind") || "none",
    feeAmount: text("fee_kind") === "none" ? 0 : whole("fee_amount", 0), fundingRegime: text("funding_regime") || null, ipProposal: text("ip_proposal") || "open_licence",
  };
}
