import type { View } from "#app/domain/matching/view.ts";

/**
 * Tells where students are placed: all teams of an assignment counted together (`team` 0), or one team of it by
 * number. Counting together is far lighter and nearly always enough; one by one is for teams with a number of their
 * own and for the few assignments that could not be split.
 */
export type Slot = { assignment: string; team: number; most: number; locked: readonly string[] | null };

/** Returns the slots of every assignment, in order; `apart`: assignments whose teams are taken one by one. */
export function slotsOf(view: View, apart: ReadonlySet<string>): Slot[] {
  const numbered = new Set(view.instance.pins.filter((pin) => pin.team !== undefined).map((pin) => pin.assignment));
  return view.instance.assignments.flatMap(({ id, teams }) => {
    const locked = view.instance.locked.filter((team) => team.assignment === id);
    const asked = view.instance.teamCounts.find((count) => count.assignment === id)?.teams ?? 0;
    const most = Math.max(teams, asked, locked.length);
    const held = locked.map((team): Slot => ({ assignment: id, team: team.team, most: 1, locked: team.students }));
    const free = freeNumbers(most, new Set(locked.map(({ team }) => team)), most - locked.length);
    if (apart.has(id) || (numbered.has(id) && most > 1))
      return [...held, ...free.map((team): Slot => ({ assignment: id, team, most: 1, locked: null }))];
    return free.length > 0 ? [...held, { assignment: id, team: 0, most: free.length, locked: null }] : held;
  });
}
/** Returns the lowest `count` team numbers that are not taken. */
export function freeNumbers(from: number, taken: ReadonlySet<number>, count: number): number[] {
  return Array.from({ length: from + taken.size }, (_, at) => at + 1)
    .filter((number) => !taken.has(number))
    .slice(0, count);
}
/** Tells which slot holds the team of this number; null: a number that no team of the assignment can have. */
export function slotOfNumber(view: View, slots: readonly Slot[], assignment: string, team: number): number | null {
  const own = slots.findIndex((slot) => slot.assignment === assignment && slot.team === team);
  if (own >= 0) return own;
  const together = slots.findIndex((slot) => slot.assignment === assignment && slot.team === 0);
  const locked = view.instance.locked.filter((held) => held.assignment === assignment).map((held) => held.team);
  const free = freeNumbers(slots[together]?.most ?? 0, new Set(locked), slots[together]?.most ?? 0);
  return free.includes(team) ? together : null;
}
