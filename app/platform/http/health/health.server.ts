import { randomUUID } from "node:crypto";
import { mkdir, statfs, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DatabasePool } from "#db/client.server.ts";
import type { BufferedReply } from "#app/platform/http/reply/reply.server.ts";

/** Less room than this on the disk of files and database, in bytes, is a server that soon loses what people send. */
const leastRoom = 200 * 1024 * 1024;
export type Ready = { ready: boolean; database: boolean; disk: boolean; files: boolean; stopping: boolean };

type Asked = {
  database: Pick<DatabasePool, "ready">;
  dataDir: string;
  takesFiles: () => Promise<boolean>;
  stopping: () => boolean;
};
/**
 * Tells whether this server can do its work now: the database answers within half a second, the disk and the store of
 * files take something, nobody asked it to stop. Migrations ran before it listened. However often it is asked, it asks
 * them a few times a second: anybody may ask it.
 */
export function readiness({ database, dataDir, takesFiles, stopping }: Asked): () => Promise<Ready> {
  const reachable = cachedCheck(() => database.ready(), 250);
  const roomy = cachedCheck(() => hasRoom(dataDir), 500);
  return async () => {
    const [answers, disk, files] = await Promise.all([reachable(), roomy(), takesFiles()]);
    return { ready: answers && disk && files && !stopping(), database: answers, disk, files, stopping: stopping() };
  };
}

/**
 * Keeps the last answer to a question that costs something outside, asked again after `milliseconds`. Whoever asks
 * never waits for longer than `timeout`: until there is an answer, the last one stands, and before the first one
 * there is none.
 */
export function cachedCheck(ask: () => Promise<boolean>, milliseconds = 5000, timeout = 1000) {
  let last = { at: -Infinity, answer: false };
  let asking: Promise<boolean> | null = null;
  return (): Promise<boolean> => {
    if (performance.now() - last.at < milliseconds) return Promise.resolve(last.answer);
    asking ??= ask()
      .then((answer) => {
        last = { at: performance.now(), answer };
        return answer;
      })
      .finally(() => (asking = null));
    return Promise.race([asking, new Promise<boolean>((resolve) => setTimeout(() => resolve(last.answer), timeout))]);
  };
}

/** Free space is not all: a quota, a limit or a broken disk is only known by writing. */
async function hasRoom(folder: string): Promise<boolean> {
  const probe = join(folder, `.room-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize <= leastRoom) return false;
    await writeFile(probe, "room", { mode: 0o600, flush: true });
    return true;
  } catch {
    return false;
  } finally {
    await unlink(probe).catch(() => {});
  }
}

/** Answers of the health checks are for machines: JSON that nobody may cache. */
export const jsonReply = (status: number, content: object): BufferedReply => ({
  status,
  headers: [
    ["Content-Type", "application/json"],
    ["Cache-Control", "no-store"],
  ],
  body: Buffer.from(JSON.stringify(content)),
});
