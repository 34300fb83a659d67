import { randomUUID } from "node:crypto";
import { envOrExit } from "#app/platform/settings/env.server.ts";
import { openForScript } from "#app/platform/runtime/open.server.ts";
import { sendSavedSearchAlerts } from "#app/services/market/saved-search-notifications.server.ts";
import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { runDeadlines } from "#app/services/workflow/clocks/deadlines.server.ts";

// `npm run deadlines`: one pass over everything that is due, clocks, rounds of matching and saved searches, as the running
// server makes every minute.
const { database: house, close } = await openForScript(envOrExit());
try {
  const outside = { transact: house.transact, now: () => new Date(), newId: () => randomUUID() };
  const centres = await house.transact({ person: "", centres: [], organizations: [] }, allCentreIds);
  console.log(`${await runDeadlines(systemContext(outside, centres))} deadlines handled.`);
  console.log(`${await runRoundClock(systemContext(outside, centres))} rounds of matching moved.`);
  console.log(`${await sendSavedSearchAlerts(outside)} saved searches looked through.`);
} finally {
  await close();
}
