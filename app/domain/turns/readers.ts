import type { AssignmentStatus } from "#app/domain/words.ts";
import { orders, type Due } from "./assignment.ts";
import { cutShort } from "#app/domain/assignment/ending.ts";
import { over } from "#app/domain/assignment/process.ts";
import { isOfEarlierTeam, isOver, mayNow, type Part } from "#app/domain/workflow/visibility.ts";

/**
 * Tells whether this reader may know that something is waited for: who is asked does, and whom it is about. Who is of a
 * team that left hears of nothing else but what they wait for themselves, who was not chosen of nothing at all.
 */
export const mayKnowDue = (
  { to, about, people, awaitedBy: waiting }: Due,
  person: string,
  roles: ReadonlySet<string>,
  status: AssignmentStatus,
): boolean =>
  people.includes(person) ||
  waiting?.includes(person) === true ||
  (!isOver(status, roles) && (to === undefined || (about !== undefined && about === person) || mayNow(to, roles)));

/**
 * Picks what leads the line of a reader, of what they may know is waited for: what is asked of them; else what they
 * wait for, the work before what brings it no further (`aside`). What somebody does for themself is nobody else's to
 * wait for.
 */
export function leading(dues: readonly Due[], person: string, roles: ReadonlySet<string>): Due | null {
  const own = dues.find(({ people }) => people.includes(person));
  if (own) return own;
  const waits = dues.filter(({ order }) => order < orders.own);
  const isTheirs = ({ aside }: Due) => !aside || aside.some((relation) => roles.has(relation));
  return waits.find(isTheirs) ?? waits[0] ?? null;
}
/** Tells what may still be asked in a status that not everybody knows of: a dispute until the end, money of work that was cut short. */
function hiddenAsksOf(status: AssignmentStatus): Part | null {
  if ((cutShort as readonly AssignmentStatus[]).includes(status)) return "payments";
  return (over as readonly AssignmentStatus[]).includes(status) ? null : "dispute";
}
/**
 * Tells whether this reader may hear that it is nobody's turn. Where something may be asked that they may not know of,
 * such as an answer in a dispute, nothing is said, for "nobody" would not be true.
 */
export function mayHearOfNobody(status: AssignmentStatus, roles: ReadonlySet<string>): boolean {
  const hidden = hiddenAsksOf(status);
  return !isOfEarlierTeam(roles) && (hidden === null || mayNow(hidden, roles));
}
