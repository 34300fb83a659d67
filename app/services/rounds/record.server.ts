import type { Answers } from "#app/domain/fields/fields.ts";
import { allowedRoles } from "#app/domain/workflow/machine.ts";
import { rolesInCentre } from "#app/domain/workflow/policy.ts";
import { chooseByIn, ruleOf, type RoundMove } from "#app/domain/rounds/process.ts";
import type { RoundStatus } from "#app/domain/rounds/words.ts";
import { insertRoundEvent, lastRoundHash, roundEvents } from "#db/queries/rounds/events.server.ts";
import type { Inside } from "#app/services/context.ts";
import { hashOf } from "#app/services/log/record.server.ts";

type Entry = {
  move: RoundMove;
  from: RoundStatus | null;
  to: RoundStatus;
  answers?: Answers;
  system?: boolean;
};
/** Writes the event of a move of a round, chained by hash to the one before. The round is locked, so the chain has one end. */
export async function recordRoundMove(inside: Inside, round: { id: string; centreId: string }, entry: Entry) {
  const roles = rolesInCentre(inside.actor, round.centreId);
  const rule = ruleOf(entry.move);
  // A clock acts as nobody: its id is empty, and no person in the log.
  const bySystem = Boolean(entry.system) || inside.actor.id === "";
  const body = {
    id: inside.newId(),
    centreId: round.centreId,
    roundId: round.id,
    move: entry.move,
    fromStatus: entry.from,
    toStatus: entry.to,
    actorId: bySystem ? null : inside.actor.id,
    actingAs: bySystem ? "system" : (allowedRoles(rule, entry.from ?? "new").find((role) => roles.has(role)) ?? ""),
    answers: entry.answers ?? {},
    guards: [...(rule.guards ?? [])],
    at: inside.now(),
    previousHash: await lastRoundHash(inside.db, round.id),
  };
  await insertRoundEvent(inside.db, { ...body, hash: hashOf(body) });
}

const dateOf = (moment: string | null) => (moment === null ? null : new Date(moment));
/** Lists what happened to a round, the latest first, for whoever makes its plans. */
export const logOfRound = async ({ db }: Inside, roundId: string) =>
  (await roundEvents(db, roundId)).map(({ event, actor }) => ({
    id: event.id,
    move: event.move,
    by: actor,
    at: event.at,
    chooseBy: dateOf(chooseByIn(event.answers)),
  }));
