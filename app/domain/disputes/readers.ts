import { isBoardStep, ladder, type Rung } from "#app/domain/assignment/ladder.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { isHalfConfirmed, type Rule } from "#app/domain/workflow/machine.ts";
import { wasInSteeringGroup } from "#app/domain/workflow/steering-group.ts";
import type { Actor } from "#app/domain/workflow/policy.ts";
import { everyMove, rowOf } from "#app/domain/workflow/processes.ts";
import { may, mayNow } from "#app/domain/workflow/visibility.ts";

type Done = { object: string; move: string; answers: Answers; at: Date };
/** Describes one dispute as the log has it; `heard`: it came to lie with the steering group; `until`: null while it lasts. */
type Dispute<E extends Done> = { lines: readonly E[]; heard: boolean; until: Date | null };

const isOfDispute = ({ shows, sets }: Rule<string, string>) => shows?.in === "dispute" || sets?.disputed !== undefined;
/** The moves from which disputes are read: what is said in them, and what begins and ends them. */
export const disputeMoves: readonly string[] = [
  ...new Set(everyMove.flatMap(({ move, rule }) => (isOfDispute(rule) ? [move] : []))),
];
const bringsToBoard = ({ move, answers: { step } }: Done) =>
  move === "escalate_dispute" &&
  typeof step === "string" &&
  Object.hasOwn(ladder, step) &&
  isBoardStep(ladder[step as Rung].next);

/** Returns the disputes of one assignment, in the order in which they were reported, from its log, the oldest line first. */
export function disputesIn<E extends Done>(lines: readonly E[]): Dispute<E>[] {
  const found: { lines: E[]; heard: boolean; until: Date | null }[] = [];
  for (const line of lines) {
    const sets = rowOf(line.object, line.move)?.sets?.disputed;
    if (sets === true) found.push({ lines: [], heard: false, until: null });
    const now = found.at(-1);
    if (!now || now.until) continue;
    now.lines.push(line);
    now.heard ||= bringsToBoard(line);
    if (sets === false && !isHalfConfirmed(line)) now.until = line.at;
  }
  return found;
}
/** Names who sat in the steering group while it was asked to decide a dispute that is over. */
export const heardBy = <E extends Done>({ heard, until }: Dispute<E>, actor: Actor, centreId: string): boolean =>
  heard && until !== null && wasInSteeringGroup(actor, centreId, until);
/** Tells whether these relations read of disputes only what once lay with their steering group. */
export const readsHeardOnly = (roles: ReadonlySet<string>): boolean =>
  may("dispute", roles) && !mayNow("dispute", roles);
