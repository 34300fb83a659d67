/** Wishes of students about each other, as far as the docent's judgement needs them. */
type Pairing = { kind: "together" | "apart" | "wish"; a: string; b: string };
/** Groups that must be one team: who is tied to whom, directly or through others. Largest first. */
export function groupsOf(pairings: readonly Pairing[]): string[][] {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const up = leader.get(id);
    return up === undefined || up === id ? id : find(up);
  };
  for (const { kind, a, b } of pairings) if (kind === "together") leader.set(find(a), find(b));
  const members = pairings.filter(({ kind }) => kind === "together").flatMap(({ a, b }) => [a, b]);
  const groups = new Map<string, string[]>();
  for (const id of [...new Set(members)].sort()) groups.set(find(id), [...(groups.get(find(id)) ?? []), id]);
  return [...groups.values()].sort((x, y) => y.length - x.length);
}
/** Pairs that may not be in one team, within a group that must be one team: both cannot hold. */
export function clashesIn(pairings: readonly Pairing[]): Pairing[] {
  const groups = groupsOf(pairings);
  return pairings.filter(
    ({ kind, a, b }) => kind === "apart" && groups.some((group) => group.includes(a) && group.includes(b)),
  );
}
