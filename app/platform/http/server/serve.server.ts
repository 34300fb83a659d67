import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { root } from "#db/root.server.ts";
import type { ServerBuild } from "#app/framework.server.ts";
import { arrangeIndex } from "#app/services/market/market-index.server.ts";
import { clients } from "#app/platform/http/request/clients.server.ts";
import { concurrencyLimit, watchLag } from "#app/platform/runtime/concurrency-limit.server.ts";
import { frameworkHandler } from "#app/platform/http/pages/framework.server.ts";
import { cachedCheck, readiness } from "#app/platform/http/health/health.server.ts";
import { httpServer, type HttpServer } from "./http-server.server.ts";
import { invalidateTopics } from "#app/platform/http/pages/page-cache.server.ts";
import { listener, type ListenerOptions } from "./listener.server.ts";
import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import { measured } from "#app/platform/runtime/metrics.server.ts";
import {
  closeRuntime,
  env,
  publicUrl,
  openedDatabase,
  openRuntime,
  runtime,
} from "#app/platform/runtime/runtime.server.ts";
import { showBeginCode } from "#app/platform/runtime/begin-code.server.ts";
import { watchVitals } from "#app/platform/runtime/vitals.server.ts";
import { startBackgroundJobs } from "#app/platform/runtime/background.server.ts";
import { metricsFor } from "#app/platform/http/health/metrics.server.ts";
import { routeTable, wayfinder } from "#app/platform/http/pages/route-table.server.ts";
import { accountOfBrowser } from "#app/platform/session/devices.server.ts";
import { mostlyFails } from "#app/platform/session/slips.server.ts";
import { closeContent } from "#app/platform/content/content.server.ts";
import { stopInOrder } from "./stop.server.ts";
import { closeSolver, solver } from "#app/platform/solver/solver.server.ts";
import { store } from "#app/platform/files/upload.server.ts";
import { staticFiles, type StaticFile } from "#app/platform/http/reply/static.server.ts";

type Entry = ServerBuild["entry"]["module"] & Pick<ListenerOptions, "errorPage">;

/**
 * Opens the database, listens, and stays until SIGTERM or SIGINT. Ends the process with a sentence when it cannot
 * begin.
 */
export async function serve(build: ServerBuild): Promise<void> {
  try {
    const { host, port, publicOrigin, maxAtOnce } = env();
    await openRuntime();
    // When another process changes what is public, this one may not serve its cached pages any more.
    await openedDatabase().database.onChange(invalidateTopics);
    // The first visitor does not wait for it; when it fails now, that visitor's request makes it.
    await arrangeIndex(runtime()).catch((error) => log("warn", "the index was not arranged", errorFields(error)));
    await showBeginCode();
    watchVitals();
    measured.watch("database", () => openedDatabase().database.busy());
    measured.watch("solver", () => ({ taken: solver().state().running, waiting: solver().state().waiting }));
    const lag = watchLag();
    const lifecycle = { stopping: false };
    const options = listenerOptions(
      build,
      staticFiles(join(root, "build/client")),
      lifecycle,
      concurrencyLimit(maxAtOnce, { ...lag, name: "pages", perClient: Math.max(4, Math.ceil(maxAtOnce / 4)) }),
    );
    const http = httpServer(options);
    await new Promise<void>((resolve, reject) => http.server.once("error", reject).listen(port, host, resolve));
    log("info", "listening", { host, port, origin: publicOrigin });
    endOnSignal(http, lifecycle, startBackgroundJobs());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** In development the same gate stands in front of freshly loaded modules. */
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
  const { tokenSecret, trustedProxies, metricsToken, accessLog } = env();
  const clientAt = clients(tokenSecret, trustedProxies);
  const { errorPage } = build.entry.module as unknown as Entry;
  const takesFiles = cachedCheck(() => store().takes());
  const ready = readiness({
    database: { ready: () => openedDatabase().database.ready() },
    dataDir: env().dataDir,
    takesFiles,
    stopping: () => lifecycle.stopping,
  });
  return {
    origin,
    gate: { origin, uploads, oneClicks },
    cachedRoutes,
    cacheSeconds,
    framework: frameworkHandler(build),
    pageLimit,
    files,
    clientOf: ({ socket, headers }) => clientAt(socket, headerText(headers["x-forwarded-for"])),
    browserOf: ({ headers }) => accountOfBrowser(headers.cookie),
    mostlyFails: (address) => mostlyFails(address),
    ready,
    ways: wayfinder(build),
    metrics: metricsToken ? metricsFor(metricsToken) : undefined,
    everyRequest: accessLog,
    isListening: () => openedDatabase().database.isListening(),
    errorPage,
  };
}

const headerText = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(", ") : value);

/** Files may come in until the last request is answered, so their thread ends with the database. */
async function closeAll() {
  await closeContent();
  await closeRuntime();
}

/** Goes through: not ready → still serving → no new connections → what runs → the database → the end, within 20 s in all. */
function endOnSignal(http: HttpServer, lifecycle: { stopping: boolean }, jobs: ReturnType<typeof startBackgroundJobs>) {
  const end = async (signal: string) => {
    if (lifecycle.stopping) return;
    lifecycle.stopping = true;
    log("info", "stopping", { signal });
    const cutShort = await stopInOrder({ http, jobs, solver: closeSolver, database: closeAll });
    log(cutShort.length ? "warn" : "info", "stopped", { cutShort: cutShort.join(", ") || undefined });
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end(signal)); // a second one changes nothing
  process.on("unhandledRejection", (error) => log("error", "a promise nobody waited for", errorFields(error)));
}
