import { switchesOf } from "#app/domain/switches.ts";
import { invitationsTo, ownCards, switchesFor } from "#db/queries/mine.server.ts";
import { membershipsOf } from "#db/queries/people.server.ts";
import { keptRows } from "./bookmarks.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { ownInterests } from "./interest.server.ts";
import { questionsWaiting } from "./questions.server.ts";
import { consentsWaiting } from "./showcase.server.ts";
import { waitingForSecrecy } from "./secrecy.server.ts";
import { turnLines } from "./turns.server.ts";

/** *Mijn werk* (DESIGN.md): what waits for you by deadline, what waits for others and on whom, then invitations and the rest. One rule for every role.
 * Who has roles in several centres or organisations switches between them with `wanted`, one's id; another's id, or none, shows all. */
export const myWork = (ctx: Context, wanted: string | null) => inTransaction(ctx, async (inside) => {
  const [places, own, invitations, secret, around] = await Promise.all([placesOf(inside), ownCards(inside.db, inside.actor), invitationsTo(inside.db, inside.actor.id), waitingForSecrecy(inside), aside(inside)]);
  const place = places.find((p) => p.id === wanted)?.id ?? null;
  const here = (card: (typeof own.cards)[number]) => place === null || [card.centreId, card.organizationId, card.institutionId].includes(place);
  const [cards, done] = [own.cards.filter(here), own.done.filter(here)];
  const switches = new Map((await switchesFor(inside.db, cards.map((c) => c.centreId))).map((c) => [c.id, switchesOf(c.switches)]));
  const lines = await turnLines(inside, cards, (card) => switches.get(card.centreId) ?? switchesOf({}));
  const rows = cards.flatMap((card) => { const line = lines.get(card.id); return line ? [{ card, ...line }] : []; });
  const byDeadline = (x: (typeof rows)[number], y: (typeof rows)[number]) => (x.deadline ? +x.deadline.dueAt : Infinity) - (y.deadline ? +y.deadline.dueAt : Infinity);
  return { ...around, yours: rows.filter((r) => r.mine).sort(byDeadline), others: rows.filter((r) => !r.mine && r.turn).sort(byDeadline), rest: done, invitations, secret, place, places };
});
/** What stands beside the files: interest shown, questions kept, questions that wait for an answer, results that wait for a yes or no. */
async function aside(inside: Inside) {
  const [interests, kept, questions, consents] = await Promise.all([ownInterests(inside), keptRows(inside), questionsWaiting(inside), consentsWaiting(inside)]);
  return { interests, kept, questions, consents, key: inside.newId() };
}
/** The centres and organisations of this person's roles, each once, with the roles there; none where there is nothing to switch between. */
async function placesOf({ db, actor }: Inside) {
  if (new Set(actor.memberships.map((m) => m.centreId ?? m.organizationId)).size < 2) return [];
  const places = new Map<string, { id: string; name: string; roles: string[] }>();
  for (const { centreId, organizationId, centre, organization, role } of await membershipsOf(db, actor.id)) {
    const id = centreId ?? organizationId;
    if (id) places.set(id, { id, name: centre ?? organization ?? "", roles: [...(places.get(id)?.roles ?? []), role] });
  }
  return [...places.values()];
}
