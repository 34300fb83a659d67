import { counted } from "#app/i18n/counted.ts";
/** Holds the words of letters that were sent, and those that did not arrive. */
export const outbox = {
  post: {
    title: "Post",
    lead: "De brieven van dit voorbeeld. Ze zijn niet echt verstuurd.",
    to: (email: string) => `Brieven aan ${email}`,
    choose: "Kies wiens post u wilt lezen.",
    empty: "Er is geen post.",
    subject: "Onderwerp",
    when: "Verstuurd",
    letters: (n: number) => counted(n, "brief", "brieven"),
    back: "Terug naar de brieven",
  },
  dead: {
    title: "Onbestelbare brieven",
    empty: "Alle brieven zijn aangekomen.",
    whom: "Aan",
    about: "Over",
    why: "Wat ging er mis",
    again: "Verstuur opnieuw",
    tries: "Pogingen",
  },
};
