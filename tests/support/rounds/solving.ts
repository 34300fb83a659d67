import { openSolver } from "#app/platform/solver/solver.server.ts";
import type { Context } from "#app/services/context.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";

/** Does everything that waits for the solver, with one of its own. */
export async function solveAll(out: Pick<Context, "transact" | "now" | "newId">): Promise<void> {
  const solver = openSolver();
  try {
    while (await runSolveJob(out, solver));
  } finally {
    await solver.close();
  }
}
