import { log, traces, unmarked } from "#app/platform/runtime/log.server.ts";
import type { Carried } from "./context.server.ts";

/** Writes down a failure that no route caught; a visitor who went away is none. */
export function noteError(error: unknown, request: Request, context: unknown): void {
  if (request.signal.aborted) return;
  const { requestId } = (context ?? {}) as Partial<Carried>;
  log("error", "failed outside a route", {
    requestId,
    method: request.method,
    path: unmarked(new URL(request.url).pathname),
    ...traces(error),
  });
}
