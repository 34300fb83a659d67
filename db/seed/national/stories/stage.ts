import { createHash } from "node:crypto";
import { levels } from "#app/domain/words.ts";
import type { DatabasePool } from "#db/client.server.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { liveOut } from "#db/seed/demo/lives.ts";
import { world } from "#db/seed/world.ts";
import { chanceOf } from "#db/seed/national/chance.ts";
import type { Family } from "#db/seed/national/country/families.ts";
import { storiesOf, type Story } from "./stories.ts";

/** Describes a story that was lived, and the cast that lived it. */
export type Lived = { story: Story; family: number; cast: Cast; names: ReadonlyMap<string, string>; id: string };
/** Says what the copies put their own company in place of. */
export const company = { company: "Rioolbeheer Lage Polders" };
type Staging = {
  house: DatabasePool;
  now: Date;
  seed: number;
  families: readonly Family[];
  thin?: boolean;
  said: (line: string) => void;
};
/** Counts stories beside each other: the database works on one while another is being thought out. */
const beside = 4;
const day = 86_400_000;

/** Lives every story of every family, through the services, each in a centre of its own. */
export async function liveAll({ house, now, seed, families, thin = false, said }: Staging): Promise<Lived[]> {
  const planned = families.flatMap((family, turn) =>
    storiesOf({ turn, families: families.length, thin }).map((story) => ({ story, family, turn })),
  );
  const lived: Lived[] = [];
  let next = 0;
  const teller = async () => {
    for (let n = next++; n < planned.length; n = next++) {
      lived[n] = await liveOne(house, planned[n] as (typeof planned)[number], now, seed * 10_000 + n);
      if (n % 40 === 39) said(`  ${n + 1} of ${planned.length} stories lived`);
    }
  };
  await Promise.all(Array.from({ length: beside }, teller));
  return lived;
}
/** Lives with people, ids and time of its own, so that it is the same story whatever is lived beside it. */
async function liveOne(
  house: DatabasePool,
  { story, family, turn }: { story: Story; family: Family; turn: number },
  now: Date,
  seed: number,
): Promise<Lived> {
  const w = world(house, new Date(+now - 1000 * day), { newId: chanceOf(seed).id });
  w.pace = 4;
  const own = await cast(w, {
    ...company,
    slug: `${family.name}-${seed}`,
    switches: family.switches,
    levels: [...levels],
    domain: `${seed}.voorbeeld.nl`,
    students: 6,
    minors: story.minors ? 1 : 0,
  });
  const line = await liveOut(w, {
    plan: story,
    intake: story.intake,
    cast: own,
    switches: family.switches,
    now,
    seed,
    file: fileOf(seed),
  }).catch((cause: Error) => {
    throw new Error(
      `${story.status}, ${story.obligation}, ${String(story.intake.confidentiality)}, ${story.rest} days: ${cause.message}`,
      { cause },
    );
  });
  return { story, family: turn, cast: own, names: w.names, id: line.id };
}
/** Keeps of a file only what the database says of it: the bytes lie nowhere. */
const fileOf = (seed: number) => {
  const chance = chanceOf(seed + 1);
  return async (title: string) => ({
    storageKey: `national-${title}`,
    stored: {
      size: 20_000 + chance.below(3_000_000),
      sha256: createHash("sha256").update(chance.id()).digest("hex"),
      type: "application/pdf",
    },
  });
};
