import { instantAt } from "#app/domain/calendar/amsterdam.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { evaluateRound, remindAgainAfter, ruleOf, type RoundMove } from "#app/domain/rounds/moves.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { lockRound, roundFacts } from "#db/queries/rounds/lists.server.ts";
import { waitAgain } from "#db/queries/rounds/carry-over.server.ts";
import { takeToRemind } from "#db/queries/rounds/students.server.ts";
import { changeRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { roundToMatch } from "./access.server.ts";
import { notifyCompanies, notifyStudents } from "./notifications.server.ts";
import { seenOf } from "./round-page.server.ts";

/**
 * A docent's move of a round, by the table (`domain/rounds/moves`). Refuses `stale` when the round is not what was
 * `seen`, `guards` with what is missing, and a deadline that is no coming moment beside its field.
 */
export const moveRound = (ctx: Context | Inside, id: string, name: RoundMove, posted: Posted, seen: string | null) =>
  inTransaction(ctx, async (inside) => {
    const round = await locked(inside, id);
    if (seen !== null && seen !== seenOf(round)) refuse("stale");
    const { fits, missing } = evaluateRound(name, await roundFacts(inside.db, round));
    if (!fits) refuse("wrong_status");
    if (missing.length) refuse("guards", missing);
    await makeMove(inside, round, name, ruleOf(name).fields ? deadlineIn(posted, inside.now()) : null);
  });
async function locked(inside: Inside, id: string): Promise<RoundAt> {
  const round = await roundToMatch(inside, id);
  return { ...round, ...((await lockRound(inside.db, id)) ?? refuse("not_found")) };
}
/** The move itself, on a round that is locked: the state, then the letters. */
export async function makeMove(inside: Inside, round: RoundAt, name: RoundMove, chooseBy: Date | null) {
  const rule = ruleOf(name);
  if (!(await changeRound(inside.db, round, { status: rule.to, ...(chooseBy ? { chooseBy } : {}) }))) refuse("stale");
  if (rule.to === "cancelled") await waitAgain(inside.db, round.id);
  const after = { ...round, status: rule.to, chooseBy: chooseBy ?? round.chooseBy };
  if (rule.notifies?.whom === "companies") await notifyCompanies(inside, after, rule.notifies.letter);
  // Who never could choose hears nothing of a round that is given up.
  else if (rule.notifies && !(name === "cancel_round" && round.status === "draft"))
    await notifyStudents(inside, after, rule.notifies.letter);
}
/** The deadline as it was typed, in Dutch time. */
function deadlineIn(posted: Posted, now: Date): Date {
  const read = readAnswers(ruleOf("open_choosing").fields ?? {}, posted);
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
