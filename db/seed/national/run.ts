import { rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase, openRaw, type DatabasePool } from "#db/client.server.ts";
import { openCluster } from "#db/cluster.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { census, describe, violations } from "./check/check.ts";
import type { Violation } from "./check/rule.ts";
import { lookClosely } from "./check/guards.ts";
import { country, type Size } from "./country/country.ts";
import { assignmentsInCountry, fillNational } from "./fill.ts";

/** Holds what was asked on the command line: how many assignments, in a country of what size, from which seed. */
export type Scale = { assignments: number; size: Size; seed: number };
const whole = (text: string | undefined) =>
  text !== undefined && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : null;

/**
 * Reads `--scale national` or `--scale national:0.2` (the same country, smaller), `--assignments 20000` and `--seed 7`;
 * null without `--scale`. Throws a sentence.
 */
export function scaleOf(words: readonly string[]): Scale | null {
  const after = (name: string) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? "") : undefined);
  const scale = after("--scale");
  if (scale === undefined) return null;
  const factor = /^national(?::(\d*\.?\d+))?$/.exec(scale);
  if (!factor) throw new Error("--scale: say national, or national:0.2 for a fifth of it.");
  const part = Number(factor[1] ?? 1);
  if (!(part > 0 && part <= 2)) throw new Error("--scale: say a number above 0 and at most 2 after national:.");
  for (const name of ["--assignments", "--seed"])
    if (after(name) !== undefined && whole(after(name)) === null)
      throw new Error(`${name}: say a whole number above 0.`);
  return {
    assignments: whole(after("--assignments")) ?? Math.max(1, Math.round(assignmentsInCountry * part)),
    size: { ...country, centres: Math.max(2, Math.round(country.centres * part)) },
    seed: whole(after("--seed")) ?? 1,
  };
}

type Given = {
  scale: Scale;
  owner: string;
  house: DatabasePool;
  dataDir: string;
  now: Date;
  passwordHash: string;
  said: (line: string) => void;
};
/** Says how many of every status, obligation and secrecy are looked at one by one. */
const looks = 12;

/** Fills the database of `owner` with a country, and refuses it whole when one rule of the domain is broken in it. */
export async function seedNational({ scale, owner, house, dataDir, now, passwordHash, said }: Given): Promise<void> {
  await onStage(join(dataDir, "stage"), (stage) =>
    fillNational({
      ...scale,
      stage,
      url: owner,
      now,
      passwordHash,
      said,
      judged: async (tx) => {
        said("Checking every rule …");
        for (const line of await census(tx)) said(line);
        refuse(await violations(tx, now));
      },
    }),
  );
  const { looked, found } = await lookClosely(house, now, looks);
  refuse(found);
  said(`Every rule holds; ${looked} assignments were looked at one by one.`);
}
function refuse(found: readonly Violation[]): void {
  if (found.length) throw new Error(["The country does not keep the rules:", ...describe(found)].join("\n"));
}
/** Makes a database in which the stories are lived, beside the real one and dropped afterwards. */
async function onStage(
  folder: string,
  work: (stage: { house: DatabasePool; raw: ReturnType<typeof openRaw> }) => Promise<void>,
): Promise<void> {
  const cluster = await openCluster(folder, { durable: false });
  const [house, raw] = [openDatabase(cluster.url, { poolSize: 6 }), openRaw(cluster.url, { max: 2 })];
  try {
    await migrate(cluster.url);
    await work({ house, raw });
  } finally {
    await Promise.all([house.close(), raw.end({ timeout: 5 })]);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
