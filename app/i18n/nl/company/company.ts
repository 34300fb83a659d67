import { counted } from "#app/i18n/counted.ts";
import type { RequestKind } from "#app/domain/company/response-time.ts";

/** These words stand on the public page of a company. */
export const company = {
  eyebrow: "Bedrijf",
  questions: "Vraagstukken",
  none: "Er zijn nu geen vraagstukken te zien.",
  results: "Eerdere resultaten",
  noResults: "Er is nog geen resultaat dat iedereen mag zien.",
  response: "Reactietijd",
  days: (n: number, text: string) => (n === 0 ? "Dezelfde dag" : n === 1 ? "1 werkdag" : `${text} werkdagen`),
  responseText: (n: number, months: number) =>
    `De helft van de antwoorden kwam binnen deze tijd. Gemeten over ${n} antwoorden in de laatste ${months} maanden, in werkdagen:`,
  asked: {
    claim: (n: number) => `${counted(n, "claim", "claims")} van een team, tot het bedrijf koos of afwees`,
    change: (n: number) => `${counted(n, "verzoek", "verzoeken")} om aanvulling, tot het bedrijf opnieuw indiende`,
    question: (n: number) => `${counted(n, "vraag", "vragen")} van een lezer, tot het antwoord`,
  } satisfies Record<RequestKind, (n: number) => string>,
  few: (least: number) => `Een reactietijd staat hier vanaf ${least} antwoorden in twaalf maanden.`,
  own: "Voor u en uw collega’s",
  ownText: "Dit zien alleen mensen van uw bedrijf.",
  people: "Mensen van uw bedrijf",
  edit: "Pas de gegevens van uw bedrijf aan",
  hidden: "Uw bedrijf wordt in het openbaar niet genoemd. Anderen vinden deze pagina niet.",
  unseen: "Deze pagina is nog niet openbaar. Dat wordt zij zodra een vraagstuk onder uw naam openstaat.",
  editable:
    "Wat u kunt aanpassen: de tekst over uw bedrijf, de website en of uw naam in het openbaar staat. Een " +
    "vraagstuk past u aan op zijn eigen pagina, zolang het nog niet openstaat.",
  claims: (n: number) => counted(n, "open claim", "open claims"),
  website: "Website",
  sector: "Sector",
  place: "Plaats",
  centres: "Werkt mee in",
  form: {
    title: "Gegevens van uw bedrijf",
    about: "Over uw bedrijf",
    website: "Website",
    hide: "Noem onze naam niet in het openbaar",
    hideHint:
      "Uw vraagstukken staan dan zonder naam in de lijst en deze pagina is alleen voor u en het centrum. " +
      "Resultaten staan er zonder uw naam.",
    save: "Bewaar",
  },
};
