import type { Words } from "#app/i18n/nl/words.ts";

/** Holds the words of the page on privacy: what is kept, why and how long, in plain words. */
export const privacy: Omit<Words["privacy"], "account"> = {
  title: "Privacy policy",
  lead: "Here you read what Samenspel keeps of people, why, and how long.",
  promise:
    "Companies never see grades, reflections, e-mail addresses or ages of students. We sell nothing and share " +
    "nothing with others.",
  young: "Are you 16 or 17? Then you may do everything on this page yourself, without your parent or guardian.",
  cookies: {
    title: "Cookies",
    text:
      "There are three cookies: one that keeps you logged in, one for your language, and one for a question you " +
      "begin without an account.",
  },
  who: {
    title: "Who is responsible",
    text: "Each centre decides about the data. Samenspel keeps them for the centre.",
    controller: (name) => `Responsible: ${name}`,
    unnamed: (centre) => `Responsible: the schools of ${centre}`,
    contact: "Questions about privacy:",
    noContact: "Questions about privacy: to the coordinator of this centre.",
  },
  rights: {
    title: "What you can do",
    see: "See your data and take them with you",
    correct: "Correct your name or e-mail address",
    close: "Close your account and have your data erased",
    login: "For that you log in. Without an account you ask the centre.",
    complain: "Do you disagree? Tell the centre, or the Dutch data protection authority.",
  },
  kept: {
    title: "What we keep",
    why: "Why",
    long: "How long",
    take: "Taking it with you",
    wipe: "Erasing",
  },
  group: {
    account: {
      title: "Your account and roles",
      what: "Name, e-mail address, language, roles.",
      why: "So that others know whom they work with.",
    },
    access: {
      title: "Logging in",
      what: "Devices, links, codes and tries.",
      why: "So that nobody else gets into your account.",
    },
    letters: {
      title: "Mail",
      what: "Which mail you got.",
      why: "So that a message arrives, and only once.",
    },
    market: {
      title: "Searching and interest",
      what: "Searches, kept questions, questions and interest.",
      why: "So that you find what you look for.",
    },
    drafts: {
      title: "Drafts",
      what: "A question that was not sent yet.",
      why: "So that you can go on later.",
    },
    assignment: {
      title: "Questions of companies",
      what: "The text of a question, and who wrote it.",
      why: "So that a team knows what is needed.",
    },
    agreement: {
      title: "Agreements and signatures",
      what: "What was agreed and who signed.",
      why: "As proof, for both sides.",
    },
    team: {
      title: "Teams",
      what: "Who takes part, and for who is under 18: the parent or guardian.",
      why: "So that everybody has a place, and minors are protected.",
    },
    work: {
      title: "The work",
      what: "Hours, milestones, deliveries and judgements.",
      why: "To show what was done.",
    },
    aftercare: {
      title: "Afterwards",
      what: "What is in use, and who wants their name with a result.",
      why: "To know whether the solution works.",
    },
    files: {
      title: "Files",
      what: "Files of an assignment, and who gave them.",
      why: "They belong to the work.",
    },
    log: {
      title: "Log",
      what: "Who took which step when.",
      why: "So that nobody can change it afterwards.",
    },
    community: {
      title: "Learning communities",
      what: "Who is a member, and what members fill in and write.",
      why: "So that a community learns together.",
    },
    matching: {
      title: "Making teams",
      what: "Choices, skills and wishes of students.",
      why: "To make fair teams.",
    },
    organizations: {
      title: "Companies, schools and centres",
      what: "Data of organisations, not of people.",
      why: "To show who takes part.",
    },
    platform: {
      title: "Running the platform",
      what: "Who is an administrator, and what an administrator did. Numbers only, no names.",
      why: "So that it can be seen who opened a centre or disabled an account.",
    },
  },
  retention: {
    session: () => "You stay logged in for seven days at most. Then it is gone.",
    token: (n) => `A link or code goes ${n} after its use or end.`,
    form_key: (n) => `The number of a form that was sent: ${n}.`,
    throttle: (n) => `Tries to log in: ${n}.`,
    letter: (n) => `Mail: ${n} after it was sent.`,
    draft: () => "Until the draft ends, or is sent.",
    file_removed: (n) => `A file stays as long as the assignment is there, and ${n} more after it was taken away.`,
    taken_back: (n) => `Until you take it away, and then ${n} more.`,
    list_read: (n) => `A list that was read in: ${n}.`,
    role: (n) => `A role that ends: ${n} more.`,
    account_log: (n) => `What you did with your account, such as correcting your name: ${n}.`,
    survey: (n) => `Surveys that were filled in: ${n}.`,
    unused: (n) => `An account that nobody used: ${n}.`,
    round: (n) => `A round of making teams: ${n}.`,
    assignment: (n) => `Until ${n} after the assignment closed. Then only numbers are left.`,
    account: () => "As long as you have an account.",
    community: () => "As long as the community is there.",
    taking_part: () => "As long as the organisation takes part.",
    log: () => "The step stays, the words go with the assignment.",
    platform: () => "As long as the platform is there.",
  },
  days: (n) => (n === 1 ? "1 day" : `${n} days`),
  years: (n) => (n === 1 ? "1 year" : `${n} years`),
  take: {
    all: "This is in your download.",
    some: "This is in your download, but for keys and what is about somebody else.",
    none: "This is not in your download: it is not about you.",
  },
  wipe: {
    removed: "What is your own goes away.",
    blank: "What is about you is emptied.",
    pseudonym: "Your name and address become a number.",
    name_out: "Words about the work stay, your name goes out of them.",
    signed: "What was signed stays as it was: it is proof for the other side.",
    number: "Of who did something only a number stays.",
    nothing: "Nothing here is yours.",
  },
  centre: {
    title: "Privacy of this centre",
    lead: "This is on the page about privacy, for everybody.",
    button: "Save",
    saved: "Saved.",
    back: "To the centre",
    fields: {
      controller: {
        label: "Who is responsible?",
        hint: "The name of the school or legal entity.",
      },
      contact: { label: "E-mail address for questions about privacy" },
    },
  },
};
