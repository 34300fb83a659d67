import type { Body } from "#app/platform/http/request/body.server.ts";
import type { FilesPlace } from "#app/platform/files/store.server.ts";
import { openContentThread, type ContentThread } from "./conversation.server.ts";
import type { ContentJobs, Pairs, Table, Taken } from "./wire.ts";

/**
 * Holds two threads, started when there is work: one takes in what comes, piece by piece, and never waits for the
 * other, which reads whole lists and writes tables, one after the other.
 */
const threads: { incoming?: ContentThread; whole?: ContentThread } = {};
const incoming = () => (threads.incoming ??= openContentThread());
const whole = () => (threads.whole ??= openContentThread());

/**
 * Takes in a form with files: each file is checked and cleaned by content and lies in `place` afterwards. `head` is
 * asked with the fields before the first file, when nothing of it is kept yet: what it refuses ends the reading there.
 * Refuses as the store does, `malformed` and `too_large`, and then keeps nothing; a file that is refused is read to its end,
 * because a browser that is still sending hears no answer; what `head` refuses is answered at once (`platform/http/server/lingering`).
 */
export async function takeForm(body: Body, place: FilesPlace, head: (pairs: Pairs) => Promise<void>): Promise<Taken> {
  const talk = await incoming().begin({ kind: "form", input: { place, type: body.type }, head: stoppable });
  let stop: (error: unknown) => void;
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  stopped.catch(() => {});
  async function stoppable(pairs: Pairs) {
    try {
      await head(pairs);
    } catch (error) {
      stop(error);
      throw error;
    }
  }
  try {
    for (;;) {
      const chunk = await Promise.race([body.next(), stopped]);
      if (chunk === null) break;
      // A copy of its own goes along: what is handed over is gone here, and what came in lies in a larger piece of memory.
      if (!talk.over()) await Promise.race([talk.send({ kind: "chunk", bytes: Uint8Array.from(chunk) }), stopped]);
    }
    await Promise.race([talk.send({ kind: "end" }), stopped]);
    return await talk.outcome;
  } catch (error) {
    talk.abort(error);
    throw error;
  }
}

/** Returns the fields in the beginning of a form with files. Refuses `malformed` what is no form. */
export async function fieldsOf(input: ContentJobs["fields"]["input"]): Promise<Pairs> {
  return (await incoming().begin({ kind: "fields", input })).outcome;
}
/** Reads a list of students that lies in `place`. Refuses beside its field what is no list or too long for one. */
export async function readList(input: ContentJobs["list"]["input"]): Promise<ContentJobs["list"]["output"]> {
  return (await whole().begin({ kind: "list", input })).outcome;
}
/** Writes a table as the bytes of a CSV or Excel file. */
export async function tableBytes(rows: Table, form: "csv" | "xlsx"): Promise<Uint8Array> {
  return (await whole().begin({ kind: "table", input: { rows, form } })).outcome;
}
/** Ends both threads; for a server that stops. */
export async function closeContent(): Promise<void> {
  await Promise.all([threads.incoming?.close(), threads.whole?.close()]);
}
