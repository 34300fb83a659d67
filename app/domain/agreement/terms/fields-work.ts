import type { Field } from "#app/domain/fields/fields.ts";
import { when } from "#app/domain/fields/days.ts";
import { contractNatures, fundingRegimes, obligations, sides } from "#app/domain/words.ts";
import { mandateProofs } from "./proofs.ts";
import { ask, inSection, make } from "./term.ts";

const { line, text, choice, whole, yesno, date } = make;
const side = { kind: "choice", required: true, options: sides } as const satisfies Field;
const needed = { kind: "line", required: true, max: 200 } as const satisfies Field;

/** These terms say who agrees about what: parties, question, obligation. */
export const agreeing = {
  ...inSection("parties", {
    parties: ask("MM", "both", { kind: "rows", min: 2, max: 8, of: { side, name: needed, place: line(80) } }),
    kvk: ask("MM", "both", { kind: "kvk" }),
    brin: ask("MM", "both", line(6)),
    signatories: ask("MM", "both", { kind: "rows", min: 2, max: 6, of: { side, name: needed, capacity: line() } }),
    mandate_proof: ask("MM", "both", {
      kind: "rows",
      min: 2,
      max: 6,
      of: {
        side,
        proof: { kind: "choice", required: true, options: mandateProofs },
      },
    }),
  }),
  ...inSection("question", {
    summary: ask("MM", "both", text(2000)),
    background: ask("MM", "both", text()),
    scope_in: ask("MM", "both", text()),
    scope_out: ask("MM", "both", text()),
  }),
  ...inSection("obligation", {
    obligation: ask("MM", "both", { kind: "choice", options: obligations }),
    contract_nature: ask("MM", "education", { kind: "choice", options: contractNatures }),
    funding_regime: ask("LL", "education", { kind: "choice", options: fundingRegimes }),
    openness_effects: ask("LL", "education", choice("as_agreed_here", "open_results")),
  }),
};
/** Describes what the team does. Under effort the approach, activities and hours are the performance itself. */
export const working = {
  ...inSection("approach", {
    learning_goals: ask("MM", "education", {
      kind: "rows",
      min: 3,
      max: 12,
      of: { group: { kind: "choice", required: true, options: ["student", "teacher", "employee"] }, goal: needed },
    }),
    approach: ask("MO", "education", text()),
    activities: ask("MO", "education", { kind: "rows", min: 1, max: 20, of: { activity: needed, who: line(120) } }),
    effort_hours: ask("MO", "education", {
      kind: "rows",
      min: 1,
      max: 8,
      of: {
        role: {
          kind: "choice",
          required: true,
          options: ["student", "teacher", "project_manager", "employee_participant", "field_expert", "end_user"],
        },
        hours: { kind: "whole", counts: "hours", required: true, min: 0, max: 20_000 },
      },
    }),
    deliverables: ask("OM", "both", {
      kind: "rows",
      min: 1,
      max: 20,
      of: { title: needed, form: line(120), version: line(40) },
    }),
    expert_company: ask("OO", "education", line()),
    subcontracting: ask("OO", "education", text(2000)),
  }),
};
/**
 * Says how a result is judged. Terms in working days, the guarantee in calendar days. Not part of an effort agreement, save
 * silence over tangible works.
 */
export const judging = {
  ...inSection("acceptance", {
    criteria: ask("-M", "both", {
      kind: "rows",
      min: 1,
      max: 20,
      of: { text: { kind: "text", required: true, max: 600 }, value: line(120), test_method: needed, measurer: needed },
    }),
    acceptance_term: ask("-M", "both", whole(1, 60)),
    rework_rounds: ask("-M", "both", whole(0, 10)),
    rework_term: ask("-M", "both", whole(1, 90)),
    silence_clause: ask("-M", "both", yesno, { works: "M" }),
    guarantee_scope: ask("-M", "education", choice("criteria", "criteria_and_advice")),
    guarantee_term: ask("-M", "education", whole(0, 400)),
    guarantee_term_reason: ask("-O", "education", text(1000), { no_guarantee: "M" }),
    guarantee_remedy: ask("-M", "education", choice("repair", "repair_or_price")),
    quality_owner: ask("-M", "education", line()),
  }),
};
/** Says when it is done. Reports and an end report are owed under both obligations (BW 7:403). */
export const planning = {
  ...inSection("planning", {
    start_date: ask("MM", "both", date(when.around(2, 3))),
    end_date: ask("MM", "both", date(when.from("start_date", 5, 1))),
    milestones: ask("MM", "education", {
      kind: "rows",
      min: 1,
      max: 20,
      of: { title: needed, date: { kind: "date", required: true, when: when.between("start_date", "end_date", 5) } },
    }),
    midterm_date: ask("MM", "education", date(when.between("start_date", "end_date", 5))),
    report_rhythm: ask("LL", "education", choice("week", "two_weeks", "month")),
    end_report: ask("LL", "education", yesno),
  }),
};
