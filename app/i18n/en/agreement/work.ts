import { counted } from "#app/i18n/counted.ts";
import type { work as nl } from "#app/i18n/nl/agreement/work.ts";
import { enums as words } from "../enums/enums.ts";

const side = {
  label: "Side",
  hint: "Company or education.",
  options: words.side,
};
/** These terms are about parties, question, obligation, approach, acceptance and planning. */
export const work: typeof nl = {
  parties: {
    label: "Parties",
    hint: "Who makes this agreement? A student or a team is never a party.",
    of: {
      side,
      name: {
        label: "Name",
        hint: "The name in the trade register or of the institution.",
        example: "Verfmakerij De Kwast & Ketel",
      },
      place: {
        label: "Place",
        hint: "Where the party is established.",
        example: "Sittard",
      },
    },
  },
  kvk: {
    label: "Trade register number (KvK) of the company",
    hint: "8 digits. You find it in the trade register.",
    example: "12345678",
  },
  brin: {
    label: "BRIN code of the institution",
    hint: "Two digits and two letters.",
    example: "99ZZ",
  },
  signatories: {
    label: "Who sign",
    hint: "Someone of each side who may sign.",
    of: {
      side,
      name: {
        label: "Name",
        hint: "First name and surname.",
        example: "Noor de Wit",
      },
      capacity: {
        label: "Position",
        hint: "In what capacity does this person sign? Empty: as authorised signatory.",
        example: "Director",
      },
    },
  },
  mandate_proof: {
    label: "Proof of authority to sign",
    hint: "What shows that this person may sign?",
    of: {
      side,
      proof: {
        label: "Proof",
        hint: "The centre checks this.",
        options: {
          trade_register: "Trade register",
          mandate_register: "The institution's register of mandates",
          letter: "Signed letter of authority",
        },
      },
    },
  },
  summary: {
    label: "Summary",
    hint: "What is this assignment about? Three to five sentences.",
    example: "We want to know for each recipe when a mixing vessel is clean.",
  },
  background: {
    label: "Background",
    hint: "How did the question come up, and why does it matter now?",
    example: "After each change of colour we rinse for fifty minutes. We measure nothing.",
  },
  scope_in: {
    label: "What is included",
    hint: "What does the team take on?",
    example: "The three vessels of hall 2 and the ten most used recipes.",
  },
  scope_out: {
    label: "What is not included",
    hint: "This prevents disappointment. Name what others might expect.",
    example: "Rebuilding the rinsing installation.",
  },
  obligation: {
    label: "Obligation",
    hint: "Under effort the team does its best. Under result an agreed outcome must be there.",
    options: words.obligation,
  },
  contract_nature: {
    label: "Kind of work",
    hint: "Does the team make something tangible, such as a test bench? Then choose contracting of work or both.",
    options: words.contractNature,
  },
  funding_regime: {
    label: "Funding",
    hint: "What pays for the work? This decides what you may agree.",
    options: words.fundingRegime,
  },
  openness_effects: {
    label: "Openness that follows from the funding",
    hint: "With a subsidy the results are open to everyone.",
    options: {
      as_agreed_here: "As this agreement says",
      open_results: "The results are open to everyone",
    },
  },
  learning_goals: {
    label: "Learning goals",
    hint: "What does each group learn? Name at least one goal for students, teachers and employees.",
    of: {
      group: {
        label: "Who",
        hint: "The group that learns.",
        options: {
          student: "Students",
          teacher: "Teachers",
          employee: "Employees of the company",
        },
      },
      goal: {
        label: "Learning goal",
        hint: "Start with ‘can’ or ‘knows’.",
        example: "Can write and carry out a measuring plan",
      },
    },
  },
  approach: {
    label: "Approach",
    hint: "How will the team work?",
    example: "We first measure for four weeks, then look for the relation and test a new rinsing time.",
  },
  activities: {
    label: "Activities",
    hint: "Under effort this is what the team does. Put each activity on its own line.",
    of: {
      activity: {
        label: "Activity",
        hint: "What does the team do?",
        example: "Measure conductivity during forty rinses",
      },
      who: {
        label: "By whom",
        hint: "A role is enough.",
        example: "Students with an operator",
      },
    },
  },
  effort_hours: {
    label: "Hours per role",
    hint: "The total for the whole assignment.",
    of: {
      role: {
        label: "Role",
        hint: "Choose a role.",
        options: {
          student: "Students together",
          teacher: "Teachers and coaches",
          project_manager: "Project manager",
          employee_participant: "Employees of the company",
          field_expert: "Field experts",
          end_user: "End users",
        },
      },
      hours: {
        label: "Hours",
        hint: "A whole number.",
        example: "640",
      },
    },
  },
  deliverables: {
    label: "Products",
    hint: "Under effort these are intended products. Under result they must be there.",
    of: {
      title: {
        label: "Product",
        hint: "One product a line.",
        example: "Rinsing table per group of recipes",
      },
      form: {
        label: "Form",
        hint: "Such as report, model or test bench.",
        example: "Spreadsheet",
      },
      version: {
        label: "Version",
        hint: "Leave empty if there will be only one.",
        example: "1.0",
      },
    },
  },
  expert_company: {
    label: "Expert company",
    hint: "Another company that brings knowledge.",
    example: "Meetbureau De Lijn",
  },
  subcontracting: {
    label: "Subcontracting",
    hint: "Does someone else do part of the work? Write who and what.",
    example: "The lab of the university does the titrations.",
  },
  criteria: {
    label: "Acceptance criteria",
    hint: "What do you test the result against? At least one criterion has a measurable value.",
    of: {
      text: {
        label: "Criterion",
        hint: "One requirement a line.",
        example: "Labelled samples are classified correctly",
      },
      value: {
        label: "Measurable value",
        hint: "A number or a limit.",
        example: "at least 95% of 60 samples",
      },
      test_method: {
        label: "How you test",
        hint: "So that someone else can repeat the test.",
        example: "Blind test with samples labelled beforehand",
      },
      measurer: {
        label: "Who measures",
        hint: "Someone who is not in the team.",
        example: "Head of laboratory",
      },
    },
  },
  acceptance_term: {
    label: "Time for the acceptance test",
    hint: "In working days.",
    example: "10",
    unit: (n) => counted(n, "working day", "working days"),
  },
  rework_rounds: {
    label: "Rounds of rework",
    hint: "How often may the company ask for rework?",
    example: "2",
    unit: (n) => (n === 0 ? "None" : `at most ${counted(n, "round", "rounds")}`),
  },
  rework_term: {
    label: "Time for rework",
    hint: "In working days a round.",
    example: "15",
    unit: (n) => `${counted(n, "working day", "working days")} a round`,
  },
  silence_clause: {
    label: "Does silence count as acceptance?",
    hint: "No means: without an answer nothing is accepted. The coordinator then decides what happens next.",
  },
  guarantee_scope: {
    label: "What the guarantee covers",
    hint: "What does the team repair after acceptance?",
    options: {
      criteria: "Defects against the criteria",
      criteria_and_advice: "Defects against the criteria, and help with using it",
    },
  },
  guarantee_term: {
    label: "How long the guarantee runs",
    hint: "In calendar days after acceptance. 0 only with a reason.",
    example: "60",
    unit: (n) => (n === 0 ? "No guarantee" : `${counted(n, "calendar day", "calendar days")} after acceptance`),
  },
  guarantee_term_reason: {
    label: "Reason for no guarantee",
    hint: "Needed if the guarantee is 0 days.",
    example: "The test bench is taken down after the test.",
  },
  guarantee_remedy: {
    label: "What happens with a defect",
    hint: "This is how you solve a defect.",
    options: {
      repair: "The school sees to repair at no cost",
      repair_or_price: "Repair at no cost, or a lower price if repair is not possible",
    },
  },
  quality_owner: {
    label: "Quality owner",
    hint: "This person clears each version and makes none of it.",
    example: "Karim Haddad, lector",
  },
  start_date: {
    label: "Start date",
    hint: "At the start of a teaching block.",
  },
  end_date: {
    label: "End date",
    hint: "The day on which the work must be ready.",
  },
  milestones: {
    label: "Milestones",
    hint: "At least one under effort, at least two under result.",
    of: {
      title: {
        label: "Milestone",
        hint: "What is there then?",
        example: "Measuring plan discussed",
      },
      date: {
        label: "Date",
        hint: "Between start and end.",
      },
    },
  },
  midterm_date: {
    label: "Date of the midterm review",
    hint: "About half way.",
  },
  report_rhythm: {
    label: "How often you hear about progress",
    hint: "The school keeps you informed during the work.",
    options: {
      week: "Every week",
      two_weeks: "Every two weeks",
      month: "Every month",
    },
  },
  end_report: {
    label: "End report",
    hint: "An end report always belongs to the assignment. So choose yes.",
  },
};
