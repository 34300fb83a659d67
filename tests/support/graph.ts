import { dirname, join, relative } from "node:path";
import { code, type Import, importsOf, read } from "./sources.ts";

/** An edge is one import between two files of ours, or from a file to a package. */
type Arrow = { file: string; to: string; imported: Import };

/** Returns the package that is imported, or the path of our own file. */
const targetOf = (file: string, { from }: Import): string => {
  if (from.startsWith("#")) return from.slice(1);
  return from.startsWith(".") ? relative(".", join(dirname(file), from)) : from;
};

/** Lists every import of our own code, types included. */
export const arrows = (): Arrow[] =>
  code().flatMap((file) => importsOf(read(file)).map((imported) => ({ file, imported, to: targetOf(file, imported) })));

/**
 * Groups of files that import each other in a circle (strongly connected components of more than one file),
 * found by Tarjan's algorithm. An empty list means the graph has no circle.
 */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file)).sort();
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle);
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}

/** Reads which file imports which, as a graph. */
export function graphOf(all: readonly Arrow[]): Map<string, string[]> {
  const graph = new Map<string, string[]>(code().map((file) => [file, []]));
  for (const { file, to } of all) graph.get(file)?.push(to);
  return graph;
}
