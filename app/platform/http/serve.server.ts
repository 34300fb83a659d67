import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { ServerBuild } from "#app/framework.server.ts";
import { arrangeIndex } from "#app/services/market/market-index.server.ts";
import { cap, watchLag } from "./concurrency-limit.server.ts";
import { frameworkDoor } from "./framework.server.ts";
import { readiness } from "./health.server.ts";
import { invalidatePages } from "./page-cache.server.ts";
import { listener, type Place } from "./listener.server.ts";
import { log, traces } from "#app/platform/runtime/log.server.ts";
import { closeOutside, env, houseUrl, openHouse, openOutside, outside } from "#app/platform/runtime/runtime.server.ts";
import { beginRounds } from "#app/platform/runtime/background.server.ts";
import { routeTable } from "./route-table.server.ts";
import { closeSolver } from "#app/platform/solver/solver.server.ts";
import { staticFiles, type StaticFile } from "./static.server.ts";

type Entry = ServerBuild["entry"]["module"] & Pick<Place, "errorPage">;
const stopAfter = 20_000;

/**
 * Opens the database, listens, and stays until SIGTERM or SIGINT. Ends the process with a sentence when it cannot
 * begin.
 */
export async function serve(build: ServerBuild): Promise<void> {
  try {
    const { host, port, publicOrigin, maxAtOnce } = env();
    await openOutside();
    // what another process took from the market is on no kept page of this one
    await openHouse().house.heard(invalidatePages);
    // The first visitor does not wait for it; when it fails now, that visitor's request makes it.
    await arrangeIndex(outside()).catch((error) => log("warn", "the index was not arranged", traces(error)));
    const lag = watchLag();
    const life = { stopping: false };
    const place = placeOf(build, staticFiles(join(process.cwd(), "build/client")), life, cap(maxAtOnce, lag));
    const server = bounded(createServer({ maxHeaderSize: 16_384, connectionsCheckingInterval: 1000 }, listener(place)));
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
    log("info", "listening", { host, port, origin: publicOrigin });
    endOnSignal(server, life, beginRounds());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** The same gate in development, in front of freshly loaded modules. */
export function develop(build: ServerBuild): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    await openOutside();
    (globalThis as { samenspelRounds?: unknown }).samenspelRounds ??= beginRounds();
    await listener(placeOf(build, new Map(), { stopping: false }, cap(env().maxAtOnce), 0))(request, response);
  };
}

function placeOf(
  build: ServerBuild,
  files: ReadonlyMap<string, StaticFile>,
  life: { stopping: boolean },
  load: Place["load"],
  keepSeconds = env().keepSeconds,
): Place {
  const { kept, uploads, oneClicks } = routeTable(build);
  const house = houseUrl();
  const { errorPage } = build.entry.module as unknown as Entry;
  const ready = () => readiness({ house: openHouse().house, dataDir: env().dataDir, stopping: life.stopping });
  return {
    house,
    grounds: { origin: house, uploads, oneClicks },
    kept,
    keepSeconds,
    framework: frameworkDoor(build),
    load,
    files,
    ready,
    errorPage,
  };
}

/**
 * Nobody holds a connection by being slow (docs/trust.md H8): headers within 10 s, the whole request within 60 s, an
 * idle connection for 5 s.
 */
function bounded(server: Server): Server {
  return Object.assign(server, {
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 5000,
    maxConnections: 2000,
    maxRequestsPerSocket: 1000,
  });
}

/** Not ready → stop accepting → finish what runs, at most 20 s → close the database → end. */
function endOnSignal(server: Server, life: { stopping: boolean }, rounds: { stop: () => Promise<void> }) {
  const end = async (signal: string) => {
    if (life.stopping) return;
    life.stopping = true;
    log("info", "stopping", { signal });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const hurry = setTimeout(() => server.closeAllConnections(), stopAfter);
    await closed;
    clearTimeout(hurry);
    const rested = rounds.stop(); // first told, so that nothing new is taken up when the solver ends
    await closeSolver();
    await rested;
    await closeOutside();
    log("info", "stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end(signal));
  process.on("unhandledRejection", (error) => log("error", "a promise nobody waited for", traces(error)));
}
