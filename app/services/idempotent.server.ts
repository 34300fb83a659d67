import { refuse } from "#app/domain/refusal.ts";
import { formOfKey, giveBack, isFirst, keepAnswer } from "#db/queries/submissions.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "./context.ts";

/**
 * Gives one form one effect (docs/trust.md 4.1): the first use of a key runs `work` and keeps the address it answers;
 * the same form again gets that address. Refuses `malformed` without a key, and `key_reused` when the key comes with
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
      const first = await formOfKey(inside.db, key);
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
 * Requires a form's key before the rest of the form is known: refuses `malformed` without one, and `key_reused` when
 * it is another person's.
 */
export async function requireOwnKey(ctx: Context, key: string): Promise<void> {
  if (key === "") refuse("malformed");
  const first = await ctx.transact(noReach, (db) => formOfKey(db, key));
  if (first && first.personId !== ctx.actor.id) refuse("key_reused");
}

/**
 * Is counted in milliseconds. `maxWait`: so long a twin waits for the first answer, longer than any work takes. The
 * longest looks at a password and makes a new one: three queues of five seconds (docs/trust.md 3.2), and about two
 * transactions with a statement that takes all of its five. `diedAfter`: no proxy and no browser waits longer for an
 * answer; who took the key then and gave none died on the way.
 */
const usualWaits = { maxWait: 25_000, diedAfter: 65_000 } as const;
type Waits = { [Wait in keyof typeof usualWaits]: number };
/** Says how long, in milliseconds, between two looks at the first: at first, and at most. */
const look = { first: 100, most: 1000 };
/**
 * Makes the same promise for work that has transactions of its own (a one-time link, a registration, a password): the
 * key is taken first and given back when the work is refused. The link or the password in it may be spent by then;
 * the same form again still gets the first answer. Nobody's name is kept: such a form may log its sender in. Refuses
 * `busy` when the first is still at work after `maxWait`.
 */
export async function idempotentOutsideTransaction(
  ctx: Context,
  key: string,
  fingerprint: string,
  work: () => Promise<string>,
  waits: Waits = usualWaits,
): Promise<string> {
  if (key === "") refuse("malformed");
  const taken = await takeKey(ctx, { key, personId: "", fingerprint }, waits);
  if ("answer" in taken) return taken.answer;
  try {
    const answer = await work();
    await ctx.transact(noReach, (db) => keepAnswer(db, key, answer));
    return answer;
  } catch (error) {
    await ctx.transact(noReach, (db) => giveBack(db, { key, at: taken.at }));
    throw error;
  }
}

/** Takes the key: returns the moment at which it did, or the answer of whoever took it before. */
async function takeKey(
  ctx: Context,
  submission: { key: string; personId: string; fingerprint: string },
  { maxWait, diedAfter }: Waits,
): Promise<{ at: Date } | { answer: string }> {
  const since = performance.now();
  for (let pause = look.first; ; pause = Math.min(2 * pause, look.most)) {
    const at = ctx.now();
    if (await ctx.transact(noReach, (db) => isFirst(db, submission, at))) return { at };
    const first = await ctx.transact(noReach, (db) => formOfKey(db, submission.key));
    if (first && (first.personId !== "" || first.fingerprint !== submission.fingerprint)) refuse("key_reused");
    if (first?.answer) return { answer: first.answer };
    if (first && +at - +first.at > diedAfter) await ctx.transact(noReach, (db) => giveBack(db, first));
    else if (performance.now() - since > maxWait) refuse("busy");
    else await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
