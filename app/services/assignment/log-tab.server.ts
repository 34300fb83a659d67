import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { isHalf, type Rule } from "#app/domain/workflow/machine.ts";
import { clockHides, knownTo, logHidesActor } from "#app/domain/workflow/log-readers.ts";
import { rowOf } from "#app/domain/workflow/processes.ts";
import { may, namesStudents } from "#app/domain/workflow/visibility.ts";
import { eventsOf, type Event } from "#db/queries/workflow/events.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { writtenIn, type Written } from "./entries.server.ts";
import type { OpenAssignment } from "./frame.server.ts";
import { reasonOf } from "./reason-of.ts";
import { tab } from "./tab.server.ts";

/**
 * `actor` null is the system, and empty somebody whose name this reader does not get. `written`: what was answered
 * beside the reason and the comment, as far as this reader may read it.
 */
type LogEntry = {
  id: string;
  at: Date;
  actor: string | null;
  move: string;
  reason: string | null;
  comment: string;
  waiting: boolean;
  written: Written | null;
};
/** What stands in the line itself, and so not once more in what it opens to. */
const inTheLine: readonly string[] = ["reason", "explanation", "comment"];

/** The lines of the log that this reader may see, newest first; at most `limit`. */
export async function logLines(inside: Inside, open: OpenAssignment, limit = Infinity): Promise<LogEntry[]> {
  const rows = (await eventsOf(inside.db, open.assignment.row.id))
    .filter(({ event }) => isLineShown(inside, open, event))
    .reverse()
    .slice(0, limit);
  const written = await writtenIn(inside, open, rows);
  return rows.map(({ event, actor }) => {
    const said = written.get(event.id);
    return {
      id: event.id,
      at: event.at,
      actor: hidesActor(inside, open, event) ? "" : actor,
      move: event.move,
      ...detailOf(event, said),
      waiting: isHalf(event),
      written: said ? withoutLine(said) : null,
    };
  });
}

const isOwn = (inside: Inside, { actorId }: Event) => actorId !== null && actorId === inside.actor.id;
function isLineShown(inside: Inside, open: OpenAssignment, event: Event): boolean {
  const part = knownTo(rowOf(event.object, event.move)) ?? clockHides[event.answers.clock as ClockId];
  const named = namesStudents(open.assignment.row.status, open.roles);
  return isOwn(inside, event) || ((!part || may(part, open.roles)) && (named || event.object !== "member"));
}
function hidesActor(inside: Inside, open: OpenAssignment, event: Event): boolean {
  const part = logHidesActor[event.move];
  return part !== undefined && !may(part, open.roles) && !isOwn(inside, event);
}

/** Why, as the line says it: what a form asked, only to who may read that; what the product itself gives, to everybody. */
function detailOf(event: Event, said: Written | undefined): Pick<LogEntry, "reason" | "comment"> {
  const asked = askedBy(rowOf(event.object, event.move));
  const reads = (field: string) => !(field in asked) || said?.answers[field] !== undefined;
  const { reason, comment } = reasonOf(event);
  return { reason: reads("reason") ? reason : null, comment: reads("explanation") ? comment : "" };
}
const askedBy = (rule: Rule<string, string> | undefined) => ({ ...rule?.fields, ...rule?.given });

function withoutLine(said: Written): Written | null {
  const answers = Object.fromEntries(Object.entries(said.answers).filter(([field]) => !inTheLine.includes(field)));
  return Object.keys(answers).length > 0 ? { ...said, answers } : null;
}

export const logTab = (ctx: Context, id: string) =>
  tab(ctx, id, "log", async (inside, open) => ({ lines: await logLines(inside, open) }));
