import { counted } from "#app/i18n/counted.ts";
import type { outbox as nl } from "#app/i18n/nl/letters/outbox.ts";

export const outbox: typeof nl = {
  post: {
    title: "Post",
    lead: "The letters of this demo. They were not really sent.",
    to: (email) => `Letters to ${email}`,
    choose: "Choose whose letters you want to read.",
    empty: "There are no letters.",
    subject: "Subject",
    when: "Sent",
    letters: (n) => counted(n, "letter", "letters"),
    back: "Back to the letters",
  },
  dead: {
    title: "Letters that could not be delivered",
    empty: "All letters arrived.",
    whom: "To",
    about: "About",
    why: "What went wrong",
    again: "Send again",
    tries: "Tries",
  },
};
