import type { ConsentStatus, ShowcaseStatus } from "#app/domain/words.ts";

/** Holds the words of pages about a result, a company, a school and a centre; what a maker and a guardian are asked. */
export const showcase = {
  results: {
    title: "Resultaten",
    lead:
      "Wat teams van studenten, docenten en medewerkers maakten, en wat er daardoor bij het bedrijf " +
      "veranderde. Het bedrijf en elke maker stemden ermee in.",
    theme: "Thema’s",
    all: "Alles",
    empty: "Hier staan nog geen resultaten.",
    emptyText: "Zodra een oplossing in gebruik is en iedereen ermee instemt, staat het verhaal hier.",
    askedFor: "Wat was de vraag?",
    made: "Wat is er gemaakt?",
    changed: "Wat is er veranderd?",
    facts: "In het kort",
    makers: "Gemaakt door",
    others: (n: number, named: boolean) =>
      named
        ? `en ${n === 1 ? "één maker" : `${n} makers`} zonder naam`
        : n === 1
          ? "Eén maker, zonder naam"
          : `${n} makers, zonder naam`,
    company: "Bedrijf",
    unnamed: "Een bedrijf dat niet genoemd wil worden",
    community: "Leergemeenschap",
    school: "School",
    centre: "Centrum",
    degree: "In gebruik",
    since: (day: string) => `sinds ${day}`,
    buildsOn: "Bouwt voort op",
    later: "Hierop bouwt voort",
    lineage: "Voortbouwen",
    more: "Meer resultaten van",
    door: "Speelt er bij u ook iets?",
    doorText:
      "Vertel in tien minuten wat er speelt. U hebt geen account nodig. Binnen vijf werkdagen weet u wat er met uw vraag gebeurt.",
    home: "In gebruik bij bedrijven",
    homeAll: "Bekijk alle resultaten",
    toAssignment: "Naar de opdracht",
  },
  showcase: {
    title: "Resultaat voor iedereen",
    none:
      "Is de oplossing in gebruik? Schrijf dan op wat de vraag was, wat er is gemaakt en wat er " +
      "veranderde. Het komt pas online als het bedrijf en elke maker ja zeggen.",
    status: {
      draft: "In de maak",
      asked: "Wacht op toestemming",
      shown: "Staat online",
      withdrawn: "Niet online",
    } satisfies Record<ShowcaseStatus, string>,
    company: (yes: boolean): string => (yes ? "Het bedrijf heeft ja gezegd." : "Het bedrijf heeft nog geen ja gezegd."),
    makers: (n: number, of: number) =>
      `${n} van ${of} makers zeiden ja. Wie nog niet antwoordde of nee zei, staat hier niet: niemand hoeft zich te verantwoorden.`,
    view: "Bekijk hoe het online staat",
    yours: "Uw eigen antwoord",
  },
  consent: {
    title: "Mag dit online?",
    lead:
      "Een team wil laten zien wat er is gemaakt. Dat kan alleen als elke maker ja zegt. Nee zeggen mag " +
      "altijd en heeft geen gevolgen voor studie of werk.",
    text: "Dit komt online te staan",
    answer: "Mijn antwoord",
    status: {
      asked: "Er is nog geen antwoord.",
      with_guardian: "De vraag ligt nu bij een ouder of verzorger.",
      given: "Het antwoord is: ja.",
      refused: "Het antwoord is: nee.",
      withdrawn: "De toestemming is ingetrokken.",
    } satisfies Record<ConsentStatus, string>,
    yes: "Ik zeg ja",
    no: "Liever niet",
    back: "Trek mijn toestemming in",
    backText: "Intrekken kan altijd. Het resultaat verdwijnt dan meteen van alle pagina’s.",
    minor:
      "Voor wie jonger is dan 18 antwoordt ook een ouder of verzorger. Die krijgt een mail met een link. Een achternaam komt niet online.",
    closed: "Er wordt nu niets gevraagd: de tekst wordt herschreven of is teruggetrokken.",
    waiting: "Toestemming om een resultaat te tonen",
    row: "Mag dit resultaat online?",
    naming: {
      full_name: "met hele naam",
      first_name: "met voornaam",
      unnamed: "zonder naam",
    },
  },
  guardian: {
    title: "Mag dit online?",
    lead: (student: string) =>
      `${student} werkte mee aan een opdracht. Het team wil laten zien wat er is gemaakt. U beslist mee, omdat ${student} nog geen 18 is.`,
    naming: {
      full_name: "De naam van uw kind staat erbij.",
      first_name: "Alleen de voornaam van uw kind staat erbij.",
      unnamed: "De naam van uw kind staat er niet bij.",
    },
    text: "Dit komt online te staan",
    after:
      "Er staat geen foto, e-mailadres of leeftijd bij. Uw kind kan de toestemming altijd intrekken. Nee " +
      "zeggen heeft geen gevolgen voor de studie.",
    yes: "Ik geef toestemming",
    no: "Ik geef geen toestemming",
    check: "Ik ben ouder of voogd en geef toestemming",
  },
};
