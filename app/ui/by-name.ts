import { withoutMarks } from "#app/domain/marks.ts";

/**
 * Keeps what a name is ordered by, without case and accents. It is worked out once for each name, because asking the
 * collator for every two names of a long list costs more than drawing the list.
 */
const keys = new Map<string, string>();
const mostKeys = 5000;
function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = withoutMarks(name).toLowerCase();
  if (keys.size >= mostKeys) keys.clear();
  keys.set(name, key);
  return key;
}
/** Orders names as a reader looks for them. */
export function byName(one: string, other: string): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
