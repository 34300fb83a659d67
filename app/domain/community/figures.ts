import type { AssignmentStatus } from "#app/domain/words.ts";
import { assignmentStatuses } from "#app/domain/words.ts";

/** Fewer answers than this are no mean: they would tell what one person said. */
const fewestMarks = 3;
/** A mean as others read it, to one decimal; null while there are too few marks. */
export const meanOf = (n: number, mean: number | null): number | null =>
  n < fewestMarks || mean === null ? null : Math.round(mean * 10) / 10;

/**
 * Hosts of the last meetings that are looked at, planned ones among them, so that the signal comes while it can be
 * mended.
 */
export const lookedBack = 4;
export type HostSignal = { why: "three_of_four" | "twice_in_a_row"; hostId: string };
/**
 * Tells whether meetings move around between the partners (docs/domain.md 7.1). `hosts` newest first, `partners` how many
 * there are. A signal when one host had three or more of the last four while there is another partner, or twice in a
 * row where there are three partners or more.
 */
export function hostSignal(hosts: readonly string[], partners: number): HostSignal | null {
  const last = hosts.slice(0, lookedBack);
  const often = last.find((host) => last.filter((one) => one === host).length >= 3);
  if (often && partners >= 2) return { why: "three_of_four", hostId: often };
  const [one, two] = last;
  return one !== undefined && one === two && partners >= 3 ? { why: "twice_in_a_row", hostId: one } : null;
}

/** Holds assignments that count as done with a community: from the signature on, however they ended. */
export const countedStatuses: readonly AssignmentStatus[] = assignmentStatuses
  .slice(assignmentStatuses.indexOf("signed"))
  .filter((s) => !["rejected", "withdrawn", "expired"].includes(s));
/** Lists assignments whose work is over: they may be judged, and their lessons looked for. */
export const judgedStatuses: readonly AssignmentStatus[] = [
  "completed",
  "implementing",
  "implemented",
  "not_implemented",
  "anchoring",
  "closed",
];
/** Assignments whose lessons should have reached the curriculum, or will. */
export const anchoredStatuses: readonly AssignmentStatus[] = ["implemented", "not_implemented", "anchoring", "closed"];

/** Counts months in which an employee should take part once (docs/domain.md 7.5). */
export const rotationMonths = 12;
/** Returns the part of the employees that took part; null where nobody knows how many there are. */
export const rotationShare = (took: number, employees: number | null): number | null =>
  employees && employees > 0 ? Math.min(1, took / employees) : null;

/**
 * Answers the share of the largest partner and of the largest three in all assignments (docs/domain.md I14); null
 * without assignments.
 */
export function shares(counts: readonly number[]): { largest: number; three: number } | null {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return null;
  const order = [...counts].sort((a, b) => b - a);
  return { largest: (order[0] ?? 0) / total, three: order.slice(0, 3).reduce((a, b) => a + b, 0) / total };
}
/** From this share on a community leans on one partner (docs/domain.md 7.4); the number is a default of ours. */
export const leansFrom = 0.5;
