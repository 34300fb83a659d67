import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { cast } from "#db/seed/cast.ts";
import { addPerson, elsewhen, grant, world, type World } from "#db/seed/world.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { chooses, roundMove, setUpRound } from "#db/seed/rounds.ts";
import { throwAway } from "#tests/support/database.ts";
import { stock } from "#tests/support/stocked.ts";

// The house under test: a throw-away database with one centre and its people, and the built server with a clock that can be moved.
// Says where it is in one line of JSON and stays until its input ends.
const password = "samen spelen in het veld";
const { folder, cluster, remove } = await throwAway({ durable: false });
await migrate(cluster.url);
const house = openDatabase(cluster.url, { poolSize: 4 });
const w = world(house, new Date(), { passwordHash: await hashPassword(password) });
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
await stock(w, await cast(w, { slug: "overal", company: "Samenwerkende Bedrijven", domain: "overal.nl", students: 0 })); // a market to look around on, away from the stories
await matching(w); // a round in which students choose, away from the stories
await house.close();

const port = await free();
const clock = join(folder, "clock");
const data = join(folder, "server-data");
mkdirSync(data, { recursive: true });
writeFileSync(clock, "0");
const origin = `http://localhost:${port}`;
const server = spawn(process.execPath, ["--import", "./tests/e2e/clock.mjs", "server.mjs"], {
  stdio: ["ignore", "pipe", "pipe"],
  env: {
    ...process.env,
    NODE_ENV: "production",
    SAMENSPEL_MODE: "local",
    DATABASE_URL: cluster.url,
    DATA_DIR: data,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    DEMO: "1",
    SMTP_URL: "",
    KEEP_SECONDS: "0",
    CLOCK_FILE: clock,
  },
});
const log: string[] = [];
for (const stream of [server.stdout, server.stderr])
  stream.setEncoding("utf8").on("data", (text: string) => {
    log.push(text);
    if (/"level":"error"/.test(text)) process.stderr.write(text);
  });
for (let tries = 0; ; tries++) {
  if (
    await fetch(`${origin}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
  )
    break;
  if (tries > 150) throw new Error(`the server did not come up: ${log.join("")}`);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
process.stdout.write(`${JSON.stringify({ origin, clock, password, centre: "waterkracht" })}\n`);
process.stdin.resume().once("end", () => void end());
process.once("SIGTERM", () => void end());
let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000))]);
  server.kill("SIGKILL");
  await remove();
  process.exit(0);
}
function free(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}
/** Two questions that wait for a team, and six students: five have chosen, the last is still to do so. */
async function matching(today: World) {
  const then = elsewhen(today, new Date(+today.now() - 60 * 86_400_000));
  const people = await cast(then, {
    slug: "matchen",
    company: "Machinefabriek Wielewaal",
    domain: "matchen.nl",
    students: 6,
  });
  const files: string[] = [];
  for (const title of ["Een pers die zichzelf smeert", "Minder afval bij de zaagmachine"])
    files.push(
      (
        await live(
          await begin(elsewhen(today, then.now()), people, "effort", { ...question("effort"), title }),
          "agreeing",
        )
      ).id,
    );
  const now = elsewhen(today, new Date(+today.now() - 3_600_000));
  const { id, choices } = await setUpRound(
    now,
    { slug: "matchen", matcher: people.teacher, name: "Voorjaarsronde", programme: "Watermanagement", least: 2 },
    {
      assignments: files,
      guides: [[people.rival, "2"]],
      shared: { discipline: "water_environment", level: "hbo", hours: "20" },
    },
  );
  await roundMove(now, people.teacher, id, "open_choosing", 5);
  for (const student of people.students.slice(0, 5)) await chooses(now, student, id, choices);
}
