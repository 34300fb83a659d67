import { count, desc, gt, inArray, isNotNull, isNull, and, like, max, min, notLike, or, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { accountLetters, backgroundRuns, outbox, platformEvents, roundRuns, uploadBudgets } from "#db/schema.ts";

/** Returns the database itself: its release, its size in bytes, and how many connections there are to it. */
export async function databaseFacts(db: Database) {
  const [row] = await db.execute<{ version: string; bytes: string; connections: number; most: number }>(sql`
    select
      split_part(current_setting('server_version'), ' ', 1) as version,
      pg_database_size(current_database())::text as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as most
  `);
  return {
    version: row?.version ?? "",
    bytes: Number(row?.bytes ?? 0),
    connections: row?.connections ?? 0,
    mostConnections: row?.most ?? 1,
  };
}

const queues = [accountLetters, outbox] as const;
/** Counts letters of both queues: how many wait, since when the oldest, how many died since `recent`, when the last one left. */
export async function mailFacts(db: Database, now: Date, recent: Date) {
  const found = [];
  for (const t of queues as unknown as (typeof accountLetters)[]) {
    const waits = and(isNull(t.sentAt), isNull(t.deadAt));
    const failed = or(isNull(t.lastError), notLike(t.lastError, "withheld:%"));
    const [waiting] = await db
      .select({ n: count(), oldest: min(t.dueAt) })
      .from(t)
      .where(waits);
    const [dead] = await db
      .select({ n: count() })
      .from(t)
      .where(and(isNotNull(t.deadAt), gt(t.deadAt, recent), failed));
    const [sent] = await db.select({ at: max(t.sentAt) }).from(t);
    found.push({
      waiting: waiting?.n ?? 0,
      oldest: waiting?.oldest ?? null,
      dead: dead?.n ?? 0,
      sent: sent?.at ?? null,
    });
  }
  const moments = (all: (Date | null)[]) => all.filter((at) => at !== null).sort((a, b) => +a - +b);
  return {
    waiting: found.reduce((sum, { waiting }) => sum + waiting, 0),
    oldestDue: moments(found.map(({ oldest }) => oldest)).find((at) => at < now) ?? null,
    dead: found.reduce((sum, { dead }) => sum + dead, 0),
    lastSent: moments(found.map(({ sent }) => sent)).at(-1) ?? null,
  };
}

/** Returns plans that wait for the solver or are at work, and since when the oldest waits. */
export async function solverFacts(db: Database) {
  const rows = await db
    .select({ status: roundRuns.status, n: count(), oldest: min(roundRuns.askedAt) })
    .from(roundRuns)
    .where(sql`${roundRuns.status} in ('waiting', 'running')`)
    .groupBy(roundRuns.status);
  const of = (status: string) => rows.find((row) => row.status === status);
  return {
    waiting: of("waiting")?.n ?? 0,
    running: of("running")?.n ?? 0,
    oldest: of("waiting")?.oldest ?? null,
  };
}
/** Counts the bytes that people sent since `recent`, once: by person. */
export const uploadedBytes = async (db: Database, recent: Date): Promise<number> =>
  (
    await db
      .select({ bytes: sql<number>`coalesce(sum(${uploadBudgets.bytes}), 0)::float8` })
      .from(uploadBudgets)
      .where(and(gt(uploadBudgets.at, recent), like(uploadBudgets.subject, "person%")))
  )[0]?.bytes ?? 0;

/** Tells when the newest back-up was made; null when there never was one. */
export const lastBackup = async (db: Database) =>
  (
    await db
      .select({ at: platformEvents.at })
      .from(platformEvents)
      .where(inArray(platformEvents.act, ["backed_up"]))
      .orderBy(desc(platformEvents.at))
      .limit(1)
  )[0] ?? null;

/** Tells when each round of background work last ran, by its name. */
export const backgroundRunsOf = (db: Database) => db.select().from(backgroundRuns).orderBy(backgroundRuns.name);
/** Notes that a round ran, or failed: one row a round. */
export const noteBackgroundRun = (db: Database, { name, ...set }: typeof backgroundRuns.$inferInsert) =>
  db
    .insert(backgroundRuns)
    .values({ name, ...set })
    .onConflictDoUpdate({ target: backgroundRuns.name, set });
