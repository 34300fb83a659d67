import { counted } from "#app/i18n/counted.ts";

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

/** Holds the words of a rule that holds a plan back, as a teacher would say it. */
export const rule = {
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
};

/** Says why somebody is not where they most wanted to be; `je` for the student. */
export const reason = {
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
};
