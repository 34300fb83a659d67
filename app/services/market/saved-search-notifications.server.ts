import { mostInLetter, nextAlert, settling } from "#app/domain/market/saved-search.ts";
import { wantedIn } from "#app/domain/market/wanted.ts";
import { reachOf } from "#app/domain/workflow/policy.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import {
  advance,
  dueSearches,
  noteFinds,
  publishedAmong,
  takeDue,
  type SavedSearch,
} from "#db/queries/market/saved-searches.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { insertToken } from "#db/queries/account/tokens.server.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { offKind } from "./saved-searches.server.ts";
import { noReach, inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { search } from "./search.server.ts";
import { newToken, tokenHash } from "#app/services/account/tokens.server.ts";

const atOnce = 200;
/** More new questions than this in one go is no alert any more; the letter says there are more. */
const mostFound = 200;
const twoYears = 2 * 365 * 86_400_000;
type AlertRuntime = Pick<Context, "transact" | "now" | "newId">;

/**
 * Makes one pass over the saved searches whose moment has come: what is new, the letter and the new moment are one
 * transaction each. Several servers may do this at once. Answers how many were done.
 */
export async function sendSavedSearchAlerts(out: AlertRuntime): Promise<number> {
  let done = 0;
  const failures: unknown[] = [];
  for (;;) {
    const due = await out.transact(noReach, (db) => dueSearches(db, out.now(), atOnce));
    let now = 0;
    // One that fails comes again next time, and holds nobody else up.
    for (const one of due) if (await sendAlert(out, one).catch((error: unknown) => void failures.push(error))) now++;
    done += now;
    if (now > 0) continue;
    if (failures.length) throw failures[0];
    return done;
  }
}
/** One search, read with the eyes of whoever saved it. */
async function sendAlert(out: AlertRuntime, { id, personId }: { id: string; personId: string }): Promise<boolean> {
  const actor = await out.transact({ ...noReach, person: personId }, (db) => actorOf(db, personId));
  return inTransaction(
    { ...out, actor, reach: reachOf(actor), locale: "nl", requestId: "alerts" } satisfies Context,
    async (inside) => {
      const now = inside.now();
      const saved = await takeDue(inside.db, id, now);
      if (!saved) return false;
      const until = new Date(Math.max(+saved.seenUntil, +now - settling));
      const fresh = await noteFinds(inside.db, id, await newIn(inside, saved, until), now);
      if (fresh.length) await oweAlert(inside, saved, fresh);
      await advance(inside.db, id, until, nextAlert(now, saved.rhythm));
      return true;
    },
  );
}
/**
 * Finds what was published since the last time and this person may see, the newest first. When only some of the words
 * are found, nothing is.
 */
async function newIn(inside: Inside, saved: SavedSearch, until: Date): Promise<string[]> {
  const wanted = { ...wantedIn(new URLSearchParams(saved.query)), sort: "newest" as const, page: 1 };
  const found = await search(inside, wanted, { size: mostFound, publishedAfter: +saved.seenUntil });
  return found.words?.loose ? [] : publishedAmong(inside.db, inside.actor, found.ids, until);
}
/** The letter holds no text of a question: it is written when it leaves, from what its reader may see then. */
async function oweAlert(inside: Inside, saved: SavedSearch, ids: readonly string[]) {
  const person = await personById(inside.db, saved.personId);
  if (!person) return;
  const token = newToken();
  await insertToken(inside.db, {
    id: tokenHash(token),
    kind: offKind,
    personId: person.id,
    email: person.email,
    payload: { search: saved.id },
    createdAt: inside.now(),
    expiresAt: new Date(+inside.now() + twoYears),
  });
  await oweAccountLetter(inside.db, {
    id: inside.newId(),
    kind: "saved_search",
    personId: person.id,
    email: person.email,
    locale: person.locale,
    data: {
      search: saved.id,
      ids: ids.slice(0, mostInLetter).join(),
      more: String(Math.max(0, ids.length - mostInLetter)),
      off: token,
    },
    dueAt: inside.now(),
  });
}
