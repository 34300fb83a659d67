import { randomUUID } from "node:crypto";
import { openDatabase } from "#db/client.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { verifyLog } from "#app/services/log/verify.server.ts";
import { logLines } from "#app/platform/runtime/log-check.server.ts";
import { noteRan } from "#app/platform/runtime/job-notes.server.ts";
import { placeOf } from "#app/platform/runtime/open.server.ts";
import { envOrExit } from "#app/platform/settings/env.server.ts";

// `npm run verify-log`: reads every log of assignments and of rounds, link by link. Ends with 2 when one is broken, with
// 1 when they could not be read.
try {
  const { url, close } = await placeOf(envOrExit());
  const database = openDatabase(url, { poolSize: 1 });
  try {
    const outside = { transact: database.transact, now: () => new Date(), newId: randomUUID };
    const begun = performance.now();
    const found = await verifyLog(await systemContextEverywhere(outside));
    const outcome = { broken: found.broken.length + found.more };
    await noteRan(outside, "log check", performance.now() - begun, outcome);
    for (const line of logLines(found)) console.log(line);
    if (found.broken.length > 0) process.exitCode = 2;
  } finally {
    await database.close().finally(close);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
