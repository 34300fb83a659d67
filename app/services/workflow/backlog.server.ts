import { deadLetters, lettersThatWait } from "#db/queries/letters/letters.server.ts";
import { clocksThatWait, emptyBacklog, plansThatWait } from "#db/queries/workflow/backlog.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";

/**
 * Counts what the whole product has still to do, for whoever watches it: of each kind how many, and for how many
 * seconds the oldest is due. Numbers only.
 */
export async function backlog(
  outside: Pick<Context, "transact" | "now" | "newId">,
): Promise<Record<string, { count: number; oldest: number }>> {
  const systemContext = await systemContextEverywhere(outside);
  const now = systemContext.now();
  const found = await inTransaction(systemContext, async ({ db }) => ({
    "letters about assignments": await lettersThatWait(db, "outbox", now),
    "letters about accounts": await lettersThatWait(db, "account", now),
    "dead letters about assignments": await deadLetters(db, "outbox"),
    "dead letters about accounts": await deadLetters(db, "account"),
    clocks: await clocksThatWait(db, now),
    "plans of matching": await plansThatWait(db),
  }));
  const aged = ({ count, since }: typeof emptyBacklog = emptyBacklog) => ({
    count,
    oldest: since ? Math.max(0, (+now - +since) / 1000) : 0,
  });
  return Object.fromEntries(Object.entries(found).map(([what, waiting]) => [what, aged(waiting)]));
}
