import { dailyBytes, type BudgetOf } from "#app/domain/files/stored-file.ts";
import { countBytes, forgetBudgets, uncountBytes } from "#db/queries/files/budgets.server.ts";
import { noReach, type Context } from "#app/services/context.ts";

const day = 86_400;
type Sending = Pick<Context, "transact" | "now" | "actor">;
/** Names them in this order everywhere, so that nobody waits for each other in a ring. */
const subjects = (personId: string, centreId: string): [BudgetOf, string][] => [
  ["person", `person ${personId}`],
  ["centre", `centre ${centreId}`],
];
class Spent extends Error {
  constructor(readonly of: BudgetOf) {
    super(of);
  }
}

/**
 * Counts bytes that somebody is about to send to a centre, before the first of them is read: what is refused later was
 * read as well. Answers whose budget does not hold them, and then counts nothing; null when both do (docs/trust.md 3.5).
 */
export async function takeBytes(ctx: Sending, centreId: string, bytes: number): Promise<BudgetOf | null> {
  const now = ctx.now();
  try {
    await ctx.transact(noReach, async (db) => {
      for (const [of, subject] of subjects(ctx.actor.id, centreId))
        if ((await countBytes(db, { subject, bytes, perSecond: dailyBytes[of] / day, now })) > dailyBytes[of])
          throw new Spent(of);
    });
    return null;
  } catch (error) {
    if (error instanceof Spent) return error.of;
    throw error;
  }
}
/** Gives back what was counted and did not come. */
export async function giveBackBytes(ctx: Sending, centreId: string, bytes: number): Promise<void> {
  if (bytes <= 0) return;
  await ctx.transact(noReach, async (db) => {
    for (const [, subject] of subjects(ctx.actor.id, centreId)) await uncountBytes(db, subject, bytes);
  });
}
/** Forgets who sent nothing for a day: nothing of it counts any more. */
export const sweepBudgets = (ctx: Pick<Context, "transact" | "now">) =>
  ctx.transact(noReach, (db) => forgetBudgets(db, new Date(+ctx.now() - day * 1000)));
