import { access, constants, mkdir, statfs } from "node:fs/promises";
import type { House } from "#db/client.server.ts";
import type { Drawn } from "./reply.server.ts";

/** Less room than this on the disk of files and database, in bytes, is a server that soon loses what people send. */
const leastRoom = 200 * 1024 * 1024;
export type Ready = { ready: boolean; database: boolean; disk: boolean; stopping: boolean };

/**
 * Whether this server can do its work now: the database answers within half a second, the disk takes files, nobody
 * asked it to stop. Migrations ran before it listened.
 */
export async function readiness({
  house,
  dataDir,
  stopping,
}: {
  house: House;
  dataDir: string;
  stopping: boolean;
}): Promise<Ready> {
  const [database, disk] = await Promise.all([house.ready(), roomOn(dataDir)]);
  return { ready: database && disk && !stopping, database, disk, stopping };
}

async function roomOn(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize > leastRoom;
  } catch {
    return false;
  }
}

/** Health answers are for machines: JSON, kept nowhere. */
export const told = (status: number, content: object): Drawn => ({
  status,
  headers: [
    ["Content-Type", "application/json"],
    ["Cache-Control", "no-store"],
  ],
  body: Buffer.from(JSON.stringify(content)),
});
