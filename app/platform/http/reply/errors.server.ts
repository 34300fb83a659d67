import { log, errorFields } from "#app/platform/runtime/log.server.ts";
import type { RequestState } from "#app/platform/http/request/context.server.ts";

/** Writes down a failure that no route caught; a visitor who went away, or asked for what is not there, is none. */
export function noteError(error: unknown, request: Request, context: unknown): void {
  if (request.signal.aborted) return;
  if (statusOf(error) < 500) return;
  const { requestId, path } = (context ?? {}) as Partial<RequestState>;
  log("error", "failed outside a route", {
    requestId,
    method: request.method,
    path,
    ...errorFields(error),
  });
}
/** The framework's own answer to what no route takes, a form to a page without one for instance, has a status. */
const statusOf = (error: unknown): number => {
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === "number" ? status : 500;
};
