import type { ClockId } from "./clocks.ts";
import type { LoggedAct } from "./logged-acts.ts";
import { everyMove, type AnyMove } from "./processes.ts";
import type { Shows } from "./shown.ts";
import type { Part } from "./visibility.ts";

/** The part whose readers alone may know that this was done (fees, quality notes, claims' content); undefined: all who read the log. */
export const knownTo = (rule: { shows?: Shows } | undefined): Part | undefined =>
  rule?.shows?.quiet ? rule.shows.to : undefined;
/** Clocks whose reminders are lines of the log for readers of this part only. */
export const clockHides: Partial<Record<ClockId, Part>> = { concern: "concerns", safety: "concerns" };
/** Moves whose actor is named to this part's readers only: a company never reads which student asked. */
export const logHidesActor: Partial<Record<string, Part>> = { ask_question: "question_askers" } satisfies Partial<
  Record<AnyMove | LoggedAct, Part>
>;
/** Moves that are told to nobody who was merely too late: who answered for themself, and who asked. */
export const untold: readonly string[] = [
  ...everyMove.flatMap(({ move, rule }) => {
    const part = knownTo(rule);
    return part === "makers_each" || part === "concerns" ? [move] : [];
  }),
  ...Object.keys(logHidesActor),
];
