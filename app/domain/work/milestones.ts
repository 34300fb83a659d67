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
 * Tells what a signed change of the agreed milestones does to those still to come. Two versions mean the same milestone by its name,
 * or else by its day, or else by its place: what got another name and another day lies between the same two as before. What both
 * say alike stays as the team planned it since; so does what the team planned itself, and what was reached or dropped.
 */
export function milestonesAfter(before: readonly Agreed[], now: readonly Agreed[], open: readonly Open[]): Change[] {
  const { pairs, left, fresh } = paired(before, now, ({ title }) => open.some((one) => one.title === title));
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

type Pair = { old: Agreed; to: Agreed };
/** Which agreed milestones of two versions are the same, and what of each version the other does not know. */
function paired(before: readonly Agreed[], now: readonly Agreed[], isOpen: (one: Agreed) => boolean) {
  const [left, fresh] = [[...before], [...now]];
  const pairs: Pair[] = [];
  const pair = (old: Agreed, to: Agreed) => {
    left.splice(left.indexOf(old), 1);
    fresh.splice(fresh.indexOf(to), 1);
    pairs.push({ old, to });
  };
  for (const same of ["title", "date"] as const)
    for (const to of [...fresh]) {
      const old = left.find((one) => one[same] === to[same]);
      if (old) pair(old, to);
    }
  const known = [...pairs];
  const oldPlace = placeAmong(known.map(({ old }) => old));
  const newPlace = placeAmong(known.map(({ to }) => to));
  // What was reached or dropped cannot follow: what stands in its place now is another one.
  for (const place of new Set(left.map(oldPlace))) {
    const [olds, news] = [
      left.filter((one) => oldPlace(one) === place && isOpen(one)),
      fresh.filter((one) => newPlace(one) === place),
    ];
    for (const { old, to } of nearest(olds, news)) pair(old, to);
  }
  return { pairs, left, fresh };
}
/** Says between which two of these a milestone lies by its day: the same numbers, the same place. */
const placeAmong =
  (known: readonly Agreed[]) =>
  ({ date }: Agreed): string => {
    const numbered = known.map((one, at) => ({ date: one.date, at })).sort(byDay);
    const [before, after] = [numbered.findLast((one) => one.date <= date), numbered.find((one) => one.date > date)];
    return `${before?.at} ${after?.at}`;
  };
const byDay = (one: { date: string }, other: { date: string }) => one.date.localeCompare(other.date);
/** Pairs in the order of their days; where one side has more, those that lie furthest from the other side are left out. */
function nearest(olds: readonly Agreed[], news: readonly Agreed[]): Pair[] {
  const most = Math.min(olds.length, news.length);
  const near = (some: readonly Agreed[], others: readonly Agreed[]) => {
    const away = ({ date }: Agreed) =>
      Math.min(...others.map((other) => Math.abs(Date.parse(other.date) - Date.parse(date))));
    return some
      .toSorted((a, b) => away(a) - away(b))
      .slice(0, most)
      .sort(byDay);
  };
  const to = near(news, olds);
  return near(olds, news).flatMap((old, at) => (to[at] ? [{ old, to: to[at] }] : []));
}
