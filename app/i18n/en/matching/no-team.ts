import { counted } from "#app/i18n/counted.ts";
import type { noTeam as nl } from "#app/i18n/nl/matching/no-team.ts";

const chose = (n: number) =>
  n === 0
    ? "Nobody chose this and can take part"
    : counted(n, "student chose this and can take part", "students chose this and can take part");
export const noTeam: typeof nl = {
  title: "Questions without a team",
  decided: "It was decided so: this question does not run.",
  noGuide: "No coach has time left.",
  tooFew: (found, needed) => `${chose(found)}; a team has at least ${counted(needed, "member", "members")}.`,
  found: (able, fit) => `${chose(able)}; ${fit} of them ${fit === 1 ? "fits" : "fit"}.`,
  better: (able) => `${chose(able)}, but the proposal as a whole is better or as good without this team.`,
  none: "none",
  these: (titles) => `Without a team: ${titles}.`,
};
