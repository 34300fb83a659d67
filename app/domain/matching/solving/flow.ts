/**
 * Describes a network with whole capacities. Arc `2k` goes there, `2k + 1` back; `room` is what is left on it; a
 * `shut` one is used no more.
 */
export type Network = { nodes: number; from: number[]; to: number[]; room: number[]; shut: boolean[]; out: number[][] };

/** Makes a network of this many nodes, without arcs. */
export const network = (nodes: number): Network => ({
  nodes,
  from: [],
  to: [],
  room: [],
  shut: [],
  out: Array.from({ length: nodes }, () => []),
});
/** Lays an arc with this much room, and the empty one back; answers its number. */
export function arc(net: Network, from: number, to: number, room: number): number {
  const id = net.to.length;
  net.from.push(from, to);
  net.to.push(to, from);
  net.room.push(room, 0);
  net.shut.push(false, false);
  net.out[from]?.push(id);
  net.out[to]?.push(id + 1);
  return id;
}
/** Answers what flows through an arc. */
export const through = (net: Network, id: number): number => net.room[id + 1] ?? 0;

/** Sends as much as possible from `source` to `sink` (shortest ways first, in layers) and says how much went. */
export function maxFlow(net: Network, source: number, sink: number): number {
  let total = 0;
  for (;;) {
    const depth = layers(net, source);
    if ((depth[sink] ?? -1) < 0) return total;
    const next = new Int32Array(net.nodes);
    for (
      let sent = push(net, depth, next, source, sink, Infinity);
      sent > 0;
      sent = push(net, depth, next, source, sink, Infinity)
    )
      total += sent;
  }
}
function layers(net: Network, source: number): Int32Array {
  const depth = new Int32Array(net.nodes).fill(-1);
  const queue = [source];
  depth[source] = 0;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? 0;
    for (const id of net.out[node] ?? []) {
      const to = net.to[id] ?? 0;
      if ((net.room[id] ?? 0) > 0 && (depth[to] ?? 0) < 0) {
        depth[to] = (depth[node] ?? 0) + 1;
        queue.push(to);
      }
    }
  }
  return depth;
}
function push(net: Network, depth: Int32Array, next: Int32Array, node: number, sink: number, most: number): number {
  if (node === sink) return most;
  const out = net.out[node] ?? [];
  for (; (next[node] ?? 0) < out.length; next[node] = (next[node] ?? 0) + 1) {
    const id = out[next[node] ?? 0] ?? 0;
    const to = net.to[id] ?? 0;
    if ((net.room[id] ?? 0) <= 0 || depth[to] !== (depth[node] ?? 0) + 1) continue;
    const sent = push(net, depth, next, to, sink, Math.min(most, net.room[id] ?? 0));
    if (sent > 0) {
      send(net, id, sent);
      return sent;
    }
  }
  return 0;
}
function send(net: Network, id: number, amount: number) {
  net.room[id] = (net.room[id] ?? 0) - amount;
  net.room[id ^ 1] = (net.room[id ^ 1] ?? 0) + amount;
}

/**
 * Makes what flows as cheap as possible without changing how much flows, by turning every cycle that saves; then closes
 * every arc that no flow this cheap uses, so that a next price is lowered without giving this one up. `price` is per
 * arc there; the way back earns it.
 */
export function reduceCost(net: Network, price: (id: number) => number): void {
  const cost = net.to.map((_, id) => (id % 2 === 0 ? price(id) : -price(id - 1)));
  for (;;) {
    const { distance, cycle } = relax(net, cost);
    if (cycle.length > 0) {
      const amount = Math.min(...cycle.map((id) => net.room[id] ?? 0));
      for (const id of cycle) send(net, id, amount);
      continue;
    }
    net.to.forEach((to, id) => {
      if ((cost[id] ?? 0) + (distance[net.from[id] ?? 0] ?? 0) > (distance[to] ?? 0)) net.shut[id] = true;
    });
    return;
  }
}
/** Finds shortest distances from anywhere, or a cycle that only gets shorter (Bellman and Ford). */
function relax(net: Network, cost: readonly number[]): { distance: Float64Array; cycle: number[] } {
  const distance = new Float64Array(net.nodes);
  const by = new Int32Array(net.nodes).fill(-1);
  for (let round = 0; round <= net.nodes; round++) {
    let last = -1;
    for (let id = 0; id < net.to.length; id++) {
      const [from, to] = [net.from[id] ?? 0, net.to[id] ?? 0];
      const reached = (distance[from] ?? 0) + (cost[id] ?? 0);
      if ((net.room[id] ?? 0) > 0 && !net.shut[id] && reached < (distance[to] ?? 0)) {
        distance[to] = reached;
        by[to] = id;
        last = to;
      }
    }
    if (last < 0) return { distance, cycle: [] };
    const cycle = cycleIn(net, by, last);
    if (cycle.length > 0) return { distance, cycle };
  }
  return { distance, cycle: [] };
}
/** Walks back along the arcs that shortened; coming by a node twice is a cycle. */
function cycleIn(net: Network, by: Int32Array, start: number): number[] {
  const seen = new Map<number, number>();
  const way: number[] = [];
  for (let node = start; ; ) {
    const at = seen.get(node);
    if (at !== undefined) return way.slice(at);
    seen.set(node, way.length);
    const id = by[node] ?? -1;
    if (id < 0) return [];
    way.push(id);
    node = net.from[id] ?? 0;
  }
}
