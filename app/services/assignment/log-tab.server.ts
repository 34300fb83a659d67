import { clockIds, type ClockId } from "#app/domain/workflow/clocks.ts";
import { isHalfConfirmed } from "#app/domain/workflow/machine.ts";
import { authorOf, mayKnow, type Author } from "#app/domain/log/readers.ts";
import { eventsOf } from "#db/queries/log/events.server.ts";
import { studentsEver } from "#db/queries/team/seats.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { writtenIn, type Written } from "./entries.server.ts";
import type { OpenAssignment } from "./frame.server.ts";
import { reasonOf } from "./reason-of.ts";
import { tab } from "./tab.server.ts";

/** `written`: what was answered beside the reason and the comment, as far as this reader may read it. */
type LogEntry = Author & {
  id: string;
  at: Date;
  move: string;
  reason: string | null;
  comment: string;
  waiting: boolean;
  /** The clock that a reminder, a signal or an end is about. */
  clock: ClockId | null;
  written: Written | null;
};
/** The line itself says this, so its details do not repeat it. */
const inTheLine: readonly string[] = ["reason", "explanation", "comment"];

/** Returns the lines of the log that this reader may see, newest first; at most `limit`. */
export async function logLines(inside: Inside, open: OpenAssignment, limit = Infinity): Promise<LogEntry[]> {
  const reader = { id: inside.actor.id, roles: open.roles, status: open.assignment.row.status };
  const rows = (await eventsOf(inside.db, open.assignment.row.id))
    .filter(({ event }) => mayKnow(event, reader))
    .reverse()
    .slice(0, limit);
  const students = await studentsEver(inside.db, open.assignment.row.id);
  const written = await writtenIn(inside, open, rows);
  return rows.map(({ event, actor }) => {
    const said = written.get(event.id);
    return {
      id: event.id,
      at: event.at,
      ...authorOf(event, actor, reader, students),
      move: event.move,
      ...reasonOf(event, said?.answers ?? {}),
      waiting: isHalfConfirmed(event),
      clock: clockIds.find((id) => id === event.answers.clock) ?? null,
      written: said ? withoutLine(said) : null,
    };
  });
}

function withoutLine(said: Written): Written | null {
  const answers = Object.fromEntries(Object.entries(said.answers).filter(([field]) => !inTheLine.includes(field)));
  return Object.keys(answers).length > 0 ? { ...said, answers } : null;
}

/** Returns the log of an assignment, as far as this person reads it. */
export const logTab = (ctx: Context, id: string) =>
  tab(ctx, id, "logboek", async (inside, open) => ({ lines: await logLines(inside, open) }));
