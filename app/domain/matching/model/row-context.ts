import type { Draft } from "./linear.ts";
import type { Slot } from "./slots.ts";
import type { View } from "#app/domain/matching/view.ts";

/** Describes a column that says: this student, in this slot, at this rank of the own list. */
export type Seat = { student: string; slot: number; rank: number; column: number };

/** Holds what every writer of rows needs: the round, the columns made so far, and the draft that rows are added to. */
export type RowContext = {
  view: View;
  slots: readonly Slot[];
  /** Each slot has a column for its number of teams. */
  teams: readonly number[];
  seats: readonly Seat[];
  inSlot: readonly Seat[][];
  of: ReadonlyMap<string, Seat[]>;
  draft: Draft;
};
