import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { ServerBuild } from "#app/framework.server.ts";
import { arrangeIndex } from "#app/services/market/market-index.server.ts";
import { addressOf, clientOf } from "./client.server.ts";
import { concurrencyLimit, watchLag } from "#app/platform/runtime/concurrency-limit.server.ts";
import { frameworkHandler } from "./framework.server.ts";
import { readiness } from "./health.server.ts";
import { invalidatePages } from "./page-cache.server.ts";
import { listener, type ListenerOptions } from "./listener.server.ts";
import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import {
  closeRuntime,
  env,
  publicUrl,
  openedDatabase,
  openRuntime,
  runtime,
} from "#app/platform/runtime/runtime.server.ts";
import { startBackgroundJobs } from "#app/platform/runtime/background.server.ts";
import { routeTable } from "./route-table.server.ts";
import { sealedBrowser } from "#app/platform/session/devices.server.ts";
import { closeContent } from "#app/platform/content/content.server.ts";
import { closeSolver } from "#app/platform/solver/solver.server.ts";
import { staticFiles, type StaticFile } from "./static.server.ts";

type Entry = ServerBuild["entry"]["module"] & Pick<ListenerOptions, "errorPage">;
const stopAfter = 20_000;

/**
 * Opens the database, listens, and stays until SIGTERM or SIGINT. Ends the process with a sentence when it cannot
 * begin.
 */
export async function serve(build: ServerBuild): Promise<void> {
  try {
    const { host, port, publicOrigin, maxAtOnce } = env();
    await openRuntime();
    // When another process changes what is public, this one may not serve its cached pages any more.
    await openedDatabase().database.onTold(invalidatePages);
    // The first visitor does not wait for it; when it fails now, that visitor's request makes it.
    await arrangeIndex(runtime()).catch((error) => log("warn", "the index was not arranged", errorFields(error)));
    const lag = watchLag();
    const lifecycle = { stopping: false };
    const options = listenerOptions(
      build,
      staticFiles(join(process.cwd(), "build/client")),
      lifecycle,
      concurrencyLimit(maxAtOnce, { ...lag, each: Math.max(4, Math.ceil(maxAtOnce / 4)) }),
    );
    const server = withTimeouts(
      createServer({ maxHeaderSize: 16_384, connectionsCheckingInterval: 1000 }, listener(options)),
    );
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
    log("info", "listening", { host, port, origin: publicOrigin });
    endOnSignal(server, lifecycle, startBackgroundJobs());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** The same gate in development, in front of freshly loaded modules. */
export function develop(build: ServerBuild): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    await openRuntime();
    (globalThis as { samenspelRounds?: unknown }).samenspelRounds ??= startBackgroundJobs();
    await listener(listenerOptions(build, new Map(), { stopping: false }, concurrencyLimit(env().maxAtOnce), 0))(
      request,
      response,
    );
  };
}

function listenerOptions(
  build: ServerBuild,
  files: ReadonlyMap<string, StaticFile>,
  lifecycle: { stopping: boolean },
  pageLimit: ListenerOptions["pageLimit"],
  cacheSeconds = env().keepSeconds,
): ListenerOptions {
  const { cachedRoutes, uploads, oneClicks } = routeTable(build);
  const origin = publicUrl();
  const { tokenSecret, trustedProxies } = env();
  const { errorPage } = build.entry.module as unknown as Entry;
  const ready = () =>
    readiness({ database: openedDatabase().database, dataDir: env().dataDir, stopping: lifecycle.stopping });
  return {
    origin,
    gate: { origin, uploads, oneClicks },
    cachedRoutes,
    cacheSeconds,
    framework: frameworkHandler(build),
    pageLimit,
    files,
    clientOf: ({ socket, headers }) =>
      clientOf(addressOf(socket.remoteAddress, headerText(headers["x-forwarded-for"]), trustedProxies), tokenSecret),
    browserOf: ({ headers }) => sealedBrowser(headers.cookie),
    ready,
    errorPage,
  };
}

const headerText = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(", ") : value);

/**
 * Nobody holds a connection by being slow (docs/trust.md H8): headers within 10 s, the whole request within 60 s, an
 * idle connection for 5 s.
 */
function withTimeouts(server: Server): Server {
  return Object.assign(server, {
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 5000,
    maxConnections: 2000,
    maxRequestsPerSocket: 1000,
  });
}

/** Not ready → stop accepting → finish what runs, at most 20 s → close the database → end. */
function endOnSignal(server: Server, lifecycle: { stopping: boolean }, jobs: { stop: () => Promise<void> }) {
  const end = async (signal: string) => {
    if (lifecycle.stopping) return;
    lifecycle.stopping = true;
    log("info", "stopping", { signal });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const hurry = setTimeout(() => server.closeAllConnections(), stopAfter);
    await closed;
    clearTimeout(hurry);
    const rested = jobs.stop(); // first told, so that nothing new is taken up when the solver ends
    await Promise.all([closeSolver(), closeContent()]);
    await rested;
    await closeRuntime();
    log("info", "stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end(signal));
  process.on("unhandledRejection", (error) => log("error", "a promise nobody waited for", errorFields(error)));
}
