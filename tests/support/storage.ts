import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#db/cluster/process.server.ts";
import type { BucketPlace } from "#app/platform/files/bucket.server.ts";
import { atFileEnd } from "./file-end.ts";

/** Starts a real S3-compatible server with one empty bucket, which outlives its process. */
export type Storage = {
  place: BucketPlace;
  /** Holds the settings by which a server of ours finds it. */
  settings: Record<string, string>;
  start: () => Promise<void>;
  /** Ends the process in the middle of what it does. */
  kill: () => Promise<void>;
  /** It takes connections and says nothing, until `thaw`. */
  freeze: () => void;
  thaw: () => void;
};
/** Holds the one account that this server knows. */
const account = "S3RVER";

/** Starts one; gone when the test file ends. */
export async function storage(): Promise<Storage> {
  const folder = mkdtempSync(join(tmpdir(), "samenspel-bucket-"));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const kill = async () => {
    const { exitCode, signalCode } = child ?? { exitCode: 0, signalCode: null };
    if (!child || exitCode !== null || signalCode !== null) return;
    const gone = new Promise((resolve) => child?.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  const start = () =>
    new Promise<void>((resolve, reject) => {
      // It marks the places in its lists with an old cipher.
      const args = ["--openssl-legacy-provider", "tests/support/storage-process.mjs", `${port}`, folder, "samenspel"];
      child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
      let said = "";
      child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
      child.once("exit", () => reject(new Error(`the storage did not start: ${said}`)));
      child.stdout?.once("data", () => resolve());
    });
  atFileEnd(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await start();
  const place = { url: `http://127.0.0.1:${port}/samenspel`, region: "us-east-1", keyId: account, secret: account };
  const settings = {
    S3_BUCKET_URL: place.url,
    S3_REGION: place.region,
    S3_ACCESS_KEY_ID: account,
    S3_SECRET_ACCESS_KEY: account,
  };
  return {
    place,
    settings,
    start,
    kill,
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
  };
}
