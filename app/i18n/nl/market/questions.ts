import type { QuestionStatus } from "#app/domain/market/questions.ts";
import type { QuestionAct } from "#app/domain/log/acts.ts";

/** Holds the words around a published question: interest, bookmarks, saved searches, questions and answers. */
export const questions = {
  interest: {
    title: "Interesse",
    show: "Toon interesse",
    lead: "Docenten en de coördinator van je centrum lezen dit. Het bedrijf ziet je naam niet.",
    send: "Toon interesse",
    already: "Je toonde al interesse in dit vraagstuk.",
    mine: "Mijn interesses",
    full: (cap: number, block: string) =>
      `Je kunt ${cap === 1 ? "één keer" : `${cap} keer`} interesse tonen ${block}. Dat aantal heb je ` +
      "bereikt. Trek er hieronder één in, dan komt er plaats vrij.",
    left: (n: number, cap: number, block: string) => `Je kunt nog ${n} van de ${cap} keer interesse tonen ${block}.`,
    used: (n: number, cap: number) => `${n} van ${cap} gebruikt`,
    block: (month: string) => `voor de start in ${month}`,
    noBlock: "zonder startblok",
    blockTitle: (month: string) => `Start in ${month}`,
    order: "Bewaar de volgorde",
    orderOf: (title: string) => `Plaats van ${title}`,
    drop: "Trek in",
    closed: "Een vraagstuk dat nu niet openstaat",
    over: "Gaat niet door",
    empty: "Je toonde nog geen interesse.",
    emptyText: "Vind je een vraagstuk dat bij je past? Laat het daar weten.",
    first: "Zoek een vraagstuk",
    count: (n: number) =>
      n === 0
        ? "Nog geen student toonde interesse."
        : n === 1
          ? "1 student toonde interesse."
          : `${n} studenten toonden interesse.`,
    name: "Naam",
    programme: "Opleiding",
    track: "Leerweg",
    rank: "Voorkeur",
    line: "Waarom",
    reorder: "Wijzig de volgorde",
    fields: {
      rank: {
        label: "Op welke plaats staat dit bij jou?",
        hint: "1 is je eerste keus.",
      },
      line: { label: "Waarom wil je dit doen, in één zin?" },
    },
  },
  keep: {
    keep: "Bewaar dit vraagstuk",
    drop: "Haal uit bewaard",
    title: "Bewaard",
  },
  saved: {
    title: "Zoekopdrachten",
    lead: "U krijgt een mail als er iets nieuws is. Is er niets nieuws, dan komt er geen mail.",
    save: "Bewaar deze zoekopdracht",
    new: "Bewaar een zoekopdracht",
    button: "Bewaar",
    edit: "Wijzig",
    change: "Bewaar de wijziging",
    remove: "Verwijder deze zoekopdracht",
    open: "Bekijk de resultaten",
    what: "Waarop u zoekt",
    all: "Alle vraagstukken",
    empty: "U hebt nog geen zoekopdracht bewaard.",
    emptyText: "Zoek eerst wat u wilt volgen. Kies dan ‘Bewaar deze zoekopdracht’.",
    first: "Zoek in de vraagstukken",
    next: (date: string) => `Volgende mail: ${date}`,
    paused: "Gepauzeerd: er komt geen mail",
    account: "Uw account",
    rhythm: {
      daily: "Elke dag",
      weekly: "Elke week, op maandag",
      off: "Pauze: geen mail",
    },
    fields: {
      name: {
        label: "Naam",
        hint: "Zo herkent u de mail.",
      },
      rhythm: { label: "Hoe vaak wilt u een mail?" },
    },
  },
  off: {
    title: "Mail uitzetten",
    text: (name: string) => `Wilt u geen mail meer over de zoekopdracht ‘${name}’?`,
    button: "Zet deze mail uit",
    done: "De mail is uit",
    doneText: "U krijgt geen mail meer over deze zoekopdracht. In uw account kunt u dat weer aanzetten.",
    manage: "Naar uw zoekopdrachten",
  },
  questions: {
    title: "Vragen en antwoorden",
    ask: "Stel een vraag",
    askTitle: "Een vraag aan het bedrijf",
    askLead:
      "Het bedrijf of het centrum antwoordt. Pas dan staan vraag en antwoord op de pagina, zonder uw naam. Het bedrijf ziet uw naam niet.",
    send: "Verstuur de vraag",
    login: "Log in om een vraag te stellen",
    none: "Er zijn nog geen vragen beantwoord.",
    own: "Uw vraag",
    waiting: "Wacht op antwoord",
    withheld: "Niet geplaatst",
    why: "Waarom niet",
    question: "Vraag",
    answer: "Antwoord",
    answering: "geef antwoord op de vraag",
    answerIt: "Beantwoord",
    moderate: "Haal weg",
    by: (name: string) => `Gevraagd door ${name}`,
    asked: (date: string) => `Gesteld op ${date}`,
    /** Names what the page of one question is called: by what can be done with it, else by what was. */
    titles: {
      toAnswer: "Een vraag beantwoorden",
      asked: "Een vraag zonder antwoord",
      answered: "Een beantwoorde vraag",
      withheld: "Een vraag die niet is geplaatst",
    } satisfies Record<QuestionStatus | "toAnswer", string>,
    answerLead:
      "Iedereen die dit vraagstuk mag zien, leest de vraag en uw antwoord. De naam van de vrager staat er niet bij.",
    sendAnswer: "Plaats het antwoord",
    withhold: {
      title: "Niet plaatsen",
      lead: "Alleen de vrager leest uw reden.",
      send: "Plaats deze vraag niet",
      why: "Waarom plaatst u de vraag niet?",
    },
    takeOff: {
      title: "Weghalen",
      lead: "De vraag en het antwoord gaan van de pagina. Alleen de vrager leest uw reden.",
      send: "Haal de vraag en het antwoord weg",
      why: "Waarom haalt u de vraag weg?",
    },
    settled: {
      answered: "Deze vraag is al beantwoord.",
      withheld: "Deze vraag is niet geplaatst.",
    },
    hidden: "Wat gevraagd werd, is niet meer te lezen.",
    typed: "Dit schreef u, en is niet bewaard",
    late: "Dit vraagstuk is afgelopen. Een antwoord is niet meer nodig.",
    subjects: {
      ask_question: () => "Er is een vraag gesteld over het vraagstuk",
      answer_question: (je: boolean) => `Er is een antwoord op ${je ? "je" : "uw"} vraag`,
      withhold_question: (je: boolean) => `${je ? "Je" : "Uw"} vraag is niet geplaatst; op de pagina staat waarom`,
    } satisfies Record<QuestionAct, (je: boolean) => string>,
    fields: {
      question: {
        label: "Uw vraag",
        hint: "Zet geen namen of adressen in uw vraag.",
      },
      answer: { label: "Antwoord" },
      reason: { label: "Waarom plaatst u de vraag niet?" },
    },
  },
  letter: {
    subject: (n: number, name: string) => `${n === 1 ? "Nieuw vraagstuk" : `${n} nieuwe vraagstukken`}: ${name}`,
    lead: (name: string) => `Dit is nieuw bij de zoekopdracht ‘${name}’:`,
    more: (n: number) =>
      n === 1 ? "Er is er nog één. Bekijk ook die op de website." : `Er zijn er nog ${n}. Bekijk die op de website.`,
    button: "Bekijk alle resultaten",
    secret: "Een vertrouwelijk vraagstuk",
    off: "Geen mail meer over deze zoekopdracht? Zet hem uit:",
    foot: (je: boolean) =>
      `Deze mail komt van Samenspel, omdat ${je ? "je" : "u"} deze zoekopdracht hebt bewaard. Dit adres leest geen antwoorden.`,
  },
};
