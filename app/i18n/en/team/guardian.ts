import type { guardian as nl } from "#app/i18n/nl/team/guardian.ts";

export const guardian: typeof nl = {
  title: "Consent",
  ask: "Ask your parent or guardian for consent",
  askText:
    "You are not 18 yet. That is why we also ask a parent or guardian for consent. They get an e-mail with a link.",
  sent: (name) => `${name} has been asked.`,
  approved: "There is consent.",
  recorded: "The school recorded that your parent or guardian agrees.",
  refused: "No consent was given. Talk about it with your teacher.",
  again: "Ask again",
  lead: (student) => `${student} wants to take part in an assignment. You decide whether that is all right.`,
  when: "When",
  where: "Where",
  consent: "I give consent",
  fullName: "Your first and last name",
  consentLabel: "I am the parent or guardian and give consent",
  no: "I do not give consent",
  question: "Your question or reason (may stay empty)",
  thanks: "Thank you",
  thanksText: "Your answer was recorded. The teacher is told. You need do nothing more.",
};
