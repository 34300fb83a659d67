import { blockOf, inOrder } from "#app/domain/market/interest.ts";
import { openInterests, setRank } from "#db/queries/market/interests.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Returns the actor's open interests in the block of this question: what the cap counts (docs/domain.md 6.8). */
export async function openInBlock({ db, actor }: Inside, { row }: AssignmentContext) {
  const block = blockOf(row.blocks);
  return (await openInterests(db, actor.id)).filter((one) => blockOf(one.blocks) === block);
}
export type OpenInterest = Awaited<ReturnType<typeof openInterests>>[number];
/** Groups open interests by block, the earliest first. */
export function byBlock(all: readonly OpenInterest[]): { block: string | null; own: OpenInterest[] }[] {
  const blocks = [...new Set(all.map((one) => blockOf(one.blocks)))].sort((a, b) => (a ?? "9").localeCompare(b ?? "9"));
  return blocks.map((block) => ({ block, own: all.filter((one) => blockOf(one.blocks) === block) }));
}
/**
 * Numbers the open interests of each block 1, 2, 3 …; `wished` says where some of them should stand, `fresh` which one
 * is new.
 */
export async function settleRanks({ db, actor }: Inside, wished: Readonly<Record<string, number>>, fresh?: string) {
  const all = await openInterests(db, actor.id);
  for (const { own } of byBlock(all)) {
    const before = own.map((one) => (one.id === fresh ? { ...one, rank: own.length + 99 } : one));
    for (const { id, rank } of inOrder(before, wished))
      if (all.find((one) => one.id === id)?.rank !== rank) await setRank(db, id, actor.id, rank);
  }
}
