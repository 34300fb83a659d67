import type { letters as nl } from "#app/i18n/nl/rounds/letters.ts";

const asks = ({ inviter, centre }: { inviter: string; centre: string }) =>
  inviter ? `${inviter} of ${centre}` : centre;

const countsNow = (left: number) =>
  left === 0 ? "no choice counts now" : left === 1 ? "only 1 choice counts now" : `only ${left} choices count now`;

export const letters: typeof nl = {
  round_open: ({ round, by, least, priority, ...from }) => ({
    subject: `Choose your assignments: ${round}`,
    lines: [
      `${asks(from)} invites you to the round ‘${round}’. You can choose assignments now.`,
      ...(priority ? ["You have priority from an earlier round. Where chances are equal, you go first."] : []),
      `Choose at least ${least} and put them in order. You can until ${by}.`,
      "You may change your list until then. It does not matter who chooses first.",
    ],
    button: "Choose your assignments",
  }),
  round_moved: ({ round, centre, by }) => ({
    subject: `New closing time: ${round}`,
    lines: [`The closing time of the round ‘${round}’ of ${centre} was moved.`, `You can choose until ${by}.`],
    button: "Look at your list",
  }),
  round_reopened: ({ round, centre, by }) => ({
    subject: `You can choose again: ${round}`,
    lines: [
      `Choosing in the round ‘${round}’ of ${centre} was opened again. Your list is still there.`,
      `You can change it until ${by}.`,
    ],
    button: "Look at your list",
  }),
  round_reminder: ({ round, centre, by, least, left }) => ({
    subject: `Reminder: choose your assignments (${round})`,
    lines: [
      left === null
        ? `You have not chosen yet in the round ‘${round}’ of ${centre}.`
        : `Of your list in the round ‘${round}’ of ${centre} ${countsNow(left)}.`,
      `Choose at least ${least} assignments. You can until ${by}.`,
    ],
    button: "Choose your assignments",
  }),
  round_fewer: ({ round, centre, by, least, left }) => ({
    subject: `Add to your choices: ${round}`,
    lines: [
      `Not everything on your list in the round ‘${round}’ of ${centre} can still be chosen: ${countsNow(left ?? 0)}.`,
      `Choose at least ${least} assignments. You can until ${by}. What is left keeps its place on your list.`,
    ],
    button: "Choose your assignments",
  }),
  round_cancelled: ({ round, centre }) => ({
    subject: `Does not take place: ${round}`,
    lines: [
      `The round ‘${round}’ of ${centre} does not take place. You need not do anything.`,
      "Do you have questions? Ask your teacher.",
    ],
    button: "To my work",
  }),
  round_stars: ({ round, centre, assignment }) => ({
    subject: `Candidates for ${assignment}`,
    lines: [
      `Students have chosen in the round ‘${round}’ of ${centre}.`,
      `You can now see who chose ${assignment}, without names. Give stars to who fits well. You need not.`,
    ],
    button: "Look at the candidates",
  }),
  round_closed: ({ round }) => ({
    subject: `Choosing is over: ${round}`,
    lines: [`The students of the round ‘${round}’ have chosen.`, "You can now make a plan of teams."],
    button: "Look at the round",
  }),
  round_sent_on: ({ round }) => ({
    subject: `You go on with priority: ${round}`,
    lines: [
      `You no longer have a place in the round ‘${round}’. Your teacher sends you on to a next round.`,
      "You have priority there: where chances are equal, you go first.",
      "You get a letter as soon as you can choose.",
    ],
    button: "See how it goes on",
  }),
  round_priority: ({ round, by, least, ...from }) => ({
    subject: `Choose with priority: ${round}`,
    lines: [
      `${asks(from)} invites you to the round ‘${round}’. You have priority, because you had no place in an earlier round.`,
      "Where chances are equal, you go first.",
      `Choose at least ${least} assignments and put them in order. You can until ${by}.`,
    ],
    button: "Choose your assignments",
  }),
  round_no_team: ({ round, centre, assignment }) => ({
    subject: `No team yet for ${assignment}`,
    lines: [
      `The students of the round ‘${round}’ have their places. No team was made for ${assignment}.`,
      `Nothing is closed. ${centre} can put your question in a next round, or make a team itself.`,
      "You need not do anything now. You will hear as soon as there is a team.",
    ],
    button: "See where it stands",
  }),
  round_no_team_coach: ({ round, assignment }) => ({
    subject: `Left without a team: ${round}`,
    lines: [
      `The plan of the round ‘${round}’ was published. Left without a team: ${assignment}.`,
      "The companies know. A next round, or a team that the centre makes itself, may still bring one.",
    ],
    button: "See the plan",
  }),
  foot: {
    student: (centre) => `You get this mail because you take part in a round of ${centre}.`,
    company: (centre) => `You get this mail because your company has an assignment at ${centre}.`,
    coach: (centre) => `You get this mail because you guide teams in a round of ${centre}.`,
    staff: (centre) => `You get this mail because you opened a round at ${centre}.`,
  },
};
