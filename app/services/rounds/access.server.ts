import { mayMatch } from "#app/domain/rounds/access.ts";
import type { RoundStudentStatus } from "#app/domain/rounds/words.ts";
import { refuse } from "#app/domain/refusal.ts";
import { roundById, roundStudentOf, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import type { Inside } from "#app/services/context.ts";

/** Returns a round for anyone who makes its plans. Refuses `not_found` for everybody else. */
export async function roundToMatch({ db, actor }: Inside, id: string): Promise<RoundAt> {
  const round = await roundById(db, id);
  return round && mayMatch(actor, round.centreId) ? round : refuse("not_found");
}
/** Returns a round and one's own place in it, for a student who takes part. Refuses `not_found` for everybody else. */
export const roundToChoose = (inside: Inside, id: string) => roundOfOne(inside, id, ["in"]);
/** Returns the same, also for anyone who took part and was sent on. */
export const roundOfOwn = (inside: Inside, id: string) => roundOfOne(inside, id, ["in", "returned"]);
async function roundOfOne({ db, actor }: Inside, id: string, statuses: readonly RoundStudentStatus[]) {
  const round = await roundById(db, id);
  const student = round && (await roundStudentOf(db, id, actor.id));
  return round && round.status !== "draft" && student && statuses.includes(student.status)
    ? { round, student }
    : refuse("not_found");
}
