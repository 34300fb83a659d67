import {
  backgroundRunsOf,
  databaseFacts,
  lastBackup,
  mailFacts,
  solverFacts,
  uploadedBytes,
} from "#db/queries/administration/status.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { memoizeFor } from "#app/services/memoize-for.server.ts";
import { requireAdministrator } from "./acting.server.ts";

const day = 86_400_000;
/** Is asked once by everyone together: looking again and again costs nothing. */
const counted = memoizeFor(5000, async (ctx) =>
  inTransaction(await systemContextEverywhere(ctx), async ({ db, now }) => {
    const runs = await backgroundRunsOf(db);
    const check = runs.find(({ name }) => name === "log check");
    return {
      database: await databaseFacts(db),
      mail: await mailFacts(db, now(), new Date(+now() - 7 * day)),
      solver: await solverFacts(db),
      uploaded: await uploadedBytes(db, new Date(+now() - day)),
      backup: await lastBackup(db),
      runs,
      logCheck: check?.ranAt ? { at: check.ranAt, broken: check.outcome?.broken ?? 0 } : null,
    };
  }),
);
/** Counts what the database knows of how the platform does: counts and moments, over all centres. Refuses `not_found`. */
export async function countedStatus(ctx: Context) {
  requireAdministrator(ctx);
  return counted(ctx);
}
