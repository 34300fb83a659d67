import type { places as nl } from "../nl/places.ts";

export const places: typeof nl = {
  seat: { title: "Joining a team", asked: (who, role) => `${who ?? "Somebody"} asks you for the team, as ${role.toLowerCase()}.`, about: "What it is about", annexes: "Read and sign", signed: "Signed", read: "Read and sign", waits: "The agreement is not signed yet. Once it is, your annexes stand here.", join: "Join", refuse: "Rather not", joined: "You take part in this team.", toFile: "To the assignment", notYet: "Sign all annexes first. Then you can join." },
  guardian: { title: "Consent", ask: "Ask your parent or guardian for consent", askText: "You are not 18 yet. That is why we also ask a parent or guardian for consent. They get a mail with a link.", sent: (name) => `${name} has been asked.`, approved: "There is consent.", refused: "No consent was given. Talk about it with your teacher.", again: "Ask again", lead: (student) => `${student} wants to take part in an assignment. You decide whether that is all right.`, when: "When", where: "Where", consent: "I give consent", fullName: "Your first and last name", consentLabel: "I am the parent or guardian and give consent", no: "I do not give consent", question: "Your question or reason (may stay empty)", thanks: "Thank you", thanksText: "Your answer was recorded. The teacher is told. You need do nothing more." },
  annex: { done: "You signed this annex.", back: "Back to your invitation", sign: "Sign", name: "Your name", consent: "I have read this and agree", choice: "What do you choose?" },
  files: { title: "Add files", files: "Files", hint: "At most 25 MB together. PDF, Office, image, text or an archive.", add: "Add", download: (name, size) => `${name} (${size})` },
  centres: { title: "Centres", lead: "In a centre companies and schools work together.", open: "Open questions", none: "No questions are open now.", all: "See all questions", communities: "Learning communities", region: "Region", about: "About this centre", pipeline: "Pipeline", people: "People", post: "Post" },
  post: { title: "Post", lead: "The letters of this demo. They were not really sent.", to: (email) => `Letters to ${email}`, choose: "Choose whose post you want to read.", empty: "There is no post.", subject: "Subject", when: "Sent", letters: (n) => (n === 1 ? "1 letter" : `${n} letters`), back: "Back to the letters" },
  dead: { title: "Letters that could not be delivered", empty: "All letters arrived.", whom: "To", about: "About", why: "What went wrong", again: "Send again", tries: "Tries" },
  acts: "Actions",
  groups: { company: "Company", student: "Students", teacher: "Teachers", employee: "Employees" },
  people: { invite: "Invite somebody", kvk: "Chamber of Commerce number" },
};
