import { priceOf, withoutThem, type Priced } from "./compare.ts";
import { conflictIn, type Conflict } from "./solving/conflict.ts";
import type { Instance } from "./instance.ts";
import type { Outcome, Preset } from "./levels.ts";
import type { Solver } from "./model/linear.ts";
import { match, type Options } from "./match.ts";
import type { Plan } from "./plan.ts";
import { why, type Reason } from "./explanations.ts";

type Wishes = Omit<Options, "tell">;
/** Lists what a solver can be asked, in plain data both ways: it runs in another thread. */
export type Jobs = {
  match: { input: { instance: Instance; options?: Wishes }; output: Plan | null };
  conflict: { input: { instance: Instance }; output: Conflict | null };
  price: { input: { changed: Instance; plan: Plan; options?: Wishes }; output: Priced };
  without: { input: { instance: Instance; plan: Plan; gone: readonly string[] }; output: Priced };
  /** `about` names another assignment than the first choice. */
  why: {
    input: { instance: Instance; plan: Plan; students: readonly string[]; about?: string };
    output: Record<string, Reason>;
  };
};
export type JobKind = keyof Jobs;
/** It says how far the run is: which level was settled, or how many students of all were explained. */
export type Progress =
  | { kind: "level"; preset: Preset; outcome: Outcome }
  | { kind: "answered"; done: number; of: number };
type Doing = {
  [K in JobKind]: (
    input: Jobs[K]["input"],
    solver: Solver,
    onProgress: (progress: Progress) => void,
  ) => Jobs[K]["output"];
};

export const jobs: Doing = {
  match: ({ instance, options = {} }, solver, onProgress) =>
    match(instance, solver, {
      ...options,
      onLevel: (outcome) => onProgress({ kind: "level", preset: options.preset ?? "default", outcome }),
    }),
  conflict: ({ instance }, solver) => conflictIn(instance, solver),
  price: ({ changed, plan, options = {} }, solver, onProgress) =>
    priceOf(changed, plan, solver, {
      ...options,
      onLevel: (outcome) => onProgress({ kind: "level", preset: plan.preset, outcome }),
    }),
  without: ({ instance, plan, gone }, solver, onProgress) =>
    withoutThem(instance, plan, gone, solver, {
      onLevel: (outcome) => onProgress({ kind: "level", preset: plan.preset, outcome }),
    }),
  why: ({ instance, plan, students, about }, solver, onProgress) =>
    Object.fromEntries(
      students.map((student, at) => {
        const reason = why(instance, plan, student, solver, about);
        onProgress({ kind: "answered", done: at + 1, of: students.length });
        return [student, reason];
      }),
    ),
};
