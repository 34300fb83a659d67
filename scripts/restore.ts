import { parseArgs } from "node:util";
import { openSet } from "#app/platform/backup/reading.server.ts";
import { restore, Unfinished } from "#app/platform/backup/restore.server.ts";
import { noteAtMachine } from "#app/platform/backup/noted.server.ts";
import { filesPlace, openStore } from "#app/platform/files/store.server.ts";
import { logLines } from "#app/platform/runtime/log-check.server.ts";
import { emptyPlaceFor } from "#app/platform/runtime/open.server.ts";
import { envOrExit } from "#app/platform/settings/env.server.ts";

// `npm run restore -- FOLDER`: puts a set into the empty database and the empty DATA_DIR of the settings, whichever kind
// of PostgreSQL it came from. Opens it with `--identity-file FILE` or `--passphrase-file FILE`. Ends with 1 when nothing
// was restored, with 2 when all of it was and a log in it is broken, with 3 when all of it is in and what comes after failed.
const usage = "Say which: npm run restore -- FOLDER [--identity-file FILE] [--passphrase-file FILE]";
/** Lists tables whose rows say nothing under another TOKEN_SECRET. */
const sealedTables = ["second_factors", "recovery_codes"];
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { "identity-file": { type: "string" }, "passphrase-file": { type: "string" } },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new Error(usage);
  const env = envOrExit();
  const key = { identityFile: values["identity-file"], passphraseFile: values["passphrase-file"] };
  const set = await openSet(folder, key);
  const { close, ...place } = await emptyPlaceFor(env);
  try {
    const store = openStore(filesPlace(env));
    const { rows, files, ended, catalogues, log } = await restore(set, { ...place, store, now: () => new Date() });
    await noteAtMachine(place.url, "restored");
    console.log(`Restored ${rows} rows and ${files} files, as they were at ${set.manifest.madeAt}.`);
    console.log(
      `Ended: ${ended.sessions} sessions, ${ended.links} open links and codes, the keys of ${ended.drafts} drafts. ` +
        `${ended.letters} letters with a link or code stay behind.`,
    );
    console.log(`${catalogues} rows of the marketplace were counted anew.`);
    const sealed = set.manifest.tables.filter(({ name }) => sealedTables.includes(name));
    if (sealed.some((table) => table.rows > 0))
      console.log(
        "Second factors came along: codes of apps and recovery codes are right only with the TOKEN_SECRET of before.",
      );
    for (const line of logLines(log)) console.log(line);
    for (const missing of set.manifest.missing) console.log(`A file was missing already in the back-up: ${missing}`);
    if (log.broken.length > 0) process.exitCode = 2;
  } finally {
    await close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Unfinished ? 3 : 1;
}
