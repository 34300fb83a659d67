import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { openDatabase, type DatabasePool } from "#db/client.server.ts";
import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { ownArchive } from "#app/platform/files/own-data.server.ts";
import { noReach } from "#app/services/context.ts";
import { ownData } from "#app/services/privacy/own-data.server.ts";
import { filledCountry } from "./filled.ts";
import { optionsIn } from "./options.ts";

// `npm run bench:own-data -- --scale national --assignments 20000`: how long it takes to take along everything of oneself,
// for whoever did most in the country and for some that chance takes. `--databases FOLDER` keeps the country for another run.

type Somebody = { id: string; acts: number };

/** Names who did most, and some others, each with how much they did. */
async function people(house: DatabasePool): Promise<Map<string, Somebody[]>> {
  const centres = await house.transact(noReach, allCentreIds);
  return house.transact({ person: "", centres, organizations: [] }, async (db) => {
    const acted = await db.execute<Somebody>(sql`
      select actor_id as id, count(*)::int as acts from events
      where actor_id in (select id from people) group by actor_id order by 2 desc`);
    const most = acted.slice(0, 3);
    const some = acted.toSorted((a, b) => a.id.localeCompare(b.id)).slice(0, 7);
    return new Map([
      ["who did most", [...most]],
      ["by chance", [...some]],
    ]);
  });
}

/** Takes everything of one person along, as their browser would get it, but for files. */
async function take(house: DatabasePool, id: string): Promise<{ seconds: number; kilobytes: number }> {
  const began = performance.now();
  const data = await ownData({
    transact: house.transact,
    now: () => new Date(),
    newId: randomUUID,
    actor: { ...nobody, id },
    reach: { person: id, centres: [], organizations: [] },
    locale: "nl",
    requestId: "bench",
  });
  // The files of this country are names alone.
  const { byteLength } = await ownArchive({ ...data, files: [] }, "nl").arrayBuffer();
  return { seconds: (performance.now() - began) / 1000, kilobytes: byteLength / 1000 };
}

const { scales, databases } = optionsIn(process.argv.slice(2));
for (const scale of scales ?? []) {
  const filled = await filledCountry(scale, databases);
  process.env.DATA_DIR = filled.folder;
  const house = openDatabase(filled.url, { poolSize: 4 });
  console.log(
    `\n${scale.assignments} assignments\n\n| who | moves in the log | seconds | kB |\n| --- | --- | --- | --- |`,
  );
  for (const [who, all] of await people(house))
    for (const { id, acts } of all) {
      const { seconds, kilobytes } = await take(house, id);
      console.log(`| ${who} | ${acts} | ${seconds.toFixed(2)} | ${kilobytes.toFixed(0)} |`);
    }
  await house.close();
  await filled.close();
}
