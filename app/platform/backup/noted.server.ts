import { randomUUID } from "node:crypto";
import { openDatabase } from "#db/client.server.ts";
import { writePlatformEvent } from "#db/queries/administration/log.server.ts";
import { noReach } from "#app/services/context.ts";

/**
 * Writes in the platform's log that the operator did this at the machine now, so that the status page knows it. Where it
 * cannot be written the back-up is as good as it was.
 */
export async function noteAtMachine(url: string, act: "backed_up" | "restored"): Promise<void> {
  const database = openDatabase(url, { poolSize: 1 });
  try {
    await database.transact(noReach, (db) =>
      writePlatformEvent(db, { id: randomUUID(), act, actorId: null, at: new Date() }),
    );
  } catch (error) {
    console.error(`This was done, but the log of the platform could not be told: ${String(error)}`);
  } finally {
    await database.close();
  }
}
