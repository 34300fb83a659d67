import type { Why } from "#app/domain/refusal.ts";
import { fieldError } from "./field-errors.ts";

type Explained = { title: string; text: string };
const why = {
  invalid: {
    title: "Er is een probleem",
    text: "Controleer uw antwoorden hieronder.",
  },
  malformed: {
    title: "Wij konden het formulier niet lezen",
    text: "Ga terug, laad de pagina opnieuw en probeer het nog een keer.",
  },
  not_found: {
    title: "Deze pagina bestaat niet",
    text: "Controleer het adres, of zoek verder vanaf de voorpagina.",
  },
  not_yours: {
    title: "Dit mag u niet doen",
    text: "Uw rol laat dit hier niet toe. Vraag de coördinator van het centrum om hulp.",
  },
  logged_out: {
    title: "U bent niet meer ingelogd",
    text: "Er is niets bewaard. Log opnieuw in, het liefst in een nieuw tabblad, en verstuur het formulier daarna nog eens.",
  },
  too_large: {
    title: "Dit is te groot",
    text: "In een formulier past hoogstens 100 kB aan tekst, en 25 MB aan bestanden. Maak de tekst korter en stuur het opnieuw.",
  },
  unsupported: {
    title: "Dit formulier herkennen wij niet",
    text: "Laad de pagina opnieuw en gebruik het formulier dat daar staat.",
  },
  wrong_status: {
    title: "Deze stap kan nu niet",
    text: "De stand is intussen veranderd. Bekijk hieronder wat nu wel kan.",
  },
  other_obligation: {
    title: "Deze stap hoort bij de andere verplichting",
    text: "Bekijk in de afspraken of het om inspanning of resultaat gaat.",
  },
  guards: {
    title: "Er ontbreekt nog iets",
    text: "Regel eerst wat hieronder staat. Daarna kunt u deze stap zetten.",
  },
  on_hold: {
    title: "Deze opdracht is gepauzeerd",
    text: "Hervat de opdracht eerst. Daarna kunt u verder.",
  },
  disputed: {
    title: "Er loopt een geschil",
    text: "Los eerst het geschil op. Daarna kunt u verder.",
  },
  stale: {
    title: "Iemand was u voor",
    text: "Deze pagina is intussen veranderd. Uw tekst staat er nog. Bekijk wat er nieuw is en verstuur opnieuw.",
  },
  already_said: {
    title: "Dit is al bevestigd",
    text: "Deze kant bevestigde dit al, met dezelfde antwoorden. Er is niets opnieuw vastgelegd of gemaild. De andere kant is aan zet.",
  },
  already_done: {
    title: "Dit staat er al",
    text: "U deed dit al, met dezelfde antwoorden. Er is niets opnieuw vastgelegd of gemaild. Is er iets veranderd? Pas het dan aan.",
  },
  key_reused: {
    title: "Dit formulier is al gebruikt",
    text: "Laad de pagina opnieuw. Kijk eerst of uw eerdere versie al is opgeslagen.",
  },
  too_many: {
    title: "Te veel pogingen",
    text: "Wacht even en probeer het dan opnieuw.",
  },
  busy: {
    title: "Het is nu erg druk",
    text: "Uw gegevens zijn niet opgeslagen. Wacht een halve minuut en probeer het opnieuw.",
  },
  wrong_credentials: {
    title: "Inloggen is niet gelukt",
    text: "Controleer uw e-mailadres en wachtwoord. Of vraag een nieuw wachtwoord aan.",
  },
  link_invalid: {
    title: "Deze link werkt niet meer",
    text: "De link is verlopen of al gebruikt. Vraag een nieuwe link aan.",
  },
  log_in_first: {
    title: "Log eerst in",
    text: "Er is al een account voor dit e-mailadres. Log in en open de link nog een keer.",
  },
  somebody_else: {
    title: "Deze link is voor iemand anders",
    text: "U bent ingelogd met een ander account. Log uit en open de link nog een keer.",
  },
  prove_first: {
    title: "Bevestig dat u het bent",
    text: "Voor deze stap vragen wij het nog een keer. Er is nog niets veranderd.",
  },
  account_disabled: {
    title: "Uw account staat uit",
    text: "U kunt niet inloggen. Denkt u dat dit niet klopt? Vraag het aan uw centrum.",
  },
  already_signed: {
    title: "Hier is al getekend",
    text: "U hoeft niets meer te doen. Bekijk de afspraken voor de laatste stand.",
  },
  cross_site: {
    title: "Wij hebben dit niet uitgevoerd",
    text: "Het verzoek kwam van een andere website. Ga naar de pagina zelf en probeer het daar.",
  },
  method: {
    title: "Dit adres werkt anders",
    text: "Ga naar de voorpagina en zoek van daar verder.",
  },
} satisfies Record<Why, Explained>;

/** Holds the words of everything around the content: header, footer, refusals, the small words of forms, lists and lines. */
export const shell = {
  product: "Samenspel",
  tagline: "Bedrijven brengen een vraagstuk. Leergemeenschappen pakken het op.",
  skip: "Ga naar de inhoud",
  language: {
    label: "Taal",
    nl: "Nederlands",
    en: "English",
  },
  demoLabel: "Voorbeeldomgeving",
  demo: "Dit is een voorbeeld met verzonnen bedrijven en mensen. Niets hier is echt.",
  nav: {
    results: "Resultaten",
    label: "Hoofdmenu",
    home: "Voorpagina",
    market: "Vraagstukken",
    work: "Mijn werk",
    centre: "Centra",
    communities: "Leergemeenschappen",
    matching: "Matchen",
    submit: "Vraagstuk indienen",
    impact: "Impact",
    people: "Mensen",
    organization: "Mijn organisatie",
    admin: "Beheer",
    how: "Hoe het werkt",
    login: "Inloggen",
    calendar: "Kalender",
  },
  person: {
    menu: "Mijn menu",
    work: "Mijn werk",
    sessions: "Inloggen en apparaten",
    logout: "Uitloggen",
  },
  footer: {
    label: "Over Samenspel",
    accessibility: "Toegankelijkheid",
    privacy: "Privacy",
    how: "Hoe het werkt",
    made: "Gemaakt voor samenwerking van bedrijf en onderwijs.",
  },
  why,
  /** Speaks to a coordinator, where `not_yours` would send anybody else to the coordinator. */
  toCoordinator:
    "Dit is niet aan de coördinator. Bij de opdracht staat wie aan zet is. Over rollen en accounts gaat een beheerder.",
  fieldError,
  errorPage: {
    reference: "Uw kenmerk",
    home: "Naar de voorpagina",
    work: "Naar mijn werk",
    failed: {
      title: "Er ging iets mis bij ons",
      text:
        "Het ligt niet aan u. Probeer het over een paar minuten opnieuw. Blijft het misgaan? Geef dan dit " +
        "kenmerk door aan het centrum.",
    },
    closed: {
      title: "Samenspel is even niet bereikbaar",
      text: "Wij zijn zo terug. Wat u eerder opsloeg, is bewaard.",
    },
  },
  problem: {
    wait: (n: number) => `Over ${n === 1 ? "1 minuut" : `${n} minuten`} kan het weer.`,
    change: "een wijziging",
    title: "Er is een probleem",
    prefix: "Fout: ",
    missing: "Regel eerst dit:",
    first: (name: string, move: string, at: string) =>
      name ? `${name} was u voor: ${move}, ${at}.` : `Intussen is dit gebeurd: ${move}, ${at}.`,
    /** Tells of whom no name is told: the reader, somebody, or nobody. */
    firstBy: {
      reader: "u",
      person: "iemand",
      system: "Samenspel",
    },
    kept: "Uw tekst",
    unsavedHint: "Dit is niet bewaard. Kopieer hier wat u nog nodig hebt.",
    again: {
      title: "Het formulier",
      text: "De tekst staat hieronder. Wacht even en verstuur het formulier dan opnieuw. Kwam het toch al aan, dan telt het één keer.",
      apart: "Kopieer hieronder de tekst. Ga daarna terug en vul het formulier opnieuw in.",
      logIn: "Log opnieuw in (opent een nieuw tabblad)",
      afterLogin: "Bent u weer ingelogd? Verstuur dan hier het formulier. De tekst staat hieronder.",
      button: "Verstuur opnieuw",
      back: "Terug naar het formulier",
    },
    assignment: "Naar de opdracht",
  },
  form: {
    save: "Bewaar",
    send: "Verstuur",
    cancel: "Annuleer",
    back: "Terug",
    next: "Ga verder",
    change: "Wijzig",
    remove: "Verwijder",
    add: "Voeg toe",
    check: "Controleer uw antwoorden",
    confirm: "Bevestig",
    optional: "(niet verplicht)",
    choose: "Maak een keuze",
    yes: "Ja",
    no: "Nee",
    example: "Voorbeeld:",
    dateHint: (day: string) => `Bijvoorbeeld ${day}`,
    durationHint: "Bijvoorbeeld 1,5 uur, 90 min of 1:30",
    moneyHint: "In euro, bijvoorbeeld 1.234,50",
    kvkHint: "8 cijfers",
    timeHint: "Bijvoorbeeld 14:30",
    time: "Tijd",
    rowsHint: "Laat regels leeg die u niet nodig hebt.",
    filesAgain: "Gekozen bestanden zijn niet bewaard: kies ze opnieuw.",
    filesHint: "Kies een of meer bestanden.",
    empty: "Niet ingevuld",
    optionGone: "Een keuze die niet meer bestaat",
    fieldGone: "Een vraag die niet meer bestaat",
    none: "Er valt hier nog niets te kiezen.",
    others: (n: number) => `Andere (${n})`,
    row: (label: string, n: number) => `${label} ${n}`,
  },
  turn: {
    yours: "U bent aan zet",
    nobody: "Niemand is aan zet",
    by: (who: string) => `Aan zet: ${who}`,
    before: "voor",
    label: "Stand van deze opdracht",
  },
  line: {
    label: "De weg van deze opdracht",
    passed: "geweest",
    here: "u bent hier",
    ahead: "nog te gaan",
    loop: "terug voor herstel",
    left: "hier gestopt",
    step: (n: number, of: number, stop: string) => `Stap ${n} van ${of}: ${stop}`,
    show: "Toon de hele weg",
  },
  moves: {
    more: "Meer",
    title: "Wat u nu kunt doen",
    none: "U hoeft nu niets te doen.",
    blocked: (move: string) => `${move} kan nog niet`,
    fix: "Regel dit",
  },
  list: {
    previous: "Vorige",
    next: "Volgende",
    page: (n: number, of: number) => `Pagina ${n} van ${of}`,
    pages: "Pagina’s",
    shown: (from: number, to: number, of: string) => `${from} tot en met ${to} van ${of}`,
    whole: (total: string) => `In totaal ${total}`,
    filter: "Filter",
    filters: (n: number) => (n ? `Filters (${n})` : "Filters"),
    apply: "Toon resultaten",
    clear: "Wis alle filters",
    active: "Gekozen filters",
    removeFilter: (what: string) => `Verwijder filter ${what}`,
    search: "Zoek",
    sort: "Sorteer",
    total: "Totaal",
  },
  log: {
    label: "Logboek",
    empty: "Er is nog niets gebeurd.",
    system: "Samenspel",
  },
  deadline: {
    before: "Voor",
    late: "Te laat",
    today: "Vandaag",
  },
  tasks: {
    done: "Klaar",
    todo: "Nog te doen",
    blocked: "Kan nog niet",
    progress: (done: number, of: number) => `${done} van ${of} klaar`,
  },
  plot: { table: "Toon de cijfers" },
  tabs: "Onderdelen",
};
