import { assignmentMoves, type MendPage } from "#app/domain/assignment/process.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import type { ObjectName } from "#app/domain/workflow/processes.ts";
import type { TurnAct } from "#app/domain/workflow/turn-assignment.ts";
import type { TurnAsk } from "#app/domain/workflow/turn-asks.ts";
import type { Relation } from "#app/domain/words.ts";
import type { Words } from "#app/i18n/words.ts";
import { urls } from "#app/urls.ts";

/** A turn as `services/workflow/whose-turn` gives it: only what the screen needs of it. */
export type TurnShown = { who: readonly Relation[]; ask: TurnAsk; act: TurnAct; missing: Relation | null };

/** What is asked, in a few words; of who must find somebody: for which role. */
export const asks = ({ turns }: Pick<Words, "turns">, { ask, missing }: Pick<TurnShown, "ask" | "missing">): string =>
  ask === "appoint" && missing ? turns.appoint(turns.who[missing]) : turns.ask[ask];
/** Of whom it is asked. */
export const onWhom = ({ turns }: Pick<Words, "turns">, { who }: Pick<TurnShown, "who">): string =>
  turns.who[who[0] ?? "anyone"];

const pages: Record<MendPage | "seat", (id: string) => string> = {
  agreement: urls.agreement.agreement,
  team: urls.team.team,
  milestone: urls.work.progress,
  delivery: urls.delivery.delivery,
  edit: (id) => urls.intake.submitStep(id, "controle"),
  profile: () => urls.account.account,
  seat: urls.team.seat,
};
/** The page on which a part of the assignment is acted on. */
const places: Partial<Record<ObjectName, (id: string) => string>> = {
  agreement: urls.agreement.agreement,
  claim: urls.claims.claims,
  delivery: urls.delivery.delivery,
  milestone: urls.work.progress,
  member: urls.team.team,
  guardian_request: urls.team.team,
};
/** Where a page that mends, or one's own seat, is. */
export const pageOf = (id: string, page: MendPage | "seat"): string => pages[page](id);
/** The form of a move of the assignment; what asks nothing is a button on the page of the assignment. */
function formOf(id: string, move: string): string | null {
  const rule = (assignmentMoves as Record<string, Rule<string, string> | undefined>)[move];
  return rule?.fields || rule?.reasons ? urls.workflow.move(id, move) : null;
}
/** Where the reader does what is asked of them; null where that is on this assignment's page itself. */
export function turnHref(id: string, act: TurnAct): string | null {
  if ("page" in act) return act.page === "people" ? null : pageOf(id, act.page);
  if (act.object === "assignment") return formOf(id, act.move);
  if (act.object === "member" && act.move === "join") return urls.team.seat(id);
  return places[act.object]?.(id) ?? null;
}
