import { actorOf } from "#db/queries/account/actor.server.ts";
import { reachOf } from "#app/domain/workflow/policy.ts";
import type { Context } from "#app/services/context.ts";
import type { DatabasePool } from "#db/client.server.ts";

type Surroundings = { database: DatabasePool; now: () => Date; newId: () => string };

/** Returns the context of one person at this moment: the same reading of roles that a request makes. */
export async function contextOf(w: Surroundings, personId: string): Promise<Context> {
  const actor = await w.database.transact({ person: personId, centres: [], organizations: [] }, (db) =>
    actorOf(db, personId),
  );
  return {
    transact: w.database.transact,
    now: w.now,
    newId: w.newId,
    actor,
    reach: reachOf(actor),
    locale: "nl",
    requestId: "world",
  };
}
