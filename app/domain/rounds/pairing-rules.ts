/** Describes wishes of students about each other, as far as the teacher's judgement needs them. */
type Pairing = { kind: "together" | "apart" | "wish"; a: string; b: string };
/** Pairs that share somebody are one group, directly or through others. Members by id, and groups by their first member. */
export function groupsOf(pairs: readonly (readonly [string, string])[]): string[][] {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const up = leader.get(id);
    return up === undefined || up === id ? id : find(up);
  };
  for (const [a, b] of pairs) leader.set(find(a), find(b));
  const groups = new Map<string, string[]>();
  for (const id of [...new Set(pairs.flat())].sort()) groups.set(find(id), [...(groups.get(find(id)) ?? []), id]);
  return [...groups.values()];
}
/** Groups that must be one team. */
export const togetherIn = (pairings: readonly Pairing[]): string[][] =>
  groupsOf(pairings.flatMap(({ kind, a, b }) => (kind === "together" ? [[a, b] as const] : [])));
/** Returns pairs that may not be in one team, within a group that must be one team: both cannot hold. */
export function clashesIn(pairings: readonly Pairing[]): Pairing[] {
  const groups = togetherIn(pairings);
  return pairings.filter(
    ({ kind, a, b }) => kind === "apart" && groups.some((group) => group.includes(a) && group.includes(b)),
  );
}
