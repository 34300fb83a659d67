import type { team as nl } from "#app/i18n/nl/team/team.ts";

export const team: typeof nl = {
  title: "Team",
  empty: "There is no team yet.",
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
  acts: "Acts",
  unnamed: "Name follows at the start",
  schoolApproved: "Under 16: approval recorded",
  schoolWaits: "Under 16: waits until the school records the approval",
  guardian: "Consent of parent or guardian",
  askGuardian: "Ask for consent",
};
