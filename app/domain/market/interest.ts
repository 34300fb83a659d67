import type { AssignmentStatus } from "#app/domain/words.ts";

/**
 * An open interest counts for the block in which its question may start first; without blocks, for none in particular.
 */
export const blockOf = (blocks: readonly string[]): string | null => [...blocks].sort()[0] ?? null;
/** Lists statuses in which an interest may still become something: it holds a place under the cap. */
export const countsWhile = ["published", "agreeing", "signed", "intake"] as const satisfies readonly AssignmentStatus[];

type Ranked = { id: string; rank: number };
/** Returns a wished order as 1, 2, 3 …: by the number somebody chose, and where two are the same by how they stood before. */
export const inOrder = <T extends Ranked>(now: readonly T[], wished: Readonly<Record<string, number>>): T[] => {
  const place = new Map(now.map((one, at) => [one.id, at]));
  const goal = (one: T) => wished[one.id] ?? one.rank;
  // Whoever moved goes before whoever stayed on the same number when moving up, and after when moving down.
  const moved = (one: T) => Math.sign((wished[one.id] ?? one.rank) - one.rank);
  const sorted = [...now].sort(
    (x, y) => goal(x) - goal(y) || moved(x) - moved(y) || (place.get(x.id) ?? 0) - (place.get(y.id) ?? 0),
  );
  return sorted.map((one, at) => ({ ...one, rank: at + 1 }));
};
