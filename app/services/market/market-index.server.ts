import type { Entry } from "#app/domain/market/entry.ts";
import { drop, indexOf, put, type Index } from "#app/domain/market/index.ts";
import { changedEntries } from "#db/queries/market/catalogue.server.ts";
import type { Transact } from "#db/client.server.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";

/**
 * `answers`: what was asked of the open catalogue with words, until anything in it changes: pages and facets of one search
 * ask the same again.
 */
type IndexState = { index: Index; next: bigint; first: Promise<void> | null; answers: Map<string, unknown> };
/** So many answers are kept; a search of common words takes 200 kB. */
const mostAnswers = 60;
/** Keeps one per database: what everybody may find, arranged for counting. Nothing of it is hidden by a row policy. */
const indexStates = new WeakMap<Transact, IndexState>();

/**
 * Returns the answer to a question about words of the open catalogue, asked once until the catalogue changes. After
 * `openIndex`, in the same transaction.
 */
export async function sharedAnswer<T>(ctx: Inside, question: string, ask: () => Promise<T>): Promise<T> {
  const answers = indexStates.get(ctx.transact)?.answers ?? new Map<string, unknown>();
  if (answers.has(question)) return answers.get(question) as T;
  const answer = await ask();
  if (answers.size >= mostAnswers)
    for (const oldest of answers.keys()) {
      answers.delete(oldest);
      break;
    }
  answers.set(question, answer);
  return answer;
}
/**
 * Returns everything in the open catalogue as this transaction sees it. Every reader asks what changed since the last
 * one, so it is never older than the answer it serves.
 */
export async function openIndex(ctx: Inside): Promise<Index> {
  const state = indexStates.get(ctx.transact) ?? { index: indexOf([]), next: 0n, first: null, answers: new Map() };
  indexStates.set(ctx.transact, state);
  if (state.next === 0n) await state.first;
  const work = renew(ctx, state);
  if (state.next === 0n)
    state.first = work
      .catch(() => {})
      .then(() => {
        state.first = null;
      });
  await work;
  return state.index;
}
/** Arranges everything before anybody asks: a second for a whole country. */
export const arrangeIndex = (runtime: Pick<Context, "transact" | "now" | "newId">) =>
  inTransaction(
    { ...runtime, actor: nobody, reach: noReach, locale: "nl", requestId: "start" },
    async (inside) => void (await openIndex(inside)),
  );
/** Whoever renews last also says from where the next one reads: an older view applied later is read again. */
async function renew({ db }: Inside, state: IndexState) {
  const all = state.next === 0n;
  const { next, gone, listed, rows } = await changedEntries(db, state.next);
  const entries = rows.filter((row) => listed.has(row.id)).map(entryOf);
  // A caller that still asks an older catalogue keeps its answer in the old map.
  if (gone.length + listed.size > 0) state.answers = new Map();
  if (all) state.index = indexOf(entries);
  else {
    const there = new Set(entries.map((e) => e.id));
    for (const id of [...gone, ...[...listed].filter((id) => !there.has(id))]) drop(state.index, id);
    for (const entry of entries) state.index = put(state.index, entry);
  }
  state.next = next;
}
type Row = Awaited<ReturnType<typeof changedEntries>>["rows"][number];
/** Returns a row of the catalogue as the index holds it, with moments as numbers. */
export const entryOf = ({ publishedAt, windowEnd, ...row }: Row): Entry => ({
  ...row,
  publishedAt: publishedAt ? +publishedAt : 0,
  windowEnd: windowEnd ? +windowEnd : null,
});
