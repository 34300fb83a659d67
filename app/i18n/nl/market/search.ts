import type { Locale } from "#app/domain/words.ts";
import type { Fee, FacetId, ListedLength, ListedState, Workload } from "#app/domain/market/facets.ts";
import type { Sort } from "#app/domain/market/wanted.ts";

/** Holds the words of finding on the marketplace: facets, their values, sorting, what was found. */
export const search = {
  facet: {
    theme: "Thema",
    sector: "Sector",
    level: "Niveau",
    obligation: "Verplichting",
    fee: "Vergoeding",
    province: "Provincie",
    start: "Startblok",
    length: "Duur",
    hours: "Uren per student",
    language: "Taal",
    state: "Stand",
    centre: "Centrum",
  } satisfies Record<FacetId, string>,
  fee: {
    none: "Geen vergoeding",
    expenses: "Onkosten",
    paid: "Betaald",
  } satisfies Record<Fee, string>,
  length: {
    sprint: "Sprint (1-2 weken)",
    short: "Kort (3-9 weken)",
    ten: "Ongeveer 10 weken",
    twenty: "Ongeveer 20 weken",
    long: "Langer",
  } satisfies Record<ListedLength, string>,
  hours: {
    "40": "Tot 40 uur",
    "100": "41 tot 100 uur",
    "200": "101 tot 200 uur",
    more: "Meer dan 200 uur",
  } satisfies Record<Workload, string>,
  language: {
    nl: "Nederlands",
    en: "Engels",
  } satisfies Record<Locale, string>,
  state: {
    open: "Open voor teams",
    on_hold: "Gepauzeerd",
  } satisfies Record<ListedState, string>,
  sort: {
    relevant: "Beste overeenkomst",
    newest: "Nieuwste eerst",
    closing: "Sluit het eerst",
    start: "Start het eerst",
    hours: "Minste uren eerst",
    near: "Dichtstbij eerst",
  } satisfies Record<Sort, string>,
  near: {
    title: "In de buurt",
    postcode: "Postcode (4 cijfers)",
    within: "Binnen",
    km: (n: number) => `${n} km`,
    chip: (postcode: string, km: number) => `Binnen ${km} km van ${postcode}`,
  },
  words: (words: string) => `Zoekwoord: ${words}`,
  found: (n: number, total: string) => (n === 1 ? "1 vraagstuk gevonden" : `${total} vraagstukken gevonden`),
  loose: "Geen enkel vraagstuk heeft al uw woorden. Dit lijkt er het meest op.",
  all: (facet: string) => `Kies een ${facet.toLowerCase()}`,
  allText: "Achter elke keuze staat hoeveel vraagstukken u dan ziet.",
  more: (n: number) => `Nog ${n}`,
  closes: (date: string) => `Reageren tot ${date}`,
  paused: "Gepauzeerd",
  similar: "Vergelijkbare vraagstukken",
  save: "Bewaar deze zoekopdracht",
};
