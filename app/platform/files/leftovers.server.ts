import { connectionLost } from "#db/client.server.ts";
import { storedKeys } from "#db/queries/files/files.server.ts";
import { inTransaction } from "#app/services/context.ts";
import { systemContextEverywhere } from "#app/services/system-context.server.ts";
import { sweepBudgets } from "#app/services/files/budget.server.ts";
import { runtime } from "#app/platform/runtime/runtime.server.ts";
import { store } from "./upload.server.ts";

const [minute, day] = [60_000, 86_400_000];
const atOnce = 500;
/**
 * Says how long a file may lie here, in milliseconds, before no upload can be under way with it: a request ends within a
 * minute, and its transaction soon after.
 */
const leftAfter = 30 * minute;
/** A row that was removed keeps its bytes so long, in milliseconds. */
const removedAfter = 30 * day;
/** What a row lost track of is younger than this; older files go when their row was removed long ago. */
const lookBackTime = 2 * day;

/** Says which of these no row points at any more. */
async function orphansAmong(keys: readonly string[]): Promise<string[]> {
  const out = runtime();
  const ctx = await systemContextEverywhere(out);
  const left: string[] = [];
  for (let i = 0; i < keys.length; i += atOnce) {
    const some = keys.slice(i, i + atOnce);
    const referenced = new Set(
      await inTransaction(ctx, ({ db }) => storedKeys(db, some, new Date(+out.now() - removedAfter))),
    );
    left.push(...some.filter((key) => !referenced.has(key)));
  }
  return left;
}

/**
 * Removes what a form brought and no row took: it was refused, it was sent twice, or it was only read. Where nobody
 * knows whether the transaction counted, because the database went away in it, everything stays for `sweepFiles`.
 */
export async function removeOrphans(files: readonly { key: string }[], failed: unknown): Promise<void> {
  if (connectionLost(failed)) return;
  // The form has had its answer: when this fails, `sweepFiles` does it.
  const left = await orphansAmong(files.map(({ key }) => key)).catch(() => []);
  for (const key of left)
    await store()
      .remove(key)
      .catch(() => {});
}

/**
 * Removes what uploads left behind that ended in the middle: half files, and whole ones that no row points at. Within
 * the hour: `leftAfter` and the time between two rounds. With `all` also files whose row was removed long ago.
 */
export async function sweepFiles({ all = false } = {}): Promise<void> {
  const now = +runtime().now();
  await store().sweep(new Date(now - leftAfter));
  const old: string[] = [];
  for await (const { key, at } of store().list())
    if (+at <= now - leftAfter && (all || +at >= now - lookBackTime)) old.push(key);
  for (const key of await orphansAmong(old)) await store().remove(key);
  await sweepBudgets(runtime());
}
