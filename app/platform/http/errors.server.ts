import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import type { RequestState } from "./context.server.ts";

/** Writes down a failure that no route caught; a visitor who went away is none. */
export function noteError(error: unknown, request: Request, context: unknown): void {
  if (request.signal.aborted) return;
  const { requestId, path } = (context ?? {}) as Partial<RequestState>;
  log("error", "failed outside a route", {
    requestId,
    method: request.method,
    path,
    ...errorFields(error),
  });
}
