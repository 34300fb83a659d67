import type { ConsentStatus, ShowcaseStatus } from "#app/domain/words.ts";
import type { RequestKind } from "#app/domain/company/response-time.ts";

/** Pages about a result, a company, a school and a centre; what a maker and a guardian are asked. */
export const pages = {
  results: {
    title: "Resultaten",
    lead: "Wat teams van studenten, docenten en medewerkers maakten, en wat er daardoor bij het bedrijf veranderde. Het bedrijf en elke maker stemden ermee in.",
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
    toFile: "Naar het dossier",
  },
  company: {
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
      claim: (n: number) => `${n === 1 ? "1 claim" : `${n} claims`} van een team, tot het bedrijf koos of afwees`,
      change: (n: number) =>
        `${n === 1 ? "1 verzoek" : `${n} verzoeken`} om aanvulling, tot het bedrijf opnieuw indiende`,
      question: (n: number) => `${n === 1 ? "1 vraag" : `${n} vragen`} van een lezer, tot het antwoord`,
    } satisfies Record<RequestKind, (n: number) => string>,
    few: (least: number) => `Een reactietijd staat hier vanaf ${least} antwoorden in twaalf maanden.`,
    own: "Voor u en uw collega’s",
    ownText: "Dit zien alleen mensen van uw bedrijf.",
    people: "Mensen van uw bedrijf",
    edit: "Pas de gegevens van uw bedrijf aan",
    hidden: "Uw bedrijf wordt in het openbaar niet genoemd. Anderen vinden deze pagina niet.",
    unseen: "Deze pagina is nog niet openbaar. Dat wordt zij zodra een vraagstuk onder uw naam openstaat.",
    editable:
      "Wat u kunt aanpassen: de tekst over uw bedrijf, de website en of uw naam in het openbaar staat. Een vraagstuk past u aan op zijn eigen pagina, zolang het nog niet openstaat.",
    claims: (n: number) => (n === 1 ? "1 open claim" : `${n} open claims`),
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
        "Uw vraagstukken staan dan zonder naam in de lijst en deze pagina is alleen voor u en het centrum. Resultaten staan er zonder uw naam.",
      save: "Bewaar",
    },
  },
  school: {
    eyebrow: "School",
    communities: "Leergemeenschappen",
    programmes: "Opleidingen die meedoen",
    results: "Resultaten",
    working: "opdrachten in uitvoering",
    inUse: "oplossingen in gebruik",
    open: "open vraagstukken",
    openIn: (centre: string) => `Open vraagstukken bij ${centre}`,
    none: "Hier is nog niets te zien.",
    noResults: "Er is nog geen resultaat dat iedereen mag zien.",
    few: (least: number) => `minder dan ${least}`,
    figures: "Geteld zijn opdrachten die iedereen mocht vinden.",
  },
  centre: {
    results: "Resultaten",
    partners: "Partners",
    schools: "Scholen",
    companies: "Bedrijven met een vraagstuk of resultaat",
    follow: "Volg dit centrum",
    feeds: "Nieuwe vraagstukken van dit centrum in uw feedlezer:",
    themes: "Thema’s die nu open staan",
    communities: "Leergemeenschappen",
  },
  showcase: {
    title: "Resultaat voor iedereen",
    none: "Is de oplossing in gebruik? Schrijf dan op wat de vraag was, wat er is gemaakt en wat er veranderde. Het komt pas online als het bedrijf en elke maker ja zeggen.",
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
    lead: "Een team wil laten zien wat er is gemaakt. Dat kan alleen als elke maker ja zegt. Nee zeggen mag altijd en heeft geen gevolgen voor studie of werk.",
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
    naming: { full_name: "met hele naam", first_name: "met voornaam", unnamed: "zonder naam" },
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
      "Er staat geen foto, e-mailadres of leeftijd bij. Uw kind kan de toestemming altijd intrekken. Nee zeggen heeft geen gevolgen voor de studie.",
    yes: "Ik geef toestemming",
    no: "Ik geef geen toestemming",
    check: "Ik ben ouder of voogd en geef toestemming",
  },
};
