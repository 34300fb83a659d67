import type { Sql, TransactionSql } from "postgres";

type Coded = { code?: string; severity?: string };
type Query = Promise<unknown> & { reject: (error: unknown) => void };
type Unsafe = TransactionSql["unsafe"];
/** The statement every transaction begins with: one text for all, so each connection prepares it once. */
export type Opening = { text: string; values: string[] };

/** Is thrown at a statement that comes after the death of its own transaction: it never reaches another connection. */
class TransactionLost extends Error {
  readonly code = "CONNECTION_CLOSED";
  constructor() {
    super("the database connection of this transaction was lost");
  }
}

/** Returns true when the error means that the connection is gone, and not that a statement was refused. */
export const isLoss = (error: unknown) => {
  const { code = "", severity = "" } = (error ?? {}) as Coded;
  return severity === "FATAL" || severity === "PANIC" || /^(CONNECT|E[A-Z]{3,})/.test(code);
};

const forever = new Promise<never>(() => {});
/** Beyond this many different texts a connection stops keeping plans, so that unbounded SQL cannot eat its memory. */
const cachedTexts = 600;

/**
 * Begins transactions on `pool` so that nothing of a transaction runs after its backend died: no statement, no commit,
 * no rollback (the driver would send them over another person's connection, or end the process). `started` is called
 * once the opening statement is answered. Statements are prepared by text: the driver else asks the server twice for
 * every statement with parameters.
 */
export function guarded(pool: Sql) {
  const texts = new Set<string>();
  const prepare = (text: string) => texts.has(text) || (texts.size < cachedTexts && texts.add(text).size > 0);

  return function begin<T>(
    opening: Opening,
    work: (tx: TransactionSql) => Promise<T>,
    started: () => void,
  ): Promise<T> {
    let lost = false;
    const watched = <Q>(query: Q): Q => {
      const seen = query as unknown as Query;
      const { reject } = seen;
      seen.reject = (error) => {
        lost ||= isLoss(error);
        reject(error);
      };
      return query;
    };
    const whileAlive = (tx: TransactionSql) => {
      const unsafe = (text: string, values: Parameters<Unsafe>[1] = [], options = {}) => {
        if (lost) throw new TransactionLost();
        return watched(tx.unsafe(text, values, { ...options, prepare: values.length > 0 && prepare(text) }));
      };
      return new Proxy(tx, { get: (_, key) => (key === "unsafe" ? unsafe : refused(String(key))) });
    };
    const done = pool.begin(async (tx) => {
      const alive = whileAlive(tx);
      try {
        alive.unsafe(opening.text, opening.values).then(started, () => {});
        const result = await work(alive);
        return lost ? await forever : result;
      } catch (error) {
        if (lost) await forever;
        throw error;
      }
    }) as Promise<T>;
    done.catch(() => {
      lost = true;
    });
    return done;
  };
}

/** The handle of a transaction runs statements and nothing else: no savepoint, no second way to the server. */
function refused(key: string): undefined {
  if (key === "savepoint" || key === "begin") throw new Error("a transaction inside a transaction");
  return undefined;
}
