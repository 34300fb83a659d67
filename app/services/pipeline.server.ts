import { assignmentStatuses, type AssignmentStatus } from "#app/domain/words.ts";
import { refuse } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/switches.ts";
import { deadLetter, deadLettersOf, sendAnew } from "#db/queries/letters.server.ts";
import { centreBySlug } from "#db/queries/lists.server.ts";
import { pipelineCards, pipelineCounts } from "#db/queries/pipeline.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { turnLines } from "./turns.server.ts";

/** The centre by its address, for those who steer it; for others the page does not exist. */
export async function steered(inside: Inside, slug: string, roles: readonly string[]) {
  const centre = (await centreBySlug(inside.db, slug)) ?? refuse("not_found");
  if (!inside.actor.memberships.some((m) => m.centreId === centre.id && roles.includes(m.role))) refuse("not_found");
  return centre;
}
export const steerers = ["coordinator", "business_developer"];

/** The coordinator's pipeline (DESIGN.md): how many stand where, and what stands still, longest overdue first. `wanted` shows one state only. */
export const pipeline = (ctx: Context, slug: string, wanted: string | null) => inTransaction(ctx, async (inside) => {
  const centre = await steered(inside, slug, steerers);
  const counted = await pipelineCounts(inside.db, centre.id);
  const counts = assignmentStatuses.map((status) => ({ status, n: counted.filter((c) => c.status === status).reduce((sum, c) => sum + c.n, 0) })).filter((c) => c.n > 0);
  const status = (assignmentStatuses as readonly string[]).includes(wanted ?? "") ? (wanted as AssignmentStatus) : null;
  const cards = await pipelineCards(inside.db, centre.id, status);
  const lines = await turnLines(inside, cards, () => switchesOf(centre.switches));
  const rows = cards.flatMap((card) => { const line = lines.get(card.id); return line ? [{ card, ...line }] : []; });
  const due = (r: (typeof rows)[number]) => (r.deadline ? +r.deadline.dueAt : Infinity);
  const shown = status ? rows : rows.filter((r) => r.deadline?.late || r.card.onHold || r.card.disputed);
  return { centre: { name: centre.name, slug: centre.slug, hue: centre.hue }, counts, status, rows: shown.sort((x, y) => due(x) - due(y)).slice(0, 100), still: shown.length, dead: (await deadLettersOf(inside.db, centre.id)).length };
});
/** Letters of the centre that could not be delivered (TRUST.md reliability 4). */
export const centrePost = (ctx: Context, slug: string) => inTransaction(ctx, async (inside) => {
  const centre = await steered(inside, slug, ["coordinator"]);
  return { centre: { name: centre.name, slug: centre.slug, hue: centre.hue }, letters: await deadLettersOf(inside.db, centre.id), key: inside.newId() };
});
/** Sends a dead letter again. */
export const resend = (ctx: Context | Inside, slug: string, letterId: string) => inTransaction(ctx, async (inside) => {
  const centre = await steered(inside, slug, ["coordinator"]);
  const letter = await deadLetter(inside.db, letterId);
  if (letter?.centreId !== centre.id || letter.deadAt === null) refuse("not_found");
  await sendAnew(inside.db, letterId, inside.now());
});
