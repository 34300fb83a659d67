import { searches } from "./cases.ts";
import type { Result, Round } from "./round.ts";

/** Describes a target, what was found, and whether it holds. */
export type Verdict = { target: string; found: string; holds: boolean };
/** Lists what the product promises, as ratios within one run and as bytes. */
const promised = {
  kept: 0.9,
  drawn: 4,
  personal: 5,
  search: 3,
  flat: 1.3,
  html: 60_000,
  script: 110_000,
  hostile: 300,
} as const;

/** Says how many times the bare server's answers in a second ours gives. */
export const throughput = ({ ours, bare }: Result) => ours.perSecond / bare.perSecond;
/** Says how many times the bare server's processor time an answer of ours costs. */
export const processor = ({ ours, bare }: Result) => ours.cpu / Math.max(0.01, bare.cpu);
const worst = (results: readonly Result[], of: (r: Result) => number) =>
  results
    .map((result) => ({ name: result.case.name, value: of(result) }))
    .sort((one, other) => other.value - one.value)[0];
const atMost = (
  target: string,
  results: readonly Result[],
  of: (r: Result) => number,
  most: number,
  unit = "",
): Verdict[] => {
  const found = worst(results, of);
  return found
    ? [
        {
          target,
          found: `${unit ? (found.value / 1000).toFixed(1) : found.value.toFixed(2)}${unit} (${found.name})`,
          holds: found.value <= most,
        },
      ]
    : [];
};

/** Returns each target against the page that keeps it least, on one database. */
export function verdictsOf({ results, hostile }: Round): Verdict[] {
  const kind = (name: string) => results.filter((r) => r.case.kind === name);
  const pages = results.filter((r) => r.case.kind !== "write");
  const slowest = kind("kept")
    .map((result) => ({ name: result.case.name, value: throughput(result) }))
    .sort((one, other) => one.value - other.value)[0];
  const list = (r: Result) => results.find((other) => other.case.name === searches[r.case.name]);
  return [
    ...(slowest
      ? [
          {
            target: `kept pages: at least ${promised.kept}x the bare server's throughput`,
            found: `${slowest.value.toFixed(2)} (${slowest.name})`,
            holds: slowest.value >= promised.kept,
          },
        ]
      : []),
    ...atMost(
      `public pages that are drawn: at most ${promised.drawn}x its processor time`,
      kind("drawn"),
      processor,
      promised.drawn,
    ),
    ...atMost(
      `personal pages: at most ${promised.personal}x its processor time`,
      kind("personal"),
      processor,
      promised.personal,
    ),
    ...atMost(
      `a search: p99 at most ${promised.search}x that of the plain list`,
      results.filter((r) => list(r)),
      (r) => r.ours.p99 / (list(r)?.ours.p99 ?? 1),
      promised.search,
    ),
    ...atMost("HTML: at most 60 kB compressed", pages, (r) => r.weight.gzip, promised.html, " kB"),
    ...atMost(
      "script on public pages: none",
      results.filter((r) => r.case.kind === "kept" || r.case.kind === "drawn"),
      (r) => r.weight.script,
      0,
      " kB",
    ),
    ...atMost(
      "script on other pages: at most 110 kB compressed",
      kind("personal"),
      (r) => r.weight.script,
      promised.script,
      " kB",
    ),
    {
      target: `hostile searches: always a page, within ${promised.hostile} ms`,
      found: `${hostile.slowest.toFixed(0)} ms (${JSON.stringify(hostile.such_as)}), ${hostile.failed} of ${hostile.asked} failed`,
      holds: hostile.failed === 0 && hostile.slowest <= promised.hostile,
    },
    ...atMost("writers at the same time: none refused", kind("write"), (r) => r.ours.wrong, 0),
  ];
}
/**
 * Says how p50 grows from the smaller database to the larger. Of pages that are drawn: a kept one takes a millisecond at
 * most, and that is the asker's own.
 */
export function flatness(small: Round, large: Round): Verdict[] {
  const before = (r: Result) => small.results.find((other) => other.case.name === r.case.name)?.ours.p50 ?? r.ours.p50;
  return atMost(
    `p50 on the largest database: at most ${promised.flat}x that on the smallest`,
    large.results.filter((r) => r.case.kind !== "kept"),
    (r) => r.ours.p50 / before(r),
    promised.flat,
  );
}
