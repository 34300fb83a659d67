import { ofAll } from "#app/domain/market/topics-of-pages.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { eraseOwn, erasePerson, leaveShowcases, ownTables } from "#db/queries/privacy/erasure.server.ts";
import { forgetWordsOf, redactName, placesThatMayName, wordTables } from "#db/queries/privacy/name-out.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";

/**
 * Erases a person: what is theirs goes, their name goes from the words of others, the log keeps their number under a
 * pseudonym (docs/domain.md 3.4). Each table in a transaction of its own; the person comes last, so that what was cut off
 * half-way is done again as a whole. Does nothing for whoever is erased.
 */
export async function erase(out: Pick<Context, "transact" | "now" | "newId">, personId: string): Promise<void> {
  const ctx = await systemContextEverywhere(out);
  const step = <T>(work: (inside: Inside) => Promise<T>) => inTransaction(ctx, work);
  const who = await step(({ db }) => personById(db, personId));
  if (!who || who.erasedAt) return;
  const reached = await step(({ db }) => placesThatMayName(db, who));
  const asThemselves = { ...ctx, reach: { ...ctx.reach, person: personId } };
  for (const entry of ownTables(true)) await inTransaction(asThemselves, ({ db }) => eraseOwn(db, entry, who));
  for (const entry of ownTables(false)) await step(({ db }) => eraseOwn(db, entry, who));
  await step(({ db }) => leaveShowcases(db, who));
  await step(({ db }) => forgetWordsOf(db, who, reached));
  for (const entry of wordTables) await step(({ db }) => redactName(db, entry, who, reached));
  await step(async ({ db, now }) => {
    await erasePerson(db, personId, now());
    await notifyPublicTopics(db, ofAll());
  });
}
