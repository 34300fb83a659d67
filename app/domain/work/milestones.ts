import { openMilestone, type MilestoneStatus } from "#app/domain/words.ts";

/**
 * Tells whether a delivery still asks what became of this milestone: nobody said that it was reached or dropped, or
 * moved it to a day that is yet to come.
 */
export const isUnanswered = ({ status, dueOn }: { status: MilestoneStatus; dueOn: string }, today: string): boolean =>
  (openMilestone as readonly string[]).includes(status) && (status === "planned" || dueOn <= today);

type Agreed = { title: string; date: string };
type Open = { id: string; title: string; dueOn: string };
type Change =
  | { move: "plan"; id: null; to: Agreed }
  | { move: "follow_agreement"; id: string; to: Agreed }
  | { move: "drop_as_agreed"; id: string; to: null };

/**
 * Tells what a signed change of the agreed milestones does to those still to come. Two versions mean the same
 * milestone by its name, or else by its day. What both say alike stays as the team planned it since; so does what the
 * team planned itself, and what was reached or dropped.
 */
export function milestonesAfter(before: readonly Agreed[], now: readonly Agreed[], open: readonly Open[]): Change[] {
  const [left, fresh] = [[...before], [...now]];
  const pairs: { old: Agreed; to: Agreed }[] = [];
  for (const same of ["title", "date"] as const)
    for (const to of [...fresh]) {
      const at = left.findIndex((one) => one[same] === to[same]);
      if (at < 0) continue;
      pairs.push(...left.splice(at, 1).map((old) => ({ old, to })));
      fresh.splice(fresh.indexOf(to), 1);
    }
  const free = [...open];
  const take = ({ title }: Agreed) => {
    const at = free.findIndex((one) => one.title === title);
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  const follow = (id: string, to: Agreed) => ({ move: "follow_agreement" as const, id, to });
  return [
    ...pairs.flatMap(({ old, to }) => {
      const held = take(old);
      return held && (old.title !== to.title || old.date !== to.date) ? [follow(held.id, to)] : [];
    }),
    ...left.flatMap((old) => {
      const held = take(old);
      return held ? [{ move: "drop_as_agreed" as const, id: held.id, to: null }] : [];
    }),
    ...fresh.map((to) => {
      const held = take(to);
      return held ? follow(held.id, to) : { move: "plan" as const, id: null, to };
    }),
  ];
}
