import { envOrExit } from "#app/platform/settings/env.server.ts";
import { openForScript } from "#app/platform/runtime/open.server.ts";

// `npm run db:migrate`: brings the database to the newest schema. With `--leave` an embedded database it had to start
// keeps running, and one line of JSON says where it is and whether there is anybody in it yet.
const env = envOrExit();
const leave = process.argv.includes("--leave");
try {
  const { database: house, close } = await openForScript(env, { leave });
  const people = await house.transact({ person: "", centres: [], organizations: [] }, (db) =>
    db.execute("select 1 from people limit 1"),
  );
  await close();
  const { demo, port, publicOrigin, dataDir } = env;
  console.log(
    leave
      ? JSON.stringify({ demo, port, publicOrigin, dataDir, empty: people.length === 0 })
      : "The database is up to date.",
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
