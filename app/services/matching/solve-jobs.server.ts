import type { JobKind, Jobs, Progress } from "#app/domain/matching/jobs.ts";
import type { Plan } from "#app/domain/matching/plan.ts";
import { summaryOf } from "#app/domain/matching/summary.ts";
import { tried } from "#app/domain/rounds/instance.ts";
import { addReasons, updateHeldRun, runById, takeRun, toExplain, type Run } from "#db/queries/rounds/runs.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";

/** The solver works in a thread of its own, one job after another. */
type SolverPort = {
  run: <K extends JobKind>(
    kind: K,
    input: Jobs[K]["input"],
    asking?: { seconds?: number; signal?: AbortSignal; onProgress?: (progress: Progress) => void },
  ) => Promise<{ output: Jobs[K]["output"]; cpu: number }>;
};
type JobRuntime = Pick<Context, "transact" | "now" | "newId">;
/** A server that says nothing for so long has died: another takes its run up. */
const silence = 15_000;
const beat = 1000;
/** A run that brings down its server, or the solver, is taken up so often and no more. */
const mostTries = 3;
const atOnce = 6;
/** Plans older than this are explained only when somebody asks for a new one. */
const fresh = 24 * 3_600_000;

/**
 * One thing to do for the matching of any centre: a run that waits, else some reasons of a finished plan. False when
 * there is nothing. Several servers may do this at once; a run whose server died is taken up again.
 */
export async function runSolveJob(runtime: JobRuntime, solver: SolverPort): Promise<boolean> {
  const ctx = await systemContextEverywhere(runtime);
  const { run, plan } = await inTransaction(ctx, async ({ db, now }) => {
    const taken = await takeRun(db, { now: now(), until: new Date(+now() + silence) });
    return { run: taken, plan: taken ? undefined : await toExplain(db, new Date(+now() - fresh)) };
  });
  if (!run) return plan ? explain(ctx, solver, plan) : false;
  if (run.tries > mostTries) await finish(ctx, run, { status: "broken" });
  else await solve(ctx, solver, run);
  return true;
}
const finish = (ctx: Context, run: Run, set: Parameters<typeof updateHeldRun>[2]) =>
  inTransaction(ctx, ({ db, now }) => updateHeldRun(db, run, { ...set, doneAt: now(), heldUntil: null }));

async function solve(ctx: Context, solver: SolverPort, run: Run): Promise<void> {
  const stop = new AbortController();
  const progress: string[] = [];
  const onProgress = (said: Progress) => {
    if (said.kind === "level") progress.push(said.outcome.id);
  };
  // Says again and again that it is still at it, and hears whether somebody wants it to stop.
  const heart = setInterval(() => {
    inTransaction(ctx, ({ db, now }) =>
      updateHeldRun(db, run, { heldUntil: new Date(+now() + silence), progress: [...progress] }),
    ).then(
      (held) => {
        if (!held || held.stopAsked) stop.abort();
      },
      () => {},
    );
  }, beat);
  try {
    const { plan, cpu } = await planFor(ctx, solver, run, { signal: stop.signal, onProgress });
    if (plan)
      await finish(ctx, run, {
        status: "done",
        plan,
        summary: summaryOf(plan, run.input.students.length),
        cpu,
        progress,
      });
    else
      await finish(ctx, run, {
        status: "impossible",
        cpu,
        progress,
        conflict: (await solver.run("conflict", { instance: inputOf(run) }, { signal: stop.signal })).output,
      });
  } catch (error) {
    if (stop.signal.aborted) await finish(ctx, run, { status: "stopped", progress });
    else {
      await inTransaction(ctx, ({ db }) =>
        updateHeldRun(db, run, { status: run.tries < mostTries ? "waiting" : "broken", heldUntil: null }),
      );
      throw error;
    }
  } finally {
    clearInterval(heart);
  }
}
/** Tells what the solver was really asked: a trial changes the round it was made of. */
export const inputOf = ({ input, tried: trial }: Pick<Run, "input" | "tried">) => (trial ? tried(input, trial) : input);
async function planFor(
  ctx: Context,
  solver: SolverPort,
  run: Run,
  asking: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<{ plan: Plan | null; cpu: number }> {
  const instance = inputOf(run);
  const before =
    run.kind === "repair" && run.basedOn
      ? await inTransaction(ctx, ({ db }) => runById(db, run.basedOn ?? ""))
      : undefined;
  if (!before?.plan) {
    const { output, cpu } = await solver.run("match", { instance, options: { preset: run.preset } }, asking);
    return { plan: output, cpu };
  }
  const here = new Set(instance.students.map(({ id }) => id));
  const { output, cpu } = await solver.run(
    "without",
    {
      instance,
      plan: before.plan,
      gone: before.plan.places.map(({ student }) => student).filter((id) => !here.has(id)),
    },
    asking,
  );
  return { plan: output?.plan ?? null, cpu };
}
/** A few more answers to "why not my first choice?", so that a new run never waits long for them. */
async function explain(ctx: Context, solver: SolverPort, run: Run): Promise<boolean> {
  if (!run.plan) return false;
  const missing = withoutGoodPlace(run.plan).filter((id) => !run.reasons?.[id]);
  const some = missing.slice(0, atOnce);
  const reasons = some.length
    ? (await solver.run("why", { instance: inputOf(run), plan: run.plan, students: some })).output
    : {};
  await inTransaction(ctx, ({ db }) => addReasons(db, run.id, reasons, missing.length <= atOnce));
  return true;
}
/** Lists who has something else than their first choice, or nothing. */
const withoutGoodPlace = ({ places, unplaced }: Plan): string[] => [
  ...unplaced,
  ...places.filter(({ rank }) => rank > 1).map(({ student }) => student),
];
