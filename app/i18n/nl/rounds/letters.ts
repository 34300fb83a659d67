import type { RoundLetter } from "#app/domain/rounds/process.ts";

type RoundFacts = {
  round: string;
  centre: string;
  /** Names who opened the round; nothing when they are gone. */
  inviter: string;
  by: string;
  least: number;
  /**
   * Says how many choices still count, of somebody who chose and has too few left; null for anyone who did not choose.
   */
  left: number | null;
  assignment: string;
  priority: boolean;
};
type Said = { subject: string; lines: string[]; button: string };

/** Names who asks: somebody of the centre by name, else the centre. */
const asks = ({ inviter, centre }: Pick<RoundFacts, "inviter" | "centre">) =>
  inviter ? `${inviter} van ${centre}` : centre;

/** Tells what a list still says, of which fewer choices count than are asked. */
const countsNow = (left: number) =>
  left === 0
    ? "telt nu geen keuze meer"
    : left === 1
      ? "telt nu nog maar 1 keuze"
      : `tellen nu nog maar ${left} keuzes`;

/** People get these letters about a round. */
export const letters = {
  round_open: ({ round, by, least, priority, ...from }: RoundFacts): Said => ({
    subject: `Kies je opdrachten: ${round}`,
    lines: [
      `${asks(from)} nodigt je uit voor de ronde ‘${round}’. Je kunt nu opdrachten kiezen.`,
      ...(priority ? ["Je hebt voorrang uit een vorige ronde. Bij gelijke kansen ga jij voor."] : []),
      `Kies er minstens ${least} en zet ze op volgorde. Dat kan tot ${by}.`,
      "Je mag je lijst tot die tijd veranderen. Het maakt niet uit wie het eerst kiest.",
    ],
    button: "Kies je opdrachten",
  }),
  round_moved: ({ round, centre, by }: RoundFacts): Said => ({
    subject: `Nieuwe sluitingstijd: ${round}`,
    lines: [`De sluitingstijd van de ronde ‘${round}’ van ${centre} is verplaatst.`, `Je kunt kiezen tot ${by}.`],
    button: "Bekijk je lijst",
  }),
  round_reopened: ({ round, centre, by }: RoundFacts): Said => ({
    subject: `Je kunt weer kiezen: ${round}`,
    lines: [
      `Het kiezen in de ronde ‘${round}’ van ${centre} is opnieuw geopend. Je lijst staat er nog.`,
      `Je kunt hem veranderen tot ${by}.`,
    ],
    button: "Bekijk je lijst",
  }),
  round_reminder: ({ round, centre, by, least, left }: RoundFacts): Said => ({
    subject: `Herinnering: kies je opdrachten (${round})`,
    lines: [
      left === null
        ? `Je hebt nog niet gekozen in de ronde ‘${round}’ van ${centre}.`
        : `Van je lijst in de ronde ‘${round}’ van ${centre} ${countsNow(left)}.`,
      `Kies minstens ${least} opdrachten. Dat kan tot ${by}.`,
    ],
    button: "Kies je opdrachten",
  }),
  round_fewer: ({ round, centre, by, least, left }: RoundFacts): Said => ({
    subject: `Vul je keuzes aan: ${round}`,
    lines: [
      `Niet alles van je lijst in de ronde ‘${round}’ van ${centre} is nog te kiezen. Nu ${countsNow(left ?? 0)}.`,
      `Kies minstens ${least} opdrachten. Dat kan tot ${by}. Wat er nog staat, houdt zijn plek op je lijst.`,
    ],
    button: "Kies je opdrachten",
  }),
  round_cancelled: ({ round, centre }: RoundFacts): Said => ({
    subject: `Gaat niet door: ${round}`,
    lines: [
      `De ronde ‘${round}’ van ${centre} gaat niet door. Je hoeft niets te doen.`,
      "Heb je vragen? Stel ze aan je docent.",
    ],
    button: "Naar mijn werk",
  }),
  round_stars: ({ round, centre, assignment }: RoundFacts): Said => ({
    subject: `Kandidaten voor ${assignment}`,
    lines: [
      `Studenten hebben gekozen in de ronde ‘${round}’ van ${centre}.`,
      `U kunt nu zien wie ${assignment} koos, zonder namen. Geef sterren aan wie goed past. Het hoeft niet.`,
    ],
    button: "Bekijk de kandidaten",
  }),
  round_closed: ({ round }: RoundFacts): Said => ({
    subject: `Het kiezen is voorbij: ${round}`,
    lines: [`De studenten van de ronde ‘${round}’ hebben gekozen.`, "U kunt nu een indeling maken."],
    button: "Bekijk de ronde",
  }),
  round_sent_on: ({ round }: RoundFacts): Said => ({
    subject: `Je gaat met voorrang verder: ${round}`,
    lines: [
      `Je hebt geen plek meer in de ronde ‘${round}’. Je docent stuurt je door naar een volgende ronde.`,
      "Daar heb je voorrang: bij gelijke kansen ga jij voor.",
      "Je krijgt een mail zodra je kunt kiezen.",
    ],
    button: "Bekijk hoe het verdergaat",
  }),
  round_priority: ({ round, by, least, ...from }: RoundFacts): Said => ({
    subject: `Kies met voorrang: ${round}`,
    lines: [
      `${asks(from)} nodigt je uit voor de ronde ‘${round}’. Je hebt voorrang, omdat je in een vorige ronde geen plek had.`,
      "Bij gelijke kansen ga jij voor.",
      `Kies minstens ${least} opdrachten en zet ze op volgorde. Dat kan tot ${by}.`,
    ],
    button: "Kies je opdrachten",
  }),
  round_no_team: ({ round, centre, assignment }: RoundFacts): Said => ({
    subject: `Nog geen team voor ${assignment}`,
    lines: [
      `De studenten van de ronde ‘${round}’ zijn ingedeeld. Voor ${assignment} kwam er geen team.`,
      `Er is niets afgesloten. ${centre} kan uw vraagstuk in een volgende ronde zetten of zelf een team samenstellen.`,
      "U hoeft nu niets te doen. Zodra er een team is, krijgt u bericht.",
    ],
    button: "Bekijk hoe het ervoor staat",
  }),
  round_no_team_coach: ({ round, assignment }: RoundFacts): Said => ({
    subject: `Zonder team gebleven: ${round}`,
    lines: [
      `De indeling van de ronde ‘${round}’ is gepubliceerd. Zonder team bleef: ${assignment}.`,
      "De bedrijven weten het. Een volgende ronde of een team dat het centrum zelf samenstelt, kan alsnog uitkomst geven.",
    ],
    button: "Bekijk de indeling",
  }),
  foot: {
    student: (centre: string) => `Je krijgt deze mail omdat je meedoet aan een ronde van ${centre}.`,
    company: (centre: string) => `U krijgt deze mail omdat uw bedrijf een opdracht heeft bij ${centre}.`,
    coach: (centre: string) => `U krijgt deze mail omdat u teams begeleidt in een ronde van ${centre}.`,
    staff: (centre: string) => `U krijgt deze mail omdat u een ronde opende bij ${centre}.`,
  },
} satisfies Record<RoundLetter, (about: RoundFacts) => Said> & { foot: unknown };
