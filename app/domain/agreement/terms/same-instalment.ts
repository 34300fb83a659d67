import { agreedInstalments, instalmentOf, type Instalment } from "./instalments.ts";
import { sameName } from "./rules.ts";
import type { Terms } from "./fields.ts";

type OfVersion = { number: number; terms: Terms };
/**
 * Tells by what an instalment is known again in the next version, the surest first: nothing of it changed, its name,
 * what it waits for with its amount or its day, and at last its place among those that wait for the same.
 */
const signs: readonly ((one: Instalment, other: Instalment) => boolean)[] = [
  (one, other) =>
    isAlike(one, other) && one.amount === other.amount && one.on === other.on && one.title === other.title,
  (one, other) => sameName(one.title, other.title),
  (one, other) => isAlike(one, other) && one.amount === other.amount,
  (one, other) => isAlike(one, other) && one.on !== null && one.on === other.on,
  (one, other) => isAlike(one, other),
];
const isAlike = (one: Instalment, other: Instalment) => one.trigger === other.trigger;

/** Tells which instalment of the next version each of these became, by its id; null: that version has none like it. */
function successorsOf(before: Terms, after: Terms): Map<string, string | null> {
  const became = new Map<string, string | null>(agreedInstalments(before).map(({ id }) => [id, null]));
  const free = agreedInstalments(after);
  for (const isSame of signs)
    for (const one of agreedInstalments(before)) {
      const at = became.get(one.id) === null ? free.findIndex((other) => isSame(one, other)) : -1;
      const [other] = at < 0 ? [] : free.splice(at, 1);
      if (other) became.set(one.id, other.id);
    }
  return became;
}
/** Says how an instalment is known that a later version has no more, by the last version that had it. */
const removedInstalmentId = (version: number, id: string): string => `n${version}.${id}`;
/** Tells which instalment of which version this was, where a later version has it no more; null for any other. */
export function removedInstalmentOf(id: string): { version: string; place: string } | null {
  const [, version, place] = /^(?:v\d+\.)?n(\d+)\.(.+)$/.exec(id) ?? [];
  return version !== undefined && place !== undefined ? { version, place } : null;
}
/**
 * Tells under which instalment a note counts now: it was made under the first of these versions, each of which
 * replaced the one before.
 */
export function laterInstalment(said: string, [first, ...later]: readonly [OfVersion, ...OfVersion[]]): string {
  let [id, from] = [instalmentOf(said, first.terms), first];
  for (const next of later) {
    const became = successorsOf(from.terms, next.terms).get(id);
    if (became === null) return removedInstalmentId(from.number, id);
    [id, from] = [became ?? instalmentOf(id, next.terms), next];
  }
  return id;
}
