import type { DataGroup } from "#app/domain/privacy/kinds.ts";
import type { Retention } from "#app/domain/privacy/retention.ts";

/** Holds the words of the page on privacy: what is kept, why and how long, in plain words. */
export const privacy = {
  title: "Privacy",
  lead: "Hier leest u wat Samenspel van mensen bewaart, waarom, en hoe lang.",
  promise:
    "Bedrijven zien nooit cijfers, reflecties, e-mailadressen of leeftijden van studenten. Wij verkopen niets " +
    "en delen niets met anderen.",
  young: "Ben je 16 of 17? Dan mag je alles op deze pagina zelf doen. Je ouder of voogd hoeft daar niet bij te zijn.",
  cookies: {
    title: "Cookies",
    text:
      "Er zijn drie cookies: één om u ingelogd te houden, één voor uw taal en één voor een vraagstuk dat u " +
      "zonder account begint.",
  },
  who: {
    title: "Wie verantwoordelijk is",
    text: "Elk centrum beslist zelf over de gegevens. Samenspel bewaart ze voor het centrum.",
    controller: (name: string) => `Verantwoordelijk: ${name}`,
    unnamed: (centre: string) => `Verantwoordelijk: de scholen van ${centre}`,
    contact: "Vragen over privacy:",
    noContact: "Vragen over privacy: aan de coördinator van dit centrum.",
  },
  rights: {
    title: "Wat u kunt doen",
    see: "Uw gegevens bekijken en meenemen",
    correct: "Uw naam of e-mailadres verbeteren",
    close: "Uw account sluiten en uw gegevens laten wissen",
    login: "Daarvoor logt u in. Zonder account vraagt u het aan het centrum.",
    complain: "Bent u het ergens niet mee eens? Meld het bij het centrum, of bij de Autoriteit Persoonsgegevens.",
  },
  kept: {
    title: "Wat wij bewaren",
    why: "Waarom",
    long: "Hoe lang",
    take: "Meenemen",
    wipe: "Wissen",
  },
  group: {
    account: {
      title: "Uw account en rollen",
      what: "Naam, e-mailadres, taal, rollen.",
      why: "Zodat anderen weten met wie zij werken.",
    },
    access: {
      title: "Inloggen",
      what: "Apparaten, links, codes en pogingen.",
      why: "Zodat niemand anders bij uw account kan.",
    },
    letters: {
      title: "Mail",
      what: "Welke mail u kreeg.",
      why: "Zodat een bericht aankomt, en maar één keer.",
    },
    market: {
      title: "Zoeken en interesse",
      what: "Zoekopdrachten, bewaarde vraagstukken, vragen en interesse.",
      why: "Zodat u vindt wat u zoekt.",
    },
    drafts: {
      title: "Concepten",
      what: "Een vraagstuk dat nog niet is verstuurd.",
      why: "Zodat u later verder kunt.",
    },
    assignment: {
      title: "Vraagstukken",
      what: "De tekst van een vraagstuk, en wie eraan schreef.",
      why: "Zodat een team weet wat er nodig is.",
    },
    agreement: {
      title: "Afspraken en handtekeningen",
      what: "Wat is afgesproken en wie tekende.",
      why: "Als bewijs, voor beide kanten.",
    },
    team: {
      title: "Teams",
      what: "Wie meedoet, en voor wie jonger is dan 18: de ouder of voogd.",
      why: "Zodat iedereen zijn plek heeft, en minderjarigen beschermd zijn.",
    },
    work: {
      title: "Het werk",
      what: "Uren, mijlpalen, opleveringen en oordelen.",
      why: "Om te laten zien wat is gedaan.",
    },
    aftercare: {
      title: "Na afloop",
      what: "Wat in gebruik is, en wie met naam bij een resultaat wil staan.",
      why: "Om te weten of de oplossing werkt.",
    },
    files: {
      title: "Bestanden",
      what: "Bestanden bij een opdracht, en wie ze gaf.",
      why: "Ze horen bij het werk.",
    },
    log: {
      title: "Logboek",
      what: "Wie wanneer welke stap zette.",
      why: "Zodat niemand achteraf iets kan veranderen.",
    },
    community: {
      title: "Leergemeenschappen",
      what: "Wie lid is, en wat leden invullen en schrijven.",
      why: "Zodat een gemeenschap samen leert.",
    },
    matching: {
      title: "Teams maken",
      what: "Keuzes, vaardigheden en wensen van studenten.",
      why: "Om eerlijke teams te maken.",
    },
    organizations: {
      title: "Bedrijven, scholen en centra",
      what: "Gegevens van organisaties, niet van mensen.",
      why: "Om te laten zien wie meedoet.",
    },
    platform: {
      title: "Beheer van het platform",
      what: "Wie beheerder is, en wat een beheerder deed. Alleen nummers, geen namen.",
      why: "Zodat te zien is wie een centrum opende of een account uitzette.",
    },
  } satisfies Record<DataGroup, { title: string; what: string; why: string }>,
  /** Says how long. `n` is what the table of retention says, as "90 dagen" or "7 jaar". */
  retention: {
    session: () => "U blijft hoogstens zeven dagen ingelogd. Daarna is het weg.",
    token: (n: string) => `Een link of code verdwijnt ${n} na gebruik of einde.`,
    form_key: (n: string) => `Het nummer van een verstuurd formulier: ${n}.`,
    throttle: (n: string) => `Pogingen om in te loggen: ${n}.`,
    letter: (n: string) => `Mail: ${n} na versturen.`,
    draft: () => "Tot het concept afloopt, of tot het is verstuurd.",
    file_removed: (n: string) => `Een bestand blijft zolang de opdracht bestaat, en na weghalen nog ${n}.`,
    taken_back: (n: string) => `Tot u het weghaalt, en dan nog ${n}.`,
    list_read: (n: string) => `Een ingelezen lijst: ${n}.`,
    role: (n: string) => `Een rol die stopt: nog ${n}.`,
    account_log: (n: string) => `Wat u met uw account deed, zoals uw naam verbeteren: ${n}.`,
    survey: (n: string) => `Ingevulde vragenlijsten: ${n}.`,
    unused: (n: string) => `Een account dat niemand gebruikte: ${n}.`,
    round: (n: string) => `Een ronde om teams te maken: ${n}.`,
    assignment: (n: string) => `Tot ${n} na het sluiten van de opdracht. Dan blijven alleen aantallen over.`,
    account: () => "Zolang u een account hebt.",
    community: () => "Zolang de gemeenschap bestaat.",
    taking_part: () => "Zolang de organisatie meedoet.",
    log: () => "De stap blijft, de woorden gaan weg met de opdracht.",
    platform: () => "Zolang het platform er is.",
  } satisfies Record<Retention, (n: string) => string>,
  days: (n: number) => (n === 1 ? "1 dag" : `${n} dagen`),
  years: (n: number) => `${n} jaar`,
  take: {
    all: "Dit zit in uw download.",
    some: "Dit zit in uw download, behalve sleutels en wat over iemand anders gaat.",
    none: "Dit zit niet in uw download: het gaat niet over u.",
  },
  wipe: {
    removed: "Wat van uzelf is, gaat weg.",
    blank: "Wat over u gaat, wordt leeggemaakt.",
    pseudonym: "Uw naam en adres worden een nummer.",
    name_out: "Woorden bij het werk blijven, uw naam gaat eruit.",
    signed: "Wat is getekend, blijft zoals het was: het is bewijs voor de ander.",
    number: "Van wie iets deed, blijft alleen een nummer.",
    nothing: "Hier staat niets van u.",
  },
  /** Holds the words of a centre's own page: who answers for the data, and where people ask. */
  centre: {
    title: "Privacy van dit centrum",
    lead: "Dit staat op de pagina over privacy, voor iedereen.",
    button: "Bewaar",
    saved: "Bewaard.",
    back: "Naar het centrum",
    fields: {
      controller: {
        label: "Wie is verantwoordelijk?",
        hint: "De naam van de school of rechtspersoon.",
      },
      contact: { label: "E-mailadres voor vragen over privacy" },
    },
  },
};
