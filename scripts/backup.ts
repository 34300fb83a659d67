import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "#db/root.server.ts";
import { backUp } from "#app/platform/backup/backup.server.ts";
import { leftBehind } from "#app/platform/backup/writing.server.ts";
import { noteAtMachine } from "#app/platform/backup/noted.server.ts";
import { filesPlace, openStore } from "#app/platform/files/store.server.ts";
import { placeOf } from "#app/platform/runtime/open.server.ts";
import { envOrExit } from "#app/platform/settings/env.server.ts";

// `npm run backup -- FOLDER`: database and files as one set in a new folder, while the server runs. Locked with
// `--recipient age1…` (as often as there are keys), `--recipients-file FILE` (a key a line) or `--passphrase-file FILE`.
// Ends with 1 when there is no set, with 2 when there is one without some of the files that the database names.
const usage =
  "Say where: npm run backup -- FOLDER [--recipient age1…] [--recipients-file FILE] [--passphrase-file FILE]";
try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      recipient: { type: "string", multiple: true },
      "recipients-file": { type: "string" },
      "passphrase-file": { type: "string" },
    },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new Error(usage);
  const env = envOrExit();
  for (const place of await leftBehind(folder))
    console.log(`An earlier back-up did not finish and left ${place}. It can be removed.`);
  const { owner, url, close } = await placeOf(env);
  try {
    const made = await backUp({
      owner,
      folder,
      store: openStore(filesPlace(env)),
      version: (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version,
      now: () => new Date(),
      lock: {
        recipients: values.recipient ?? [],
        recipientsFile: values["recipients-file"],
        passphraseFile: values["passphrase-file"],
      },
    });
    await noteAtMachine(url, "backed_up");
    const locked = { no: "not locked", recipients: "locked for your keys", passphrase: "locked with your passphrase" };
    console.log(
      `Backed up in ${folder}: ${made.tables.length} tables with ${made.rows} rows, ${made.files.length} files, ` +
        `as they were at ${made.madeAt}; ${locked[made.encrypted]}.`,
    );
    for (const key of made.missing) console.error(`A file that the database names is not in the store: ${key}`);
    for (const key of made.changed) console.error(`A file has another content than the database says: ${key}`);
    if (made.missing.length + made.changed.length > 0) process.exitCode = 2;
  } finally {
    await close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
