import { arc, reduceCost, maxFlow, network, through, type Network } from "./flow.ts";
import type { Assignment } from "#app/domain/matching/instance.ts";
import { edgesOf, whole, type Edge, type Reach, type View } from "#app/domain/matching/view.ts";

type Drawn = {
  net: Network;
  edges: readonly (Edge & { arc: number })[];
  /** A single seat's arc is found by how many of the assignment's students sit before it. */
  others: ReadonlyMap<number, number>;
  placed: number;
};

/**
 * Returns the round as a network: students, places, and guides where one alone guides an assignment. Minima, skills
 * and mixes are left out, so what it places is a bound. `seatBySeat`: each seat of an assignment has an arc of its
 * own.
 */
function drawn(view: View, reach: Reach, seatBySeat = false): Drawn {
  const { students, assignments, guides } = view.instance;
  const node = new Map<string, number>();
  const at = (key: string) => node.get(key) ?? (node.set(key, node.size + 2), node.size + 1);
  const net = network(2 + students.length + assignments.length + guides.length);
  for (const { id } of students) if (!view.lockedIn.has(id)) arc(net, 0, at(`s ${id}`), 1);
  const edges = edgesOf(view, reach)
    .filter(({ student }) => !view.lockedIn.has(student))
    .map((edge) => ({ ...edge, arc: arc(net, at(`s ${edge.student}`), at(`a ${edge.assignment}`), 1) }));
  const others = new Map<number, number>();
  for (const assignment of assignments) {
    const from = at(`a ${assignment.id}`);
    const to = soleGuide(view, assignment) === null ? 1 : at(`g ${soleGuide(view, assignment)}`);
    const room = placesOf(view, assignment);
    const wanted = seatBySeat ? (net.out[from]?.length ?? 0) : 0;
    for (let seat = 0; seat < Math.min(room, wanted); seat++) others.set(arc(net, from, to, 1), seat);
    if (!seatBySeat) arc(net, from, to, room);
  }
  for (const guide of guides)
    arc(
      net,
      at(`g ${guide.id}`),
      1,
      Math.min(
        guide.students ?? Infinity,
        guide.teams === null ? Infinity : guide.teams * widest(view, guide.id),
        students.length,
      ),
    );
  return { net, edges, others, placed: maxFlow(net, 0, 1) };
}
const soleGuide = (view: View, { guides }: Assignment): string | null =>
  guides.length === 1 && guides[0]?.length === 1 && view.instance.guides.some(({ id }) => id === guides[0]?.[0])
    ? (guides[0][0] ?? null)
    : null;
const widest = (view: View, guide: string) =>
  view.instance.assignments.reduce(
    (most, a) => (a.guides.some((list) => list.includes(guide)) ? Math.max(most, a.size.max) : most),
    0,
  );
const placesOf = ({ instance }: View, { id, size, teams }: Assignment) =>
  size.max *
  ((instance.teamCounts.find(({ assignment }) => assignment === id)?.teams ?? teams) -
    instance.locked.filter(({ assignment }) => assignment === id).length);

/**
 * At most so many students find a place when nobody comes lower than `reach.worst`; locked students are not counted.
 */
const mostPlaced = (view: View, reach: Reach): number => drawn(view, reach).placed;

/**
 * Returns the smallest choice, from `least` on, within which as many find a place as on the whole lists: no plan can
 * do with a lower one.
 */
export function smallestWorstRank(view: View, least: number): { worst: number; placed: number } {
  const placed = mostPlaced(view, whole);
  let worst = Math.max(1, Math.min(least, view.outside - 1));
  while (worst < view.outside - 1 && mostPlaced(view, { ...whole, worst }) < placed) worst++;
  return { worst, placed };
}

/**
 * Tells whether the network is the whole round: places and capacities, and no rule that ties students to each other.
 */
export function isPlain(view: View): boolean {
  const { apart, together, wishes, pins, teamCounts, locked, previous, assignments, guides, fallback } = view.instance;
  const counted = new Map(guides.map((guide) => [guide.id, guide]));
  const plainGuide = (id: string, size: number) => {
    const guide = counted.get(id);
    return !guide || guide.teams === null || size === 1;
  };
  return (
    !previous &&
    !fallback &&
    [apart, together, wishes, pins, teamCounts, locked].every((rows) => rows.length === 0) &&
    assignments.every(
      (a) =>
        a.size.min <= 1 &&
        [a.required, a.desired, a.disciplines, a.stars].every((rows) => rows.length === 0) &&
        a.mix.mbo + a.mix.hbo === 0 &&
        a.guides.length <= 1 &&
        a.guides.every((list) => list.length === 1 && plainGuide(list[0] ?? "", a.size.max)),
    )
  );
}
/** Tells what is lowered in turn: a price of each place, or how many pairs of students share an assignment. */
type FlowPrice = ((edge: Edge) => number) | "even";
/** Places as many students as possible in a plain round, then lowers each price in turn; the result is exact. */
export function flowPlaces(view: View, reach: Reach, prices: readonly FlowPrice[]): Edge[] {
  const { net, edges, others } = drawn(view, reach, true);
  const at = new Map(edges.map((edge) => [edge.arc, edge]));
  for (const price of prices)
    reduceCost(net, (id) => {
      if (price === "even") return others.get(id) ?? 0;
      const edge = at.get(id);
      return edge ? price(edge) : 0;
    });
  return edges.filter((edge) => through(net, edge.arc) > 0);
}
