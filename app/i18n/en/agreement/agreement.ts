import { annexes, ipChoice } from "./annexes.ts";
import { clauses } from "./clauses.ts";
import { law } from "./law.ts";
import { means } from "./means.ts";
import { misfit } from "./misfit.ts";
import { work } from "./work.ts";
import type { agreement as nl } from "#app/i18n/nl/agreement/agreement.ts";

export const agreement: typeof nl = {
  yes: "Yes",
  no: "No",
  plain: "In plain language",
  sections: {
    parties: {
      title: "Parties",
      plain: "School and company make this agreement. Students are not a party.",
    },
    question: {
      title: "Question and scope",
      plain: "This is the question, and this does not belong to it.",
    },
    obligation: {
      title: "Obligation",
      plain: "This says whether the team does its best, or promises a result.",
    },
    approach: {
      title: "Approach and products",
      plain: "How the team will work, what people learn and what comes out.",
    },
    acceptance: {
      title: "Criteria and acceptance",
      plain: "How you see together whether the work is done.",
    },
    planning: {
      title: "Planning",
      plain: "When the work starts and ends, and when you hear about it.",
    },
    money: {
      title: "Money",
      plain: "What it costs, and when you pay.",
    },
    duties: {
      title: "What company and school put in",
      plain: "What each side does so that the team can go on.",
    },
    team: {
      title: "Team",
      plain: "Who take part, and what happens if someone stops.",
    },
    rights: {
      title: "Rights",
      plain: "Who owns what the team makes, and who may use it.",
    },
    secrecy: {
      title: "Secrecy and publication",
      plain: "What you may share with others, and what not.",
    },
    privacy: {
      title: "Privacy",
      plain: "How you treat people's data.",
    },
    liability: {
      title: "Liability",
      plain: "Who pays if there is damage. Students are protected.",
    },
    changes: {
      title: "Changing and stopping",
      plain: "How you change something, pause or stop early.",
    },
    complaints: {
      title: "Complaints and disputes",
      plain: "Where you can go if things do not go well.",
    },
    anchoring: {
      title: "Use and anchoring",
      plain: "How the work is kept from ending up on a shelf.",
    },
  },
  fields: {
    ...work,
    ...means,
    ...law,
  },
  fixed: {
    obligation_text: "Fixed text on the obligation",
    grade_independent: "Fixed text: assessment is independent of the company's judgement",
    no_recourse_on_students: "Fixed text: no recourse on students",
  },
  fixedHint: "This text is the same in every agreement.",
  clauses,
  annexes,
  annexCites: (version) => `From the signed agreement, version ${version}:`,
  ipChoice,
  change: {
    added: "New",
    removed: "Removed",
    changed: "Changed",
  },
  misfit,
};
