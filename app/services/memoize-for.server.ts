import type { Transact } from "#db/client.server.ts";
import type { Context } from "./context.ts";

/**
 * Keeps what is the same for every reader and dear to ask each time: asked once by everyone together, and again once
 * it is older than `milliseconds`. A failure is not kept. Ask it outside a transaction: whoever holds one connection
 * does not wait for another.
 */
export function memoizeFor<T>(milliseconds: number, ask: (ctx: Context) => Promise<T>): (ctx: Context) => Promise<T> {
  const memoized = new WeakMap<Transact, { until: number; answer: Promise<T> }>();
  return (ctx) => {
    const current = memoized.get(ctx.transact);
    if (current && current.until > +ctx.now()) return current.answer;
    const answer = ask(ctx);
    memoized.set(ctx.transact, { until: +ctx.now() + milliseconds, answer });
    answer.catch(() => memoized.delete(ctx.transact));
    return answer;
  };
}
