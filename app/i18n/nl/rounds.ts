import type { RoundCare, RoundGuard, RoundLetter, RoundMove } from "#app/domain/rounds/moves.ts";
import type { ReturnReason } from "#app/domain/rounds/priority.ts";
import type { FavourKind } from "#app/domain/rounds/favours.ts";
import type { BondKind, BondStatus, DayPart, Discipline, GuideKind, RoundStatus, StudyLevel } from "#app/domain/rounds/words.ts";
import type { FieldsWords } from "../field.ts";
import { sheet } from "./round-sheet.ts";

type Told = { round: string; centre: string; by: string; least: number; assignment: string; priority: boolean };
type Said = { subject: string; lines: string[]; button: string };
const n = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const students = (count: number) => n(count, "student", "studenten");

/** Rounds of matching, up to the moment that choosing is over. Students read "je", everybody else "u". */
export const rounds = {
  title: "Matchen", students, sheet,
  status: { draft: "In voorbereiding", choosing: "Studenten kiezen", matching: "Kiezen is voorbij", published: "Indeling bekend", cancelled: "Geannuleerd" } satisfies Record<RoundStatus, string>,
  level: { mbo: "mbo", hbo: "hbo" } satisfies Record<StudyLevel, string>,
  skillLevel: { "1": "beginner", "2": "met wat hulp", "3": "zelfstandig" } as Readonly<Record<string, string>>,
  discipline: {
    software: "Software", data: "Data en AI", networks: "Netwerken en beveiliging", media_design: "Media en ontwerp", communication: "Communicatie en marketing", electrical: "Elektrotechniek", mechanical: "Werktuigbouwkunde", mechatronics: "Mechatronica", process_chemistry: "Procestechniek en chemie",
    laboratory: "Laboratorium", construction: "Bouw en civiele techniek", water_environment: "Water en milieu", logistics: "Logistiek", business: "Bedrijfskunde en economie", health: "Zorg en gezondheid", social_work: "Sociaal werk", hospitality: "Gastvrijheid", agri_food: "Tuinbouw en voeding",
  } satisfies Record<Discipline, string>,
  dayPart: { mon_am: "maandagochtend", mon_pm: "maandagmiddag", tue_am: "dinsdagochtend", tue_pm: "dinsdagmiddag", wed_am: "woensdagochtend", wed_pm: "woensdagmiddag", thu_am: "donderdagochtend", thu_pm: "donderdagmiddag", fri_am: "vrijdagochtend", fri_pm: "vrijdagmiddag" } satisfies Record<DayPart, string>,
  guideKind: { coach: "Coach", business_developer: "Business developer", employee: "Medewerker van het bedrijf" } satisfies Record<GuideKind, string>,
  bond: { together: "moet samen met", apart: "mag niet samen met", wish: "wil graag samen met" } satisfies Record<BondKind, string>,
  bondStatus: { asked: "Wacht op u", approved: "Goedgekeurd", refused: "Afgewezen", withdrawn: "Ingetrokken" } satisfies Record<BondStatus, string>,
  move: { open_choosing: "Laat studenten kiezen", close_choosing: "Sluit het kiezen nu", move_deadline: "Verplaats de sluitingstijd", reopen_choosing: "Laat studenten opnieuw kiezen", cancel_round: "Annuleer deze ronde" } satisfies Record<RoundMove, string>,
  problem: {
    has_students: "Er doen nog geen studenten mee.", has_assignments: "Er zijn nog geen opdrachten.", enough_to_choose: "Er zijn minder opdrachten dan een student minstens moet kiezen.",
    enough_seats: "Er zijn minder plaatsen dan studenten.", has_guides: "Er is nog geen begeleider.", enough_guides: "De begeleiders kunnen minder teams aan dan er nodig zijn.",
  } satisfies Record<RoundGuard | RoundCare, string>,
  list: {
    open: "Open een ronde", lead: "In een ronde kiezen studenten uit opdrachten. Daarna verdeelt u ze over teams.", empty: "Er is nog geen ronde.", emptyText: "Open een ronde voor een blok. Kies daarna opdrachten, begeleiders en studenten.", start: "Start blok", chosen: (done: number, of: number) => `${done} van ${of} kozen`, assignments: (count: number) => n(count, "opdracht", "opdrachten"), link: "Matchen",
  },
  new: {
    title: "Open een ronde", button: "Open de ronde", lead: "Studenten zien hier nog niets van.",
    fields: {
      name: { label: "Naam", example: "Voorjaar, tweede jaar" }, block: { label: "Blok" }, programmes: { label: "Opleidingen" }, more_programmes: { label: "Andere opleidingen", hint: "Zet een komma tussen de namen." },
      least_choices: { label: "Hoeveel opdrachten kiest een student minstens?", hint: "Vijf is een goed aantal: dan past bijna iedereen." }, seed: { label: "Getal voor de loting", hint: "Bij gelijke kansen beslist de loting. Met dit getal kan iedereen haar narekenen. U hoeft het niet te veranderen." },
    } satisfies FieldsWords,
  },
  round: {
    next: { draft: "Volgende stap: laat de studenten kiezen.", choosing: (by: string) => `Studenten kiezen tot ${by}.`, matching: "Volgende stap: maak een indeling.", published: "De indeling is bekend.", cancelled: "Deze ronde gaat niet door." },
    plan: "Maak een indeling", result: "Bekijk de indeling", overview: "Overzicht", parts: "Onderdelen", short: "Let hierop", counts: "Stand", at: "Tot wanneer kunnen studenten kiezen?", atHint: "Dag en tijd in Nederland. Kort daarvoor krijgt wie niet koos vanzelf een herinnering.",
    fields: { choose_by: { label: "Sluitingstijd", hint: "Bijvoorbeeld 23-1-2026" } } satisfies FieldsWords,
    students: "studenten", chosen: "hebben gekozen", notYet: "kozen nog niet", seats: (count: number) => `plaatsen in ${n(count, "team", "teams")}`, guided: (needed: number) => `teams kan de begeleiding aan; nodig: minstens ${needed}`, unlimited: "geen grens", assignments: "Opdrachten", guides: "Begeleiders", people: "Studenten", wishes: "Wensen",
    remind: (count: number) => `Herinner ${students(count)}`, reminded: "Wie nog niet koos, krijgt een herinnering.", nobody: "Wie nog niet koos, kreeg vandaag al een bericht.", remindTitle: "Herinneringen", remindText: "Drie dagen en één dag voor de sluitingstijd gaat er vanzelf een herinnering naar wie nog niet koos. U kunt er zelf ook een sturen, hoogstens één keer per dag.", more: "Meer",
    closeText: "Daarna kan niemand zijn lijst nog veranderen. De bedrijven krijgen bericht.", cancelText: "De studenten krijgen bericht. Dit kunt u niet terugdraaien.", cancelDraft: "Dit kunt u niet terugdraaien.", bondsAsked: (count: number) => `${n(count, "wens wacht", "wensen wachten")} op u`, programmes: "Opleidingen", least: (count: number) => `Elke student kiest minstens ${n(count, "opdracht", "opdrachten")}.`,
  },
  assignments: {
    title: "Opdrachten", lead: "Waaruit studenten kiezen, en wat elk team nodig heeft.", add: "Voeg toe", addTitle: "Voeg een opdracht toe", search: "Zoek op titel", find: "Zoek", none: "Er is nog geen opdracht in deze ronde.", noneText: "Voeg hieronder opdrachten toe die nog een team kunnen krijgen.", nothing: "Er is niets om toe te voegen. Een opdracht moet nog plaats hebben voor een team: er zijn afspraken of er ligt een claim van een gemeenschap van dit centrum.", edit: "Wijzig", remove: "Haal uit de ronde",
    size: (min: number, max: number) => (min === max ? `${min} per team` : `${min} tot ${max} per team`), teams: (count: number) => n(count, "team", "teams"), hours: (count: number) => `${count} uur per week`, editTitle: "Wat deze opdracht vraagt", save: "Bewaar", skills: "Vaardigheden", skillsHint: "Nodig: elk team heeft iemand met deze vaardigheid. Gewenst: fijn, maar nooit ten koste van een keuze.", needed: (level: string) => `nodig: ${level}`, desired: (level: string) => `gewenst: ${level}`, not: "niet", later: "Dit kan niet meer worden veranderd.",
    fields: {
      size_min: { label: "Minste studenten in een team" }, size_max: { label: "Meeste studenten in een team" }, teams: { label: "Hoeveel teams naast elkaar, hoogstens" }, hours: { label: "Uren per week voor een student" }, mix_mbo: { label: "Minstens zoveel mbo-studenten in elk team" }, mix_hbo: { label: "Minstens zoveel hbo-studenten in elk team" },
      disciplines: { label: "Richting", hint: "Wat elk team aan richtingen nodig heeft. Hoogstens leeg: geen grens.", of: { discipline: { label: "Richting" }, min: { label: "Minstens" }, max: { label: "Hoogstens" } } }, guides: { label: "Wie mag begeleiden?", hint: "Niets aangevinkt: alle begeleiders van deze ronde." }, skills: { label: "Vaardigheden" },
    } satisfies FieldsWords,
  },
  skillField: { search: "Zoek een vaardigheid", button: "Zoek", found: (q: string) => `Gevonden bij ‘${q}’`, nothing: (q: string) => `Niets gevonden bij ‘${q}’. Probeer een ander woord.`, none: "Nog geen vaardigheden.", not: "niet" },
  guides: {
    title: "Begeleiders", lead: "Wie begeleidt, en hoeveel teams en studenten iemand aankan.", none: "Er is nog geen begeleider.", noneText: "Zonder begeleiders rekent het programma niet met begeleiding.", addTitle: "Voeg een begeleider toe", add: "Voeg toe", save: "Bewaar", edit: (name: string) => `Wijzig ${name}`, remove: "Haal uit de ronde", teams: (count: number) => `hoogstens ${n(count, "team", "teams")}`, students: (count: number) => `hoogstens ${students(count)}`, noLimit: "geen grens",
    fields: { person: { label: "Wie" }, kind: { label: "Als" }, teams: { label: "Hoogstens zoveel teams", hint: "Leeg: geen grens." }, students: { label: "Hoogstens zoveel studenten", hint: "Leeg: geen grens." } } satisfies FieldsWords,
  },
  people: {
    title: "Studenten", lead: "Wie meedoet, en wie al koos.", none: "Er doet nog niemand mee.", noneText: "Lees een lijst in of voeg een groep van het centrum toe.", noneFound: "Niemand gevonden.", search: "Zoek op naam, nummer of opleiding", find: "Zoek", all: "Iedereen", chosen: "Heeft gekozen", notYet: "Koos nog niet", import: "Lees een lijst in", waiting: (file: string) => `De lijst ${file} wacht op uw ja.`, look: "Bekijk de lijst", drop: "Haal uit de ronde", choices: (count: number) => n(count, "keuze", "keuzes"), invited: "uitgenodigd", addTitle: "Voeg een groep toe", add: "Voeg toe", community: (label: string, count: number) => `Gemeenschap ${label} (${students(count)})`, programme: (label: string, count: number) => `Opleiding ${label} (${students(count)})`, hours: (count: number) => `${count} uur`, who: "Student",
    addLead: "Wat u hier kiest, geldt voor de hele groep. Wie een leerweg heeft, krijgt het niveau dat daarbij hoort. Uren kan elke student zelf aanpassen.", number: "Nummer", programmeTitle: "Opleiding", discipline: "Richting en niveau", state: "Keuze", act: "Wijzigen",
    fields: { from: { label: "Groep" }, discipline: { label: "Richting" }, level: { label: "Niveau" }, hours: { label: "Uren per week" } } satisfies FieldsWords,
  },
  choose: {
    title: "Kies je opdrachten", closedTitle: "Je keuzes", lead: (least: number, by: string) => `Zet minstens ${n(least, "opdracht", "opdrachten")} op volgorde: 1 is je eerste keus. Je kunt je lijst veranderen tot ${by}.`, closed: "Het kiezen is voorbij. Je lijst staat vast.", cancelled: "Deze ronde gaat niet door.", saved: (when: string) => `Je lijst is bewaard. Je koos op ${when}.`, notYet: "Je hebt nog niet gekozen.", list: "Jouw lijst", choice: (place: number) => `Keuze ${place}`, none: "Geen keuze", up: (what: string) => `Zet ${what} hoger`, down: (what: string) => `Zet ${what} lager`, dragged: (what: string, place: string) => `${what} staat nu op plaats ${place}. Bewaar je lijst nog.`, upShort: "Hoger", downShort: "Lager", save: "Bewaar je lijst",
    assignments: "De opdrachten", asks: "Vraagt", needs: "Nodig", wished: "Fijn als je dit kunt", teamNeeds: "In elk team", read: "Lees het vraagstuk", knownToCentre: "bedrijf bekend bij het centrum", atLeast: (count: number, what: string) => `minstens ${count} ${what}`, self: "Over jou", selfText: "Hiermee maken we teams die samen alles kunnen. Docenten en de bedrijven op je lijst lezen dit; bedrijven zien je naam niet.", saveSelf: "Bewaar wat je over jezelf zegt",
    bonds: "Met wie wel, met wie niet?", bondsText: "Je kunt hoogstens drie medestudenten noemen. Je docent beslist erover. De ander ziet dit niet.", add: "Voeg toe", remove: "Haal weg", why: "Waarom", search: "Zoek een medestudent", find: "Zoek", many: (most: number) => `Dit zijn de eerste ${most} namen. Staat iemand er niet bij? Zoek dan.`, full: "Je hebt drie medestudenten genoemd.", alone: "Er is nog niemand om te noemen.",
    fields: { hours: { label: "Hoeveel uur per week heb je?" }, day_parts: { label: "Wanneer kun je?" }, skills: { label: "Wat kun je?" }, other: { label: "Medestudent" }, kind: { label: "Wat wil je?", options: { together: "Ik moet met deze student samen", apart: "Ik kan niet met deze student samen", wish: "Ik wil graag met deze student samen" } }, why: { label: "Waarom?", hint: "Alleen docenten lezen dit." } } satisfies FieldsWords,
    unknown: "Richting",
  },
  wishes: {
    title: "Wensen", lead: "Studenten noemen met wie ze wel of niet in een team willen. Het telt pas als u het goedkeurt.", none: "Er is nog geen wens.", noneText: "Studenten kunnen elkaar noemen zolang ze kiezen.", approve: "Keur goed", refuse: "Wijs af", reason: "Reden", saidWhy: "Zegt", verdict: "Uw reden", groups: "Groepen die samen blijven", group: (names: string, size: number) => `${names} (${n(size, "student", "studenten")})`, tooLarge: (most: number) => `Deze groep past in geen enkel team: het grootste team heeft ${most} plaatsen.`, clash: (names: string) => `${names} moeten samen én mogen niet samen. Wijs een van beide wensen af.`, change: "Verander uw besluit",
    fields: { verdict: { label: "Reden", hint: "Alleen docenten lezen dit." } } satisfies FieldsWords,
  },
  stars: {
    title: "Kandidaten", lead: "Deze studenten zetten uw opdracht op hun lijst. Namen ziet u pas als de teams bekend zijn; de volgorde is geloot.", rule: (most: number) => `Geef hoogstens ${n(most, "kandidaat", "kandidaten")} één tot drie sterren. Sterren wegen mee, maar gaan nooit voor op wat een student kiest. Kan iemand echt niet? Geef dan een veto met een reden.`, used: (used: number, most: number) => `${used} van ${most} kandidaten met sterren`, none: "Niemand zette deze opdracht op een lijst.", candidate: (number: number) => `Kandidaat ${number}`, save: "Bewaar", hours: (count: number) => `${count} uur per week`, noSkills: "geen vaardigheden genoemd", saved: "Uw sterren zijn bewaard.",
    kind: { none: "Geen oordeel", "1": "1 ster", "2": "2 sterren", "3": "3 sterren", veto: "Veto" } satisfies Record<FavourKind, string>, fields: { stars: { label: "Oordeel" }, why: { label: "Reden van het veto", hint: "Alleen nodig bij een veto. Docenten lezen dit." } } satisfies FieldsWords,
  },
  back: {
    title: "Verder met voorrang", lead: "Wie geen plek heeft, kan meedoen in een volgende ronde. Bij gelijke kansen gaat deze student daar voor.", link: "Stuur studenten met voorrang door", notYet: "Dit kan zodra de indeling is gepubliceerd.", none: "Niemand zit zonder plek", noneText: "Wie nog in een team zit, staat hier niet. Haal die student eerst uit het team.",
    because: { no_place: "kreeg geen plek", no_team: "de plek of het team is er niet meer", stopped: "is uit de ronde gehaald" } satisfies Record<ReturnReason, string>, next: "De volgende ronde, als die er is", round: (name: string, day: string) => `${name} (start ${day})`, button: "Stuur met voorrang door",
    after: "De student krijgt een mail, doet niet meer mee in deze ronde en kiest opnieuw.", sent: "Doorgestuurd", to: (name: string) => `doet mee in ${name}`, waits: "wacht op de volgende ronde", takeBack: "Haal terug",
    waiting: (count: number) => `${n(count, "student wacht", "studenten wachten")} met voorrang op een volgende ronde.`, takeIn: "Neem op in deze ronde", mark: "voorrang", has: "heeft voorrang uit een vorige ronde", count: (count: number) => `${n(count, "student heeft", "studenten hebben")} voorrang uit een vorige ronde`,
    own: (round: string | null) => `Je hebt voorrang, omdat je in ${round ? `de ronde ‘${round}’` : "een vorige ronde"} geen plek had. Bij gelijke kansen ga jij voor.`, had: "Je had voorrang uit een vorige ronde. Bij gelijke kansen ging jij voor.",
    ownSent: (round: string | null) => (round ? `Je docent heeft je met voorrang doorgestuurd naar de ronde ‘${round}’. Bij gelijke kansen ga jij daar voor.` : "Je docent stuurt je met voorrang door naar de volgende ronde. Je krijgt een mail zodra je kunt kiezen."), choose: "Kies je opdrachten",
    fields: { student: { label: "Wie stuurt u door?" }, to: { label: "Naar welke ronde?" } } satisfies FieldsWords,
  },
  mine: { choose: "Kies je opdrachten", chooseRow: (by: string) => `Kiezen kan tot ${by}`, chosen: "Je hebt gekozen", toDo: "Nog te doen", stars: "Kandidaten voor uw opdrachten", rounds: "Rondes van matchen" },
  letters: {
    round_open: ({ round, by, least, priority }: Told): Said => ({ subject: `Kies je opdrachten: ${round}`, lines: ["Je kunt nu opdrachten kiezen.", ...(priority ? ["Je hebt voorrang uit een vorige ronde. Bij gelijke kansen ga jij voor."] : []), `Kies er minstens ${least} en zet ze op volgorde. Dat kan tot ${by}.`, "Je mag je lijst tot die tijd veranderen. Het maakt niet uit wie het eerst kiest."], button: "Kies je opdrachten" }),
    round_moved: ({ round, by }: Told): Said => ({ subject: `Nieuwe sluitingstijd: ${round}`, lines: ["De sluitingstijd is verplaatst.", `Je kunt kiezen tot ${by}.`], button: "Bekijk je lijst" }),
    round_reopened: ({ round, by }: Told): Said => ({ subject: `Je kunt weer kiezen: ${round}`, lines: ["Het kiezen is opnieuw geopend. Je lijst staat er nog.", `Je kunt hem veranderen tot ${by}.`], button: "Bekijk je lijst" }),
    round_reminder: ({ round, by, least }: Told): Said => ({ subject: `Herinnering: kies je opdrachten (${round})`, lines: ["Je hebt nog niet gekozen.", `Kies minstens ${least} opdrachten. Dat kan tot ${by}.`], button: "Kies je opdrachten" }),
    round_cancelled: ({ round }: Told): Said => ({ subject: `Gaat niet door: ${round}`, lines: [`De ronde ‘${round}’ gaat niet door. Je hoeft niets te doen.`, "Heb je vragen? Stel ze aan je docent."], button: "Naar mijn werk" }),
    round_stars: ({ round, assignment }: Told): Said => ({ subject: `Kandidaten voor ${assignment}`, lines: [`Studenten hebben gekozen in de ronde ‘${round}’.`, `U kunt nu zien wie ‘${assignment}’ koos, zonder namen. Geef sterren aan wie goed past. Het hoeft niet.`], button: "Bekijk de kandidaten" }),
    round_closed: ({ round }: Told): Said => ({ subject: `Het kiezen is voorbij: ${round}`, lines: ["De studenten hebben gekozen.", "U kunt nu een indeling maken."], button: "Bekijk de ronde" }),
    round_sent_on: ({ round }: Told): Said => ({ subject: "Je gaat met voorrang verder", lines: [`Je hebt geen plek meer in de ronde ‘${round}’. Je docent stuurt je door naar een volgende ronde.`, "Daar heb je voorrang: bij gelijke kansen ga jij voor.", "Je krijgt een mail zodra je kunt kiezen."], button: "Bekijk hoe het verdergaat" }),
    round_priority: ({ round, by, least }: Told): Said => ({ subject: `Kies met voorrang: ${round}`, lines: [`Je doet nu mee in de ronde ‘${round}’. Je hebt voorrang, omdat je in een vorige ronde geen plek had.`, "Bij gelijke kansen ga jij voor.", `Kies minstens ${least} opdrachten en zet ze op volgorde. Dat kan tot ${by}.`], button: "Kies je opdrachten" }),
    foot: { student: (centre: string) => `Je krijgt deze mail omdat je meedoet aan een ronde van ${centre}.`, company: (centre: string) => `U krijgt deze mail omdat uw bedrijf een opdracht heeft bij ${centre}.`, staff: (centre: string) => `U krijgt deze mail omdat u een ronde opende bij ${centre}.` },
  } satisfies Record<RoundLetter, (about: Told) => Said> & { foot: unknown },
};
