import { copyStories, liveStories, type Filling } from "#db/seed/national/fill.ts";
import type { Lived } from "#db/seed/national/stories/stage.ts";
import type { Fresh } from "./fresh.ts";
import { shared } from "./shared.ts";

type Wanted = Pick<Filling, "seed" | "size" | "assignments" | "judged">;
/** Describes the stories of a country and when they were lived, as JSON. */
type Known = { now: string; lived: (Omit<Lived, "names"> & { names: [string, string][] })[] };

const thin = { thin: true, passwordHash: null, said: () => {} };

/**
 * Makes a small country: its stories are lived once in a run, for all files that copy them. `stage` is where they
 * were lived, `now` when; `fill` copies them into the empty database of `url`.
 */
export async function smallCountry() {
  const { known, copy } = await shared("small_country", live);
  const stage = await copy();
  const now = new Date(known.now);
  const lived = known.lived.map((one): Lived => ({ ...one, names: new Map(one.names) }));
  const fill = (url: string, wanted: Wanted) => copyStories({ ...thin, ...wanted, stage, url, now, lived });
  return { stage, now, fill };
}

async function live(stage: Fresh): Promise<Known> {
  const now = new Date();
  const lived = await liveStories({ ...thin, stage, now, seed: 7 });
  return { now: now.toISOString(), lived: lived.map((one) => ({ ...one, names: [...one.names] })) };
}
