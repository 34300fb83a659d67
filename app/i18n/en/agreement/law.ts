import { counted } from "#app/i18n/counted.ts";
import type { law as nl } from "#app/i18n/nl/agreement/law.ts";
import { enums as words } from "../enums/enums.ts";

/** Rights, secrecy, privacy, liability, changes and complaints. */
export const law: typeof nl = {
  ip_foreground: {
    label: "Rights to what the team makes",
    hint: "Whoever makes something keeps the copyright. Transfer takes a deed per maker.",
    options: words.ipProposal,
  },
  ip_background: {
    label: "What the parties already had",
    hint: "Knowledge, software and designs from before the assignment. They stay with whoever brings them.",
    example: "The company's database of recipes",
  },
  ip_route: {
    label: "Rights per maker",
    hint: "Only needed if you agree on transfer. Each student chooses in a separate annex.",
    of: {
      maker: {
        label: "Maker",
        hint: "Who makes it?",
        options: {
          student: "Student",
          teacher: "Teacher",
          employee: "Employee of the company",
        },
      },
      route: {
        label: "Route",
        hint: "What happens with the rights?",
        options: {
          own_choice: "The maker chooses",
          keeps: "The maker keeps the rights",
          transfers: "Transfer by deed",
          employer: "The employer holds the rights",
        },
      },
      direction_by: {
        label: "Direction of the work",
        hint: "Under whose direction is it made?",
        options: words.side,
      },
      compensation: {
        label: "Compensation for the maker",
        hint: "In euros. Leave empty if there is none.",
        example: "250,00",
      },
    },
  },
  deed_status: {
    label: "Deed of transfer",
    hint: "Without a signed deed no copyright moves.",
    options: {
      to_sign: "Still to be signed",
      signed: "Is signed",
    },
  },
  patent_clause: {
    label: "Inventions",
    hint: "Patents work differently from copyright. Agree on them apart.",
    options: {
      together: "Apply together, own together",
      by_share: "Each according to its share",
      company_first: "The company may choose first, within three months",
    },
  },
  confidentiality: {
    label: "Confidentiality",
    hint: "What may others read?",
    options: words.confidentiality,
  },
  confidentiality_scope: {
    label: "What is confidential",
    hint: "Name it exactly. What is not here, is not secret.",
    example: "Recipes and suppliers' prices",
  },
  confidentiality_term: {
    label: "How long confidential",
    hint: "In months after the end.",
    example: "24",
    unit: (n) => `${counted(n, "month", "months")} after the end`,
  },
  confidentiality_exceptions: {
    label: "Exceptions",
    hint: "The examiner may always read what assessment needs.",
    options: {
      examiner: "Examiner and supervisors",
      law: "What the law requires",
      already_known: "What was known already",
      safety: "What safety requires",
    },
  },
  publication_right: {
    label: "Publishing",
    hint: "May the school write about the outcomes?",
    options: {
      free: "Yes, freely",
      after_check: "Yes, after the company has read the text",
      summary: "Only a summary",
    },
  },
  embargo_months: {
    label: "Waiting time before publication",
    hint: "In months, at most 6.",
    example: "3",
    unit: (n) => (n === 0 ? "None" : counted(n, "month", "months")),
  },
  portfolio_use: {
    label: "May students show the work in their portfolio?",
    hint: "Confidential parts stay out.",
  },
  privacy_roles: {
    label: "Who decides about personal data",
    hint: "Usually each party decides about its own data.",
    options: {
      each_own: "Each party about its own data",
      school_processes: "The company; the school works on its behalf",
      together: "Both parties together",
    },
  },
  privacy_data: {
    label: "Which personal data",
    hint: "Use as little as possible.",
    options: {
      contact: "Names and contact details",
      study_progress: "Study progress",
      recordings: "Photos, video or sound",
      customers: "Data of customers or users",
      health: "Data about health",
    },
  },
  real_personal_data: {
    label: "Does the team work with real personal data of the company?",
    hint: "Better use invented or anonymous data.",
  },
  processing_agreement: {
    label: "Data processing agreement",
    hint: "Needed if the team works with real personal data.",
    options: {
      not_needed: "Not needed",
      exists: "Exists already",
      to_sign: "To sign before the start",
    },
  },
  liability_cap: {
    label: "Limit of liability",
    hint: "The highest amount per party. Discuss this with your insurer.",
    example: "10.000,00",
  },
  insured: {
    label: "Liability insurance",
    hint: "Who is insured for this work?",
    options: {
      both: "Both parties",
      company: "Only the company",
      education: "Only the school",
      neither: "Neither",
    },
  },
  change_control: {
    label: "How you change something",
    hint: "Who may change what?",
    options: {
      new_version: "Every change is a new version with both signatures",
      small_by_owners: "Milestones before the end date: project manager and client. The rest: a new version",
    },
  },
  change_effects: {
    label: "Effect on price and date",
    hint: "This prevents surprises.",
    options: {
      named_each_time: "Every change names its effect",
      none_unless_signed: "No effect unless signed",
    },
  },
  suspension: {
    label: "Pausing",
    hint: "Who may pause the work?",
    options: {
      both_may: "Either party, with a reason and an end date",
      together: "Only together",
    },
  },
  early_end: {
    label: "Stopping early",
    hint: "How do you stop before the end date?",
    options: {
      as_in_law: "As the law says",
      two_weeks: "With two weeks' notice",
      one_month: "With one month's notice",
    },
  },
  settlement_rule: {
    label: "Settling when stopping early",
    hint: "What is to be paid then?",
    options: {
      work_and_benefit: "A reasonable part: work done, benefit and reason count",
      costs_made: "Only costs made",
      nothing_due: "Nothing",
    },
  },
  complaint_contact: {
    label: "Where you complain",
    hint: "Someone outside the team.",
    example: "Coordinator of the centre",
  },
  dispute_ladder: {
    label: "In a dispute",
    hint: "The steps follow each other.",
    options: { talk_board_mediation_court: "Talk, steering group, mediation, court" },
  },
  law: {
    label: "Law",
    hint: "Which law applies?",
    options: { dutch: "Dutch law" },
  },
  court: {
    label: "Court",
    hint: "Which court decides if it comes to that?",
    options: {
      of_school: "The court of the school's district",
      of_company: "The court of the company's district",
      of_defendant: "The court of the district of whoever is sued",
    },
  },
};
