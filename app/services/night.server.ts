import { createHash } from "node:crypto";
import { formOfKey, giveBack, isFirst, keepAnswer } from "#db/queries/submissions.server.ts";
import { noReach, type Context } from "./context.ts";

/** A server that began so long ago, in milliseconds, and has not ended, is taken to have died in the middle. */
const diedAfter = 3_600_000;

/**
 * Does the work of one night, done by one of the servers on this database: the first that asks. Answers whether it is
 * done, by whomever; when not, ask again later. Work that fails, or that is left because the server stops (`going`),
 * is still to be done. The key is one of forms, with a fingerprint that no form has: who sends that key in a form
 * takes nothing away.
 */
export async function oncePerNight(
  { transact, now }: Pick<Context, "transact" | "now">,
  { name, day }: { name: string; day: string },
  work: () => Promise<unknown>,
  going: () => boolean = () => true,
): Promise<boolean> {
  const fingerprint = `night ${name} ${day}`;
  const key = uuidOf(fingerprint);
  const at = now();
  if (!(await transact(noReach, (db) => isFirst(db, { key, personId: "", fingerprint }, at)))) {
    const first = await transact(noReach, (db) => formOfKey(db, key));
    if (first && first.fingerprint !== fingerprint) return work().then(going);
    if (first && first.answer === null && +at - +first.at > diedAfter)
      await transact(noReach, (db) => giveBack(db, first));
    return first?.answer != null;
  }
  let done = false;
  try {
    await work();
    done = going();
  } finally {
    await transact(
      noReach,
      async (db) => void (await (done ? keepAnswer(db, key, "done") : giveBack(db, { key, at }))),
    );
  }
  return done;
}
/** Returns a UUID that is the same for everybody. */
function uuidOf(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
