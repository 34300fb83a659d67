import { switchesOf } from "#app/domain/switches.ts";
import { countOwn, doneCards, invitationsTo, ownCards, switchesFor } from "#db/queries/mine.server.ts";
import { membershipsOf } from "#db/queries/people.server.ts";
import { keptRows } from "./bookmarks.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { ownInterests } from "./interest.server.ts";
import { questionsWaiting } from "./questions.server.ts";
import { waitingForSecrecy } from "./secrecy.server.ts";
import { turnLines } from "./turns.server.ts";

/** Who has more files than this sees the most urgent ones first, and the others on the next pages. */
const pageSize = 50;
/** *Mijn werk* (DESIGN.md): what waits for you by deadline, what waits for others and on whom, then invitations and the rest. One rule for every role.
 * Who has roles in several centres or organisations switches between them with `wanted`, one's id; another's id, or none, shows all. A page past the end is the last one. */
export const myWork = (ctx: Context, wanted: string | null, asked = 1) => inTransaction(ctx, async (inside) => {
  const { db, actor } = inside;
  const places = await placesOf(inside);
  const place = places.find((p) => p.id === wanted)?.id ?? null;
  const total = await countOwn(db, actor, place);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, asked), pages);
  const cards = await ownCards(db, actor, place, { limit: pageSize, offset: (page - 1) * pageSize });
  const switches = new Map((await switchesFor(db, cards.map((c) => c.centreId))).map((c) => [c.id, switchesOf(c.switches)]));
  const lines = await turnLines(inside, cards, (card) => switches.get(card.centreId) ?? switchesOf({}));
  const rows = cards.flatMap((card) => { const line = lines.get(card.id); return line ? [{ card, ...line }] : []; });
  const byDeadline = (x: (typeof rows)[number], y: (typeof rows)[number]) => (x.deadline ? +x.deadline.dueAt : Infinity) - (y.deadline ? +y.deadline.dueAt : Infinity);
  const invitations = await invitationsTo(db, actor.id);
  const secret = await waitingForSecrecy(inside);
  const around = { interests: await ownInterests(inside), kept: await keptRows(inside), questions: await questionsWaiting(inside), key: inside.newId() };
  return { ...around, yours: rows.filter((r) => r.mine).sort(byDeadline), others: rows.filter((r) => !r.mine && r.turn).sort(byDeadline), rest: await doneCards(db, actor, place), invitations, secret, place, places, total, page, pages, size: pageSize };
});
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
