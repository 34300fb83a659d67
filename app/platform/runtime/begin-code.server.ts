import { codeLasts, newBeginCode } from "#app/services/administration/first-use.server.ts";
import { urls } from "#app/urls.ts";
import { log } from "./log.server.ts";
import { rhythm } from "./rhythm.ts";
import { env, runtime } from "./runtime.server.ts";

let worksUntil = 0;
/**
 * While the platform has no administrator: shows the operator a code for the first page, and another one before that ends.
 * The one secret that stands in the log: who reads it runs the machine, it works an hour, and never again once there is an
 * administrator (docs/trust.md H35).
 */
export async function showBeginCode(): Promise<void> {
  const out = runtime();
  if (worksUntil - +out.now() > rhythm.firstUse) return;
  const code = await newBeginCode(out);
  if (code === null) return;
  worksUntil = +out.now() + codeLasts;
  log("warn", "first use", {
    open: new URL(urls.administration.begin, env().publicOrigin).href,
    code,
    worksUntil: new Date(worksUntil).toISOString(),
  });
}
