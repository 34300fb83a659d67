import type { AnswersOfMove } from "#app/domain/workflow/processes.ts";
import type { ContributionKind } from "#app/domain/community/words.ts";
import type { FundingRegime } from "#app/domain/words.ts";

const kinds = {
  cash: "Geld",
  hours: "Uren",
  kit: "Materiaal of ruimte",
} satisfies Record<ContributionKind, string>;

/** Says what a community costs and what stays of it. */
export const lasting = {
  money: {
    title: "Bijdragen",
    lead: "Niet alles is een rekening: ook uren, materiaal en ruimte tellen mee.",
    ownOnly: "Hier staan alleen de bijdragen van de eigen organisatie.",
    none: "Er is nog geen bijdrage genoteerd.",
    add: "Noteer een bijdrage",
    edit: "Bijdrage aanpassen",
    change: "Pas aan",
    save: "Bewaar",
    end: "Haal deze bijdrage weg",
    who: "Organisatie",
    what: "Wat",
    kind: "Soort",
    worth: "Waarde",
    period: "Periode",
    proof: "Bewijs",
    kinds,
    hoursTimes: (time: string, rate: string) => `${time} × ${rate}`,
    years: "Begroot en werkelijk per jaar",
    year: "Jaar",
    promised: "Toegezegd",
    cash: "Geld ontvangen",
    inKind: "In natura",
    inMoney: "Geld en waarde",
    inHours: "Uren",
    done: "Gedaan",
    fees: "Vergoeding afgesproken",
    paid: "Vergoeding betaald",
    noted: "Als bijdrage genoteerd",
    logged: "In opdrachten geschreven",
    noYears: "Er is nog niets toegezegd of ontvangen.",
    regimes: "Waaruit de opdrachten worden betaald",
    regime: "Bron",
    assignments: "Opdrachten",
    noRegimes: "Er zijn nog geen opdrachten.",
    regimeNames: {
      regular_education: "Regulier onderwijs",
      subsidised_ppp: "Subsidie voor publiek-private samenwerking",
      contract: "Betaald door het bedrijf",
    } satisfies Record<FundingRegime, string>,
    noRegime: "Nog niet vastgelegd",
    fields: {
      organization: { label: "Van welke organisatie?" },
      kind: {
        label: "Soort",
        options: kinds,
      },
      what: {
        label: "Wat is het?",
        example: "Begeleiding door twee monteurs",
      },
      hours: {
        label: "Aantal uren",
        hint: "Alleen bij uren.",
      },
      rate: {
        label: "Tarief per uur",
        hint: "Alleen bij uren.",
      },
      amount: {
        label: "Bedrag of waarde",
        hint: "Bij geld en bij materiaal of ruimte.",
      },
      from_on: { label: "Vanaf" },
      to_on: { label: "Tot en met" },
      proof: {
        label: "Bewijs",
        hint: "Waar is dit terug te vinden? Bijvoorbeeld een factuurnummer of een urenstaat.",
      },
    },
  },
  lessons: {
    assignment: "Opdracht",
    title: "Van ervaring naar onderwijs",
    none: "Er is nog geen opdracht die zo ver is.",
    curriculum: "Vertaling naar het onderwijs",
    knowledge: "Kennisproduct",
    followUp: "Vervolg",
    missing: "Nog niet vastgelegd",
    missingCount: (n: number, of: number) =>
      n === 0
        ? `Van alle ${of} opdrachten staat vast wat het onderwijs ervan overneemt.`
        : `Bij ${n} van de ${of} opdrachten staat nog niet vast wat het onderwijs ervan overneemt.`,
    closed: "Alleen te lezen voor wie bij de opdracht hoort.",
    share: "Afhankelijkheid van partners",
    shareLead: "De wens is om minder van één partner af te hangen: breder is sterker.",
    largest: "van de opdrachten komt van de grootste partner",
    three: "van de opdrachten komt van de grootste drie",
    companies: (n: number) => (n === 1 ? "Er is 1 bedrijf." : `Er zijn ${n} bedrijven.`),
    leans: "Deze gemeenschap leunt op één partner",
    leansText:
      "De helft of meer van de opdrachten komt van één bedrijf. Nodig anderen uit, of vraag partners om hun netwerk.",
    noShare: "Er zijn nog geen opdrachten.",
    other: "Een ander bedrijf",
    company: "Bedrijf",
    assignments: "Opdrachten",
    transfer: {
      module: "module",
      keuzedeel: "keuzedeel",
      lesson: "les",
      assignment: "opdracht",
      none: "niets",
    } satisfies Record<AnswersOfMove<"assignment", "note_curriculum">["transfer"], string>,
    licence: {
      cc_by: "CC BY",
      cc_by_sa: "CC BY-SA",
      cc0: "CC0",
      none: "geen licentie",
    } satisfies Record<AnswersOfMove<"assignment", "note_knowledge">["licence"], string>,
    next: {
      new_question: "nieuw vraagstuk",
      continuation: "vervolg",
      none: "geen vervolg",
    } satisfies Record<AnswersOfMove<"assignment", "note_follow_up">["follow_up"], string>,
  },
  calendar: {
    title: "Mijn agenda",
    lead: "Met een eigen adres haalt een agendaprogramma bijeenkomsten en eigen termijnen op, ook als er iets verandert.",
    on: (day: string) => `Er staat een adres aan sinds ${day}. Het adres zelf bewaren wij niet.`,
    off: "Er staat nu geen adres aan.",
    fresh: "Een nieuw adres",
    freshText:
      "Kopieer eerst het adres en druk dan op de knop. Daarna werkt het; dit adres laten wij niet nog eens " +
      "zien. Een eerder adres werkt dan niet meer.",
    button: "Zet dit adres aan",
    stop: "Zet mijn adres uit",
    secret:
      "Wie het adres kent, ziet de bijeenkomsten en termijnen. Deel het niet. Titels van vertrouwelijke vraagstukken staan er niet in.",
    milestone: (milestone: string, assignment: string) => `Mijlpaal: ${milestone} (${assignment})`,
    secretAssignment: "Er wacht iets in een vertrouwelijk vraagstuk",
    choose: (round: string) => `Uiterlijk nu: kies je opdrachten (${round})`,
    name: "Samenspel",
    fields: { token: { label: "Adres" } },
    link: "Bijeenkomsten en termijnen in mijn agenda",
    held: (host: string) => `Bij ${host}`,
  },
};
