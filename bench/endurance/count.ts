import { randomUUID } from "node:crypto";
import { openDatabase, openRaw } from "#db/client.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { verifyLog } from "#app/services/log/verify.server.ts";
import type { Written } from "./load.ts";

/** Counts what became of every write, as the database and the log tell it. */
export type Count = {
  acknowledged: number;
  refused: number;
  unanswered: number;
  /** These were acknowledged, and are missing from the table or the log. */
  lost: string[];
  /** These are in the table or in the log more than once. */
  twice: string[];
  /** Counts links of the log that do not hold. */
  broken: number;
  events: number;
};

/** Reads everything that this run wrote (its texts begin with `mark`) and the chain of every log. */
export async function count(url: string, mark: string, written: readonly Written[]): Promise<Count> {
  const raw = openRaw(url);
  const like = `${mark}%`;
  const hours = await raw<{ what: string; n: number }[]>`
    select what, count(*)::int as n from hour_entries where what like ${like} group by what`;
  const logged = await raw<{ what: string; n: number }[]>`
    select answers->>'what' as what, count(*)::int as n from events
    where move = 'log_hours' and answers->>'what' like ${like} group by 1`;
  await raw.end();
  const [rows, events] = [hours, logged].map((found) => new Map(found.map(({ what, n }) => [what, n])));
  const times = (what: string) => [rows?.get(what) ?? 0, events?.get(what) ?? 0] as const;
  const acknowledged = written.filter(({ status }) => status === 303);
  const lineOf = ({ what, tries }: Written) =>
    `${what}: ${times(what).join(" in the table, ")} in the log; answers ${tries.join(", ")}`;
  const chain = await logOf(url);
  return {
    acknowledged: acknowledged.length,
    refused: written.filter(({ status }) => status >= 400 && status < 500).length,
    unanswered: written.filter(({ status }) => status === 0 || status >= 500).length,
    lost: acknowledged.filter(({ what }) => times(what).some((n) => n < 1)).map(lineOf),
    twice: written.filter(({ what }) => times(what).some((n) => n > 1)).map(lineOf),
    ...chain,
  };
}
async function logOf(url: string): Promise<{ broken: number; events: number }> {
  const database = openDatabase(url, { poolSize: 1 });
  try {
    const outside = { transact: database.transact, now: () => new Date(), newId: randomUUID };
    const found = await verifyLog(await systemContextEverywhere(outside));
    return { broken: found.broken.length + found.more, events: found.events };
  } finally {
    await database.close();
  }
}
