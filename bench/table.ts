import type { Result, Round } from "./round.ts";
import { processor, throughput, type Verdict } from "./verdict.ts";

const columns = [
  "page",
  "req/s",
  "p50 ms",
  "p99 ms",
  "CPU ms",
  "bytes",
  "gzip",
  "queries",
  "bare req/s",
  "p50",
  "p99",
  "CPU",
  "throughput",
  "CPU ratio",
  "bytes only",
] as const;
const first = 40;
const wide = 10;
const line = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(first) : cell.padStart(wide))).join(" ");
const ms = (value: number) => value.toFixed(1);

/** The names of the columns. */
export const head = (): string => line(columns);
/** Returns one page: the product, then the bare server, then what they are to each other. */
export function row(result: Result): string {
  const { case: c, ours, bare, bytesOnly, weight, queries } = result;
  const cells = [
    c.name,
    ours.perSecond.toFixed(0),
    ms(ours.p50),
    ms(ours.p99),
    ours.cpu.toFixed(2),
    String(weight.bytes),
    String(weight.gzip),
    c.kind === "kept" ? `0 (${queries})` : queries.toFixed(0),
    bare.perSecond.toFixed(0),
    ms(bare.p50),
    ms(bare.p99),
    bare.cpu.toFixed(2),
    throughput(result).toFixed(2),
    processor(result).toFixed(2),
    bytesOnly ? (ours.perSecond / bytesOnly.perSecond).toFixed(2) : "",
  ];
  const wrong = `  ${ours.wrong} of ours and ${bare.wrong} of the bare server's went wrong`;
  return `${line(cells)}${ours.wrong + bare.wrong ? wrong : ""}`;
}
/** Writes what is said below a table: how soon the server was there, and what it held before and after. */
export const tail = ({ ready, firstList, memory }: Round): string =>
  `ready after ${(ready / 1000).toFixed(1)} s, first list after ${firstList.toFixed(0)} ms more; ` +
  `${memory.before.toFixed(0)} MB then, ${memory.after.toFixed(0)} MB after all this`;
/** Returns a promise on one line, and whether it holds. */
export const said = ({ target, found, holds }: Verdict): string =>
  `  ${holds ? "holds " : "MISSED"}  ${target}: ${found}`;
