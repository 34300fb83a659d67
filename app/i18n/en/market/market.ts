import type { market as nl } from "#app/i18n/nl/market/market.ts";

export const market: typeof nl = {
  home: {
    title: "Questions of companies, taken up by students and teachers",
    lead: "Samenspel brings a question from the first idea to a solution in use at the company.",
    question: "I have a question",
    questionText: "Tell us in ten minutes what is going on. The centre helps you on.",
    search: "I look for an assignment",
    searchText: "See what companies ask and show your interest.",
    guide: "I guide a team",
    guideText: "Claim a question with your learning community.",
    open: "open questions",
    working: "in progress",
    inUse: "in use at companies",
    fresh: "New questions",
    how: "How it works",
    all: "See all questions",
  },
  list: {
    title: "Questions",
    lead: "Companies look for students and teachers to take these up together.",
    search: "Search the questions",
    clear: "Clear all filters",
    empty: "Nothing was found.",
    emptyText: "Remove a filter or search with another word.",
    start: (day) => `starts ${day}`,
    weeks: (n) => `${n} weeks`,
    hours: (n) => `${n} hours per student`,
    interests: (n) => `${n} times interest`,
  },
  how: {
    title: "How it works",
    effort: "Effort: learning comes first",
    effortText: "The team does its best as agreed. At the end you discuss what was done and learned.",
    result: "Result: tested against criteria",
    resultText:
      "The team promises a result. You test each criterion and may ask for rework. A quality owner vouches for it.",
  },
  accessibility: {
    title: "Accessibility",
    text:
      "Everybody must be able to use Samenspel, also with a keyboard or screen reader. We work towards " +
      "WCAG 2.2, level AA. Every page works without JavaScript. Automatic checks run at every change; " +
      "people with a screen reader must still test it.",
    contact: "Are you stuck? Tell the coordinator of your centre.",
  },
};
