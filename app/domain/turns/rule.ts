import type { AssignmentStatus, Relation } from "#app/domain/words.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { TurnAsk } from "./asks.ts";
import type { Part } from "#app/domain/workflow/visibility.ts";

/**
 * Tells who is waited for to make a move, and when (docs/domain.md 6.2). A move without it is possible, and nobody
 * waits for it. Without `clock` and `resolves` it is a turn whenever it may be made.
 */
export type TurnRule = {
  ask: TurnAsk;
  /** Names, of those who may make it, the ones who are waited for; all when absent. */
  of?: readonly Relation[];
  /** Each is waited for only while this guard holds for what they read: else there is nothing of it for them. */
  while?: string;
  /** A turn once one of these clocks asks for it (`asks` in `clocks`). */
  clock?: readonly ClockId[];
  /**
   * Holds a turn while one of these guards holds back a way forward. Absent in the table of the assignment: the
   * guards that `resolvedBy` says it resolves.
   */
  resolves?: readonly string[];
  /** Asks for the preparing of a way forward only once this clock asks. */
  readies?: ClockId;
  /** It is asked in these statuses of each person separately, once a week. */
  weekly?: readonly AssignmentStatus[];
  /** Waits for each of those who are waited for, by themself: one does not do it for the other. */
  each?: true;
  /** While this clock runs everything was said: nobody is waited for. */
  unless?: ClockId;
  /** While this guard holds no term asks for it: what has a deadline is asked first. */
  behind?: string;
  /** Nobody else is told that it is waited for. */
  quiet?: true;
  /** Names who may know that it is waited for, where that is not who may know that it was done. */
  to?: Part;
  /** Whoever may, may also leave it: no turn before its clock asks (never, where it has none). */
  chance?: true;
  /** Tells on whom it falls where nobody is this, where that is not whom `fallbackFor` names. */
  falls?: Relation;
  /** Names who else reads that it is waited for, though they hear of nothing else: these, while this guard holds for them. */
  awaited?: { by: Relation; while: string };
  /** It brings the work itself no further: whoever waits for others reads it after all that does, but for these. */
  aside?: readonly Relation[];
  /** The same act is also waited for of others, for something else. */
  also?: readonly TurnRule[];
};
/** Tells for what somebody is waited for to make this move: nothing, one thing, or something of each side. */
export const turnsOf = ({ turn }: { turn?: TurnRule }): readonly TurnRule[] =>
  turn ? [turn, ...(turn.also ?? [])] : [];
