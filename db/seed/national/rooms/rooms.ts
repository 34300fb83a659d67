import type { TransactionSql } from "postgres";
import { coming, switchesOf } from "#app/domain/centre/switches.ts";
import { communityLife } from "./communities.ts";
import { recordRounds } from "./round-log.ts";
import { roundsOfSomeCentres } from "./rounds.ts";

/**
 * Furnishes the rooms of the country out of the people and assignments that are there: communities at work, and in some
 * centres a round in which students choose and one whose choosing is over. In sets, so that it costs seconds.
 */
export async function furnish(tx: TransactionSql, now: Date): Promise<void> {
  const at = `'${now.toISOString()}'::timestamptz`;
  const block = coming(now, switchesOf({}), 1)[0] ?? now.toISOString().slice(0, 10);
  for (const statement of [...communityLife(at), ...roundsOfSomeCentres(at, block)]) await tx.unsafe(statement);
  await recordRounds(tx);
}
