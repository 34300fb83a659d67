import { over } from "#app/domain/assignment.ts";
import { assignmentStatuses, type AssignmentStatus } from "#app/domain/words.ts";
import { refuse } from "#app/domain/refusal.ts";
import { switchesOf } from "#app/domain/switches.ts";
import { deadLetter, deadLettersOf, sendAnew } from "#db/queries/letters.server.ts";
import { centreBySlug, type Card } from "#db/queries/lists.server.ts";
import { pipelineCards, pipelineCounts } from "#db/queries/pipeline.server.ts";
import { inTransaction, type Context, type Inside } from "./context.ts";
import { turnLines, type TurnLine } from "./turns.server.ts";

/** The centre by its address, for those who steer it; for others the page does not exist. */
export async function steered(inside: Inside, slug: string, roles: readonly string[]) {
  const centre = (await centreBySlug(inside.db, slug)) ?? refuse("not_found");
  if (!inside.actor.memberships.some((m) => m.centreId === centre.id && roles.includes(m.role))) refuse("not_found");
  return centre;
}
export const steerers = ["coordinator", "business_developer"];

export const stills = ["late", "held", "disputed"] as const;
export type Still = (typeof stills)[number];
type Row = TurnLine & { card: Card };
const stands: Record<Still, (row: Row) => boolean> = { late: (r) => r.deadline?.late ?? false, held: (r) => r.card.onHold, disputed: (r) => r.card.disputed };
const standsStill = (row: Row) => stills.some((still) => stands[still](row));
const dueAt = (row: Row) => (row.deadline ? +row.deadline.dueAt : Infinity);
const among = <T extends string>(value: string | null, known: readonly T[]) => known.find((k) => k === value) ?? null;
export type Wanted = { stop: string | null; what: string | null; page: number };
const pageSize = 25;

/** The coordinator's pipeline (DESIGN.md): how many stand where and how many of those stand still, each count with exactly the rows it counts, nearest deadline first.
 * Without a wish what stands still; `stop` shows one state, or everything that runs. */
export const pipeline = (ctx: Context, slug: string, wanted: Wanted) => inTransaction(ctx, async (inside) => {
  const centre = await steered(inside, slug, steerers);
  const counted = await pipelineCounts(inside.db, centre.id);
  const running = await rowsOf(inside, centre, null);
  const still = running.filter(standsStill);
  const counts = assignmentStatuses.map((status) => {
    const of = still.filter((r) => r.card.status === status);
    return { status, n: counted.filter((c) => c.status === status).reduce((sum, c) => sum + c.n, 0), still: stills.map((what) => ({ what, n: of.filter(stands[what]).length })).filter((s) => s.n > 0) };
  }).filter((c) => c.n > 0);
  const status = among(wanted.stop, assignmentStatuses);
  const what = among(wanted.what, stills);
  const from = status && among(status, over) ? await rowsOf(inside, centre, status) : running;
  const shown = (status || wanted.stop === "all" ? from : still).filter((r) => (!status || r.card.status === status) && (!what || stands[what](r))).sort((x, y) => dueAt(x) - dueAt(y));
  const pages = Math.max(1, Math.ceil(shown.length / pageSize));
  const page = Math.min(Math.max(1, wanted.page), pages);
  return {
    centre: { name: centre.name, slug: centre.slug, hue: centre.hue }, counts, running: running.length, still: still.length, stop: status ?? (wanted.stop === "all" ? ("all" as const) : null), what,
    rows: shown.slice((page - 1) * pageSize, page * pageSize), total: shown.length, page, pages, dead: (await deadLettersOf(inside.db, centre.id)).length,
  };
});
async function rowsOf(inside: Inside, centre: { id: string; switches: Record<string, unknown> }, status: AssignmentStatus | null): Promise<Row[]> {
  const cards = await pipelineCards(inside.db, centre.id, status);
  const lines = await turnLines(inside, cards, () => switchesOf(centre.switches));
  return cards.flatMap((card) => { const line = lines.get(card.id); return line ? [{ card, ...line }] : []; });
}
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
