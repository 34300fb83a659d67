import { randomUUID } from "node:crypto";
import { connectionLost } from "#db/client.server.ts";
import type { Context } from "#app/services/context.ts";
import { envOrExit, type Env } from "#app/platform/settings/env.server.ts";
import { log, errorFields } from "./log.server.ts";
import { openForServer, type OpenDatabase } from "./open.server.ts";

/**
 * Holds what a request needs from outside this process, opened once. It hangs on the process, because development
 * reloads modules.
 */
const process_ = globalThis as {
  samenspelRuntime?: Promise<OpenDatabase>;
  samenspelDatabase?: OpenDatabase;
  samenspelEnv?: Env;
};

/** Returns the settings of this server, read once. */
export const env = (): Env => (process_.samenspelEnv ??= envOrExit());
export const publicUrl = (): URL => new URL(env().publicOrigin);

/**
 * Opens the database, once. Waits as long as it is out of reach; anything else that is wrong is thrown, as a sentence.
 */
export const openRuntime = (): Promise<OpenDatabase> => (process_.samenspelRuntime ??= open());
async function open(): Promise<OpenDatabase> {
  for (;;) {
    try {
      return (process_.samenspelDatabase = await openForServer(env()));
    } catch (error) {
      if (!connectionLost(error)) throw error;
      log("warn", "waiting for the database", { code: errorFields(error).code });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** Returns the database of this server; throws before `openRuntime` has resolved. */
export function openedDatabase(): OpenDatabase {
  if (!process_.samenspelDatabase) throw new Error("the database is not open yet");
  return process_.samenspelDatabase;
}

/** Every context takes the clock, new ids and access to the database from here. */
export const runtime = (): Pick<Context, "transact" | "now" | "newId"> => ({
  transact: openedDatabase().database.transact,
  now: () => new Date(),
  newId: randomUUID,
});

/** Returns the same for whoever only reads and may see what was a second ago. */
export const lookingRuntime = (): ReturnType<typeof runtime> => ({
  ...runtime(),
  transact: openedDatabase().database.look,
});

/** Closes what was opened. */
export async function closeRuntime(): Promise<void> {
  await process_.samenspelRuntime?.then(
    ({ close }) => close(),
    () => {},
  );
  delete process_.samenspelRuntime;
  delete process_.samenspelDatabase;
}
