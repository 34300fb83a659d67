import type { Field } from "#app/domain/fields/fields.ts";
import { when } from "#app/domain/fields/days.ts";
import { feeKinds, levels, sides, tracks } from "#app/domain/words.ts";
import { ask, fee, inSection, make } from "./term.ts";

const { line, text, choice, whole, hours, yesno, money } = make;
const needed = { kind: "line", required: true, max: 200 } as const satisfies Field;
const amount = { kind: "money", required: true } as const satisfies Field;

/** Amounts in whole cents, excluding VAT. An agreement without a fee holds the amount 0. */
export const paying = {
  ...inSection("money", {
    fee_kind: fee(ask("MM", "both", { kind: "choice", options: feeKinds })),
    fee_amount: fee(ask("MM", "both", money)),
    vat_regime: fee(ask("MM", "both", choice("none", "exempt", "standard"))),
    instalments: fee(
      ask(
        "OO",
        "both",
        {
          kind: "rows",
          min: 1,
          max: 8,
          of: {
            title: line(120),
            amount,
            trigger: {
              kind: "choice",
              required: true,
              options: ["start", "milestone", "delivery", "acceptance", "end"],
            },
            date: { kind: "date", when: when.around(2, 5) },
          },
        },
        { charged: "M" },
      ),
    ),
    payment_days: fee(ask("MM", "both", whole(1, 30))),
    cost_lines: fee(
      ask("OO", "education", { kind: "rows", min: 1, max: 20, of: { title: needed, amount } }, { contract: "L" }),
    ),
    expense_cap: fee(ask("OO", "education", money)),
    in_kind: ask(
      "OO",
      "both",
      {
        kind: "rows",
        min: 1,
        max: 12,
        of: {
          side: { kind: "choice", required: true, options: sides },
          kind: { kind: "choice", required: true, options: ["hours", "equipment", "materials", "space"] },
          what: line(120),
          quantity: { kind: "whole", min: 0, max: 20_000 },
          value: money,
        },
      },
      { subsidised: "L" },
    ),
  }),
};
/** Lists what the company and the school put in. Hours of the company per week, guidance per student. */
export const duties = {
  ...inSection("duties", {
    company_hours: ask("MM", "company", hours(0, 80)),
    company_contact: ask("MM", "company", line()),
    company_data: ask("MM", "company", text(2000)),
    company_access: ask("MM", "company", choice("on_site", "by_appointment", "online")),
    company_safety: ask("MM", "company", choice("at_kickoff", "before_first_visit", "not_on_site")),
    guidance_hours: ask("MM", "education", hours(0, 400)),
    supervisors: ask("MM", "education", { kind: "rows", min: 1, max: 8, of: { name: needed, role: line(120) } }),
  }),
};
/** Holds the profile of the team; its people may follow before the start. */
export const teaming = {
  ...inSection("team", {
    team_levels: ask("MM", "both", { kind: "choices", options: levels }),
    team_tracks: ask("MM", "both", { kind: "choices", options: tracks }),
    team_seats: ask("MM", "both", whole(1, 40)),
    minors_allowed: ask("MM", "both", yesno),
    named_employees: ask("OO", "both", { kind: "rows", min: 1, max: 20, of: { name: needed, role: line(120) } }),
    student_dropout_clause: ask("MM", "education", choice("replace_or_shrink", "replace", "stop_part")),
    study_continuity: ask("MM", "education", choice("own_case", "other_assignment")),
  }),
};
/** Says what the work leaves behind. */
export const lasting = {
  ...inSection("anchoring", {
    implementation_plan: ask("OM", "company", text(2000)),
    implementation_owner: ask("OM", "company", line()),
    implementation_date: ask("OM", "company", { kind: "date", when: when.around(2, 5) }),
    curriculum_use_right: ask("MM", "both", choice("yes", "without_names", "no")),
    knowledge_product: ask("MM", "both", choice("none", "summary", "lesson_material", "article", "data")),
    evaluation_consent: ask("MM", "both", yesno),
  }),
};
