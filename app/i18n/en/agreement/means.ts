import { counted } from "#app/i18n/counted.ts";
import type { means as nl } from "#app/i18n/nl/agreement/means.ts";
import { enums as words } from "../enums/enums.ts";

const side = {
  label: "Side",
  hint: "Company or education.",
  options: words.side,
};
/** Holds the words of money, contributions, team and what the work leaves behind. */
export const means: typeof nl = {
  fee_kind: {
    label: "Kind of fee",
    hint: "The centre decides which kinds are allowed.",
    options: words.feeKind,
  },
  fee_amount: {
    label: "Amount",
    hint: "Excluding VAT. Fill in 0 if there is no fee.",
    example: "1.500,00",
  },
  vat_regime: {
    label: "VAT",
    hint: "Ask your accounts department if in doubt.",
    options: {
      none: "No fee, so no VAT",
      exempt: "Exempt as education",
      standard: "The standard rate is added",
    },
  },
  instalments: {
    label: "Instalments",
    hint: "Together exactly the amount. Under result the last instalment follows acceptance.",
    of: {
      title: {
        label: "Description",
        hint: "May stay empty.",
        example: "First instalment",
      },
      amount: {
        label: "Amount",
        hint: "Excluding VAT.",
        example: "500,00",
      },
      trigger: {
        label: "When",
        hint: "What must have happened?",
        options: {
          start: "At the start",
          milestone: "After a milestone",
          delivery: "On delivery",
          acceptance: "After acceptance",
          end: "After completion",
        },
      },
      date: {
        label: "Not before",
        hint: "May stay empty.",
      },
    },
  },
  payment_days: {
    label: "Payment term",
    hint: "In calendar days after the invoice, at most 30.",
    example: "30",
    unit: (n) => `${counted(n, "calendar day", "calendar days")} after the invoice`,
  },
  cost_lines: {
    label: "How the price is built up",
    hint: "Needed for a paid assignment: at least the full cost price.",
    of: {
      title: {
        label: "Cost item",
        hint: "One item a line.",
        example: "Guidance, 40 hours",
      },
      amount: {
        label: "Amount",
        hint: "Excluding VAT.",
        example: "3.200,00",
      },
    },
  },
  expense_cap: {
    label: "Limit of expenses",
    hint: "Above this amount the school asks first.",
    example: "1.500,00",
  },
  in_kind: {
    label: "Contributions in kind",
    hint: "Hours, equipment or space. With a subsidy this is needed for the books.",
    of: {
      side,
      kind: {
        label: "Kind",
        hint: "What does this side bring?",
        options: {
          hours: "Hours",
          equipment: "Equipment",
          materials: "Materials",
          space: "Space",
        },
      },
      what: {
        label: "Description",
        hint: "A few words are enough.",
        example: "Test vessel of 200 litres",
      },
      quantity: {
        label: "Number",
        hint: "Hours or pieces.",
        example: "36",
      },
      value: {
        label: "Value",
        hint: "In euros, if you know it.",
        example: "2.000,00",
      },
    },
  },
  company_hours: {
    label: "Hours from the company per week",
    hint: "The time your employees spend together.",
    example: "4",
    unit: (n) => counted(n, "hour", "hours"),
  },
  company_contact: {
    label: "Contact person of the company",
    hint: "Who answers the team's questions?",
    example: "Noor de Wit",
  },
  company_data: {
    label: "Data and materials of the company",
    hint: "What does the team get, and when?",
    example: "Recipe data of 2025, in the first week",
  },
  company_access: {
    label: "Access to the company",
    hint: "May the team come by?",
    options: {
      on_site: "The team may work on site",
      by_appointment: "The team comes by appointment",
      online: "The team works remotely",
    },
  },
  company_safety: {
    label: "Safety instruction",
    hint: "Whoever comes on site is instructed first.",
    options: {
      at_kickoff: "At the kick-off",
      before_first_visit: "Before the first visit",
      not_on_site: "Not needed, the team does not come on site",
    },
  },
  guidance_hours: {
    label: "Guidance per student",
    hint: "In hours, for the whole assignment.",
    example: "8",
    unit: (n) => counted(n, "hour", "hours"),
  },
  supervisors: {
    label: "Supervisors of the school",
    hint: "Who coaches the team?",
    of: {
      name: {
        label: "Name",
        hint: "First name and surname.",
        example: "Sanne Bakker",
      },
      role: {
        label: "Role",
        hint: "Such as teacher or practor.",
        example: "Teacher of process technology",
      },
    },
  },
  team_levels: {
    label: "Levels",
    hint: "Of which levels are the students?",
    options: words.level,
  },
  team_tracks: {
    label: "Tracks",
    hint: "This matters for the rights: a bbl student is an employee.",
    options: words.track,
  },
  team_seats: {
    label: "Seats for students",
    hint: "Highest number in the team.",
    example: "5",
    unit: (n) => `at most ${counted(n, "student", "students")}`,
  },
  minors_allowed: {
    label: "May students under 18 take part?",
    hint: "You are not told who is a minor. Rules on working hours apply to them.",
  },
  named_employees: {
    label: "Employees in the team",
    hint: "Names may follow later, before the start.",
    of: {
      name: {
        label: "Name",
        hint: "First name and surname.",
        example: "Milan Jansen",
      },
      role: {
        label: "Position",
        hint: "Such as operator.",
        example: "Operator",
      },
    },
  },
  student_dropout_clause: {
    label: "If a student stops",
    hint: "What does the school do?",
    options: {
      replace_or_shrink: "Replace, or make the work smaller together",
      replace: "Replace",
      stop_part: "That part of the work lapses",
    },
  },
  study_continuity: {
    label: "If the assignment stops",
    hint: "How students can finish their studies.",
    options: {
      own_case: "They finish with an assignment of the school",
      other_assignment: "They move to another assignment",
    },
  },
  implementation_plan: {
    label: "What you will do with the outcome",
    hint: "The steps afterwards, and who helps you.",
    example: "We put the rinsing table in the controls and train all operators.",
  },
  implementation_owner: {
    label: "Who takes this on in the company",
    hint: "One person, by name.",
    example: "Milan Jansen",
  },
  implementation_date: {
    label: "When you want to use it",
    hint: "A target date is enough.",
  },
  curriculum_use_right: {
    label: "Use in education",
    hint: "May the school use the outcomes in lessons?",
    options: {
      yes: "Yes",
      without_names: "Yes, without names and recognisable data",
      no: "No",
    },
  },
  knowledge_product: {
    label: "Knowledge product",
    hint: "What do you share with others? With a subsidy something must be shared.",
    options: {
      none: "None",
      summary: "A public summary",
      lesson_material: "Lesson material",
      article: "An article",
      data: "Open data",
    },
  },
  evaluation_consent: {
    label: "Taking part in the evaluation",
    hint: "Both sides answer short questions afterwards.",
  },
};
