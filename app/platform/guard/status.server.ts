import { readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { knownMigrations } from "#db/migrate.server.ts";
import { evaluateStatus, worstOf, type Job } from "#app/domain/administration/status.ts";
import type { JobName } from "#app/domain/administration/jobs.ts";
import type { Context } from "#app/services/context.ts";
import { countedStatus } from "#app/services/administration/status.server.ts";
import { jobRhythm } from "#app/platform/runtime/rhythm.ts";
import { env } from "#app/platform/runtime/runtime.server.ts";
import { vitals } from "#app/platform/runtime/vitals.server.ts";

/** It is that of this release, as its own file says, and is read once. */
let version: string | undefined;
let migrations: number | undefined;
const versionOf = () => (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;

/** Returns room on the disk of files, in bytes; null when the folder cannot be read. */
const room = (folder: string) =>
  statfs(folder).then(
    ({ bavail, bsize, blocks }) => ({ free: bavail * bsize, size: blocks * bsize }),
    () => null,
  );

/**
 * Says how the platform does, for its administrator: counts, moments and sizes, with what to think of each. Refuses
 * `not_found` to others. What the database counts is the same for all servers; the rest is of this process.
 */
export async function statusPage(ctx: Context) {
  const counted = await countedStatus(ctx);
  const { dataDir, smtpUrl } = env();
  const own = vitals();
  const disk = await room(dataDir);
  const jobs = Object.entries(jobRhythm).map(
    ([name, every]): Job & { tookMs: number | null; failure: string | null } => {
      const row = counted.runs.find((run) => run.name === name);
      return {
        name: name as JobName,
        every,
        ranAt: row?.ranAt ?? null,
        failedAt: row?.failedAt ?? null,
        tookMs: row?.tookMs ?? null,
        failure: row?.failure ?? null,
      };
    },
  );
  const facts = {
    now: ctx.now(),
    startedAt: own.startedAt,
    database: counted.database,
    disk,
    mail: { ...counted.mail, server: smtpUrl !== undefined },
    jobs,
    solver: counted.solver,
    logCheck: counted.logCheck,
    backup: counted.backup,
    late: own.late,
  };
  const judged = evaluateStatus(facts);
  return {
    ...facts,
    judged,
    worst: worstOf(judged),
    version: (version ??= versionOf()),
    node: process.versions.node,
    migrations: { n: (migrations ??= knownMigrations().length) },
    uploaded: counted.uploaded,
    cache: own.cache,
  };
}
