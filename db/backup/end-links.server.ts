import type { TransactionSql } from "postgres";

/** Says how many of each were ended. */
export type Ended = { sessions: number; links: number; drafts: number; letters: number };

/**
 * Ends in a restored database what must not come to life again: since the back-up was made, people logged out, links
 * were used, addresses of calendars were taken back. Sessions, every link and code that is open, the key by which a
 * visitor's browser holds a draft, and letters that would carry a way in and were not sent yet. Whoever needs one asks
 * for a new one.
 */
export async function endLinks(tx: TransactionSql, secretLetters: readonly string[]): Promise<Ended> {
  const count = async (statement: string, values: string[] = []) => (await tx.unsafe(statement, values)).count;
  const kinds = `(select string_to_array($1, ','))::text[]`;
  const why = "last_error = 'withheld:restored', data = '{}', leased_until = null";
  const letters =
    (await count(
      `update account_letters set ${why}, dead_at = coalesce(dead_at, due_at)
       where sent_at is null and kind = any (${kinds})`,
      [secretLetters.join()],
    )) +
    (await count(
      `update outbox set ${why}, dead_at = coalesce(dead_at, due_at) where sent_at is null and kind = any (${kinds})`,
      [secretLetters.join()],
    ));
  // Other letters go on without the personal way in that some of them carry. A maker's leads to their own log-in.
  await count(
    "update outbox set data = data - 'path' where sent_at is null and data ? 'path' and relation <> 'makers'",
  );
  return {
    letters,
    sessions: await count("delete from sessions"),
    links: await count("delete from tokens where used_at is null"),
    drafts: await count("update intake_drafts set key_hash = 'ended ' || id"),
  };
}
