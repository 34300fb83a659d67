import { refuse } from "#app/domain/refusal.ts";
import { earlier, giveBack, isFirst, keepAnswer } from "#db/queries/workflow/submissions.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "./context.ts";

/**
 * One form, one effect (docs/trust.md 4.1): the first use of a key runs `work` and keeps the address it answers; the
 * same form again gets that address. Refuses `malformed` without a key, and `key_reused` when the key comes with
 * another content or another person. A refusal rolls back and keeps no key.
 */
export const idempotent = (
  ctx: Context,
  key: string,
  fingerprint: string,
  work: (ctx: Inside) => Promise<string>,
): Promise<string> => {
  if (key === "") refuse("malformed");
  return inTransaction(ctx, async (inside) => {
    const submission = { key, personId: inside.actor.id, fingerprint };
    if (!(await isFirst(inside.db, submission, inside.now()))) {
      const first = await earlier(inside.db, key);
      return first?.personId === submission.personId && first.fingerprint === fingerprint && first.answer !== null
        ? first.answer
        : refuse("key_reused");
    }
    const answer = await work(inside);
    await keepAnswer(inside.db, key, answer);
    return answer;
  });
};

/**
 * A form's key before the rest of the form is known: refuses `malformed` without one, and `key_reused` when it is
 * another person's.
 */
export async function requireOwnKey(ctx: Context, key: string): Promise<void> {
  if (key === "") refuse("malformed");
  const first = await ctx.transact(noReach, (db) => earlier(db, key));
  if (first && first.personId !== ctx.actor.id) refuse("key_reused");
}

/** How long a twin waits for the first answer: longer, and the first is taken to have died. */
const patience = { tries: 50, each: 100 };
/**
 * The same promise for work that has transactions of its own (a one-time link, a registration, a password): the key is
 * taken first and given back when the work is refused. The link or the password in it may be spent by then; the same
 * form again still gets the first answer. Nobody's name is kept: such a form may log its sender in.
 */
export async function idempotentOutsideTransaction(
  ctx: Context,
  key: string,
  fingerprint: string,
  work: () => Promise<string>,
): Promise<string> {
  if (key === "") refuse("malformed");
  const submission = { key, personId: "", fingerprint };
  for (let tries = 0; !(await ctx.transact(noReach, (db) => isFirst(db, submission, ctx.now()))); tries++) {
    const first = await ctx.transact(noReach, (db) => earlier(db, key));
    if (first && (first.personId !== "" || first.fingerprint !== fingerprint)) refuse("key_reused");
    if (first?.answer) return first.answer;
    if (tries === patience.tries) break;
    await new Promise((resolve) => setTimeout(resolve, patience.each));
  }
  try {
    const answer = await work();
    await ctx.transact(noReach, (db) => keepAnswer(db, key, answer));
    return answer;
  } catch (error) {
    await ctx.transact(noReach, (db) => giveBack(db, key));
    throw error;
  }
}
