import { sql } from "drizzle-orm";
import { PgDialect, type PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js/session";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { addressOf } from "./address.server.ts";
import { guarded, isLoss, type Opening } from "./guarded.server.ts";
import { lookInCopy } from "./replica.server.ts";

type None = Record<string, never>;
type Session = ConstructorParameters<typeof PostgresJsTransaction<None, None>>[1];
/** Describes the handle inside a transaction. It cannot begin another one, and it does not exist outside. */
export type Database = Omit<
  PgTransaction<PostgresJsQueryResultHKT, None, None>,
  "transaction" | "setTransaction" | "rollback"
>;
/** Tells what a transaction may touch: row-level security reads these. Empty arrays reach nothing but the public catalogue. */
export type Reach = { person: string; centres: readonly string[]; organizations: readonly string[] };
export type Transact = <T>(reach: Reach, work: (db: Database) => Promise<T>) => Promise<T>;
export type DatabasePool = {
  /**
   * Runs `work` in one transaction as the product's role, within `reach`. Reruns it whole after 40001 or 40P01; throws
   * a lost connection (see `connectionLost`).
   */
  transact: Transact;
  /**
   * Holds the same for work that only reads and may see what was a second ago: in a copy that follows, where there is
   * one and it does (`replica`), else in the database itself.
   */
  look: Transact;
  /** Answers true when the database answers within half a second. */
  ready: () => Promise<boolean>;
  /**
   * Calls `work` with the topics that changed (`notifyTopics`): of this process before its transaction is answered, of any
   * other on this database soon after it committed, and with `*` after every time the connection was lost. Until `close`.
   */
  onChange: (work: (topics: readonly string[]) => void) => Promise<void>;
  /** Says how many transactions run, and how many wait for a connection. */
  busy: () => { taken: number; waiting: number };
  /** Tells whether every notification of up to three seconds ago has arrived. */
  isListening: () => boolean;
  close: () => Promise<void>;
};

/** Servers notify each other on this channel of PostgreSQL that something public changed. */
const channel = "samenspel_visible";
/** A heartbeat goes round every second; a server that missed it for three no longer listens. It is no topic. */
const pulse = { word: "pulse", every: 1000, lostAfter: 3000 };
/** A message of PostgreSQL holds somewhat less than 8000 bytes: a longer list is sent as everything. */
const longestMessage = 7000;
const notified = new WeakMap<Database, string[]>();
/** Notifies every server on this database, when this transaction commits, that these public topics changed. */
export const notifyTopics = (db: Database, topics: readonly string[]) => {
  notified.set(db, [...(notified.get(db) ?? []), ...topics]);
  const message = topics.join("\n");
  return db.execute(sql`select pg_notify(${channel}, ${message.length > longestMessage ? "*" : message})`);
};

/** The database role every request works as; row policies bind it, whoever logs in. */
export const appRole = "samenspel_app";
/** A transaction that lost against another one is retried this often. */
const attempts = 3;
/**
 * Says how long, in milliseconds, one that could not begin tries again: a pooler or database that restarts is back by
 * then.
 */
const returnsWithin = 1500;
const limits = {
  role: appRole,
  statement_timeout: "5s",
  lock_timeout: "2s",
  idle_in_transaction_session_timeout: "10s",
  // A page asks many short questions: a server built with a compiler spends seconds compiling what then runs for milliseconds.
  jit: "off",
};
const settings = [
  ...Object.entries(limits).map(([name, value]) => `set_config('${name}', '${value}', true)`),
  ...["person", "centres", "organizations"].map((name, at) => `set_config('app.${name}', $${at + 1}, true)`),
];
const opening = (reach: Reach): Opening => ({
  text: `select ${settings.join(", ")}`,
  values: [reach.person, reach.centres.join(), reach.organizations.join()],
});

/**
 * `poolSize` is the number of connections. `direct` is the same database past a pooler in transaction mode that stands
 * before `url`: such a pooler gives each transaction another connection, so nothing is prepared over it, and the line on
 * which servers hear each other does not go through it. `replica` is a copy that follows, for `look`.
 */
type PoolOptions = { poolSize?: number; direct?: string | undefined; replica?: string | undefined };

/** Opens the pool of the server: the only door to the database. */
export function openDatabase(url: string, { poolSize = 10, direct, replica }: PoolOptions = {}): DatabasePool {
  const pool = openRaw(url, { max: poolSize, prepare: !direct }); // the driver prepares even its own `commit`
  // A busy server is no dead one: whether the database answers, and the pulse, wait behind nobody's request.
  const aside = openRaw(url, { max: 1, prepare: !direct });
  // Tells where servers listen to each other: past a pooler, when one stands before `url`.
  const line = direct ? openRaw(direct, { max: 1 }) : aside;
  drizzle(pool); // sets the driver's parsers to the ones drizzle's columns expect
  const count = { taken: 0, waiting: 0 };
  const listeners: ((topics: readonly string[]) => void)[] = [];
  const topicsChanged = (topics: readonly string[]) => {
    copy?.changed();
    for (const work of listeners) work(topics);
  };
  let [pulseAt, heartbeat]: [number, NodeJS.Timeout | undefined] = [-Infinity, undefined];
  const onMessage = (message: string) => {
    if (message === pulse.word) pulseAt = performance.now();
    else topicsChanged(message.split("\n"));
  };
  // Without a pooler nothing restarts by itself: who waits long for a database that is away only hears so later.
  const transact = door(guarded(pool), topicsChanged, { count, retryFor: direct ? returnsWithin : 300 });
  const isListening = () => performance.now() - pulseAt < pulse.lostAfter;
  const copy = replica ? lookInCopy({ pool, transact, isListening }, openCopy(replica, poolSize)) : null;
  return {
    transact,
    look: copy?.look ?? transact,
    busy: () => ({ ...count }),
    ready: () =>
      Promise.race([
        aside.unsafe("select 1").then(
          () => true,
          () => false,
        ),
        later(500).then(() => false),
      ]),
    onChange: async (work) => {
      listeners.push(work);
      await line.listen(channel, onMessage, () => topicsChanged(["*"]));
      heartbeat ??= setInterval(() => void line.notify(channel, pulse.word).catch(() => {}), pulse.every).unref();
    },
    isListening,
    close: async () => {
      clearInterval(heartbeat);
      const ends = [pool, aside, ...(direct ? [line] : [])].map((each) => each.end({ timeout: 5 }));
      await Promise.all([...ends, copy?.close()]);
    },
  };
}
/** It may stand behind a pooler of its own, so nothing is prepared there; what fails is asked of the database itself. */
function openCopy(url: string, max: number) {
  const pool = openRaw(url, { max, prepare: false });
  drizzle(pool);
  return { pool, transact: door(guarded(pool), () => {}, { count: { taken: 0, waiting: 0 }, retryFor: 0 }) };
}

const dialect = new PgDialect();
const handle = (tx: TransactionSql): Database => {
  const session = new PostgresJsSession<Sql, None, None>(tx as unknown as Sql, dialect, undefined);
  return new PostgresJsTransaction<None, None>(dialect, session as unknown as Session, undefined);
};

/** Opens a plain pool without role, reach or guard: for migrations, back-ups and tests, never for a request. */
export function openRaw(at: string, options: { max?: number; prepare?: boolean; onnotice?: () => void } = {}): Sql {
  const { url, path } = addressOf(at);
  const settings = { fetch_types: false, backoff: () => 0.1, connect_timeout: 5, onnotice: () => {}, ...options };
  return postgres(url, path ? { ...settings, path } : settings);
}

/** Describes transactions that run, and those that wait for a connection. */
type Count = { taken: number; waiting: number };
function door(
  begin: ReturnType<typeof guarded>,
  heard: (topics: readonly string[]) => void,
  { count, retryFor = returnsWithin }: { count: Count; retryFor?: number },
): Transact {
  return async (reach, work) => {
    const since = performance.now();
    for (let attempt = 1; ; attempt++) {
      let started = false;
      let db: Database | undefined;
      count.waiting++;
      const begun = () => {
        started = true;
        count.waiting--;
        count.taken++;
      };
      try {
        const result = await begin(opening(reach), (tx) => work((db = handle(tx))), begun);
        const topics = db && notified.get(db);
        if (topics) heard(topics);
        return result;
      } catch (error) {
        const pause = Math.min(attempt * attempt * 50, 400);
        const again = beaten(error)
          ? attempt < attempts
          : !started && connectionLost(error) && performance.now() - since + pause <= retryFor;
        if (!again) throw error;
        await later(pause);
      } finally {
        count[started ? "taken" : "waiting"]--;
      }
    }
  };
}

/**
 * Recognises a lost serialization or a deadlock: begun anew a few times. A connection that was gone before its first
 * answer, so before anything could be kept, is tried for a while.
 */
const beaten = (error: unknown) => ["40001", "40P01"].includes((origin(error) as { code?: string }).code ?? "");
/** Returns true when the database went away or is not there: answered with 503, and the same form may be sent again. */
export const connectionLost = (error: unknown): boolean => isLoss(origin(error));
/** The driver's own error, below the wrappers drizzle puts around it. */
export const origin = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? origin(error.cause) : error;
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
