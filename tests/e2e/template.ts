import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { cast } from "#db/seed/cast.ts";
import { addPerson, atTime, grant, world, type World } from "#db/seed/world.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { chooses, roundMove, setUpRound } from "#db/seed/rounds.ts";
import { onServer, throwAway, withDatabase } from "#tests/support/database/database.ts";
import { stock } from "#tests/support/town/stocked.ts";
import type { Template } from "./installation.ts";

// The database every installation under test is a copy of: one centre and its people, a market to look around on, and a round of matching.
// Says where it is in one line of JSON and stays until its input ends.
const password = "samen spelen in het veld";
const database = "journeys";
const { folder, cluster, remove } = await throwAway({ durable: false });
process.stdin.resume().once("end", () => void end());
process.once("SIGTERM", () => void end());
await onServer(cluster.url, `create database ${database}`);
await migrate(withDatabase(cluster.url, database));
const installation = openDatabase(withDatabase(cluster.url, database), { poolSize: 4 });
const passwordHash = await hashPassword(password);
const w = world(installation, new Date(), { passwordHash });
const c = await cast(w, { students: 6 });
const minor = await addPerson(w, {
  name: "Jip Minderjarig",
  email: "jip@voorbeeld.nl",
  ageBand: "16_17",
  turns18On: new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10),
});
await grant(w, minor, {
  role: "student",
  centreId: c.centreId,
  organizationId: c.institutionId,
  track: "bol",
  programme: "Watermanagement",
});
// A market to look around on, away from the stories.
const elsewhere = { slug: "overal", company: "Samenwerkende Bedrijven", domain: "overal.nl", students: 0 };
await stock(w, await cast(w, elsewhere));
await matching(w); // a round in which students choose, away from the stories
await installation.close();
await onServer(cluster.url, `alter database ${database} allow_connections false`);
const looked = mkdtempSync(join(folder, "looked-"));
const template: Template = {
  looked,
  server: cluster.url,
  database,
  folder,
  password,
  passwordHash,
  centre: "waterkracht",
  cast: c,
  names: [...w.names],
};
process.stdout.write(`${JSON.stringify(template)}\n`);

async function end() {
  await remove();
  process.exit(0);
}
/** Makes two questions that wait for a team, and six students: five have chosen, the last is still to do so. */
async function matching(today: World) {
  const then = atTime(today, new Date(+today.now() - 60 * 86_400_000));
  const people = await cast(then, {
    slug: "matchen",
    company: "Machinefabriek Wielewaal",
    domain: "matchen.nl",
    students: 6,
  });
  const assignments: string[] = [];
  for (const title of ["Een pers die zichzelf smeert", "Minder afval bij de zaagmachine"])
    assignments.push(
      (
        await live(
          await begin(atTime(today, then.now()), people, "effort", { ...question("effort"), title }),
          "agreeing",
        )
      ).id,
    );
  const now = atTime(today, new Date(+today.now() - 3_600_000));
  const { id, choices } = await setUpRound(
    now,
    { slug: "matchen", matcher: people.teacher, name: "Voorjaarsronde", programme: "Watermanagement", least: 2 },
    {
      assignments,
      guides: [[people.rival, "2"]],
      shared: { discipline: "water_environment", level: "hbo", hours: "20" },
    },
  );
  await roundMove(now, people.teacher, id, "open_choosing", 5);
  for (const student of people.students.slice(0, 5)) await chooses(now, student, id, choices);
}
