import type { ContributionKind } from "./words.ts";

/** A partner promises this for a year; euros are in cents. */
type Promised = { organizationId: string; year: number; assignments: number; hours: number; euros: number };
/** Names what was entered of a partner in a year, by kind; `value` in cents. */
type Entered = { organizationId: string; year: number; kind: ContributionKind; value: number; hours: number };
/** This is what the assignments show of a partner in a year; fees agreed and paid are in cents. */
export type Counted = {
  organizationId: string;
  year: number;
  assignments: number;
  hours: number;
  fees: number;
  paid: number;
};
export type Sources = {
  promised: readonly Promised[];
  entered: readonly Entered[];
  counted: readonly Counted[];
};
/** Describes what was promised against what was done: the same figures wherever they stand, with what each of them is made of. */
type Standing = {
  promised: { assignments: number; hours: number; euros: number };
  done: { assignments: number; hours: number; euros: number };
  /** Hours are those that its people logged in assignments and those entered as a contribution. */
  logged: number;
  noted: number;
  /** Euros are those entered as cash and those paid for assignments. */
  cash: number;
  paid: number;
  /** Holds the worth of hours and kit that were entered, and fees agreed: no euros that were given, so no part of them. */
  inKind: number;
  fees: number;
};

/**
 * Returns the one computation of what partners promised and did, over the rows that `which` chooses: of one partner
 * in one year, or of all partners in a year. Cash and what was paid for assignments are euros; hours of its people
 * count whether they were logged in an assignment or entered.
 */
export function promisedAgainstDone(
  { promised, entered, counted }: Sources,
  which: (row: { organizationId: string; year: number }) => boolean,
): Standing {
  const sum = <T extends { organizationId: string; year: number }>(rows: readonly T[], of: (row: T) => number) =>
    rows.filter(which).reduce((all, row) => all + of(row), 0);
  const parts = {
    logged: sum(counted, (row) => row.hours),
    noted: sum(entered, (row) => row.hours),
    cash: sum(entered, (row) => (row.kind === "cash" ? row.value : 0)),
    paid: sum(counted, (row) => row.paid),
    inKind: sum(entered, (row) => (row.kind === "cash" ? 0 : row.value)),
    fees: sum(counted, (row) => row.fees),
  };
  return {
    ...parts,
    promised: {
      assignments: sum(promised, (row) => row.assignments),
      hours: sum(promised, (row) => row.hours),
      euros: sum(promised, (row) => row.euros),
    },
    done: {
      assignments: sum(counted, (row) => row.assignments),
      hours: parts.logged + parts.noted,
      euros: parts.cash + parts.paid,
    },
  };
}
/** Counts whole days and nights of as many people as the largest team has: more hours than this did not fit in a day. */
const mostHoursADay = 24 * 40;
/** Returns the most hours that an organisation can have worked in so many days. */
export const mostHoursIn = (days: number) => mostHoursADay * days;
/** Returns the years of which anything is known, the newest first. */
export const yearsOf = ({ promised, entered, counted }: Sources): number[] =>
  [...new Set([...promised, ...entered, ...counted].map((row) => row.year))].sort((a, b) => b - a);
