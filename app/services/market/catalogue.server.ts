import { listingOf, wordsOf } from "#app/domain/market/listing.ts";
import { labelsOf } from "#app/domain/market/topics.ts";
import { learnable } from "#app/domain/market/words.ts";
import {
  forgetOtherCounting,
  learnWords,
  listInCatalogue,
  notifyPublicTopics,
  toList,
  unlisted,
  removeFromCatalogue,
} from "#db/queries/market/catalogue.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/**
 * Lists these questions where their status and confidentiality put them, with the words that may be searched; takes them
 * off the other catalogue. Part of the transaction that changed them.
 */
export async function relist({ db }: Pick<Inside, "db">, ids: readonly string[]): Promise<void> {
  const rows = await toList(db, ids);
  for (const name of ["open", "inside"] as const) {
    const here = rows.filter((row) => listingOf(row) === name);
    const away = rows.filter((row) => listingOf(row) !== name).map((row) => row.assignmentId);
    if (away.length) await removeFromCatalogue(db, name, away);
    if (here.length)
      await listInCatalogue(
        db,
        name,
        here.map((row) => ({
          assignmentId: row.assignmentId,
          centreId: row.centreId,
          organizationId: row.organizationId,
          ...wordsOf(row, labelsOf),
        })),
      );
    if (name === "open")
      await learnWords(
        db,
        here.flatMap((row) => learnable(Object.values(wordsOf(row, labelsOf)).join(" "))),
      );
  }
  await notifyPublicTopics(db, ["questions", ...ids.map((id) => `question ${id}` as const)]);
}
/**
 * Makes the catalogues of a restored database count on with its own transactions; answers how many rows counted otherwise.
 * With the reach of the clock.
 */
export const countAnew = (ctx: Context): Promise<number> => inTransaction(ctx, ({ db }) => forgetOtherCounting(db));
/**
 * Lists what is published and stands nowhere yet, in batches of `atOnce`; answers how many. With the reach of the
 * clock.
 */
export async function listMissing(ctx: Context, atOnce = 500): Promise<number> {
  for (let total = 0; ; ) {
    const n = await inTransaction(ctx, async (inside) => {
      const ids = await unlisted(inside.db, atOnce);
      if (ids.length) await relist(inside, ids);
      return ids.length;
    });
    total += n;
    if (n < atOnce) return total;
  }
}
