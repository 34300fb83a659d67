import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { administratorFields, repairs, openingFields } from "#app/domain/administration/fields.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { openForScript } from "#app/platform/runtime/open.server.ts";
import { terminal } from "#app/platform/setup/asking.server.ts";
import { repair, repairIn } from "#app/platform/setup/repair.server.ts";
import { localeOf, NotYet, setUp, Stopped } from "#app/platform/setup/setup.server.ts";
import { envOrExit } from "#app/platform/settings/env.server.ts";

// `npm run setup`: makes the first administrator and the first centre, and opens a next centre when there is an
// administrator. Asks in a terminal; with `--answers FILE` (JSON) or an option for each answer, as `--centre-name …`, it
// asks nothing. A password comes from the file, from `--password-file FILE` or from SETUP_PASSWORD, never from an option.
// It also mends what would need the database otherwise: `--invite-coordinator ADDRESS --slug SLUG` where a centre has nobody,
// `--invite-signatory ADDRESS --slug SLUG --signatory-mandate TEXT`, and `--take-factors ADDRESS` for whoever lost every factor.
// Ends with 1 when nothing was made, and says why.
const asOption = (id: string) => id.replaceAll("_", "-");
const ids = Object.keys({ ...administratorFields, ...openingFields, ...repairs }).filter((id) => id !== "password");
try {
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(ids.map((id) => [asOption(id), { type: "string" as const }])),
      language: { type: "string" as const },
      answers: { type: "string" as const },
      "password-file": { type: "string" as const },
    },
  });
  const given = values as Record<string, string | undefined>;
  const file = given.answers
    ? (JSON.parse(readFileSync(given.answers, "utf8")) as Record<string, unknown>)
    : ({} as Record<string, unknown>);
  const password =
    process.env.SETUP_PASSWORD ??
    (given["password-file"] ? readFileSync(given["password-file"], "utf8").replace(/\r?\n$/, "") : undefined);
  const answers: Record<string, unknown> = {
    ...file,
    ...Object.fromEntries(ids.flatMap((id) => (given[asOption(id)] === undefined ? [] : [[id, given[asOption(id)]]]))),
    ...(password === undefined ? {} : { password }),
  };
  const asks = Object.keys(answers).length === 0;
  const locale = localeOf(given.language ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG);
  const env = envOrExit();
  const { database, close } = await openForScript(env);
  try {
    const ctx: Context = {
      transact: database.transact,
      now: () => new Date(),
      newId: randomUUID,
      actor: nobody,
      reach: noReach,
      locale,
      requestId: "setup",
    };
    const asking = asks ? terminal(process.stdin, process.stdout) : null;
    try {
      const wanted = repairIn(answers);
      const said = wanted
        ? await repair(ctx, wanted, answers)
        : await setUp(ctx, { answers, asking, origin: env.publicOrigin });
      for (const line of said) console.log(line);
    } finally {
      asking?.close();
    }
  } finally {
    await close();
  }
} catch (error) {
  const lines = error instanceof NotYet || error instanceof Stopped ? error.lines : [];
  process.stderr.write(`${lines.length ? lines.join("\n") : error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
