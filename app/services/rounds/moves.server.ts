import { amsterdamDay, instantAt } from "#app/domain/calendar/amsterdam.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { evaluateRound, ruleOf, type PageMove, type RoundMove } from "#app/domain/rounds/process.ts";
import { remindAgainAfter } from "#app/domain/rounds/reminders.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { rolesInCentre } from "#app/domain/workflow/policy.ts";
import { lockRound, roundFacts } from "#db/queries/rounds/lists.server.ts";
import { waitAgain } from "#db/queries/rounds/carry-over.server.ts";
import { takeToRemind } from "#db/queries/rounds/student-letters.server.ts";
import { changeRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { roundToMatch } from "./access.server.ts";
import { notifyCompanies, notifyStudents } from "./notifications.server.ts";
import { recordRoundMove } from "./record.server.ts";
import { seenOf } from "./round-page.server.ts";

/**
 * A docent's move of a round, by its table (`domain/rounds/process`): evaluated, written, recorded and told in one
 * transaction. Refuses `stale` when the round is not what was `seen`, `guards` with what is missing, and a deadline
 * that is no coming moment beside its field.
 */
export const moveRound = (ctx: Context | Inside, id: string, name: PageMove, posted: Posted, seen: string | null) =>
  inTransaction(ctx, async (inside) => {
    const round = await locked(inside, id);
    if (seen !== null && seen !== seenOf(round)) refuse("stale");
    const roles = rolesInCentre(inside.actor, round.centreId);
    const { fits, missing } = evaluateRound(name, await roundFacts(inside.db, round), roles);
    if (!fits) refuse("wrong_status");
    if (missing.length) refuse("guards", missing);
    const chooseBy = ruleOf(name).fields ? deadlineIn(posted, inside.now()) : null;
    await makeMove(inside, round, name, chooseBy ? { chooseBy } : {});
  });
async function locked(inside: Inside, id: string): Promise<RoundAt> {
  const round = await roundToMatch(inside, id);
  return { ...round, ...((await lockRound(inside.db, id)) ?? refuse("not_found")) };
}

/** What a move writes beside the status; `system` when a clock made it. */
type Change = { chooseBy?: Date; publishedRun?: string; publishedAt?: Date; system?: boolean };
/**
 * The only writer of a round's status, on a round that is locked and was evaluated: status, event, letters.
 * Refuses `stale` when somebody was first.
 */
export async function makeMove(inside: Inside, round: RoundAt, name: RoundMove, { system, ...set }: Change) {
  const { to, letter } = ruleOf(name);
  const status = to === "same" ? round.status : to;
  if (!(await changeRound(inside.db, round, { status, ...set }))) refuse("stale");
  if (status === "cancelled") await waitAgain(inside.db, round.id);
  await recordRoundMove(inside, round, {
    move: name,
    from: round.status,
    to: status,
    answers: set.chooseBy ? { choose_by: set.chooseBy.toISOString() } : {},
    ...(system ? { system } : {}),
  });
  const after = { ...round, status, chooseBy: set.chooseBy ?? round.chooseBy };
  if (letter?.to === "companies") await notifyCompanies(inside, after, letter.kind);
  // Who never could choose hears nothing of a round that is given up.
  else if (letter && !(name === "cancel_round" && round.status === "draft"))
    await notifyStudents(inside, after, letter.kind);
}
/** The deadline as it was typed, in Dutch time. */
function deadlineIn(posted: Posted, now: Date): Date {
  const read = readAnswers(ruleOf("open_choosing").fields ?? {}, posted, { days: { today: amsterdamDay(now) } });
  if (!read.ok) refuseFields(read.errors);
  const [day = "", time = "0:0"] = String(read.answers.choose_by).split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const at = instantAt(day, hours, minutes);
  if (at <= now) refuseFields({ choose_by: { code: "not_in_future" } });
  return at;
}
/** Reminds everybody who has not chosen, each at most once a day. Answers how many. */
export const remindStudents = (ctx: Context | Inside, id: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await locked(inside, id);
    if (round.status !== "choosing") refuse("wrong_status");
    return remind(inside, round, new Date(+inside.now() - remindAgainAfter));
  });
/** The letters to whoever has not chosen and had none since `before`. */
export async function remind(inside: Inside, round: RoundAt, before: Date): Promise<number> {
  const ids = await takeToRemind(inside.db, round.id, { before, now: inside.now() });
  if (ids.length) await notifyStudents(inside, round, "round_reminder", ids);
  return ids.length;
}
