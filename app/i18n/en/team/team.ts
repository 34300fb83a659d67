import type { team as nl } from "#app/i18n/nl/team/team.ts";

export const team: typeof nl = {
  title: "Team",
  empty: "There is no team yet.",
  round: {
    title: (n: number) => (n === 1 ? "Round" : "Rounds"),
    choosing: (by: string) => `Students choose until ${by}.`,
    matching: "The centre is making the plan.",
    placed: (teams: number) =>
      teams === 0
        ? "The plan is out: no team was made for this one. The centre can still make a team, or put it in a next round."
        : teams === 1
          ? "The plan is out: there is a team."
          : `The plan is out: there are ${teams} teams.`,
  },
  name: "Name",
  role: "Role",
  side: "Side",
  status: "State",
  annexes: "Annexes",
  signed: "Signed",
  open: "To be signed",
  invite: "Invite somebody",
  minors: "There are minors in the team.",
  own: "Your annexes",
  annexTitle: "Annex",
  sign: "Sign",
  acts: "Actions",
  unnamed: "Name follows at the start",
  mendTrack: "change",
  noTrack: "Track not known",
  schoolApproved: "Under 16: approval recorded",
  schoolWaits: "Under 16: waits until the school records the approval",
  guardian: "Consent of parent or guardian",
  askGuardian: "Ask for consent",
};
