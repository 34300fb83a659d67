import type { Due } from "./assignment.ts";
import { isOfEarlierTeam, mayNow } from "#app/domain/workflow/visibility.ts";

/**
 * Whether this reader may know that something is waited for: who is asked does, and whom it is about. Who is of a team that left
 * hears of nothing else but what they wait for themselves.
 */
export const mayKnowDue = (
  { to, about, people, awaitedBy: waiting }: Due,
  person: string,
  roles: ReadonlySet<string>,
): boolean =>
  people.includes(person) ||
  waiting?.includes(person) === true ||
  (!isOfEarlierTeam(roles) && (to === undefined || (about !== undefined && about === person) || mayNow(to, roles)));
