import type { FieldErrorCode, Why } from "#app/domain/refusal.ts";

type Explained = { title: string; text: string };
const field = (label: string) => (label ? `‘${label}’` : "dit veld");

const why = {
  invalid: { title: "Er is een probleem", text: "Controleer uw antwoorden hieronder." },
  malformed: { title: "Wij konden het formulier niet lezen", text: "Ga terug, laad de pagina opnieuw en probeer het nog een keer." },
  not_found: { title: "Deze pagina bestaat niet", text: "Controleer het adres, of zoek verder vanaf de voorpagina." },
  not_yours: { title: "Dit mag u niet doen", text: "Uw rol laat dit hier niet toe. Vraag de coördinator van het centrum om hulp." },
  too_large: { title: "Dit is te groot", text: "Kies kleinere bestanden of maak de tekst korter. Stuur het daarna opnieuw." },
  unsupported: { title: "Dit formulier herkennen wij niet", text: "Laad de pagina opnieuw en gebruik het formulier dat daar staat." },
  wrong_status: { title: "Deze stap kan nu niet", text: "De stand is intussen veranderd. Bekijk hieronder wat nu wel kan." },
  other_obligation: { title: "Deze stap hoort bij de andere verplichting", text: "Bekijk in de afspraken of het om inspanning of resultaat gaat." },
  guards: { title: "Er ontbreekt nog iets", text: "Regel eerst wat hieronder staat. Daarna kunt u deze stap zetten." },
  on_hold: { title: "Deze opdracht is gepauzeerd", text: "Hervat de opdracht eerst. Daarna kunt u verder." },
  disputed: { title: "Er loopt een geschil", text: "Los eerst het geschil op. Daarna kunt u verder." },
  stale: { title: "Iemand was u voor", text: "Deze pagina is intussen veranderd. Uw tekst staat er nog. Bekijk wat er nieuw is en verstuur opnieuw." },
  key_reused: { title: "Dit formulier is al gebruikt", text: "Laad de pagina opnieuw. Kijk eerst of uw eerdere versie al is opgeslagen." },
  too_many: { title: "Te veel pogingen", text: "Wacht een paar minuten en probeer het dan opnieuw." },
  busy: { title: "Het is nu erg druk", text: "Uw gegevens zijn niet opgeslagen. Wacht een halve minuut en probeer het opnieuw." },
  wrong_credentials: { title: "Inloggen is niet gelukt", text: "Controleer uw e-mailadres en wachtwoord. Of vraag een nieuw wachtwoord aan." },
  link_invalid: { title: "Deze link werkt niet meer", text: "De link is verlopen of al gebruikt. Vraag een nieuwe link aan." },
  already_signed: { title: "Hier is al getekend", text: "U hoeft niets meer te doen. Bekijk de afspraken voor de laatste stand." },
  cross_site: { title: "Wij hebben dit niet uitgevoerd", text: "Het verzoek kwam van een andere website. Ga naar de pagina zelf en probeer het daar." },
  method: { title: "Dit adres werkt anders", text: "Ga naar de voorpagina en zoek van daar verder." },
} satisfies Record<Why, Explained>;

const fieldError = {
  required: (l: string) => `Geef antwoord bij ${field(l)}.`,
  too_long: (l: string, n = 0) => `Maak ${field(l)} korter: gebruik hoogstens ${n} tekens.`,
  too_short: (l: string, n = 0) => `Maak ${field(l)} langer: gebruik minstens ${n} tekens.`,
  not_a_date: (l: string) => `Schrijf bij ${field(l)} een datum die bestaat, zoals 23-1-2026.`,
  date_out_of_range: (l: string) => `Kies bij ${field(l)} een datum die mogelijk is. Schrijf het jaar met vier cijfers.`,
  not_a_number: (l: string) => `Schrijf bij ${field(l)} een heel getal, zoals 12.`,
  number_out_of_range: (l: string, n?: number) => n === undefined ? `Kies bij ${field(l)} een getal dat mogelijk is.` : `Het getal bij ${field(l)} past niet. De grens is ${n}.`,
  not_money: (l: string) => `Schrijf bij ${field(l)} een bedrag in euro, zoals 1.234,50.`,
  ambiguous_money: (l: string) => `Het bedrag bij ${field(l)} is op twee manieren te lezen. Schrijf centen na een komma, zoals 1234,50.`,
  not_an_email: (l: string) => `Schrijf bij ${field(l)} een e-mailadres, zoals naam@voorbeeld.nl.`,
  not_a_kvk: (l: string) => `Schrijf bij ${field(l)} de 8 cijfers van het KvK-nummer.`,
  not_a_postcode: (l: string) => `Schrijf bij ${field(l)} vier cijfers, zoals 8601.`,
  not_an_option: (l: string) => `Kies bij ${field(l)} een van de mogelijkheden.`,
  not_a_time: (l: string) => `Schrijf bij ${field(l)} een tijd, zoals 14:30.`,
  common_password: () => "Dit wachtwoord is makkelijk te raden. Kies een langere zin.",
  own_words_password: () => "Gebruik in uw wachtwoord niet uw naam of e-mailadres.",
  no_match: (l: string) => `Vul bij ${field(l)} twee keer hetzelfde in.`,
  too_many_items: (l: string, n = 0) => `Kies bij ${field(l)} hoogstens ${n}.`,
  too_few_items: (l: string, n = 0) => `Vul bij ${field(l)} minstens ${n} regels in.`,
  file_too_large: (l: string) => `Een bestand bij ${field(l)} is te groot. Kies een kleiner bestand.`,
  file_type: (l: string) => `Dit soort bestand kan niet bij ${field(l)}. Kies een ander bestand, zoals een pdf.`,
  file_empty: (l: string) => `Een bestand bij ${field(l)} is leeg. Kies een ander bestand.`,
  unreadable_text: (l: string) => `Bij ${field(l)} staan tekens die wij niet kunnen lezen. Typ de tekst opnieuw.`,
  already_used: (l: string) => `Wat u invulde bij ${field(l)} is al in gebruik. Kies iets anders.`,
  wrong_code: () => "Deze code klopt niet. Controleer de code of vraag een nieuwe aan.",
} satisfies Record<FieldErrorCode, (label: string, limit?: number) => string>;

/** Everything around the content: header, footer, refusals, the small words of forms, lists and lines. */
export const chrome = {
  product: "Samenspel",
  tagline: "Bedrijven brengen een vraagstuk. Leergemeenschappen pakken het op.",
  skip: "Ga naar de inhoud",
  language: { label: "Taal", nl: "Nederlands", en: "English" },
  demoLabel: "Voorbeeldomgeving",
  demo: "Dit is een voorbeeld met verzonnen bedrijven en mensen. Niets hier is echt.",
  nav: {
    label: "Hoofdmenu", home: "Voorpagina", market: "Vraagstukken", work: "Mijn werk", centre: "Centra", communities: "Leergemeenschappen", matching: "Matchen",
    submit: "Vraagstuk indienen", impact: "Impact", people: "Mensen", organization: "Mijn organisatie", admin: "Beheer", how: "Hoe het werkt", login: "Inloggen", calendar: "Kalender",
  },
  person: { menu: "Mijn menu", work: "Mijn werk", sessions: "Inloggen en apparaten", logout: "Uitloggen" },
  footer: { label: "Over Samenspel", accessibility: "Toegankelijkheid", privacy: "Privacy", how: "Hoe het werkt", made: "Gemaakt voor samenwerking van bedrijf en onderwijs." },
  why,
  fieldError,
  errorPage: {
    reference: "Uw kenmerk", home: "Naar de voorpagina", work: "Naar mijn werk",
    failed: { title: "Er ging iets mis bij ons", text: "Het ligt niet aan u. Probeer het over een paar minuten opnieuw. Blijft het misgaan? Geef dan dit kenmerk door aan het centrum." },
    closed: { title: "Samenspel is even niet bereikbaar", text: "Wij zijn zo terug. Wat u eerder opsloeg, is bewaard." },
  },
  problem: {
    change: "een wijziging", title: "Er is een probleem", prefix: "Fout: ", missing: "Regel eerst dit:",
    first: (name: string, move: string, at: string) => `${name} was u voor: ${move}, ${at}.`,
  },
  form: {
    save: "Bewaar", send: "Verstuur", cancel: "Annuleer", back: "Terug", next: "Ga verder", change: "Wijzig", remove: "Verwijder", add: "Voeg toe", check: "Controleer uw antwoorden", confirm: "Bevestig",
    optional: "(niet verplicht)", choose: "Maak een keuze", yes: "Ja", no: "Nee", example: "Voorbeeld:", dateHint: "Bijvoorbeeld 23-1-2026", moneyHint: "In euro, bijvoorbeeld 1.234,50",
    kvkHint: "8 cijfers", timeHint: "Bijvoorbeeld 14:30", time: "Tijd", rowsHint: "Laat regels leeg die u niet nodig hebt.", filesHint: "Kies een of meer bestanden.", empty: "Niet ingevuld", none: "Er valt hier nog niets te kiezen.",
    row: (label: string, n: number) => `${label} ${n}`,
  },
  turn: { yours: "U bent aan zet", nobody: "Niemand is aan zet", by: (who: string) => `Aan zet: ${who}`, before: "voor", label: "Stand van deze opdracht" },
  line: {
    label: "De weg van deze opdracht", passed: "geweest", here: "u bent hier", ahead: "nog te gaan", loop: "terug voor herstel", left: "hier gestopt",
    step: (n: number, of: number, stop: string) => `Stap ${n} van ${of}: ${stop}`, show: "Toon de hele weg",
  },
  moves: { more: "Meer", title: "Wat u nu kunt doen", none: "U hoeft nu niets te doen.", blocked: (move: string) => `${move} kan nog niet`, fix: "Regel dit" },
  list: {
    previous: "Vorige", next: "Volgende", page: (n: number, of: number) => `Pagina ${n} van ${of}`, pages: "Pagina’s", shown: (from: number, to: number, of: string) => `${from} tot en met ${to} van ${of}`,
    filter: "Filter", apply: "Toon resultaten", clear: "Wis alle filters", active: "Gekozen filters", removeFilter: (what: string) => `Verwijder filter ${what}`, search: "Zoek", sort: "Sorteer", total: "Totaal",
  },
  log: { label: "Logboek", empty: "Er is nog niets gebeurd.", system: "Samenspel" },
  deadline: { before: "Voor", late: "Te laat", today: "Vandaag" },
  tasks: { done: "Klaar", todo: "Nog te doen", blocked: "Kan nog niet", progress: (done: number, of: number) => `${done} van ${of} klaar` },
  plot: { table: "Toon de cijfers" },
  tabs: "Onderdelen",
};
