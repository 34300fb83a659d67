import type { questions as nl } from "#app/i18n/nl/market/questions.ts";

export const questions: typeof nl = {
  interest: {
    title: "Interest",
    show: "Show interest",
    lead: "Teachers and the coordinator of your centre read this. The company does not see your name.",
    send: "Show interest",
    already: "You already showed interest in this question.",
    mine: "My interests",
    full: (cap, block) =>
      `You can show interest ${cap === 1 ? "once" : `${cap} times`} ${block}. You have reached that ` +
      "number. Withdraw one below to make room.",
    left: (n, cap, block) => `You can show interest ${n} more of ${cap} times ${block}.`,
    used: (n, cap) => `${n} of ${cap} used`,
    block: (month) => `for the start in ${month}`,
    noBlock: "without a start block",
    blockTitle: (month) => `Starts in ${month}`,
    order: "Save the order",
    orderOf: (title) => `Place of ${title}`,
    drop: "Withdraw",
    closed: "A question that is not open now",
    over: "Will not go ahead",
    empty: "You have not shown interest yet.",
    emptyText: "Have you found a question that suits you? Say so there.",
    first: "Find a question",
    count: (n) =>
      n === 0
        ? "No student has shown interest yet."
        : n === 1
          ? "1 student showed interest."
          : `${n} students showed interest.`,
    name: "Name",
    programme: "Programme",
    track: "Track",
    rank: "Preference",
    line: "Why",
    reorder: "Change the order",
    fields: {
      rank: {
        label: "At which place does this stand for you?",
        hint: "1 is your first choice.",
      },
      line: { label: "Why would you like to do this, in one sentence?" },
    },
  },
  keep: {
    keep: "Save this question",
    drop: "Remove from saved",
    title: "Kept",
  },
  saved: {
    title: "Saved searches",
    lead: "You get an e-mail when there is something new. When nothing is new, there is no e-mail.",
    save: "Save this search",
    new: "Save a search",
    button: "Save",
    edit: "Change",
    change: "Save the change",
    remove: "Delete this search",
    open: "See the results",
    what: "What you search for",
    all: "All questions",
    empty: "You have not saved a search yet.",
    emptyText: "First search for what you want to follow. Then choose ‘Save this search’.",
    first: "Search the questions",
    next: (date) => `Next e-mail: ${date}`,
    paused: "Paused: no e-mail is sent",
    account: "Your account",
    rhythm: {
      daily: "Every day",
      weekly: "Every week, on Monday",
      off: "Pause: no e-mail",
    },
    fields: {
      name: {
        label: "Name",
        hint: "This is how you recognise the e-mail.",
      },
      rhythm: { label: "How often do you want an e-mail?" },
    },
  },
  off: {
    title: "Switch off e-mail",
    text: (name) => `Do you want no more e-mail about the search ‘${name}’?`,
    button: "Switch this e-mail off",
    done: "The e-mail is off",
    doneText: "You get no more e-mail about this search. In your account you can switch it on again.",
    manage: "To your saved searches",
  },
  questions: {
    title: "Questions and answers",
    ask: "Ask a question",
    askTitle: "A question to the company",
    askLead:
      "The company or the centre answers. Only then do question and answer stand on the page, without your " +
      "name. The company does not see your name.",
    send: "Send the question",
    login: "Log in to ask a question",
    none: "No questions have been answered yet.",
    own: "Your question",
    waiting: "Waits for an answer",
    withheld: "Not published",
    why: "Why not",
    question: "Question",
    answer: "Answer",
    answering: "answer the question",
    answerIt: "Answer this",
    moderate: "Take away",
    by: (name) => `Asked by ${name}`,
    asked: (date) => `Asked on ${date}`,
    titles: {
      toAnswer: "Answer a question",
      asked: "A question without an answer",
      answered: "An answered question",
      withheld: "A question that was not published",
    },
    answerLead:
      "Everybody who may see this question reads what was asked and your answer. The name of who asked is not shown.",
    sendAnswer: "Publish the answer",
    withhold: {
      title: "Do not publish",
      lead: "Only the person who asked reads your reason.",
      send: "Do not publish this question",
      why: "Why do you not publish the question?",
    },
    takeOff: {
      title: "Take off the page",
      lead: "The question and its answer leave the page. Only the person who asked reads your reason.",
      send: "Take off the question and its answer",
      why: "Why do you take off the question?",
    },
    settled: {
      answered: "This question has already been answered.",
      withheld: "This question was not published.",
    },
    hidden: "What was asked can no longer be read.",
    typed: "This is what you wrote; it was not kept",
    late: "This question is over. An answer is no longer needed.",
    subjects: {
      ask_question: () => "Somebody asked about the question",
      answer_question: () => "There is an answer to your question",
      withhold_question: () => "Your question is not published; the page says why",
    },
    fields: {
      question: {
        label: "Your question",
        hint: "Put no names or addresses in your question.",
      },
      answer: { label: "Answer" },
      reason: { label: "Why do you not publish the question?" },
    },
  },
  letter: {
    subject: (n, name) => `${n === 1 ? "New question" : `${n} new questions`}: ${name}`,
    lead: (name) => `This is new for the search ‘${name}’:`,
    more: (n) =>
      n === 1 ? "There is one more. See it on the website." : `There are ${n} more. See them on the website.`,
    button: "See all results",
    secret: "A confidential question",
    off: "No more e-mail about this search? Switch it off:",
    foot: () =>
      "This e-mail comes from Samenspel, because you saved this search. Nobody reads answers to this address.",
  },
};
