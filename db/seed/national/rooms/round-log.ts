import { createHash } from "node:crypto";
import type { TransactionSql } from "postgres";
import { ruleOf, type RoundMove } from "#app/domain/rounds/process.ts";
import type { RoundStatus } from "#app/domain/rounds/words.ts";
import { hashOf } from "#app/services/log/record.server.ts";

const day = 24 * 60 * 60 * 1000;
type Round = {
  id: string;
  centre_id: string;
  status: RoundStatus;
  choose_by: Date;
  created_by: string;
  created_at: Date;
};
type Step = { move: RoundMove; from: RoundStatus | null; to: RoundStatus; at: Date; byClock?: boolean };

/** Tells what led to the status of a round: it was made, opened five days later, and closed by the clock at its deadline. */
const stepsOf = ({ status, choose_by, created_at }: Round): Step[] => [
  { move: "create_round", from: null, to: "draft", at: created_at },
  { move: "open_choosing", from: "draft", to: "choosing", at: new Date(+created_at + 5 * day) },
  ...(status === "matching"
    ? [{ move: "close_choosing", from: "choosing", to: "matching", at: choose_by, byClock: true } as const]
    : []),
];

/** Writes the log of every round, chained by hash as `services/rounds/record` does move by move. */
export async function recordRounds(tx: TransactionSql): Promise<void> {
  const rounds = await tx.unsafe<Round[]>(
    "select id, centre_id, status, choose_by, created_by, created_at from rounds order by id",
  );
  const events = rounds.flatMap(logOf);
  if (!events[0]) return;
  const columns = Object.keys(events[0]).join(", ");
  await tx.unsafe(
    `
      insert into round_events (${columns})
      select ${columns} from jsonb_populate_recordset(null::round_events, $1::text::jsonb)
    `,
    [JSON.stringify(events)],
  );
}
function logOf(round: Round) {
  let previousHash = "";
  return stepsOf(round).map(({ move, from, to, at, byClock }) => {
    const body = {
      id: idOf(round.id, move),
      centreId: round.centre_id,
      roundId: round.id,
      move,
      fromStatus: from,
      toStatus: to,
      actorId: byClock ? null : round.created_by,
      actingAs: byClock ? "system" : "coordinator",
      answers: move === "open_choosing" ? { choose_by: round.choose_by.toISOString() } : {},
      guards: [...(ruleOf(move).guards ?? [])],
      at,
      previousHash,
    };
    const hash = hashOf(body);
    previousHash = hash;
    return {
      id: body.id,
      centre_id: body.centreId,
      round_id: body.roundId,
      move,
      from_status: from,
      to_status: to,
      actor_id: body.actorId,
      acting_as: body.actingAs,
      answers: body.answers,
      guards: body.guards,
      at,
      previous_hash: body.previousHash,
      hash,
    };
  });
}
/** The same round has the same log again. */
const idOf = (round: string, move: string) => {
  const hex = createHash("md5").update(`${round}/${move}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};
