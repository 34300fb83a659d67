import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Answers, Posted } from "#app/domain/fields/fields.ts";
import {
  evaluateRound,
  ruleOf,
  type PageMove,
  type RoundLetter,
  type RoundMove,
  type RoundReaders,
} from "#app/domain/rounds/process.ts";
import { remindAgainAfter } from "#app/domain/rounds/reminders.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { rolesInCentre } from "#app/domain/workflow/policy.ts";
import { lockRound, roundFacts } from "#db/queries/rounds/lists.server.ts";
import { lostChoices, markReminded, takeToRemind } from "#db/queries/rounds/student-letters.server.ts";
import { changeRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { roundToMatch } from "./access.server.ts";
import { behaviourOf, type RoundColumns } from "./behaviours.server.ts";
import { notifyCompanies, notifyStudents } from "./notifications.server.ts";
import { notifyCoachesWithoutTeam, notifyCompaniesWithoutTeam } from "./no-team.server.ts";
import { recordRoundMove } from "./record.server.ts";
import { seenOf } from "./round-page.server.ts";

/**
 * Makes a teacher's move of a round, by its table (`domain/rounds/process`): evaluated, written, recorded and told in
 * one transaction. Refuses `stale` when the round is not what was `seen`, as the judge does, and what its form asks
 * beside each field.
 */
export const moveRound = (ctx: Context | Inside, id: string, name: PageMove, posted: Posted, seen: string | null) =>
  inTransaction(ctx, async (inside) => {
    const round = await locked(inside, id);
    if (seen !== null && seen !== seenOf(round)) refuse("stale");
    const roles = rolesInCentre(inside.actor, round.centreId);
    const { why, missing } = evaluateRound(name, await roundFacts(inside.db, round), roles);
    if (why) refuse(why, missing);
    const read = readAnswers(ruleOf(name).fields ?? {}, posted, { days: { today: amsterdamDay(inside.now()) } });
    if (!read.ok) return refuseFields(read.errors);
    await makeMove(inside, round, name, { answers: read.answers });
  });
async function locked(inside: Inside, id: string): Promise<RoundAt> {
  const round = await roundToMatch(inside, id);
  return { ...round, ...((await lockRound(inside.db, id)) ?? refuse("not_found")) };
}

/** Holds what a move brings: the answers of its form, columns only its maker knows; `system` when a clock made it. */
type Making = { answers?: Answers; columns?: RoundColumns; system?: boolean };
/**
 * Is the only writer of a round's status, on a round that is locked and was evaluated: status, event, letters. What
 * is not the same for all moves stands in `behaviours`. Refuses `stale` when somebody was first.
 */
export async function makeMove(inside: Inside, round: RoundAt, name: RoundMove, making: Making) {
  const { to, letters = [] } = ruleOf(name);
  const { columns, effect, notifiesIf } = behaviourOf(name);
  const answers = making.answers ?? {};
  const status = to === "same" ? round.status : to;
  const set = { ...making.columns, ...columns?.(answers, inside) };
  if (!(await changeRound(inside.db, round, { status, ...set }))) refuse("stale");
  const after = { ...round, ...set, status };
  await effect?.(inside, after);
  await recordRoundMove(inside, round, {
    move: name,
    from: round.status,
    to: status,
    // The log keeps the moment, which no clock of a country changes.
    answers: { ...answers, ...(set.chooseBy && { choose_by: set.chooseBy.toISOString() }) },
    ...(making.system ? { system: true } : {}),
  });
  if (notifiesIf?.(round) ?? true) for (const { kind, to } of letters) await letterTo[to](inside, after, kind, round);
}
type Notify = (inside: Inside, after: RoundAt, kind: RoundLetter, before: RoundAt) => Promise<void>;
const letterTo: Record<RoundReaders, Notify> = {
  companies: (inside, after, kind) => notifyCompanies(inside, after, kind),
  students: (inside, after, kind) => notifyStudents(inside, after, kind),
  companies_without_team: notifyCompaniesWithoutTeam,
  coaches_without_team: notifyCoachesWithoutTeam,
};
/** Reminds everybody who has not chosen, each at most once a day. Answers how many. */
export const remindStudents = (ctx: Context | Inside, id: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await locked(inside, id);
    if (round.status !== "choosing") refuse("wrong_status");
    return remind(inside, round, new Date(+inside.now() - remindAgainAfter));
  });
/**
 * Tells whoever had chosen, and now has fewer choices left than are asked, that something on their list cannot be chosen any
 * more: once for what left, and at most once a day. Answers how many.
 */
export async function tellOfFewer(inside: Inside, round: RoundAt): Promise<number> {
  const lost = await lostChoices(inside.db, round.id, new Date(+inside.now() - remindAgainAfter));
  if (lost.length === 0) return 0;
  const ids = lost.map(({ id }) => id);
  const left = new Map(lost.map((one) => [one.id, String(one.left)]));
  await notifyStudents(inside, round, "round_fewer", ids, (id) => ({ left: left.get(id) ?? "0" }));
  await markReminded(inside.db, ids, inside.now());
  return lost.length;
}
/** Sends the letters to whoever has not chosen and had none since `before`. */
export async function remind(inside: Inside, round: RoundAt, before: Date): Promise<number> {
  const ids = await takeToRemind(inside.db, round.id, { before, now: inside.now() });
  if (ids.length) await notifyStudents(inside, round, "round_reminder", ids);
  return ids.length;
}
