import type { moves as nl } from "#app/i18n/nl/showcase/moves.ts";

export const moves: typeof nl = {
  write_showcase: {
    button: "Write the result for everybody",
    done: "wrote the result down for everybody",
    fields: {
      title: "Title of the result",
    },
  },
  rewrite_showcase: {
    button: "Rewrite the result",
    done: "rewrote the result for everybody",
    fields: {
      title: "Title of the result",
    },
  },
  ask_showcase: {
    button: "Ask everybody for consent",
    done: "asked the company and every maker whether the result may go online",
  },
  approve_showcase: {
    button: "Consent on behalf of the company",
    done: "consented on behalf of the company to show the result",
  },
  refuse_showcase: {
    button: "Rather not online",
    done: "would rather not have the result online",
  },
  withdraw_showcase: {
    button: "Take the result offline",
    done: "took the result offline",
  },
  show: {
    button: "Put online",
    done: "put the result online, since everybody said yes",
  },
  hide: {
    button: "Take offline",
    done: "took the result offline, since a consent was withdrawn",
  },
  ask_maker: {
    button: "Ask a maker",
    done: "asked a maker for consent",
  },
  ask_again: {
    button: "Ask a maker again",
    done: "asked a maker for consent again",
  },
  give_consent: {
    button: "I say yes",
    done: "consented to show the result",
    fields: {
      consent: "I agree: everybody may see this result",
    },
  },
  give_as_minor: {
    button: "I say yes, and ask my parent or guardian",
    done: "said yes and asked a parent or guardian",
    fields: {
      consent: "I agree: everybody may see this result",
      name: "Name of a parent or guardian",
      email: "E-mail address of that parent or guardian",
    },
  },
  guardian_agrees: {
    button: "I give consent",
    done: "consented to show the result",
  },
  guardian_declines: {
    button: "I do not give consent",
    done: "did not consent to show the result",
  },
  refuse_consent: {
    button: "Rather not",
    done: "did not consent to show the result",
  },
  withdraw_consent: {
    button: "Withdraw my consent",
    done: "withdrew the consent to show the result",
  },
};
