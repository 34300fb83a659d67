import type { advice as nl } from "#app/i18n/nl/intake/advice.ts";

export const advice: typeof nl = {
  title: "Advice",
  lead: "Advice helps, it does not stop you.",
  remedy: "Change this",
  hint: {
    vague: {
      says: "A team does not see well yet what goes wrong.",
      todo: () => "Tell when it happens, how often, and what it costs.",
    },
    too_large: {
      says: "This is large for one team.",
      todo: () => "Cut the question into parts of 10 or 20 weeks, with at most five outcomes.",
    },
    too_small: {
      says: "This is small for a team.",
      todo: () => "Give at least three weeks and forty hours per student, or add a second question.",
    },
    critical_result: {
      says: "This sounds business-critical, and you ask for a result.",
      todo: () => "Choose effort instead, or write why a result is needed.",
    },
    no_owner: {
      says: "The problem has no owner yet.",
      todo: () => "Name one person who answers questions and helps to decide.",
    },
    no_users: {
      says: "It does not say yet who will work with the solution.",
      todo: () => "Name the people who will use it, and ask whether they want to contribute ideas.",
    },
    no_case: {
      says: "It does not say yet what a solution brings.",
      todo: () => "Write one number: cost, hours or failures a year.",
    },
    few_hours: {
      says: "There is little time from your side.",
      todo: () => "Give at least one hour a week. Otherwise the team stands still at questions.",
    },
    calendar: {
      says: "Your wish does not fit the school year.",
      todo: (day) =>
        day
          ? `The first start that fits is ${day}. Choose that one, or talk to the centre.`
          : "Talk to the centre about the start.",
    },
    summary_needed: {
      says: "Your text is not for everybody, and there is no summary.",
      todo: () => "Write two sentences everybody may read. Otherwise nobody finds your question.",
    },
    criteria_needed: {
      says: "You ask for a result without criteria.",
      todo: () => "Write when it is good, preferably with a number.",
    },
  },
  fit: {
    title: "Does this fit education?",
    same: "The company and the centre read the same judgement.",
    why: "Because",
    pro: "Good",
    con: "Note",
    grade: {
      good: "Fits well",
      fits: "Fits",
      adjust: "Fits with changes",
      poor: "Does not really fit",
    },
    strength: {
      clear: "The problem is clear.",
      owner: "There is an owner.",
      users: "The users are known.",
      case: "It is clear what a solution brings.",
      time: "The company gives enough time.",
      size: "The size fits a team.",
      start: "The start falls in a block.",
      measurable: "The result can be tested.",
    },
  },
  similar: {
    title: "This looks like it",
    lead: "Is your question a sequel to one of these? Say so. Then the team does not start from nothing.",
    link: "Builds on",
    linked: "Your question builds on this.",
    unlink: "Remove the reference",
    none: "Nothing was found that looks like it.",
    earlier: "Builds on",
    later: "Builds on this",
  },
};
