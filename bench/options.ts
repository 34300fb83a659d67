import { scaleOf, type Scale } from "#db/seed/national/run.ts";

/** Holds what was asked on the command line: the demo, or a country in one or more sizes. */
export type Options = {
  /** Null stands for the demo. */
  scales: Scale[] | null;
  /** Tells where filled databases are kept for a next run of the same day; null: thrown away. */
  databases: string | null;
  /** Counts seconds of load per page and server. */
  seconds: number;
  /** Takes only pages whose name holds this. */
  only: string;
};
const usual = ["20000", "100000"];

/**
 * Reads `--scale national`, `--assignments 20000,100000`, `--seed 7`, `--databases FOLDER`, `--seconds 4` and `--only
 * mijn`. Throws a sentence.
 */
export function optionsIn(words: readonly string[]): Options {
  const after = (name: string) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? "") : undefined);
  const sizes = after("--assignments")?.split(",") ?? usual;
  const others = words.filter((_, i) => words[i] !== "--assignments" && words[i - 1] !== "--assignments");
  const seconds = Number(after("--seconds") ?? "4");
  if (!(seconds > 0 && seconds <= 60)) throw new Error("--seconds: say a number above 0 and at most 60.");
  if (after("--databases") === "") throw new Error("--databases: say a folder.");
  const scales =
    after("--scale") === undefined
      ? null
      : sizes.map((size) => scaleOf([...others, "--assignments", size])).filter((scale) => scale !== null);
  return { scales, databases: after("--databases") ?? null, seconds, only: after("--only") ?? "" };
}
