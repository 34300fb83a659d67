import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { envOrExit } from "#app/platform/settings/env.server.ts";
import { filesPlace, openStore } from "#app/platform/files/store.server.ts";
import type { Mailer } from "#app/platform/mail/mailer.server.ts";
import { openForScript } from "#app/platform/runtime/open.server.ts";
import { hashPassword } from "#app/platform/session/passwords.server.ts";
import { deliverMail } from "#app/platform/mail/postman.server.ts";
import { demoPeople } from "#db/queries/account/people.server.ts";
import { deliverAsDemo, forgetOldPost } from "#db/queries/letters/demo-post.server.ts";
import { noReach } from "#app/services/context.ts";
import { urls } from "#app/urls.ts";
import { fillDemo } from "./seed/demo.ts";
import { scaleOf, seedNational } from "./seed/national/run.ts";

/** Holds one password for everybody in the demo; production refuses demo accounts. */
const password = "samen spelen in het veld";
/** Letters of the last fortnight stand in the demo's post; older ones were read and thrown away. */
const fortnight = 14 * 86_400_000;

// `npm run db:seed`: fills an empty demo; with `-- --scale national` a whole country. Refuses where the demo is off, or
// where there are people already.
const env = envOrExit();
if (!env.demo) {
  process.stderr.write("DEMO: the demo is off here, so nothing was filled.\n");
  process.exit(1);
}
const { database: house, url, close } = await openForScript(env, { leave: true });
try {
  const people = await house.transact(noReach, (db) => db.execute("select 1 from people limit 1"));
  if (people.length > 0) throw new Error("There are people in this database already, so nothing was filled.");
  const now = new Date();
  const scale = scaleOf(process.argv.slice(2));
  const passwordHash = await hashPassword(password);
  if (scale)
    await seedNational({
      scale,
      owner: env.migrationUrl ?? url,
      house,
      dataDir: env.dataDir,
      now,
      passwordHash,
      said: sinceStart(),
    });
  else await fillSmall(now, passwordHash);
  writeFileSync(join(env.dataDir, "demo-accounts.txt"), await accounts());
  if (scale) console.log(await accounts());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await close();
}
async function fillSmall(now: Date, passwordHash: string) {
  console.log("Filling the demo (about a minute) …");
  const { centres } = await fillDemo({
    house,
    now,
    passwordHash,
    store: openStore(filesPlace(env)),
    said: console.log,
  });
  await post(centres, now);
}
/** Says each line with the seconds that passed. */
function sinceStart() {
  const from = Date.now();
  return (line: string) => console.log(`${((Date.now() - from) / 1000).toFixed(0).padStart(4)} s  ${line}`);
}
/** Delivers the letters that the stories wrote, each at its own moment. */
async function post(centreIds: readonly string[], now: Date) {
  const reach = { person: "", centres: centreIds, organizations: [] };
  await house.transact(reach, (db) => forgetOldPost(db, new Date(+now - fortnight), now));
  const mailer: Mailer = { send: (mail) => house.transact(reach, (db) => deliverAsDemo(db, mail)), close: () => {} };
  while (
    (await deliverMail({
      runtime: { transact: house.transact, now: () => now, newId: randomUUID },
      mailer,
      origin: env.publicOrigin,
    })) > 0
  );
}
async function accounts(): Promise<string> {
  const people = await house.transact(noReach, demoPeople);
  const rows = people
    .filter((p, i) => people.findIndex((o) => o.role === p.role) === i)
    .map((p) => `  ${p.role.padEnd(22)} ${p.email}  (${p.name}, ${p.centre ?? p.organization})`);
  return [
    `Log in at ${env.publicOrigin}${urls.account.login}: ` +
      `choose anybody there in one click, or use an address with the password: ${password}`,
    ...rows,
    "",
  ].join("\n");
}
