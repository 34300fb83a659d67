import {
  eventsOfAssignmentsAfter,
  eventsOfRoundsAfter,
  loggedAssignmentsAfter,
  loggedRoundsAfter,
  type Link,
} from "#db/queries/log/chains.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { hashOf } from "./record.server.ts";

type LogName = "assignment" | "round";
/**
 * Describes a link of a chain that is not as it was written: `content` when the event itself was changed, `order`
 * when the one before it is another than it was, `none` when a whole log is gone. `of` is the assignment or the
 * round.
 */
export type BrokenLink = { log: LogName; of: string; event: string | null; why: "content" | "order" | "none" };
/** `more` counts the broken links beyond those that are named. */
export type LogFound = { chains: number; events: number; broken: BrokenLink[]; more: number };
type Pace = { atOnce?: number; breath?: () => Promise<void>; going?: () => boolean };

/** So many broken links are named; the rest is counted. */
const mostNamed = 200;
const logs = [
  { log: "assignment", events: eventsOfAssignmentsAfter, subjects: loggedAssignmentsAfter },
  { log: "round", events: eventsOfRoundsAfter, subjects: loggedRoundsAfter },
] as const;

/**
 * Reads every log, of assignments and of rounds, link by link: whether each event still has the hash it was written
 * with, and the one before it (docs/domain.md 6.9). In transactions of `atOnce` rows each, so that nothing is held long
 * and nothing grows with the country; `breath` is waited for in between, and it stops when no longer `going`. With the
 * reach of the clock. That the last links of a log were cut off, no chain can tell.
 */
export async function verifyLog(
  ctx: Context,
  { atOnce = 250, breath = () => Promise.resolve(), going = () => true }: Pace = {},
): Promise<LogFound> {
  const found: LogFound = { chains: 0, events: 0, broken: [], more: 0 };
  const report = (link: BrokenLink) => (found.broken.length < mostNamed ? found.broken.push(link) : found.more++);
  for (const { log, events, subjects } of logs) {
    let last: Link | undefined;
    for (let whole = false; !whole && going(); await breath()) {
      const links = await inTransaction(ctx, ({ db }) => events(db, last, atOnce));
      for (const link of links) {
        const begins = link.of !== last?.of;
        const { of, id: event } = link;
        if (hashOf(link.content) !== link.hash) report({ log, of, event, why: "content" });
        if (link.previousHash !== (begins ? "" : last?.hash)) report({ log, of, event, why: "order" });
        if (begins) found.chains++;
        last = link;
      }
      found.events += links.length;
      whole = links.length < atOnce;
    }
    let after: string | undefined;
    for (let whole = false; !whole && going(); await breath()) {
      const some = await inTransaction(ctx, ({ db }) => subjects(db, after, atOnce));
      for (const { of, logged } of some) if (!logged) report({ log, of, event: null, why: "none" });
      after = some.at(-1)?.of;
      whole = some.length < atOnce;
    }
  }
  return found;
}
