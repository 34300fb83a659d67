import type { showcase as nl } from "#app/i18n/nl/showcase/showcase.ts";

export const showcase: typeof nl = {
  results: {
    title: "Results",
    lead:
      "What teams of students, teachers and employees made, and what changed at the company. The company " +
      "and every maker agreed to show it.",
    theme: "Themes",
    all: "All",
    empty: "There are no results here yet.",
    emptyText: "As soon as a solution is in use and everybody agrees, its story stands here.",
    askedFor: "What was the question?",
    made: "What was made?",
    changed: "What changed?",
    facts: "In short",
    makers: "Made by",
    others: (n, named) =>
      named
        ? `and ${n === 1 ? "one maker" : `${n} makers`} without a name`
        : n === 1
          ? "One maker, without a name"
          : `${n} makers, without names`,
    company: "Company",
    unnamed: "A company that prefers not to be named",
    community: "Learning community",
    school: "School",
    centre: "Centre",
    degree: "In use",
    since: (day) => `since ${day}`,
    buildsOn: "Builds on",
    later: "Built on by",
    lineage: "One builds on another",
    more: "More results of",
    door: "Is something going on at your company too?",
    doorText:
      "Tell us in ten minutes what is going on. You need no account. " +
      "Within five working days you will know what happens with your question.",
    home: "In use at companies",
    homeAll: "See all results",
    toAssignment: "To the assignment",
  },
  showcase: {
    title: "A result for everybody",
    none:
      "Is the solution in use? Then write down what the question was, what was made and what changed. It " +
      "only goes online when the company and every maker say yes.",
    status: {
      draft: "Being written",
      asked: "Waits for consent",
      shown: "Is online",
      withdrawn: "Not online",
    },
    company: (yes) => (yes ? "The company said yes." : "The company did not say yes yet."),
    makers: (n, of) =>
      `${n} of ${of} makers said yes. Who did not answer yet or said no is not named here: nobody has to explain.`,
    view: "See how it looks online",
    yours: "Your own answer",
  },
  consent: {
    title: "May this go online?",
    lead:
      "A team wants to show what was made. That needs a yes from every maker. Saying no is always fine and " +
      "has no effect on study or work.",
    text: "This will be online",
    answer: "My answer",
    status: {
      asked: "There is no answer yet.",
      with_guardian: "The request is now with a parent or guardian.",
      given: "The answer is: yes.",
      refused: "The answer is: no.",
      withdrawn: "The consent was withdrawn.",
    },
    yes: "I say yes",
    no: "Rather not",
    back: "Withdraw my consent",
    backText: "Withdrawing is always possible. The result then disappears from all pages at once.",
    minor:
      "If you are under 18, a parent or guardian answers too. They get an e-mail with a link. No last name goes online.",
    closed: "Nothing is asked now: the text is being rewritten or was withdrawn.",
    waiting: "Consent to show a result",
    row: "May this result go online?",
    naming: {
      full_name: "with full name",
      first_name: "with first name",
      unnamed: "without a name",
    },
  },
  guardian: {
    title: "May this go online?",
    lead: (student) =>
      `${student} worked on an assignment. The team wants to show what was made. You decide too, because ${student} is not 18 yet.`,
    naming: {
      full_name: "Your child's name stands with it.",
      first_name: "Only your child's first name is shown.",
      unnamed: "Your child's name does not stand with it.",
    },
    text: "This will be online",
    after:
      "There is no photo, e-mail address or age with it. Your child can withdraw the consent at any time. " +
      "Saying no has no effect on the study.",
    yes: "I give consent",
    no: "I do not give consent",
    check: "I am a parent or guardian and give consent",
  },
};
