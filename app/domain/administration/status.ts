import type { JobName } from "./jobs.ts";

/** Says how one part of the platform does: all right, something to look at, or something that is broken. */
const verdicts = ["good", "care", "wrong"] as const;
export type Verdict = (typeof verdicts)[number];

/** Lists what is looked at, in the order in which it is shown. */
const statusParts = [
  "version",
  "database",
  "disk",
  "mail",
  "jobs",
  "solver",
  "log_check",
  "backup",
  "uploads",
  "page_cache",
  "event_loop",
] as const;
export type StatusPart = (typeof statusParts)[number];
/** Says why a part is not all right; each says what to do. */
const statusReasons = [
  "fine",
  "database_connections",
  "disk_low",
  "disk_full",
  "mail_no_server",
  "mail_waits",
  "mail_stands_still",
  "mail_dead",
  "job_failed",
  "job_silent",
  "solver_waits",
  "log_not_checked",
  "log_broken",
  "backup_unknown",
  "backup_old",
  "backup_very_old",
  "loop_late",
  "loop_very_late",
] as const;
export type StatusReason = (typeof statusReasons)[number];
export type EvaluatedPart = { part: StatusPart; verdict: Verdict; reason: StatusReason; about?: JobName };

/** Describes a job of the server itself, as its row and its rhythm tell it; all lengths in milliseconds. */
export type Job = { name: JobName; every: number; ranAt: Date | null; failedAt: Date | null };
/** Holds what is known of the platform: counts, moments and sizes in bytes. Nothing of any person. */
type StatusFacts = {
  now: Date;
  startedAt: Date;
  database: { connections: number; mostConnections: number };
  disk: { free: number; size: number } | null;
  mail: { server: boolean; oldestDue: Date | null; dead: number };
  jobs: readonly Job[];
  solver: { oldest: Date | null };
  logCheck: { at: Date; broken: number } | null;
  backup: { at: Date } | null;
  /** Says how late the event loop was in the last seconds, in milliseconds. */
  late: { p99: number };
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const MB = 1024 * 1024;
/** Within so long after a start nothing is told to be late. */
const settling = 5 * minute;

/** Says what somebody who runs the platform should think of each part (docs/operations.md 13). */
export function evaluateStatus(f: StatusFacts): EvaluatedPart[] {
  const since = (at: Date) => +f.now - +at;
  const old = (at: Date | null, most: number) => at !== null && since(at) > most;
  return [
    { part: "version", verdict: "good", reason: "fine" },
    f.database.connections >= f.database.mostConnections * 0.8
      ? { part: "database", verdict: "care", reason: "database_connections" }
      : { part: "database", verdict: "good", reason: "fine" },
    evaluateDisk(f.disk),
    evaluateMail(f.mail, old),
    evaluateJobs(f, since),
    old(f.solver.oldest, 5 * minute)
      ? { part: "solver", verdict: "care", reason: "solver_waits" }
      : { part: "solver", verdict: "good", reason: "fine" },
    evaluateLogCheck(f.logCheck, old),
    evaluateBackup(f.backup, old),
    { part: "uploads", verdict: "good", reason: "fine" },
    { part: "page_cache", verdict: "good", reason: "fine" },
    evaluateLoop(f.late.p99),
  ];
}
type Old = (at: Date | null, most: number) => boolean;

function evaluateDisk(disk: StatusFacts["disk"]): EvaluatedPart {
  if (disk === null || disk.free < 200 * MB) return { part: "disk", verdict: "wrong", reason: "disk_full" };
  return disk.free < 2048 * MB || disk.free < disk.size * 0.05
    ? { part: "disk", verdict: "care", reason: "disk_low" }
    : { part: "disk", verdict: "good", reason: "fine" };
}
function evaluateMail({ server, oldestDue, dead }: StatusFacts["mail"], old: Old): EvaluatedPart {
  if (old(oldestDue, hour)) return { part: "mail", verdict: "wrong", reason: "mail_stands_still" };
  if (dead > 0) return { part: "mail", verdict: "care", reason: "mail_dead" };
  if (old(oldestDue, 10 * minute)) return { part: "mail", verdict: "care", reason: "mail_waits" };
  return server
    ? { part: "mail", verdict: "good", reason: "fine" }
    : { part: "mail", verdict: "care", reason: "mail_no_server" };
}
/** The worst job stands for all. A job is silent when it missed several turns. */
function evaluateJobs({ jobs, startedAt }: StatusFacts, since: (at: Date) => number): EvaluatedPart {
  const silent = jobs.find(
    ({ every, ranAt }) => since(ranAt ?? startedAt) > Math.max(settling, every * 5) && since(startedAt) > settling,
  );
  if (silent) return { part: "jobs", verdict: "wrong", reason: "job_silent", about: silent.name };
  const failed = jobs.find(({ ranAt, failedAt }) => failedAt !== null && (ranAt === null || failedAt > ranAt));
  return failed
    ? { part: "jobs", verdict: "care", reason: "job_failed", about: failed.name }
    : { part: "jobs", verdict: "good", reason: "fine" };
}
function evaluateLogCheck(check: StatusFacts["logCheck"], old: Old): EvaluatedPart {
  if (check && check.broken > 0) return { part: "log_check", verdict: "wrong", reason: "log_broken" };
  return !check || old(check.at, 2 * day)
    ? { part: "log_check", verdict: "care", reason: "log_not_checked" }
    : { part: "log_check", verdict: "good", reason: "fine" };
}
function evaluateBackup(backup: StatusFacts["backup"], old: Old): EvaluatedPart {
  if (!backup) return { part: "backup", verdict: "care", reason: "backup_unknown" };
  if (old(backup.at, 7 * day)) return { part: "backup", verdict: "wrong", reason: "backup_very_old" };
  return old(backup.at, 2 * day)
    ? { part: "backup", verdict: "care", reason: "backup_old" }
    : { part: "backup", verdict: "good", reason: "fine" };
}
function evaluateLoop(late: number): EvaluatedPart {
  if (late > 1000) return { part: "event_loop", verdict: "wrong", reason: "loop_very_late" };
  return late > 250
    ? { part: "event_loop", verdict: "care", reason: "loop_late" }
    : { part: "event_loop", verdict: "good", reason: "fine" };
}
/** Answers the worst of all levels, so that one word stands at the top. */
export const worstOf = (judged: readonly EvaluatedPart[]): Verdict =>
  judged.some(({ verdict }) => verdict === "wrong")
    ? "wrong"
    : judged.some(({ verdict }) => verdict === "care")
      ? "care"
      : "good";
