import type { desks as nl } from "#app/i18n/nl/work/desks.ts";

export const desks: typeof nl = {
  title: "Your overviews",
  others: "Other overviews",
  name: { grading: "Grading", checking: "Quality checks", board: "Steering group", payments: "Payments" },
  lead: {
    grading:
      "The assignments you grade, with their dates and what was handed in. The grade goes into the school’s system.",
    checking: "What waits for your check. You open the assignment and give your judgement there.",
    board: "Disputes that lie with the steering group, and how the centre is doing.",
    payments: "What was agreed, what was invoiced and what is still open.",
  },
  empty: {
    grading: "You grade no assignment now.",
    checking: "Nothing waits for your check.",
    board: "No dispute lies with the steering group.",
    payments: "There is no assignment with a signed agreement yet.",
  },
  emptyText: {
    grading: "As soon as a project manager asks you as examiner, the assignment is here.",
    checking: "A delivery is here as soon as the team asks for a check.",
    board: "A dispute comes here when a talk between the parties did not help.",
    payments: "As soon as both parties sign, the assignment is here.",
  },
  toAssignment: "To the assignment",
  nearest: "First deadline",
  asked: "You were asked as examiner. Answer that first.",
  answer: "Answer",
  from: "Start",
  until: "End",
  handIns: "Handed in",
  noHandIn: "Nothing handed in yet.",
  handedOn: (day) => `handed in on ${day}`,
  check: {
    delivery: (label) => `Delivery ${label} waits for your check.`,
    requirements: (number) => `Version ${number} of the agreement: confirm the quality requirements.`,
    case: "Claim on the guarantee:",
    toDelivery: "To the delivery",
    toAgreement: "To the agreement",
  },
  dispute: {
    title: "Disputes",
    why: "About",
    by: "Reported by",
    asked: "What is asked",
    evidence: "Evidence",
    answer: "Answer",
    steps: "What was tried",
    decide: "Open the assignment and decide",
  },
  centre: (name) => `${name} in figures`,
  counts: { state: "State", n: "Assignments", still: "Stands still" },
};
