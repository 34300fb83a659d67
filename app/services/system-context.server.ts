import { nobody } from "#app/domain/workflow/policy.ts";
import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { noReach, type Context } from "./context.ts";

/** Makes the clock's own context: the reach of the given centres and no relation at all. */
export const systemContext = (
  runtime: Pick<Context, "transact" | "now" | "newId">,
  centres: readonly string[],
): Context => ({
  ...runtime,
  actor: nobody,
  reach: { person: "", centres, organizations: [] },
  locale: "nl",
  requestId: "clock",
});

/** Opens the same within reach of every centre. */
export const systemContextEverywhere = async (runtime: Pick<Context, "transact" | "now" | "newId">): Promise<Context> =>
  systemContext(runtime, await runtime.transact(noReach, allCentreIds));
