import { clocks, overlayClocks, type ClockId } from "#app/domain/workflow/clocks.ts";
import { turnOf, type Turn } from "#app/domain/workflow/whose-turn.ts";
import { rolesOn, type Granting } from "#app/domain/workflow/policy.ts";
import { turnRows, type Card } from "#db/queries/market/lists.server.ts";
import type { Relation } from "#app/domain/words.ts";
import type { Inside } from "#app/services/context.ts";

export type TurnLine = {
  turn: Turn | null;
  mine: boolean;
  deadline: { clock: string; dueAt: Date; late: boolean; notice: boolean } | null;
};
type Rows = Awaited<ReturnType<typeof turnRows>>;

/** Whose turn it is on each file, for the reader: the same rule for every role and every list (docs/design.md 1). */
export async function turnLines(
  ctx: Inside,
  cards: readonly Card[],
  granting?: (card: Card) => Granting,
): Promise<Map<string, TurnLine>> {
  const rows = await turnRows(
    ctx.db,
    cards.map((c) => c.id),
  );
  const by = {
    agreements: byFile(rows.agreements),
    deliveries: byFile(rows.deliveries),
    guardians: byFile(rows.guardians),
    deadlines: byFile(rows.deadlines),
    midterms: byFile(rows.midterms),
  };
  return new Map(cards.map((card) => [card.id, lineOf(ctx, card, by, granting?.(card))]));
}
type ByFile = { [K in keyof Rows]: ReadonlyMap<string, Rows[K][number][]> };
function byFile<T extends { assignmentId: string }>(rows: readonly T[]): Map<string, T[]> {
  const files = new Map<string, T[]>();
  for (const row of rows) files.set(row.assignmentId, [...(files.get(row.assignmentId) ?? []), row]);
  return files;
}
/** A clock that has run out comes first, whomever it runs for; else the one of who is to act; else the nearest. */
function lineOf(ctx: Inside, card: Card, rows: ByFile, granting?: Granting): TurnLine {
  const of = <T>(list: ReadonlyMap<string, T[]>) => list.get(card.id) ?? [];
  const agreement = of(rows.agreements)[0];
  const turn = turnOf({
    status: card.status,
    obligation: agreement?.obligation ?? card.obligation,
    onHold: card.onHold,
    disputed: card.disputed,
    windowOver: card.windowEnd !== null && card.windowEnd <= ctx.now(),
    agreement: agreement ?? null,
    delivery: of(rows.deliveries)[0] ?? null,
    guardianWaits: of(rows.guardians).length > 0,
    midtermWaitsForCompany: of(rows.midterms).length > 0,
  });
  const roles = rolesOn(ctx.actor, { ...card, assignmentId: card.id }, granting);
  const running = of(rows.deadlines).filter(
    (d) => !(card.onHold || card.disputed) || (overlayClocks as readonly string[]).includes(d.clock),
  );
  const late = running.find((d) => d.dueAt < ctx.now());
  const deadline =
    late ??
    (turn &&
      running.find((d) =>
        clocks[d.clock as ClockId].runsFor.some((r) => (turn.who as readonly Relation[]).includes(r)),
      )) ??
    running[0];
  return {
    turn,
    mine: turn?.who.some((who) => roles.has(who)) ?? false,
    deadline: deadline
      ? {
          clock: deadline.clock,
          dueAt: deadline.dueAt,
          late: deadline.dueAt < ctx.now(),
          notice: deadline.noticeAt !== null,
        }
      : null,
  };
}
