import { assignmentMoves, type RemedyPage } from "#app/domain/assignment/process.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { TurnAct } from "#app/domain/turns/assignment.ts";
import { urls } from "#app/urls.ts";

/** Tells where each act is done: the turn line, the doors of the overview and the letters lead to the same place. */

const pages: Record<RemedyPage | "seat", (id: string) => string> = {
  agreement: urls.agreement.agreement,
  team: urls.team.team,
  milestone: urls.work.progress,
  flag: (id) => `${urls.work.progress(id)}#belemmeringen`,
  delivery: urls.delivery.delivery,
  edit: (id) => urls.intake.submitStep(id, "controle"),
  profile: () => urls.account.account,
  seat: urls.team.seat,
};
/** Holds the page on which each part of an assignment is acted on: a part without a place does not compile. */
const places: Record<Exclude<ObjectName, "assignment">, (id: string) => string> = {
  agreement: urls.agreement.agreement,
  claim: urls.claims.claims,
  delivery: urls.delivery.delivery,
  milestone: urls.work.progress,
  flag: (id) => `${urls.work.progress(id)}#belemmeringen`,
  member: urls.team.team,
  guardian_request: urls.team.team,
  interest: urls.market.interest,
  guarantee_case: (id) => `${urls.delivery.delivery(id)}#beroepen`,
  showcase: (id) => `${urls.aftercare.implementation(id)}#etalage`,
  showcase_consent: urls.showcase.consent,
};
/** Tells where a page that resolves a guard, or one's own seat, is. */
export const pageOf = (id: string, page: RemedyPage | "seat"): string => pages[page](id);
/** Returns the form of a move of the assignment; what asks nothing is a button on the page of the assignment. */
function formOf(id: string, move: string): string | null {
  const rule = (assignmentMoves as Record<string, Rule<string, string> | undefined>)[move];
  return rule?.fields || rule?.reasons ? urls.workflow.move(id, move) : null;
}
/** Tells where the reader does what is asked of them; null where that is on this assignment's page itself. */
export function turnHref(id: string, act: TurnAct): string | null {
  if ("page" in act) return act.page === "people" ? null : pageOf(id, act.page);
  if (act.object === "assignment") return formOf(id, act.move);
  if (act.object === "member" && act.move === "join") return urls.team.seat(id);
  return places[act.object](id);
}
