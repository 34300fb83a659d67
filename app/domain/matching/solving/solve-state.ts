import type { Layout } from "#app/domain/matching/model/layout.ts";
import type { Outcome, Preset } from "#app/domain/matching/levels.ts";
import type { Model, Solver } from "#app/domain/matching/model/linear.ts";

type Limits = {
  /** Says how far the search for choices goes, in nodes; undefined: until it is proven. */
  nodes?: number | undefined;
  /** Says how far, and how many seconds of work at most, each search for quality, staying and lots goes. */
  fineNodes: number;
  fineSeconds: number;
};
/**
 * Levels of quality get two seconds (docs/matching.md 7); the nodes end them sooner, on every machine at the same
 * place.
 */
export const usualLimits: Limits = { fineNodes: 200, fineSeconds: 2 };
/** Says how a round is to be solved. */
export type SolveOptions = {
  preset: Preset;
  limits: Limits;
  /** Tells where staying with the plan before comes: after quality, or right after the number of placed students. */
  stay: "late" | "early";
  /** Tells whether quality and lots are settled too; not when only the choices are asked about. */
  fine: boolean;
  solver: Solver;
  onLevel: (outcome: Outcome) => void;
};
/** Describes a team of the plan before that may go on under its number; the column says that it does. */
export type GoingOn = { assignment: string; team: number; column: number };
/** Tells where a chain of levels stands: the model with all that is frozen, and a solution of it. */
export type SolveState = {
  layout: Layout;
  model: Model /** Only the rules and what came before the choices, to begin from again. */;
  placing: Model;
  values: Float64Array;
  levels: Outcome[] /** Who goes outside the own list was chosen, not proven; no plan has a lower total than `floor`. */;
  chosen?: { floor: number };
  /** Names which teams of the plan before go on under their number; empty where that was not asked. */
  goingOn: readonly GoingOn[];
};

/** Tells whether a column that is 0 or 1 is 1: solvers answer 0.9999999. */
export const taken = (values: Float64Array, column: number): boolean => (values[column] ?? 0) > 0.5;
/** Answers the seats of this solution in which somebody sits. */
export const seatsTaken = ({ layout, values }: Pick<SolveState, "layout" | "values">) =>
  layout.seats.filter(({ column }) => taken(values, column));
/** Writes a level down and says so. */
export function recordLevel(state: SolveState, outcome: Outcome, { onLevel }: SolveOptions): void {
  const recorded =
    state.chosen &&
    !["own_list", "placed"].includes(outcome.id) &&
    !(outcome.id === "total" && outcome.value <= state.chosen.floor)
      ? { ...outcome, given: "outside" as const }
      : outcome;
  state.levels.push(recorded);
  onLevel(recorded);
}
