import { meanOf } from "#app/domain/community/figures.ts";
import { outcomeFields } from "#app/domain/community/forms.ts";
import { outcomeMoments, outcomePoints } from "#app/domain/community/words.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { waitTurn } from "#db/queries/alike.server.ts";
import { insertYield, ownYields, yieldMeans } from "#db/queries/community/peer-visits.server.ts";
import { communityFor, frameOf, homeOf } from "./communities.server.ts";
import { answersOf } from "./answers.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/** Tabulates what employees say it brings: one line a point, one mean a moment; a mean of too few is not told. */
export const outcomeTable = (means: Awaited<ReturnType<typeof yieldMeans>>) => ({
  answers: outcomeMoments.map((moment) => ({ moment, n: means.find((m) => m.moment === moment)?.n ?? 0 })),
  rows: outcomePoints.map((point, i) => ({
    point,
    means: outcomeMoments.map((moment) => {
      const found = means.find((m) => m.moment === moment && m.place === i + 1);
      return found ? meanOf(found.n, found.mean) : null;
    }),
  })),
});
/** Returns the moments that are still open to this employee. */
export const outcomesLeft = (own: readonly { moment: string }[]) =>
  outcomeMoments.filter((moment) => !own.some((o) => o.moment === moment));

async function communityOfEmployee(inside: Inside, id: string) {
  const open = await communityFor(inside, id);
  return open.standing.employee ? open : refuse("not_found");
}
/**
 * Returns the self-report of an employee who is a member: what is still open, and the means. Refuses `not_found` for
 * everybody else.
 */
export const outcomePage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfEmployee(inside, id);
    const own = await ownYields(inside.db, id, inside.actor.id);
    return {
      frame: frameOf(open),
      left: outcomesLeft(own),
      done: outcomeMoments.flatMap((moment) =>
        own.filter((o) => o.moment === moment).map(({ at, marks }) => ({ moment, at, marks })),
      ),
      table: outcomeTable(await yieldMeans(inside.db, id)),
      key: inside.newId(),
    };
  });
/** Saves four marks of 1-5 at the start or the end, once each. Refuses beside the moment when that was done. */
export const saveOutcome = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const open = await communityOfEmployee(inside, id);
    const answers = answersOf(outcomeFields, posted);
    await waitTurn(inside.db, `outcomes ${id} ${inside.actor.id}`);
    const moment = answers.moment;
    if (!outcomesLeft(await ownYields(inside.db, id, inside.actor.id)).includes(moment))
      refuseFields({ moment: { code: "not_an_option" } });
    await insertYield(inside.db, {
      id: inside.newId(),
      ...homeOf(open),
      personId: inside.actor.id,
      moment,
      marks: outcomePoints.map((p) => Number(answers[p])),
      at: inside.now(),
    });
  });
