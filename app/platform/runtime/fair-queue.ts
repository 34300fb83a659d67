/**
 * Describes a line in which clients take turns: next is the client who waited longest since its last turn, so that
 * who sends a thousand requests waits behind itself, and not others behind it.
 */
type FairQueue<T> = {
  /**
   * Puts an item in line: before all of a higher rank, after its client's own. When the line is full somebody leaves and
   * is answered: the last of the client who has most in it, which may be this very item.
   */
  push: (client: string, item: T, rank?: Rank) => T | undefined;
  /** Takes whose turn it is, of the clients who may have one now. */
  shift: (may?: (client: string) => boolean) => T | undefined;
  /** Takes an item out of the line. */
  remove: (client: string, item: T) => void;
  /** Takes out the last item of the client who has most. */
  evict: () => T | undefined;
  size: () => number;
};
/** Tells who goes before whom: 0 before 1 before 2. */
export type Rank = 0 | 1 | 2;
type Lines<T> = Map<string, T[]>;

/** Makes a fair line of at most `most` items. */
export function fairQueue<T>(most: number): FairQueue<T> {
  const ranks: readonly [Lines<T>, Lines<T>, Lines<T>] = [new Map(), new Map(), new Map()];
  let size = 0;

  const drop = (lines: Lines<T>, client: string, at: number) => {
    const line = lines.get(client) ?? [];
    const [item] = line.splice(at, 1);
    if (line.length === 0) lines.delete(client);
    size--;
    return item;
  };
  const evict = () => {
    let longest: { lines: Lines<T>; client: string; length: number } | undefined;
    // The last rank comes last, so that of lines of the same length it gives way.
    for (const lines of ranks)
      for (const [client, { length }] of lines)
        if (!longest || length >= longest.length) longest = { lines, client, length };
    return longest && drop(longest.lines, longest.client, longest.length - 1);
  };
  return {
    push: (client, item, rank = 1) => {
      const lines = ranks[rank];
      lines.set(client, [...(lines.get(client) ?? []), item]);
      size++;
      return size > most ? evict() : undefined;
    },
    shift: (may = () => true) => {
      for (const lines of ranks)
        for (const [client, line] of lines)
          if (may(client)) {
            const item = drop(lines, client, 0);
            // Whoever had a turn goes to the end of the round.
            if (lines.delete(client)) lines.set(client, line);
            return item;
          }
      return undefined;
    },
    remove: (client, item) => {
      for (const lines of ranks) {
        const at = lines.get(client)?.indexOf(item) ?? -1;
        if (at >= 0) drop(lines, client, at);
      }
    },
    evict,
    size: () => size,
  };
}
