import type { seat as nl } from "#app/i18n/nl/team/seat.ts";

export const seat: typeof nl = {
  title: "Joining a team",
  asked: (who, role) => `${who ?? "Somebody"} asks you to join the team. Your role: ${role.toLowerCase()}.`,
  about: "What it is about",
  whole: "Read the whole assignment and the agreement",
  afterPromise: "The assignment is confidential. You can read it as soon as you have signed the annex on secrecy.",
  invited: "You were asked to join this team.",
  annexes: "Read and sign",
  signed: "Signed",
  read: "Read and sign",
  noTrack: "Your track is not known here. Without it the team cannot start.",
  noteTrack: "Say which track you follow",
  waits: "The agreement is not signed yet. Once it is, your annexes appear here.",
  join: "Join",
  refuse: "Rather not",
  joined: (role) => `You are in this team. Your role: ${role.toLowerCase()}.`,
  toAssignment: "To the assignment",
  notYet: "Sign all annexes first. Then you can join.",
};
