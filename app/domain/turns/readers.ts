import type { AssignmentStatus } from "#app/domain/words.ts";
import type { Due } from "./assignment.ts";
import { over } from "#app/domain/assignment/process.ts";
import { isOfEarlierTeam, isOver, mayNow } from "#app/domain/workflow/visibility.ts";

/**
 * Whether this reader may know that something is waited for: who is asked does, and whom it is about. Who is of a team that left
 * hears of nothing else but what they wait for themselves, who was not chosen of nothing at all.
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
 * Whether this reader may hear that it is nobody's turn. Before the end something may be asked that they may not know of, such as
 * an answer in a dispute: then nothing is said, for "nobody" would not be true.
 */
export const mayHearOfNobody = (status: AssignmentStatus, roles: ReadonlySet<string>): boolean =>
  !isOfEarlierTeam(roles) && (mayNow("dispute", roles) || (over as readonly AssignmentStatus[]).includes(status));
