/** Tells what is measured: the input of a size is made before the clock runs. `from` and `to`: sizes to begin and to stop at. */
export type Costly = { make: (size: number) => () => unknown; from: number; to: number };

/** Twice the size may take this many times the time. */
export const mostGrowth = 2.2;
/** So many milliseconds tell a cost from a moment in which the machine did something else. */
const tellable = 4;
const doublings = 3;
const tries = 24;
/** A mean that no step of memory explains. */
const steepMean = 3;

/** Returns milliseconds of processor of this process: what other programs do does not count. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
async function took(run: () => unknown): Promise<number> {
  const before = worked();
  await run();
  return worked() - before;
}
/** Returns work that is always the same and never the product's: rows are made, put in order, written as text and read again. */
function yardstick(): unknown {
  const rows = Array.from({ length: 20_000 }, (_, at) => ({ at: (at * 7919) % 20_000, name: `rij ${at}` }));
  return JSON.parse(JSON.stringify(rows.sort((a, b) => a.at - b.at)));
}
const timeOf = (run: () => unknown): number => {
  const before = worked();
  run();
  return worked() - before;
};
/**
 * Says how much work this is, in yardsticks of this machine at this moment: one that is slow, or busy with other work, takes
 * longer over both.
 */
export function yardsticks(work: () => unknown): number {
  const one = Math.min(...[1, 2, 3].map(() => timeOf(yardstick)));
  return timeOf(work) / one;
}
/** The least of several runs. */
export async function fastest(run: () => unknown, times: number): Promise<number> {
  let least = Infinity;
  for (let n = 0; n < times; n++) least = Math.min(least, await took(run));
  return least;
}

/**
 * Measures by which factor the time grows when the input doubles: 2 where the cost is linear, 4 where it is quadratic.
 * It takes the least of three doublings, because memory has steps of its own, unless all three together are steep. Of
 * each size the quickest run counts, and when the factor is too large, more runs are made. The answer is 1 when even
 * the largest input takes next to nothing.
 */
export async function growth({ make, from, to }: Costly): Promise<number> {
  let size = from;
  let quick = await fastest(make(size), 2);
  while (quick < tellable && size < to) quick = await fastest(make((size *= 2)), 2);
  if (quick < tellable) return 1;
  const runs = Array.from({ length: doublings + 1 }, (_, n) => make(size * 2 ** n));
  const least = runs.map(() => Infinity);
  let found = Infinity;
  for (let attempt = 0; attempt < tries && found > mostGrowth; attempt++) {
    for (const [n, run] of runs.entries()) least[n] = Math.min(least[n] ?? Infinity, await fastest(run, 2));
    const ratios = least.slice(1).map((took, n) => took / (least[n] ?? 1));
    const mean = ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / doublings);
    found = mean > steepMean ? mean : Math.min(...ratios);
  }
  return found;
}
