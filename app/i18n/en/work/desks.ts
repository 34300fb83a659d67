import type { desks as nl } from "#app/i18n/nl/work/desks.ts";

export const desks: typeof nl = {
  title: "Your overviews",
  others: "Other overviews",
  name: {
    grading: "Grading",
    checking: "Quality checks",
    board: "Steering group",
    payments: "Payments",
  },
  lead: {
    grading:
      "The assignments you grade, with their dates and what was handed in. For each student you note that the work was assessed.",
    checking: "What waits for your check. You open the assignment and give your judgement there.",
    board:
      "Disputes before the steering group, disputes that were before it earlier and how they ended, and how the centre is doing.",
    payments: "What was agreed, what was invoiced and what is still open.",
  },
  empty: {
    grading: "You grade no assignment now.",
    checking: "Nothing waits for your check.",
    board: "No dispute is before the steering group.",
    payments: "There is no assignment with a signed agreement yet.",
  },
  emptyText: {
    grading: "As soon as a project manager asks you as examiner, the assignment appears here.",
    checking: "A delivery appears here as soon as the team asks for a check.",
    board: "A dispute comes here when talking it over did not help.",
    payments: "As soon as both parties sign, the assignment appears here.",
  },
  toAssignment: "To the assignment",
  toAgreement: "To the agreement",
  nearest: "First deadline",
  asked: "You were asked as examiner. Answer that first.",
  answer: "Answer",
  from: "Start",
  until: "End",
  proposed: "(as proposed)",
  handIns: "Handed in",
  noHandIn: "Nothing handed in yet.",
  handedOn: (day) => `handed in on ${day}`,
  students: "Students",
  toAssess: "not assessed yet.",
  assessedOn: (day) => `assessment noted on ${day}.`,
  assess: "Assess",
  correct: "Correct the assessment",
  check: {
    delivery: (label) => `Delivery ${label} waits for your check.`,
    requirements: (number) => `Version ${number} of the agreement: confirm the quality requirements.`,
    case: "Claim on the guarantee:",
    toDelivery: "To the delivery",
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
  decided: {
    title: "Earlier disputes",
    none: "No dispute has come to the steering group and ended yet.",
    ended: {
      settle_without_solution: "Decided",
      settle_dispute: "Settled by the parties",
      other: "Ended when the work stopped",
    },
  },
  centre: (name) => `${name} in figures`,
  counts: {
    state: "State",
    n: "Assignments",
    still: "Stalled",
  },
};
