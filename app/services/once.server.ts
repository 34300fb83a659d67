import { refuse } from "#app/domain/refusal.ts";
import { earlier, isFirst, keepAnswer } from "#db/queries/submissions.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";

/**
 * One form, one effect (TRUST.md reliability 1): the first use of a key runs `work` and keeps the address it answers; the same form again gets that address.
 * Refuses `malformed` without a key, and `key_reused` when the key comes with another content or another person. A refusal rolls back and keeps no key.
 */
export const once = (ctx: Context, key: string, fingerprint: string, work: (ctx: Inside) => Promise<string>): Promise<string> => {
  if (key === "") refuse("malformed");
  return inTransaction(ctx, async (inside) => {
    const submission = { key, personId: inside.actor.id, fingerprint };
    if (!(await isFirst(inside.db, submission, inside.now()))) {
      const first = await earlier(inside.db, key);
      return first?.personId === submission.personId && first.fingerprint === fingerprint && first.answer !== null ? first.answer : refuse("key_reused");
    }
    const answer = await work(inside);
    await keepAnswer(inside.db, key, answer);
    return answer;
  });
};
