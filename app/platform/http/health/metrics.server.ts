import { createHash, timingSafeEqual } from "node:crypto";
import { backlog } from "#app/services/workflow/backlog.server.ts";
import { figures, figuresType } from "#app/platform/runtime/metrics.server.ts";
import { runtime } from "#app/platform/runtime/runtime.server.ts";
import type { BufferedReply } from "#app/platform/http/reply/reply.server.ts";

const hashed = (text: string) => createHash("sha256").update(text).digest();
const headers = [["Cache-Control", "no-store"]] as const;

/**
 * Returns the answer to whoever watches this server: its figures for whoever brings the token (docs/trust.md H36),
 * 401 for anybody else. Takes as long for every wrong token.
 */
export function metricsFor(token: string): (authorization: string | undefined) => Promise<BufferedReply> {
  const wanted = hashed(`Bearer ${token}`);
  const text = figures(() => backlog(runtime()));
  return async (authorization = "") =>
    timingSafeEqual(hashed(authorization), wanted)
      ? { status: 200, headers: [["Content-Type", figuresType], ...headers], body: Buffer.from(await text()) }
      : {
          status: 401,
          headers: [["Content-Type", "text/plain; charset=utf-8"], ["WWW-Authenticate", "Bearer"], ...headers],
          body: Buffer.from("A token is needed.\n"),
        };
}
