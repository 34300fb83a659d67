import { sql } from "drizzle-orm";
import { saysSame } from "#app/domain/marks.ts";
import type { Database } from "#db/client.server.ts";

/** Makes whoever is about to add at the same place wait until this transaction ends: one at a time looks and adds. */
export const waitTurn = (db: Database, place: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`);

type Said = Readonly<Record<string, string | null>>;
/**
 * Tells whether what somebody is about to add stands already, as people see it, among the rows that `standing` finds. Whoever adds
 * at the same `place` waits until this transaction ends, so that of forms sent at once one adds and the others are told.
 */
export async function alreadyAdded<Row extends Said>(
  db: Database,
  { place, said }: { place: string; said: Row },
  standing: () => PromiseLike<readonly Row[]>,
): Promise<boolean> {
  await waitTurn(db, place);
  const fields = Object.keys(said);
  return (await standing()).some((row) => fields.every((field) => saysSame(row[field] ?? "", said[field] ?? "")));
}
