import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { reachOf } from "#app/domain/workflow/policy.ts";
import { locales, type Locale } from "#app/domain/words.ts";
import { words } from "#app/i18n/words.ts";
import { inTransaction, noReach, type Context, type Inside } from "#app/services/context.ts";
import { urls, withQuery } from "#app/urls.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { letterRows, savedById } from "#db/queries/market/saved-searches.server.ts";
import type { AccountLetter } from "#db/queries/letters/letters.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { clip } from "./clip.ts";
import type { Letter, Withheld } from "./letters.server.ts";

/**
 * Writes the letter of a saved search from what its reader may see at this moment. Withheld once the search is off, the
 * reader is gone, or nothing of it is in sight any more.
 */
export async function alertLetterOf(ctx: Context, owed: AccountLetter): Promise<Letter | Withheld> {
  const personId = owed.personId ?? "";
  const found = await ctx.transact({ ...noReach, person: personId }, async (db) => ({
    person: await personById(db, personId),
    actor: await actorOf(db, personId),
  }));
  const { person, actor } = found;
  if (!person || !mayComeIn(person)) return { withheld: "nobody" };
  const locale: Locale = locales.find((l) => l === person.locale) ?? "nl";
  return inTransaction({ ...ctx, actor, reach: reachOf(actor), locale }, (inside) => written(inside, owed, person));
}
async function written(
  inside: Inside,
  { data }: AccountLetter,
  person: { name: string; email: string },
): Promise<Letter | Withheld> {
  const saved = await savedById(inside.db, data.search ?? "");
  if (!saved || saved.rhythm === "off") return { withheld: "off" };
  const rows = await letterRows(inside.db, inside.actor, (data.ids ?? "").split(",").filter(Boolean));
  if (rows.length === 0) return { withheld: "no access" };
  const { actor, locale } = inside;
  const {
    market: { letter: copy },
    letters,
    assignment,
  } = words(locale);
  const own = new Set(actor.memberships.filter((m) => m.centreId === null).map((m) => m.organizationId));
  const more = Number(data.more ?? 0);
  const student = actor.memberships.some((m) => m.role === "student");
  return {
    to: person.email,
    locale,
    subject: clip(copy.subject(rows.length + more, saved.name)),
    lines: [letters.greeting(person.name), copy.lead(clip(saved.name))],
    items: (data.ids ?? "")
      .split(",")
      .flatMap((id) => rows.filter((r) => r.id === id))
      .map((r) => ({
        path: urls.assignment.assignment(r.id),
        ...(r.confidentiality === "secret"
          ? { title: copy.secret, under: "" }
          : {
              title: clip(r.title),
              under: `${r.hidden && !own.has(r.organizationId) ? assignment.knownToCentre : clip(r.company)} · ${clip(r.place)}`,
            }),
      })),
    after: more > 0 ? [copy.more(more)] : [],
    button: { label: copy.button, path: withQuery(urls.market.market, saved.query) },
    // This one address is opened by people and posted to by mail programs (RFC 8058).
    off: { label: copy.off, path: urls.market.stopSavedSearch(data.off ?? "") },
    foot: copy.foot(student),
  };
}
