import { over } from "#app/domain/assignment/process.ts";
import { stallReasons } from "#app/domain/turns/dues.ts";
import { mayWaitForSeat } from "#app/domain/turns/seats.ts";
import { assignmentStatuses } from "#app/domain/words.ts";
import { pageOf } from "#app/domain/paging.ts";
import { refuse } from "#app/domain/refusal.ts";
import { deadLetter, deadLettersOf, sendAnew } from "#db/queries/letters/letters.server.ts";
import { centreBySlug } from "#db/queries/centre/centres.server.ts";
import { pipelineCards, pipelineCounts } from "#db/queries/centre/pipeline.server.ts";
import { emptySeats } from "#db/queries/team/seats.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { turnLines } from "#app/services/turns/turns.server.ts";

/** Returns the centre by its address, for those who steer it; for others the page does not exist. */
export async function steeredCentre(inside: Inside, slug: string, roles: readonly string[]) {
  const centre = (await centreBySlug(inside.db, slug)) ?? refuse("not_found");
  if (!inside.actor.memberships.some((m) => m.centreId === centre.id && roles.includes(m.role))) refuse("not_found");
  return centre;
}
export const steeringRoles = ["coordinator", "business_developer"];

const among = <T extends string>(value: string | null, known: readonly T[]) => known.find((k) => k === value) ?? null;
type Wanted = { stop: string | null; what: string | null; page: number };
const pageSize = 25;

/**
 * Returns the coordinator's pipeline (docs/domain.md 8): how many stand where and how many of those stand still, each
 * count with exactly the rows it counts, nearest deadline first. Without a wish what stands still; `stop` shows one
 * status, or everything that runs.
 */
export const pipeline = (ctx: Context, slug: string, wanted: Wanted) =>
  inTransaction(ctx, async (inside) => {
    const centre = await steeredCentre(inside, slug, steeringRoles);
    const now = inside.now();
    const counted = await pipelineCounts(inside.db, centre.id, now);
    const counts = assignmentStatuses.flatMap((status) =>
      counted
        .filter((c) => c.status === status)
        .map((c) => ({
          status,
          n: c.n,
          still: stallReasons.map((what) => ({ what, n: c[what] })).filter((s) => s.n > 0),
        })),
    );
    const sum = (of: (c: (typeof counted)[number]) => number, list = counted) =>
      list.reduce((total, c) => total + of(c), 0);
    const status = among(wanted.stop, assignmentStatuses);
    const what = among(wanted.what, stallReasons);
    const stop = status ?? (wanted.stop === "all" ? ("all" as const) : null);
    const runs = counted.filter((c) => !among(c.status, over));
    const shown = status ? counted.filter((c) => c.status === status) : runs;
    const total = sum(what ? (c) => c[what] : stop ? (c) => c.n : (c) => c.still, shown);
    const { page, pages, offset } = pageOf(total, pageSize, wanted.page);
    const cards = await pipelineCards(inside.db, centre.id, {
      status,
      still: what ?? (stop ? null : "any"),
      now,
      limit: pageSize,
      offset,
    });
    const lines = await turnLines(inside, cards);
    return {
      centre: { name: centre.name, slug: centre.slug, hue: centre.hue },
      counts,
      running: sum((c) => c.n, runs),
      still: sum((c) => c.still, runs),
      stop,
      what,
      rows: cards.flatMap((card) => {
        const line = lines.get(card.id);
        return line ? [{ card, ...line }] : [];
      }),
      total,
      page,
      pages,
      dead: (await deadLettersOf(inside.db, centre.id)).length,
      open: await openSeatsIn(inside, centre.id),
    };
  });
/** Lists the seats that the work may wait for and that nobody has now, each until somebody takes it. */
const openSeatsIn = async ({ db }: Inside, centreId: string) =>
  (await emptySeats(db, centreId)).filter(({ status, role }) => mayWaitForSeat(status, role));
/** Returns letters of the centre that could not be delivered (docs/trust.md 4.4). */
export const centreOutbox = (ctx: Context, slug: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await steeredCentre(inside, slug, ["coordinator"]);
    return {
      centre: { name: centre.name, slug: centre.slug, hue: centre.hue },
      letters: await deadLettersOf(inside.db, centre.id),
      key: inside.newId(),
    };
  });
/** Sends a dead letter again. */
export const resend = (ctx: Context | Inside, slug: string, letterId: string) =>
  inTransaction(ctx, async (inside) => {
    const centre = await steeredCentre(inside, slug, ["coordinator"]);
    const letter = await deadLetter(inside.db, letterId);
    if (letter?.centreId !== centre.id || letter.deadAt === null) refuse("not_found");
    await sendAnew(inside.db, letterId, inside.now());
  });
