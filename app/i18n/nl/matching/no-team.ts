import { counted } from "#app/i18n/counted.ts";

const chose = (n: number) =>
  n === 0
    ? "Niemand koos dit en kan meedoen"
    : counted(n, "student koos dit en kan meedoen", "studenten kozen dit en kunnen meedoen");
/** Holds the words of assignments that get no team in a proposal, and why. To teachers and coordinators. */
export const noTeam = {
  title: "Vraagstukken zonder team",
  decided: "Zo is besloten: dit vraagstuk loopt niet.",
  noGuide: "Er is geen begeleider vrij.",
  tooFew: (found: number, needed: number) =>
    `${chose(found)}; een team heeft minstens ${counted(needed, "lid", "leden")}.`,
  found: (able: number, fit: number) => `${chose(able)}; daarvan ${fit === 1 ? "past" : "passen"} er ${fit}.`,
  better: (able: number) => `${chose(able)}, maar het voorstel als geheel is zonder dit team beter of even goed.`,
  none: "geen",
  these: (titles: string) => `Zonder team: ${titles}.`,
};
