import { counted } from "#app/i18n/counted.ts";
import type { company as nl } from "#app/i18n/nl/company/company.ts";

export const company: typeof nl = {
  eyebrow: "Company",
  questions: "Questions",
  none: "There are no questions to see now.",
  results: "Earlier results",
  noResults: "There is no result yet that everybody may see.",
  response: "Response time",
  days: (n, text) => (n === 0 ? "The same day" : n === 1 ? "1 working day" : `${text} working days`),
  responseText: (n, months) =>
    `Half of the answers came within this time. Measured over ${n} answers in the last ${months} months, in working days:`,
  asked: {
    claim: (n) => `${counted(n, "claim", "claims")} of a team, until the company chose or declined`,
    change: (n) => `${counted(n, "request", "requests")} for more, until the company submitted again`,
    question: (n) => `${counted(n, "question", "questions")} of a reader, until the answer`,
  },
  few: (least) => `A response time stands here from ${least} answers in twelve months on.`,
  own: "For you and your colleagues",
  ownText: "Only people of your company see this.",
  people: "People of your company",
  edit: "Change what is said here about your company",
  hidden: "Your company is not named in public. Others do not find this page.",
  unseen: "This page is not public yet. It will be as soon as a question is open under your name.",
  editable:
    "What you can change: the text about your company, the website and whether your name stands in " +
    "public. A question is changed on its own page, as long as it is not open yet.",
  claims: (n) => counted(n, "open claim", "open claims"),
  website: "Website",
  sector: "Sector",
  place: "Place",
  centres: "Takes part in",
  form: {
    title: "About your company",
    about: "About your company",
    website: "Website",
    hide: "Do not name us in public",
    hideHint:
      "Your questions then stand in the list without a name and this page is for you and the centre only. " +
      "Results are shown without your name.",
    save: "Save",
  },
};
