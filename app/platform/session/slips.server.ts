/** Says how long a count lives, in milliseconds, and of how many clients there is one. */
const lasts = 10 * 60_000;
const most = 10_000;
type Count = { right: number; wrong: number; since: number };
const counts = new Map<string, Count>();

/**
 * Notes how a client's password turned out. Kept in this process alone: it decides who goes before whom while many wait,
 * and refuses nobody.
 */
export function noteOutcome(client: string, right: boolean, now = performance.now()): void {
  const before = counts.get(client);
  const count = before && now - before.since < lasts ? before : { right: 0, wrong: 0, since: now };
  counts.delete(client);
  counts.set(client, { ...count, [right ? "right" : "wrong"]: count[right ? "right" : "wrong"] + 1 });
  const [oldest] = counts.keys();
  if (counts.size > most && oldest !== undefined) counts.delete(oldest);
}
/**
 * Tells whether more went wrong than right from here lately: a school has slips of the hand, and forty that were right.
 */
export function mostlyFails(client: string, now = performance.now()): boolean {
  const count = counts.get(client);
  return count !== undefined && now - count.since < lasts && count.wrong > count.right;
}
