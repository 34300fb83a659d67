import { z } from "zod";

/** Describes one setting: its name, what it is when nobody sets it, what it means, and how a value is read. */
export type Setting = {
  name: string;
  standard: string;
  meaning: string;
  read: z.core.$ZodType;
  /** Opens something, or holds a password: docs/operations.md 11 and docs/trust.md 3.14 say who may know it. */
  secret?: true;
};

const off = ["", "0", "false", "no", "off"];
const text = z.string().trim();
const given = <T extends z.core.$ZodType<unknown, string>>(schema: T) =>
  text.transform((value) => value || undefined).pipe(z.optional(schema));
const flag = text
  .toLowerCase()
  .pipe(z.enum([...off, "1", "true", "yes", "on"], "say 1 or 0"))
  .transform((value) => !off.includes(value));
const whole = (least: number, most: number) =>
  z.coerce
    .number(`say a whole number from ${least} to ${most}`)
    .int(`say a whole number from ${least} to ${most}`)
    .min(least, `at least ${least}`)
    .max(most, `at most ${most}`);
const address = (kinds: string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && kinds.includes(new URL(value).protocol),
      `say an address such as ${example}`,
    );
const postgresAddress = given(address(["postgres:", "postgresql:"], "postgres://user:password@host:5432/name"));
const origin = address(["http:", "https:"], "https://samenspel.example").refine(
  (value) => !URL.canParse(value) || new URL(value).origin === value,
  "say only the origin: no path, no slash at the end",
);

const oneAddress = /^[^\s@<>(),;:\\"[\]]{1,64}@[^\s@<>(),;:\\"[\]]+$/;
const named = /^(?:[^@<>(),;:\\"[\]\r\n]+|"[^"\\\r\n]+" ?)<([^<>]+)>$/;
/** Tells whether it is an address, or `Name <address>`; a name with other signs than letters and spaces stands in quotes (RFC 5322). */
const isSender = (value: string) => oneAddress.test(named.exec(value)?.[1] ?? value);

const bucket = address(["http:", "https:"], "https://s3.example/samenspel").refine(
  (value) => !URL.canParse(value) || /^https?:\/\/[^/?#@]+(\/[^/?#]+)?\/?$/.test(value),
  "say the address of one bucket, without anything behind its name",
);

/** Holds every setting of the server, in the order of the README. Everything else in the environment is ignored. */
export const settings = {
  mode: {
    name: "SAMENSPEL_MODE",
    standard: "local",
    meaning:
      "`production` refuses what is only safe on your own machine, and asks for what it needs; `local` does neither",
    read: z.enum(["local", "production"], "say local or production"),
  },
  databaseUrl: {
    name: "DATABASE_URL",
    standard: "",
    meaning:
      "your own PostgreSQL 15 or newer; empty: an embedded PostgreSQL in `DATA_DIR` (in production only when told)",
    read: postgresAddress,
    secret: true,
  },
  migrationUrl: {
    name: "MIGRATION_DATABASE_URL",
    standard: "",
    meaning: "the owner of the tables, when `DATABASE_URL` logs in as another user (it must in production)",
    read: postgresAddress,
    secret: true,
  },
  directUrl: {
    name: "DIRECT_DATABASE_URL",
    standard: "",
    meaning: "the same database and login past the pooler, when `DATABASE_URL` goes through one in transaction mode",
    read: postgresAddress,
    secret: true,
  },
  replicaUrl: {
    name: "DATABASE_READ_URL",
    standard: "",
    meaning: "a replica that follows the database, for public pages that may be a second old",
    read: postgresAddress,
    secret: true,
  },
  requireDatabaseUrl: {
    name: "REQUIRE_DATABASE_URL",
    standard: "0",
    meaning: "`1`: never start the embedded database",
    read: flag,
  },
  embeddedInProduction: {
    name: "EMBEDDED_IN_PRODUCTION",
    standard: "0",
    meaning: "`1`: production may run on the embedded database, which is one machine and one process of its own",
    read: flag,
  },
  dataDir: {
    name: "DATA_DIR",
    standard: "./data",
    meaning: "where files, and the embedded database, are kept",
    read: text.min(1, "say a folder"),
  },
  s3BucketUrl: {
    name: "S3_BUCKET_URL",
    standard: "",
    meaning:
      "a bucket of its own in an S3-compatible storage, where files are kept, as `https://s3.example/name`; empty: `DATA_DIR`",
    read: given(bucket),
  },
  s3Region: {
    name: "S3_REGION",
    standard: "us-east-1",
    meaning: "the region of that storage, as its keeper calls it",
    read: text.regex(/^[a-z0-9-]{1,40}$/, "say a name such as eu-central-1"),
  },
  s3KeyId: { name: "S3_ACCESS_KEY_ID", standard: "", meaning: "who we are to that storage", read: given(z.string()) },
  s3Secret: {
    name: "S3_SECRET_ACCESS_KEY",
    standard: "",
    meaning: "and the secret with it",
    read: given(z.string()),
    secret: true,
  },
  host: {
    name: "HOST",
    standard: "127.0.0.1",
    meaning: "the address the server listens on",
    read: text.min(1, "say an address"),
  },
  port: { name: "PORT", standard: "3000", meaning: "the port the server listens on", read: whole(1, 65_535) },
  publicOrigin: {
    name: "PUBLIC_ORIGIN",
    standard: "",
    meaning: "the address people use, such as `https://samenspel.example`; empty: `http://localhost:PORT`",
    read: given(origin),
  },
  smtpUrl: {
    name: "SMTP_URL",
    standard: "",
    meaning: "where letters are sent; empty: they stay in the product (not in production)",
    read: given(address(["smtp:", "smtps:"], "smtps://user:password@host:465")),
    secret: true,
  },
  mailFrom: {
    name: "MAIL_FROM",
    standard: "Samenspel <noreply@localhost>",
    meaning: "the sender of every letter",
    read: text.refine(isSender, "say a mail address such as Samenspel <noreply@samenspel.example>"),
  },
  tokenSecret: {
    name: "TOKEN_SECRET",
    standard: "",
    meaning:
      "at least 32 characters that nobody else knows, to mark known browsers and to seal second factors; empty: made once and kept in " +
      "`DATA_DIR` (not in production)",
    read: given(z.string().min(32, "say at least 32 characters")),
    secret: true,
  },
  trustedProxies: {
    name: "TRUSTED_PROXIES",
    standard: "0",
    meaning:
      "how many proxies of your own stand before the server: so many addresses at the end of `X-Forwarded-For` are believed",
    read: whole(0, 5),
  },
  demo: {
    name: "DEMO",
    standard: "",
    meaning: "`1`: demo centre and demo accounts; empty: only without `DATABASE_URL`; never in production",
    read: given(flag),
  },
  poolSize: { name: "POOL_SIZE", standard: "10", meaning: "connections to the database", read: whole(1, 200) },
  keepSeconds: {
    name: "KEEP_SECONDS",
    standard: "1",
    meaning: "how long a public page may be served again without asking the database",
    read: whole(0, 3600),
  },
  metricsToken: {
    name: "METRICS_TOKEN",
    standard: "",
    meaning:
      "at least 32 characters; who brings them as a bearer token reads figures at `/metrics`; empty: nobody does",
    read: given(z.string().min(32, "say at least 32 characters")),
    secret: true,
  },
  accessLog: {
    name: "ACCESS_LOG",
    standard: "0",
    meaning: "`1`: a line in the log for every request; `0`: for what changed something, failed or was refused",
    read: flag,
  },
  maxAtOnce: {
    name: "MAX_AT_ONCE",
    standard: "50",
    meaning: "requests at work at the same time; twice as many wait, the rest is asked to come back",
    read: whole(1, 10_000),
  },
} as const satisfies Record<string, Setting>;

/** Writes the table of settings in the README. */
export const settingsTable = (): string =>
  [
    "| setting | when not set | meaning |",
    "|---|---|---|",
    ...Object.values(settings).map(
      ({ name, standard, meaning }) => `| \`${name}\` | ${standard ? `\`${standard}\`` : ""} | ${meaning} |`,
    ),
  ].join("\n");
