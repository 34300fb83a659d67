import type { Words } from "#app/i18n/nl/words.ts";

type Market = Words["market"];
/** The marketplace as a student reads it: asking a question, searching, and keeping a search. */
export const marketToStudent = (market: Market): Market => ({
  ...market,
  questions: {
    ...market.questions,
    askLead:
      "Het bedrijf of het centrum antwoordt. Pas dan staan vraag en antwoord op de pagina, zonder je naam. Het bedrijf ziet je naam niet.",
    own: "Je vraag",
    fields: {
      ...market.questions.fields,
      question: { label: "Je vraag", hint: "Zet geen namen of adressen in je vraag." },
    },
  },
  search: {
    ...market.search,
    loose: "Geen enkel vraagstuk heeft al je woorden. Dit lijkt er het meest op.",
    allText: "Achter elke keuze staat hoeveel vraagstukken je dan ziet.",
  },
  saved: savedToStudent(market.saved),
  off: {
    ...market.off,
    text: (name) => `Wil je geen mail meer over de zoekopdracht ‘${name}’?`,
    doneText: "Je krijgt geen mail meer over deze zoekopdracht. In je account kun je dat weer aanzetten.",
    manage: "Naar je zoekopdrachten",
  },
});
const savedToStudent = (saved: Market["saved"]): Market["saved"] => ({
  ...saved,
  lead: "Je krijgt een mail als er iets nieuws is. Is er niets nieuws, dan komt er geen mail.",
  what: "Waarop je zoekt",
  empty: "Je hebt nog geen zoekopdracht bewaard.",
  emptyText: "Zoek eerst wat je wilt volgen. Kies dan ‘Bewaar deze zoekopdracht’.",
  account: "Je account",
  fields: {
    name: { ...saved.fields.name, hint: "Zo herken je de mail." },
    rhythm: { label: "Hoe vaak wil je een mail?" },
  },
});
