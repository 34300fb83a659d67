import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { settings, type Setting } from "./settings.ts";

type Read = { [K in keyof typeof settings]: z.output<(typeof settings)[K]["read"]> };
/** Describes all settings of the server, read once, checked and completed. Optional ones are undefined when empty. */
export type Env = Readonly<
  Omit<Read, "demo" | "publicOrigin" | "tokenSecret" | "s3BucketUrl" | "s3Region" | "s3KeyId" | "s3Secret"> & {
    production: boolean;
    demo: boolean;
    publicOrigin: string;
    tokenSecret: string;
    /** Tells where files are kept, when it is not `dataDir`. */
    bucket: { url: string; region: string; keyId: string; secret: string } | undefined;
  }
>;
type Source = Record<string, string | undefined>;

/** Describes a setting that cannot be used, as a sentence that names it. */
class WrongSetting extends Error {
  constructor(
    readonly setting: string,
    why: string,
  ) {
    super(`${setting}: ${why}.`);
  }
}

/**
 * Reads the settings from `source`; throws WrongSetting. Makes `DATA_DIR` and, outside production, the token secret in
 * it.
 */
export function readEnv(source: Source = process.env): Env {
  const read = Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [key, valueOf(setting, source)]),
  ) as Read;
  const production = read.mode === "production";
  if (production) refuseUnsafe(read);
  if (read.requireDatabaseUrl && !read.databaseUrl)
    throw new WrongSetting("DATABASE_URL", "is empty, and REQUIRE_DATABASE_URL is on");
  for (const { name } of [settings.directUrl, settings.replicaUrl])
    if (source[name]?.trim() && !read.databaseUrl)
      throw new WrongSetting(name, "is about your own PostgreSQL, so DATABASE_URL is needed with it");
  if (!production) makeFolder(resolve(read.dataDir));
  return {
    ...read,
    production,
    dataDir: resolve(read.dataDir),
    demo: read.demo ?? (!production && !read.databaseUrl),
    publicOrigin: read.publicOrigin ?? `http://localhost:${read.port}`,
    tokenSecret: read.tokenSecret ?? storedSecret(resolve(read.dataDir)),
    bucket: bucketOf(read, production),
  };
}

/** Returns the settings of this process; a wrong one is told on the error stream and ends it with code 1. */
export function envOrExit(source: Source = process.env): Env {
  try {
    return readEnv(source);
  } catch (error) {
    if (!(error instanceof WrongSetting)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Quotes are refused: systemd and Node take them off, but a container hands them on as a part of the value. */
const inQuotes = /^(["']).*\1$/s;
function valueOf({ name, standard, read }: Setting, source: Source): unknown {
  const given = source[name]?.trim();
  if (given && inQuotes.test(given))
    throw new WrongSetting(name, "stands in quotes, which not every reader of a file takes off: leave them out");
  const result = z.safeParse(read, given || standard);
  if (result.success) return result.data;
  throw new WrongSetting(name, result.error.issues.map((issue) => issue.message).join(", "));
}

function refuseUnsafe(read: Read) {
  if (read.demo) throw new WrongSetting("DEMO", "demo accounts have public passwords and are refused in production");
  if (!read.databaseUrl && !read.embeddedInProduction)
    throw new WrongSetting(
      "DATABASE_URL",
      "is needed in production; or say EMBEDDED_IN_PRODUCTION=1 to run on the embedded database",
    );
  if (!read.tokenSecret) throw new WrongSetting("TOKEN_SECRET", "is needed in production, at least 32 characters");
  if (!read.publicOrigin?.startsWith("https://"))
    throw new WrongSetting("PUBLIC_ORIGIN", "is needed in production and begins with https://");
  if (!read.smtpUrl) throw new WrongSetting("SMTP_URL", "is needed in production, else no letter ever leaves");
}

function bucketOf(read: Read, production: boolean): Env["bucket"] {
  const url = read.s3BucketUrl;
  if (!url) return undefined;
  if (production && !url.startsWith("https://"))
    throw new WrongSetting("S3_BUCKET_URL", "begins with https:// in production: files would travel in the open");
  const needed = (name: string, value: string | undefined) => {
    if (!value) throw new WrongSetting(name, "is needed with S3_BUCKET_URL");
    return value;
  };
  const keyId = needed(settings.s3KeyId.name, read.s3KeyId);
  return { url, region: read.s3Region, keyId, secret: needed(settings.s3Secret.name, read.s3Secret) };
}

/** A folder that takes nothing is told now, and not when the first file comes. */
function makeFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch {
    throw new WrongSetting("DATA_DIR", `nothing can be written in ${dataDir}`);
  }
}

/** Browsers that are known stay known over a restart, so the secret is kept beside the data. */
function storedSecret(dataDir: string): string {
  const file = join(dataDir, "token-secret");
  try {
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST")
      throw new WrongSetting("DATA_DIR", `nothing can be written in ${dataDir}`);
  }
  return readFileSync(file, "utf8").trim();
}
