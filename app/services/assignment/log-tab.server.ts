import type { ClockId } from "#app/domain/workflow/clocks.ts";
import { clockHides, logHides, logHidesActor, logMutes, may, namesStudents } from "#app/domain/workflow/visibility.ts";
import { eventsOf } from "#db/queries/workflow/events.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import type { OpenAssignment } from "./frame.server.ts";
import { tab } from "./tab.server.ts";

const hidesActorFrom = ({ move }: { move: string }, roles: ReadonlySet<string>) => {
  const part = logHidesActor[move];
  return part !== undefined && !may(part, roles);
};
/** `actor` null is the system, and empty somebody whose name this reader does not get. */
type LogEntry = {
  id: string;
  at: Date;
  actor: string | null;
  move: string;
  reason: string | null;
  comment: string;
  waiting: boolean;
};
export async function logLines(inside: Inside, open: OpenAssignment): Promise<LogEntry[]> {
  const rows = await eventsOf(inside.db, open.assignment.row.id);
  const own = (event: (typeof rows)[number]["event"]) => event.actorId !== null && event.actorId === inside.actor.id;
  const named = namesStudents(open.assignment.row.status, open.roles);
  const isVisible = (event: (typeof rows)[number]["event"]) => {
    const part = logHides[event.move] ?? clockHides[event.answers.clock as ClockId];
    return own(event) || ((!part || may(part, open.roles)) && (named || event.object !== "member"));
  };
  const hidesWords = (event: (typeof rows)[number]["event"]) => {
    const part = logMutes[event.move];
    return part !== undefined && !may(part, open.roles) && !own(event);
  };
  return rows
    .filter(({ event }) => isVisible(event))
    .reverse()
    .map(({ event, actor }) => ({
      id: event.id,
      at: event.at,
      actor: hidesActorFrom(event, open.roles) && !own(event) ? "" : actor,
      move: event.move,
      reason: hidesWords(event) ? null : event.reason,
      comment: hidesWords(event)
        ? ""
        : event.move === "reject"
          ? [event.comment, event.answers.referral_name, event.answers.referral].filter(Boolean).join(" ")
          : event.comment,
      waiting: event.answers.waiting_for !== undefined,
    }));
}
export const logTab = (ctx: Context, id: string) =>
  tab(ctx, id, "log", async (inside, open) => ({ lines: await logLines(inside, open) }));
