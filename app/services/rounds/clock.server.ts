import { dueReminder, remindAgainAfter } from "#app/domain/rounds/reminders.ts";
import { choosingRounds, lockRound } from "#db/queries/rounds/lists.server.ts";
import { roundsOfLost } from "#db/queries/rounds/student-letters.server.ts";
import { endOldImports } from "#db/queries/rounds/peer-wishes.server.ts";
import { roundById } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { makeMove, remind, tellOfFewer } from "./moves.server.ts";

const atOnce = 1000;
const importLasts = 86_400_000;
/**
 * Makes one pass of the clock over rounds: closes those whose deadline has passed, reminds three days and one day
 * before it, tells who lost choices, empties lists that nobody said yes to. Each round in its own transaction;
 * several servers may do this at once. Answers how many rounds had something done. `ctx`: the reach of every centre.
 */
export async function runRoundClock(ctx: Context): Promise<number> {
  let done = 0;
  await inTransaction(ctx, ({ db, now }) => endOldImports(db, new Date(+now() - importLasts), now()));
  const failures: unknown[] = [];
  for (const { id, chooseBy, lost } of await inTransaction(ctx, choosingNow)) {
    const due = chooseBy !== null && (chooseBy <= ctx.now() || lost || dueReminder(chooseBy, ctx.now()) !== null);
    if (due && (await ringClock(ctx, id).catch((error: unknown) => void failures.push(error)))) done++;
  }
  if (failures.length) throw failures[0];
  return done;
}
/** Returns rounds in which students choose, and whether what somebody ranked left the offer (`lost`) and they were not told yet. */
async function choosingNow({ db, now }: Inside) {
  const found = await choosingRounds(db, atOnce);
  const ids = found.map(({ id }) => id);
  const lost = await roundsOfLost(db, ids, new Date(+now() - remindAgainAfter));
  return found.map((round) => ({ ...round, lost: lost.has(round.id) }));
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
    const notified = await tellOfFewer(inside, { ...round, ...held });
    const moment = dueReminder(held.chooseBy, now);
    if (moment === null) return notified > 0;
    const before = new Date(Math.min(+moment, +now - remindAgainAfter));
    return (await remind(inside, { ...round, ...held }, before)) + notified > 0;
  });
