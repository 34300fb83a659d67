import { noteBackgroundRun } from "#db/queries/administration/status.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { errorFields } from "./log.server.ts";

/** A job that runs every second is written down at most once a minute; a failure always, and what has an outcome. */
const interval = 60_000;
const written = new Map<string, number>();
type Outside = Pick<Context, "transact" | "now">;

/** Writes down that a job ran and how long it took, for the status page (docs/operations.md 13). */
export async function noteRan(
  { transact, now }: Outside,
  name: string,
  tookMs: number,
  outcome?: Readonly<Record<string, number>>,
): Promise<void> {
  if (!outcome && +now() - (written.get(name) ?? 0) < interval) return;
  written.set(name, +now());
  await transact(noReach, (db) =>
    noteBackgroundRun(db, { name, ranAt: now(), tookMs: Math.round(tookMs), ...(outcome ? { outcome } : {}) }),
  );
}
/** Writes down that a job failed: what kind of error it was, none of its words. */
export const noteFailed = ({ transact, now }: Outside, name: string, error: unknown): Promise<unknown> => {
  written.delete(name);
  const { error: kind, code } = errorFields(error);
  const failure = [kind, code].filter(Boolean).join(" ").slice(0, 100);
  return transact(noReach, (db) => noteBackgroundRun(db, { name, failedAt: now(), failure }));
};
