import { sweepThrottles } from "#app/services/account/throttle.server.ts";
import { sendSavedSearchAlerts } from "#app/services/market/saved-search-notifications.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { countAnew, listMissing } from "#app/services/market/catalogue.server.ts";
import { runRetention, RetentionFailed, type Ended } from "#app/services/privacy/retention.server.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { oncePerNight } from "#app/services/night.server.ts";
import { runDeadlines } from "#app/services/workflow/clocks/deadlines.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import { log, errorFields } from "./log.server.ts";
import { mailboxMailer, smtpMailer } from "#app/platform/mail/mailer.server.ts";
import { measured } from "./metrics.server.ts";
import { checkLog } from "./log-check.server.ts";
import { onceANight } from "./once-a-night.ts";
import type { JobName } from "#app/domain/administration/jobs.ts";
import { jobRhythm } from "./rhythm.ts";
import { showBeginCode } from "./begin-code.server.ts";
import { noteFailed, noteRan } from "./job-notes.server.ts";
import { env, runtime } from "./runtime.server.ts";
import { deliverMail } from "#app/platform/mail/postman.server.ts";
import { solver } from "#app/platform/solver/solver.server.ts";
import { sweepFiles } from "#app/platform/files/leftovers.server.ts";

/**
 * Starts what the server does by itself, each at its rhythm. `stop` takes nothing new up and resolves after what
 * runs; `hurry` ends letters that still wait for a mail server.
 */
export function startBackgroundJobs(): { stop: () => Promise<void>; hurry: () => void } {
  const { smtpUrl, mailFrom, publicOrigin } = env();
  const mailer = smtpUrl ? smtpMailer(smtpUrl, mailFrom) : mailboxMailer(runtime());
  const now = () => runtime().now();
  const jobs = [
    repeat("post", (going) => deliverMail({ runtime: runtime(), mailer, origin: publicOrigin }, going)),
    repeat("clocks", runClocks),
    repeat("matching", async (going) => {
      while (going() && (await runSolveJob(runtime(), solver())));
    }),
    repeat("rounds of matching", async () => runRoundClock(await systemContextEverywhere(runtime()))),
    repeat("alerts", () => sendSavedSearchAlerts(runtime())),
    repeat("files", () => sweepFiles()),
    repeat("removed files", () => sweepFiles({ all: true })),
    repeat("catalogue", completeCatalogue),
    repeat("tries", () => sweepThrottles(runtime())),
    repeat("retention", onceANight(byOneServer("retention", endWhatIsOver), now)),
    repeat("log", onceANight(byOneServer("log", verifyLogs), now)),
    repeat("first use", () => showBeginCode()),
  ];
  return {
    stop: async () => {
      await Promise.all(jobs.map((r) => r.stop()));
      mailer.close();
    },
    hurry: () => mailer.close(),
  };
}
/** Runs `work` again and again, never twice at once; a failure is logged and its next turn comes. */
function repeat(name: JobName, work: (going: () => boolean) => Promise<unknown>) {
  const every = jobRhythm[name];
  let stopping = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;
  const turn = () => {
    const begun = performance.now();
    running = work(() => !stopping)
      .then(
        () => {
          measured.round(name, "done");
          return noteRan(runtime(), name, performance.now() - begun);
        },
        (error) => {
          measured.round(name, "failed");
          log("error", "a job failed", { job: name, ...errorFields(error) });
          return noteFailed(runtime(), name, error);
        },
      )
      // The database may be away: then the next turn writes it down.
      .catch(() => {})
      .then(() => {
        if (!stopping) timer = setTimeout(turn, every).unref();
      });
  };
  timer = setTimeout(turn, Math.min(every, 500)).unref();
  return {
    stop: () => {
      stopping = true;
      clearTimeout(timer);
      return running;
    },
  };
}
/** Of the servers on this database one does it; the others ask again until it is done. */
const byOneServer =
  (name: string, work: (going: () => boolean) => Promise<unknown>) => (going: () => boolean, day: string) =>
    oncePerNight(runtime(), { name, day }, () => work(going), going);
async function runClocks() {
  const out = runtime();
  await runDeadlines(await systemContextEverywhere(out));
}
/** Ends what was kept long enough, and says how much of each kind; no names, and numbers only of what did not end. */
async function endWhatIsOver(going: () => boolean) {
  const said = (ended: Ended) => log("info", "kept long enough", { ...ended });
  try {
    said(await runRetention(runtime(), going));
  } catch (error) {
    if (!(error instanceof RetentionFailed)) throw error;
    for (const { error: why, ...part } of error.unended)
      log("error", "kept too long", { ...part, ...errorFields(why) });
    said(error.ended);
    throw error;
  }
}
/** What was found stays for the status page, also when this server starts again. */
async function verifyLogs(going: () => boolean) {
  const begun = performance.now();
  const { broken, more } = await checkLog(runtime(), going);
  if (going()) await noteRan(runtime(), "log check", performance.now() - begun, { broken: broken.length + more });
}
async function completeCatalogue() {
  const out = runtime();
  const ctx = await systemContextEverywhere(out);
  await countAnew(ctx);
  await listMissing(ctx);
}
