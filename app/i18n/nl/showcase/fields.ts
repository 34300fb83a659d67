import type { FieldWords } from "#app/i18n/field.ts";

/** Says what is asked for the showcase. */
export const showcaseFields = {
  asked_for: {
    label: "Wat was de vraag van het bedrijf?",
    hint: "In woorden die een buitenstaander begrijpt.",
  },
  made: {
    label: "Wat heeft het team gemaakt?",
    hint: "Noem hier geen namen van mensen: elke maker kiest zelf of de naam erbij staat.",
  },
  changed: {
    label: "Wat is er bij het bedrijf veranderd?",
    hint: "Liefst met een cijfer: tijd, geld, fouten, veiligheid.",
  },
  quote: { label: "Een uitspraak" },
  quote_by: {
    label: "Van wie is die uitspraak?",
    hint: "Naam en functie, en alleen met goedvinden van die persoon. Wil het bedrijf niet genoemd worden, dan staat dit er niet bij.",
  },
  company_naming: {
    label: "Mag het bedrijf genoemd worden?",
    options: {
      named: "Ja, met onze naam",
      unnamed: "Nee, zonder onze naam",
    },
  },
  company_consent: { label: "Wij gaan akkoord met deze tekst: iedereen mag hem lezen" },
  naming: {
    label: "Met welke naam?",
    options: {
      full_name: "Mijn hele naam",
      first_name: "Alleen mijn voornaam",
      unnamed: "Geen naam",
    },
  },
} satisfies Record<string, FieldWords>;
