import { dueReminder, remindAgainAfter } from "#app/domain/rounds/reminders.ts";
import { choosingRounds, lockRound } from "#db/queries/rounds/lists.server.ts";
import { endOldImports } from "#db/queries/rounds/peer-wishes.server.ts";
import { roundById } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { makeMove, remind } from "./moves.server.ts";

const atOnce = 1000;
const importLasts = 86_400_000;
/**
 * One pass of the clock over rounds: closes those whose deadline has passed, reminds three days and one day before it,
 * empties lists that nobody said yes to. Each round in its own transaction; several servers may do this at once.
 * Answers how many rounds had something done. `ctx`: the reach of every centre.
 */
export async function runRoundClock(ctx: Context): Promise<number> {
  let done = 0;
  await inTransaction(ctx, ({ db, now }) => endOldImports(db, new Date(+now() - importLasts), now()));
  const failures: unknown[] = [];
  for (const { id, chooseBy } of await inTransaction(ctx, ({ db }) => choosingRounds(db, atOnce))) {
    const due = chooseBy !== null && (chooseBy <= ctx.now() || dueReminder(chooseBy, ctx.now()) !== null);
    if (due && (await ringClock(ctx, id).catch((error: unknown) => void failures.push(error)))) done++;
  }
  if (failures.length) throw failures[0];
  return done;
}
const ringClock = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside): Promise<boolean> => {
    const held = await lockRound(inside.db, id);
    const round = await roundById(inside.db, id);
    if (!round || held?.status !== "choosing" || !held.chooseBy) return false;
    const now = inside.now();
    if (held.chooseBy <= now) {
      await makeMove(inside, { ...round, ...held }, "close_choosing", { system: true });
      return true;
    }
    const moment = dueReminder(held.chooseBy, now);
    return (
      moment !== null &&
      (await remind(inside, { ...round, ...held }, new Date(Math.min(+moment, +now - remindAgainAfter)))) > 0
    );
  });
