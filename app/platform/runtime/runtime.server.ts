import { randomUUID } from "node:crypto";
import { connectionLost } from "#db/client.server.ts";
import type { Context } from "#app/services/context.ts";
import { envOrExit, type Env } from "#app/platform/settings/env.server.ts";
import { log, traces } from "./log.server.ts";
import { openForServer, type OpenDatabase } from "./open.server.ts";

/**
 * Everything outside this process that a request leans on, opened once. Development reloads modules, so it hangs on the
 * process.
 */
const process_ = globalThis as {
  samenspelOutside?: Promise<OpenDatabase>;
  samenspelHouse?: OpenDatabase;
  samenspelEnv?: Env;
};

/** The settings of this server, read once. */
export const env = (): Env => (process_.samenspelEnv ??= envOrExit());
export const houseUrl = (): URL => new URL(env().publicOrigin);

/**
 * Opens the database, once. Waits as long as it is out of reach; anything else that is wrong is thrown, as a sentence.
 */
export const openOutside = (): Promise<OpenDatabase> => (process_.samenspelOutside ??= open());
async function open(): Promise<OpenDatabase> {
  for (;;) {
    try {
      return (process_.samenspelHouse = await openForServer(env()));
    } catch (error) {
      if (!connectionLost(error)) throw error;
      log("warn", "waiting for the database", { code: traces(error).code });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** The database of this server; throws before `openOutside` has come back. */
export function openHouse(): OpenDatabase {
  if (!process_.samenspelHouse) throw new Error("the database is not open yet");
  return process_.samenspelHouse;
}

/** Time, ids and the door to the database, for every context. */
export const outside = (): Pick<Context, "transact" | "now" | "newId"> => ({
  transact: openHouse().house.transact,
  now: () => new Date(),
  newId: randomUUID,
});

/** Closes what was opened. */
export async function closeOutside(): Promise<void> {
  await process_.samenspelOutside?.then(
    ({ close }) => close(),
    () => {},
  );
  delete process_.samenspelOutside;
  delete process_.samenspelHouse;
}
