import { counted } from "#app/i18n/counted.ts";
import type { Principle, SelfScanMoment, OutcomeMoment, OutcomePoint } from "#app/domain/community/words.ts";

const marks = (low: string, high: string) => ({
  "1": `1 – ${low}`,
  "2": "2",
  "3": "3",
  "4": "4",
  "5": `5 – ${high}`,
});
const scan = (label: string, hint: string) => ({
  label,
  hint,
  options: marks("nog niet", "helemaal"),
});
const moments = {
  start: "Begin",
  middle: "Midden",
  end: "Einde",
} satisfies Record<SelfScanMoment, string>;
const yieldMoments = {
  start: "Begin",
  end: "Einde",
} satisfies Record<OutcomeMoment, string>;
const gain = (label: string, hint: string) => ({
  label,
  hint,
  options: marks("weinig", "veel"),
});

/** Holds the words of looking back on a community: self-scan, visits and outcomes. */
export const review = {
  scan: {
    title: "Zelfscan",
    lead:
      "Elk lid kijkt aan het begin, halverwege en aan het einde naar zeven punten. Alleen gemiddelden zijn " +
      "te zien, vanaf drie antwoorden.",
    fill: "Vul de zelfscan in",
    save: "Bewaar mijn scan",
    done: "Alle drie de scans zijn ingevuld.",
    doneOn: (moment: string, day: string) => `${moment}: ingevuld op ${day}`,
    none: "Er zijn nog geen drie antwoorden bij een moment. Dan is er nog niets te zien.",
    answers: (n: number) => counted(n, "antwoord", "antwoorden"),
    plot: "Zo bewogen de gemiddelden",
    describe: (rows: string) => `Gemiddelde van 1 tot 5 per punt, op drie momenten. ${rows}`,
    hidden: "te weinig antwoorden",
    principle: "Punt",
    moments,
    from: (text: string) => `Schaal van 1 tot 5. ${text}`,
    marks: "Open rondje: begin. Ruit: midden. Dicht rondje: einde.",
    principles: {
      ambition: "Gedeelde ambitie",
      connector: "Een verbinder",
      content: "Inhoud en leren",
      social: "Vertrouwen",
      space: "Ruimte om samen te werken",
      tools: "Hulpmiddelen",
      time: "Tijd en ritme",
    } satisfies Record<Principle, string>,
    fields: {
      moment: {
        label: "Welk moment?",
        options: moments,
      },
      ambition: scan("Gedeelde ambitie", "Wij willen samen hetzelfde bereiken, en iedereen kan het navertellen."),
      connector: scan("Een verbinder", "Iemand brengt mensen bij elkaar en houdt het gaande."),
      content: scan("Inhoud en leren", "Het werk is een echt vraagstuk en iedereen leert ervan."),
      social: scan("Vertrouwen", "Wij kennen elkaar en durven te zeggen wat niet goed gaat."),
      space: scan(
        "Ruimte om samen te werken",
        "Er is een plek, op een werkvloer of op school, waar wij samen aan de slag kunnen.",
      ),
      tools: scan("Hulpmiddelen", "Wij hebben wat nodig is: materiaal, gegevens, een manier om te delen."),
      time: scan("Tijd en ritme", "Er is genoeg tijd, en wij zien elkaar vaak genoeg."),
    },
  },
  rotation: {
    underOne: "minder dan 1%",
    title: "Medewerkers die meedoen",
    lead:
      "Streven: elke medewerker doet ongeveer één keer per jaar mee. Geteld zijn plekken in teams van dit " +
      "centrum in de laatste twaalf maanden.",
    none: "Er is nog geen bedrijf partner.",
    company: "Bedrijf",
    took: "Deden mee",
    employees: "Medewerkers",
    share: "Deel",
    unknown: "onbekend",
    names: "Namen, alleen voor het HR-contact",
    nobody: "Nog niemand.",
  },
  review: {
    stories: "Verhalen over wat er veranderde",
    storiesAll: (n: number) => `Alle verhalen (${n})`,
    noStories: "Er staat nog geen verhaal.",
    tell: "Schrijf een verhaal",
    who: "Wie",
    forWhom: "Voor wie",
    changed: "Wat er veranderde",
    storySave: "Bewaar het verhaal",
    storyBack: "Haal dit verhaal weg",
    storyFields: {
      who: {
        label: "Wie?",
        example: "Een team van vier studenten en twee monteurs",
      },
      for_whom: { label: "Voor wie?" },
      changed: {
        label: "Wat is er veranderd?",
        hint: "Schrijf geen namen van anderen op zonder dat zij het weten.",
      },
    },
    pulse: "Hoe gaat het?",
    pulseLead: "Eén vraag per maand aan elk lid. Alleen gemiddelden zijn te zien, vanaf drie antwoorden.",
    pulseNone: "Er is nog geen maand met drie antwoorden.",
    pulsePlot: "Gemiddelde per maand",
    pulseDescribe: "Gemiddelde cijfer van 1 tot 5 per maand.",
    month: "Maand",
    mean: "Gemiddelde",
    give: "Geef het cijfer van deze maand",
    given: (n: number) => `Mijn cijfer van deze maand: ${n}`,
    lines: "Wat leden erbij schreven, zonder naam",
    fewMonths: (n: number) =>
      n === 1 ? "Van 1 maand zijn er te weinig antwoorden." : `Van ${n} maanden zijn er te weinig antwoorden.`,
    pulseTitle: (month: string) => `Hoe gaat het in ${month}?`,
    pulseSave: "Bewaar mijn cijfer",
    pulseAgain: "Binnen de maand kan het antwoord nog veranderen.",
    pulseFields: {
      score: {
        label: "Hoe gaat het in deze gemeenschap?",
        options: marks("slecht", "heel goed"),
      },
      line: {
        label: "Wat speelt er?",
        hint: "Wie de gemeenschap leidt en de coördinator lezen dit zonder naam, zodra er drie antwoorden zijn.",
      },
    },
    yields: "Leeropbrengsten per groep",
    yieldsLead: "Uit de borging van de opdrachten. Niveau van 1 tot 5, gemiddeld; vanaf drie opbrengsten.",
    noYields: "Er is nog geen leeropbrengst genoteerd.",
    group: "Groep",
    count: "Opbrengsten",
    before: "Voor",
    after: "Na",
    skills: "Vaardigheden",
    groups: {
      student: "Studenten",
      teacher: "Docenten",
      employee: "Medewerkers",
      field_expert: "Experts uit het werkveld",
      end_user: "Eindgebruikers",
    },
    few: "te weinig",
    assignments: "Afgeronde opdrachten",
    noAssignments: "Er is nog geen afgeronde opdracht die hier te lezen is.",
    criteria: (met: number, of: number) => `${met} van ${of} criteria gehaald`,
    evaluations: (n: number) => counted(n, "evaluatie", "evaluaties"),
    reflections: "Reflecties",
    reflectionsLead:
      "Een reflectie is alleen voor wie haar schrijft. Delen met de docenten van deze gemeenschap mag, en kan worden teruggedraaid.",
    reflectionsOwn: (n: number) =>
      n === 0 ? "Nog geen eigen reflecties." : counted(n, "eigen reflectie", "eigen reflecties"),
    toReflections: "Naar mijn reflecties",
    write: "Schrijf een reflectie",
    reflectionSave: "Bewaar alleen voor mij",
    share: "Deel met de docenten",
    unshare: "Niet meer delen",
    remove: "Gooi weg",
    shared: "Gedeeld met de docenten",
    own: "Alleen voor mij",
    fromOthers: "Gedeeld door anderen",
    noneShared: "Niemand deelde nog een reflectie.",
    noReflections: "Er staat nog geen reflectie.",
    reflectionFields: {
      text: {
        label: "Reflectie",
        hint: "Wat ging goed, wat was lastig, wat is de volgende stap?",
      },
    },
  },
  peers: {
    title: "Meekijken door collega’s van buiten",
    lead: "Een collega van een ander centrum kijkt mee en zegt wat opvalt. Wat de gemeenschap ermee doet, staat erbij.",
    none: "Er keek nog niemand van buiten mee.",
    all: (n: number) => (n === 0 ? "Naar meekijken" : `Alles lezen (${n})`),
    add: "Schrijf op wie er meekeek",
    save: "Bewaar",
    change: "Antwoord of pas aan",
    edit: "Meekijken: antwoord of aanpassen",
    saw: "Wat opviel",
    advice: "Advies",
    answer: "Wat wij ermee doen",
    open: "Nog niet ingevuld.",
    elsewhere: "Een andere plek",
    fields: {
      reviewer: { label: "Wie keek mee?" },
      centre: { label: "Van welk centrum?" },
      place: {
        label: "Welke school of welk bedrijf?",
        hint: "Alleen nodig bij een andere plek.",
      },
      seen_on: {
        label: "Op welke dag?",
        hint: "Vandaag of eerder.",
      },
      saw: {
        label: "Wat viel op?",
        hint: "Wat ging goed, en wat kan beter? Schrijf geen namen van studenten op.",
      },
      advice: { label: "Welk advies kregen wij?" },
      answer: {
        label: "Wat doen wij ermee?",
        hint: "Dit kan ook later.",
      },
    },
  },
  gains: {
    title: "Opbrengst volgens medewerkers",
    own: "Opbrengst voor mij",
    lead:
      "Medewerkers van bedrijven kijken aan het begin en aan het einde naar vier punten. Alleen " +
      "gemiddelden van 1 tot 5 zijn te zien, vanaf drie antwoorden.",
    none: "Er zijn nog geen drie antwoorden bij een moment. Dan is er nog niets te zien.",
    fill: "Vul mijn opbrengst in",
    save: "Bewaar mijn antwoord",
    done: "Het begin en het einde zijn allebei ingevuld.",
    doneOn: (moment: string, day: string) => `${moment}: ingevuld op ${day}`,
    answers: (n: number) => counted(n, "antwoord", "antwoorden"),
    point: "Punt",
    few: "te weinig antwoorden",
    moments: yieldMoments,
    points: {
      knowledge: "Kennis",
      network: "Netwerk",
      use: "Gebruik in het werk",
      teaching: "Kennis doorgeven",
    } satisfies Record<OutcomePoint, string>,
    fields: {
      moment: {
        label: "Welk moment?",
        options: yieldMoments,
      },
      knowledge: gain("Kennis", "Hoeveel weet ik van de onderwerpen van deze gemeenschap?"),
      network: gain("Netwerk", "Hoeveel mensen buiten mijn bedrijf kan ik om hulp vragen?"),
      use: gain("Gebruik in het werk", "Hoeveel gebruik ik in mijn eigen werk van wat ik hier leer?"),
      teaching: gain("Kennis doorgeven", "Hoeveel leer ik aan anderen: studenten of collega’s?"),
    },
  },
};
