import { switchesOf } from "#app/domain/switches.ts";
import { invitationsTo, ownCards, switchesFor } from "#db/queries/mine.server.ts";
import { inTransaction, type Context } from "./context.ts";
import { turnLines } from "./turns.server.ts";

/** *Mijn werk* (DESIGN.md): what waits for you by deadline, what waits for others and on whom, then invitations and the rest. One rule for every role. */
export const myWork = (ctx: Context) => inTransaction(ctx, async (inside) => {
  const { cards, done } = await ownCards(inside.db, inside.actor);
  const switches = new Map((await switchesFor(inside.db, cards.map((c) => c.centreId))).map((c) => [c.id, switchesOf(c.switches)]));
  const lines = await turnLines(inside, cards, (card) => switches.get(card.centreId) ?? switchesOf({}));
  const rows = cards.flatMap((card) => { const line = lines.get(card.id); return line ? [{ card, ...line }] : []; });
  const byDeadline = (x: (typeof rows)[number], y: (typeof rows)[number]) => (x.deadline ? +x.deadline.dueAt : Infinity) - (y.deadline ? +y.deadline.dueAt : Infinity);
  const invitations = await invitationsTo(inside.db, inside.actor.id);
  return { yours: rows.filter((r) => r.mine).sort(byDeadline), others: rows.filter((r) => !r.mine && r.turn).sort(byDeadline), rest: done, invitations };
});
