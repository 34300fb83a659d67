import { setTimeout as pause } from "node:timers/promises";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import type { Context } from "#app/services/context.ts";
import { verifyLog, type BrokenLink, type LogFound } from "#app/services/log/verify.server.ts";
import { measured } from "./metrics.server.ts";
import { log } from "./log.server.ts";

/**
 * Reads every log beside the requests of a server, and writes down what it found: a pause after each batch leaves them
 * most of the time. Stops when no longer `going`.
 */
export async function checkLog(
  runtime: Pick<Context, "transact" | "now" | "newId">,
  going: () => boolean = () => true,
): Promise<LogFound> {
  const found = await verifyLog(await systemContextEverywhere(runtime), { breath: () => pause(20), going });
  const { chains, events, broken, more } = found;
  for (const { log: name, of, event: link, why } of broken)
    log("error", "a log is broken", { log: name, of, link, why });
  if (!going()) return found;
  measured.logCheck(broken.length + more);
  log(broken.length > 0 ? "error" : "info", "the log was verified", { chains, events, broken: broken.length + more });
  return found;
}

const whys: Record<BrokenLink["why"], string> = {
  content: "was changed after it was written",
  order: "does not follow from the event before it",
  none: "there is no log at all",
};
/** Tells what was found, a line each, for whoever runs a command. */
export const logLines = ({ chains, events, broken, more }: LogFound): string[] => [
  broken.length === 0
    ? `The log is whole: ${events} events in ${chains} chains.`
    : `The log is broken: ${broken.length + more} faults among ${events} events in ${chains} chains.`,
  ...broken.map(({ log: name, of, event, why }) => `  ${name} ${of}${event ? `, event ${event}` : ""}: ${whys[why]}`),
  ...(more > 0 ? [`  and ${more} more`] : []),
];
