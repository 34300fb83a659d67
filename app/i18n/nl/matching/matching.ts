import type { PlanningGuard } from "#app/domain/rounds/process.ts";
import { counted } from "#app/i18n/counted.ts";
import { level } from "./level.ts";
import { noTeam } from "./no-team.ts";
/** Says how choices are called: "1e keuze". */
const place = (rank: number) => `${rank}e keuze`;
type Names = {
  student: string;
  other: string;
  title: string;
  skill: string;
  discipline: string;
  level: string;
  guide: string;
  students: string;
  count: number;
  team: number;
};

/** The workbench of a matching round: proposals, why, holds, publication. To teachers and coordinators; the result to students. */
export const matching = {
  title: "Indeling",
  eyebrow: "Matchen",
  lead: "Maak een voorstel, bekijk waarom iedereen zit waar die zit, en zet vast wat u anders wilt. Niets telt tot u publiceert.",
  preset: {
    default: "Iedereen een redelijke keuze",
    most_first: "Meeste eerste keuzes",
    fewest_low: "Zo min mogelijk lage keuzes",
    lowest_total: "Laagste totaal",
    all: "Alle vier, naast elkaar",
  },
  presetHint: {
    default:
      "Eerst zo veel mogelijk studenten een plek, dan niemand lager dan nodig, dan het laagste totaal, dan de beste teams.",
    most_first: "Zo veel mogelijk eerste keuzes, dan tweede, enzovoort. Enkelen kunnen laag uitkomen.",
    fewest_low: "Zo min mogelijk studenten op hun laagste keuzes.",
    lowest_total: "De gemiddelde keuze zo hoog mogelijk.",
    all: "Vier voorstellen om te vergelijken.",
  },
  ask: {
    label: "Hoe weegt u de keuzes?",
    what: "Wat betekenen deze wegingen?",
    button: "Maak een voorstel",
    again: "Maak een herindeling",
    againHint: "Studenten zijn gestopt of er is iets veranderd. Zo veel mogelijk studenten blijven waar ze zijn.",
  },
  kind: { plan: "voorstel", change: "na een wijziging", repair: "herindeling", what_if: "proef" },
  status: {
    waiting: "wacht op de rekenaar",
    running: "wordt berekend",
    done: "klaar",
    impossible: "niet mogelijk",
    stopped: "gestopt",
    broken: "mislukt",
  },
  number: (n: number) => `Voorstel ${n}`,
  runs: "Voorstellen",
  noRuns: "Nog geen voorstel",
  noRunsHint: "Hier komen de voorstellen, het nieuwste bovenaan.",
  notYet: "De studenten kiezen nog. Een voorstel kan als de keuzes gesloten zijn.",
  round: "Naar de ronde",
  columns: {
    run: "Voorstel",
    how: "Weging",
    state: "Stand",
    placed: "Geplaatst",
    first: "Eerste keus",
    topThree: "Bij eerste drie",
    worst: "Laagste keuze",
    total: "Som van de keuzes",
    proof: "Bewijs",
    student: "Student",
    discipline: "Richting",
    coach: "Begeleider",
    withoutTeam: "Zonder team",
    was: "Eerst",
    is: "Nu",
    choice: "Keuze",
    assignment: "Vraagstuk",
    teams: "Teams",
    desired: "Gewenste vaardigheden",
    wishes: "Wensen om samen te werken",
  },
  proven: "bewezen optimaal",
  notProven: "bijna optimaal",
  open: (level: string, value: number, bound: number) => `${level}: ${value}, hoogstens ${bound}`,
  counts: {
    students: "studenten",
    chosen: "hebben gekozen",
    seats: "plaatsen",
    assignments: "vraagstukken",
    coaches: "begeleiders",
  },
  old: "van vóór de laatste wijziging",
  published: "gepubliceerd",
  by: (name: string) => `gevraagd door ${name}`,
  busy: {
    title: "De indeling wordt berekend",
    text: "Dit duurt meestal een paar seconden. De pagina ververst zichzelf.",
    level: "Klaar:",
    stop: "Stop met rekenen",
    refresh: "Ververs",
  },
  level,
  stopped: "Deze berekening is gestopt.",
  broken: "De berekening is drie keer niet gelukt. Probeer het opnieuw; lukt het weer niet, meld het dan.",
  impossible: {
    title: "Zo kan het niet",
    text: "Deze regels kunnen niet samen. Laat er één los, dan kan het wel:",
    unpin: "Het minste dat los moet:",
  },
  sum: {
    title: "Hoe goed is dit voorstel?",
    placed: (n: number, of: number) => `${n} van ${of} studenten geplaatst`,
    first: (n: number, share: number) => `${n} hun eerste keuze (${share}%)`,
    top: (share: number) => `${share}% bij de eerste drie`,
    worst: (n: number) => (n > 0 ? `niemand lager dan de ${place(n)}` : "nog niemand geplaatst"),
    desired: (n: number, of: number) => `${n} van ${of} gewenste vaardigheden in huis`,
    wishes: (n: number, of: number) => `${n} van ${of} wensen om samen te werken`,
    blocking: (n: number) => `${n} keer zag een bedrijf liever een ander, die ook liever daar zat (ter informatie)`,
    profile: "Verdeling over de keuzes",
    profileText: (n: number) => `Hoeveel van ${counted(n, "student", "studenten")} welke keuze kregen`,
    seed: (n: number) => `Lotnummers getrokken met getal ${n}`,
  },
  place,
  rank: (rank: number | null) => (rank === null ? "niet geplaatst" : place(rank)),
  outside: "niet op de eigen lijst",
  difference: {
    title: "Wat verandert er?",
    since: (n: number) => `Vergeleken met voorstel ${n}`,
    nothing: "Niemand verhuist.",
    moves: (n: number) => counted(n, "student verhuist", "studenten verhuizen"),
    shuffles: (n: number) => counted(n, "student wisselt van team", "studenten wisselen van team"),
    guides: (n: number) => counted(n, "begeleider krijgt andere teams", "begeleiders krijgen andere teams"),
    placed: (n: number) => `${n > 0 ? "+" : ""}${n} geplaatst`,
    total: (n: number) => `totaal van de keuzes ${n > 0 ? "+" : ""}${n}`,
    first: (n: number) => `${n > 0 ? "+" : ""}${n} eerste keuzes`,
    nowhere: "nergens",
    students: "Studenten",
    coaches: "Begeleiders",
    spot: (title: string, team: number) => `${title}, team ${team}`,
    lost: "Niet meer",
    gained: "Nieuw",
    none: "–",
  },
  noTeam,
  teams: {
    title: "Teams",
    team: (n: number) => `Team ${n}`,
    guides: "Begeleiding",
    missing: "Gewenst, niet in huis",
    gaps: "Verplicht, ontbreekt",
    dayParts: "Samen vrij",
    none: "Geen gezamenlijk dagdeel",
    size: (min: number, max: number, teams: number) =>
      `${min === max ? counted(min, "lid", "leden") : `${min}–${max} leden`}, hoogstens ${counted(teams, "team", "teams")}`,
    wanted: (n: number) => `eerste keuze van ${counted(n, "student", "studenten")}`,
    notRunning: "Loopt niet",
    mix: (mbo: number, hbo: number) => `${mbo} mbo, ${hbo} hbo`,
    fixed: "aantal teams vastgezet",
    locked: "team vastgezet",
    pinned: "vastgezet",
    drag:
      "Een student verplaatsen? Open de naam en zet de student ergens vast. Met muis of vinger kunt u een " +
      "naam ook naar een ander team slepen; daarna vult u de reden in.",
    left: "gestopt",
  },
  unplaced: {
    title: "Niet geplaatst",
    because: {
      no_choice_open: "Geen van de keuzes staat voor deze student open.",
      no_seat: "Op alle keuzes zitten anderen.",
    },
    none: "Elke student heeft een plek.",
  },
  gone: (n: number) =>
    n === 1
      ? "1 student in dit voorstel is gestopt. Maak een herindeling."
      : `${n} studenten in dit voorstel zijn gestopt. Maak een herindeling.`,
  held: {
    title: "Vastgezet",
    none: "Nog niets vastgezet",
    noneHint: "Open een student of een vraagstuk in een voorstel om iets vast te zetten.",
    price: "Wat het kost",
    end: "Laat los",
    pin: (student: string, title: string, team: number | null) =>
      `${student} zit bij ${title}${team ? `, team ${team}` : ""}`,
    forbid: (student: string, title: string) => `${student} niet bij ${title}`,
    teams: (title: string, n: number) =>
      n === 0 ? `${title} loopt niet` : `${title} met ${counted(n, "team", "teams")}`,
    lock: (title: string, team: number, n: number) => `Team ${team} van ${title} blijft zo (${n} leden)`,
  },
  student: {
    list: "De eigen lijst",
    has: (title: string, rank: number) => `Zit bij ${title}: ${rank > 0 ? place(rank) : ""}`,
    nowhere: "Heeft geen plek.",
    why: "Waarom niet de eerste keuze?",
    soon: "De reden wordt uitgezocht. Ververs de pagina over een paar seconden.",
    decide: "Zet vast",
    button: "Zet vast en bereken wat het kost",
    fields: {
      kind: { label: "Wat wilt u?", options: { pin: "Hier plaatsen", forbid: "Hier niet plaatsen" } },
      choice: { label: "Vraagstuk" },
      team: { label: "Teamnummer", hint: "Alleen als er meer teams zijn." },
      why: { label: "Waarom", hint: "Voor collega's. Studenten zien dit niet." },
    },
    nothing: "Deze student gaf geen keuzes op.",
    skills: "Vaardigheden",
    hours: (n: number) => `${n} uur per week`,
    here: "Hier plaatsen",
    not: "Hier niet",
  },
  choice: {
    rules: "Wat dit vraagstuk vraagt",
    teamsTitle: "Hoeveel teams?",
    lockTitle: "Laat een team zoals het is",
    whatTitle: "Wat als …",
    whatHint: "Een proef: de ronde verandert niet.",
    button: "Zet vast en bereken wat het kost",
    lock: "Houd dit team zo",
    tryIt: "Probeer",
    fields: {
      teams: { label: "Aantal teams", hint: "0 betekent: loopt niet." },
      why: { label: "Waarom" },
      team: { label: "Teamnummer" },
      size_min: { label: "Minste leden" },
      size_max: { label: "Meeste leden" },
    },
    hints: "Niet geplaatste studenten die hier iets oplossen",
    required: "Verplicht",
    desired: "Gewenst",
    tried: (title: string, min: number, max: number, teams: number) =>
      `Proef: ${title} met ${min}–${max} leden en hoogstens ${counted(teams, "team", "teams")}`,
  },
  compare: {
    title: "Twee voorstellen naast elkaar",
    of: (n: number, all: number) => (all > 0 ? `${n} van ${all}` : "niets gevraagd"),
    pick: "Vergelijk",
    one: "Eerste",
    other: "Tweede",
    same: "Deze voorstellen plaatsen iedereen gelijk.",
  },
  publish: {
    title: "Publiceer de indeling",
    button: "Publiceer de indeling",
    link: "Publiceer …",
    what: "Dit gebeurt er",
    invited: (n: number) =>
      `${counted(n, "student krijgt", "studenten krijgen")} een plek in het team van het vraagstuk en een mail`,
    refused: (name: string, title: string) =>
      `${name} wees een plek bij ${title} in deze ronde af en wordt niet opnieuw gevraagd. Vragen kan nog op de pagina van het team.`,
    ended: (n: number) => `${counted(n, "plek vervalt", "plekken vervallen")}`,
    moved: (n: number) =>
      `${counted(n, "student heeft", "studenten hebben")} iets anders dan in de gepubliceerde indeling; ` +
      "alleen wie iets merkt krijgt een mail",
    coaches: "Begeleiders en bedrijven krijgen een mail.",
    own: "Een student ziet alleen de eigen uitslag en de reden daarvan.",
    old: "Dit voorstel is van vóór de laatste wijziging. Maak eerst een nieuw voorstel.",
    blockers: "Dit moet eerst:",
    no_team_yet: (title: string) => `${title}: er is nog geen team gekozen of de afspraken zijn nog niet begonnen.`,
    no_seats: (title: string, seats: number, needed: number) =>
      `${title}: er ${seats === 1 ? "is" : "zijn"} ${counted(seats, "plaats", "plaatsen")}, nodig ${needed}.`,
    gone: (title: string, why: string) => `${title}: ${why}. Maak een nieuw voorstel; daarin doet dit niet meer mee.`,
    done: "De indeling is gepubliceerd.",
    guards: {
      plan_current: "Dit voorstel is van vóór de laatste wijziging.",
      assignments_ready: "Een vraagstuk kan het team nog niet opnemen.",
      round_filled: "Er zijn nog geen studenten of vraagstukken in deze ronde.",
    } satisfies Record<PlanningGuard, string>,
  },
  export: {
    csv: "Download als CSV",
    xlsx: "Download als Excel",
    file: "indeling",
    columns: [
      "Student",
      "E-mail",
      "Nummer",
      "Opleiding",
      "Niveau",
      "Vraagstuk",
      "Bedrijf",
      "Team",
      "Keuze",
      "Begeleiding",
    ],
  },
  result: {
    title: "Jouw plek",
    soon: "De indeling is er nog niet. Je krijgt een mail zodra die er is.",
    at: (title: string) => `Je zit bij ${title}.`,
    rank: (rank: number) => `Dat is je ${place(rank)}.`,
    outside: "Dit vraagstuk stond niet op je lijst. Iedereen op jouw lijst zat vol.",
    gone: (titles: string, count: number) =>
      `${titles} ${count === 1 ? "deed" : "deden"} niet meer mee toen er werd ingedeeld. Je volgende keuzes telden daarom als hoger.`,
    none: "Je hebt nu geen plek. Je docent neemt contact met je op.",
    team: "Je team",
    guides: "Begeleiding",
    open: "Open je plek in het team",
    why: "Waarom niet je eerste keuze?",
    soonWhy: "De reden wordt nog uitgezocht. Kijk straks nog eens.",
    lottery: (n: number) => `Jouw lotnummer was ${n}.`,
    rules:
      "Hoe is er ingedeeld? Eerst kreeg zo veel mogelijk iedereen een plek. Daarna kwam niemand lager uit " +
      "dan nodig. Daarna telde de som van alle keuzes; wie voorrang had uit een vorige ronde ging daarbij " +
      "voor. Bij gelijke stand besliste het lot.",
  },
  byHand: {
    title: "Stel een team samen",
    link: "Stel een team samen",
    lead: "Kies studenten, bekijk wat het team nog mist, en nodig iedereen in één keer uit.",
    asks: "Gevraagd",
    size: (min: number, max: number, taken: number) =>
      `${min}–${max} studenten${taken ? `, er zijn er al ${taken}` : ""}`,
    search: "Zoek op naam of opleiding",
    who: "Wie doet mee?",
    nobody: "Geen studenten gevonden",
    interested: "toonde interesse",
    more: "Er zijn meer studenten. Zoek op naam of opleiding.",
    check: "Bekijk dit team",
    find: "Zoek",
    team: (n: number) => counted(n, "student gekozen", "studenten gekozen"),
    fine: "Dit team voldoet aan alle regels.",
    wrong: "Dit klopt nog niet",
    found: (n: number) => `Nu ${n}.`,
    allSkills: "Alle gevraagde vaardigheden zijn in huis.",
    suits: "Wie heeft wat ontbreekt?",
    mends: "Wie lost een regel op?",
    invite: (n: number) => (n === 1 ? "Nodig deze student uit" : `Nodig deze ${n} studenten uit`),
  },
  /** A rule that holds a plan back, as a teacher would say it. */
  rule: {
    one_place: (n: Names) => `${n.student} kan op één plek zitten.`,
    size_min: (n: Names) => `Een team van ${n.title} heeft minstens ${counted(n.count, "lid", "leden")}.`,
    size_max: (n: Names) => `Een team van ${n.title} heeft hoogstens ${counted(n.count, "lid", "leden")}.`,
    teams_max: (n: Names) => `${n.title} heeft hoogstens ${counted(n.count, "team", "teams")}.`,
    required_skill: (n: Names) => `Elk team van ${n.title} heeft iemand met ${n.skill}.`,
    discipline_min: (n: Names) => `Elk team van ${n.title} heeft minstens ${n.count || 1} van ${n.discipline}.`,
    discipline_max: (n: Names) => `Een team van ${n.title} heeft hoogstens ${n.count} van ${n.discipline}.`,
    mix: (n: Names) => `Elk team van ${n.title} heeft minstens ${n.count || 1} van het ${n.level}.`,
    guide_each: (n: Names) => `Elk team van ${n.title} heeft een begeleider.`,
    guide_teams: (n: Names) => `${n.guide} begeleidt hoogstens ${counted(n.count, "team", "teams")}.`,
    guide_students: (n: Names) => `${n.guide} begeleidt hoogstens ${counted(n.count, "student", "studenten")}.`,
    hours: (n: Names) => `${n.student} heeft te weinig uren voor ${n.title}.`,
    veto: (n: Names) => `Het bedrijf wil ${n.student} niet bij ${n.title}.`,
    forbid: (n: Names) => `${n.student} mag niet bij ${n.title}.`,
    apart: (n: Names) => `${n.student} en ${n.other} mogen niet in één team.`,
    together: (n: Names) => `${n.students} blijven samen.`,
    pin: (n: Names) => `${n.student} zit vast bij ${n.title}.`,
    teams_fixed: (n: Names) =>
      n.count === 0 ? `${n.title} loopt niet.` : `${n.title} heeft precies ${counted(n.count, "team", "teams")}.`,
    locked: (n: Names) => `Team ${n.team} van ${n.title} blijft zoals het is.`,
    team_cover: (n: Names) => n.title,
    team_order: (n: Names) => n.title,
    wish: (n: Names) => n.title,
    frozen: () => "Wat al vaststaat.",
  },
  /** Says why somebody is not where they most wanted to be; `je` for the student. */
  reason: {
    has_it: () => "Dit is de eerste keuze.",
    unknown: () => "Er is geen eerste keuze.",
    hours: (je: boolean, title: string) =>
      `${title} vraagt meer uren per week dan ${je ? "je hebt" : "deze student heeft"}.`,
    veto: (je: boolean, title: string) =>
      je
        ? `${title} kon niet: het bedrijf of de docent heeft dat zo bepaald.`
        : `Het bedrijf gaf een veto voor ${title}.`,
    forbid: (je: boolean, title: string) =>
      je ? `${title} kon niet: je docent heeft dat zo bepaald.` : `Een docent heeft ${title} uitgesloten.`,
    pinned_elsewhere: (je: boolean, title: string) =>
      `${je ? "Je docent heeft je" : "Een docent heeft deze student"} bij ${title} geplaatst.`,
    not_running: (_: boolean, title: string) => `${title} loopt niet.`,
    too_few: (_: boolean, title: string) => `${title} loopt niet: er waren te weinig studenten die pasten.`,
    closed: (_: boolean, title: string) => `${title} loopt niet: zo is besloten.`,
    no_guide: (_: boolean, title: string) => `${title} loopt niet: er was geen begeleider vrij.`,
    full: (je: boolean, title: string, seats: number) =>
      `${title} zit vol (${counted(seats, "plaats", "plaatsen")}). ` +
      `${je ? "Wie daar zit" : "Voor wie daar zit"} ` +
      `${je ? "zou er meer op achteruitgaan dan jij" : "kost verhuizen meer"}.`,
    reserved: (_: boolean, title: string, what: string) => `Bij ${title} was een plek nodig voor ${what}.`,
    lottery: (je: boolean, _: string, number: number) =>
      `Het was gelijk; het lot besliste. ${je ? "Jouw" : "Het"} lotnummer was ${number}.`,
    priority: (je: boolean, title: string) =>
      `${title}: iemand met voorrang uit een vorige ronde ging voor. ${je ? "Verder stonden jullie gelijk." : "Verder was het gelijk."}`,
    possible: (je: boolean, title: string) =>
      `${title} had gekund, maar dan waren anderen ${je ? "" : "in totaal "}slechter af.`,
    impossible: (_: boolean, title: string) => `${title} kan niet met de regels van deze ronde.`,
    price: (moves: string) => `Als het toch gebeurt: ${moves}.`,
    skill: (skill: string) => `iemand met ${skill}`,
    discipline: (name: string) => `iemand van ${name}`,
    level: (name: string) => `iemand van het ${name}`,
  },
};
