import type { Posted } from "#app/domain/fields/fields.ts";
import { readAnswers } from "#app/domain/fields/answers.ts";
import { addStudentsFields } from "#app/domain/rounds/fields.ts";
import type { StudyLevel } from "#app/domain/rounds/words.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { changeStudent, studentById, studentsPage } from "#db/queries/rounds/students.server.ts";
import { putStudents, studentSources, studentsToAdd } from "#db/queries/rounds/student-lists.server.ts";
import { countWaiting, takeInWaiting } from "#db/queries/rounds/carry-over.server.ts";
import { openImportOf } from "#db/queries/rounds/peer-wishes.server.ts";
import { touchRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { paged } from "#app/services/paged.ts";
import { roundToMatch } from "./access.server.ts";
import { notifyStudents } from "./notifications.server.ts";
import { headOf } from "./round-page.server.ts";

/** Students are added while the round is set up and while they can still choose. */
export const takesStudents = ({ status }: Pick<RoundAt, "status">) => status === "draft" || status === "choosing";
/** Returns students of a round, 25 a page, with a search and who has chosen. */
export const roundStudentsPage = (
  ctx: Context,
  id: string,
  { page, search, chosen }: { page: number; search: string; chosen: boolean | null },
) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    const open = takesStudents(round);
    const from = open ? await sources(inside, round) : [];
    return {
      round: headOf(round),
      open,
      droppable: mayDrop(round),
      search,
      chosen,
      from,
      waiting: open ? ((await openImportOf(inside.db, id, inside.actor.id)) ?? null) : null,
      first: open ? await countWaiting(inside.db, round.centreId) : 0,
      key: inside.newId(),
      ...(await paged(page, (at) => studentsPage(inside.db, id, { search, chosen, ...at }))),
    };
  });
/** Lists where students may come from: communities and programmes of the centre with students who are not in the round. */
const sources = async ({ db }: Inside, round: RoundAt) =>
  (await studentSources(db, { roundId: round.id, centreId: round.centreId })).map(({ kind, id, label, n }) => ({
    id: `${kind === "community" ? "c" : "p"}:${id}`,
    kind,
    label,
    n,
  }));
/**
 * Adds the students of a community or programme who are not in the round; what they share goes with them. In a round
 * where students choose they get the letter at once. Refuses beside the field when there is nobody to add. Answers how
 * many.
 */
export const addStudents = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    if (!takesStudents(round)) refuse("wrong_status");
    const read = readAnswers(addStudentsFields((await sources(inside, round)).map((s) => s.id)), posted);
    if (!read.ok) refuseFields(read.errors);
    const { from, discipline, level, hours } = read.answers;
    const [kind, source] = [from.slice(0, 2), from.slice(2)];
    const people = await studentsToAdd(inside.db, {
      roundId: id,
      centreId: round.centreId,
      ...(kind === "c:" ? { communityId: source } : { programme: source }),
    });
    const put = await putStudents(
      inside.db,
      people.map((p) => ({
        id: inside.newId(),
        centreId: round.centreId,
        roundId: id,
        personId: p.personId,
        programme: p.programme ?? "",
        discipline,
        level: (levelOf[p.track ?? ""] ?? level) as StudyLevel,
        hours,
      })),
    );
    if (put.length === 0) refuseFields({ from: { code: "nobody_to_add" } });
    await welcome(inside, round, put);
    return put.length;
  });
const levelOf: Readonly<Record<string, StudyLevel>> = { bol: "mbo", bbl: "mbo", ad: "hbo", hbo: "hbo" };
/**
 * Does what follows when students come in: older plans are of before, who waited for a round with priority has it
 * here, and in an open round they may choose at once.
 */
export async function welcome(inside: Inside, round: RoundAt, ids: readonly string[]) {
  await touchRound(inside.db, round.id);
  const first = await takeInWaiting(inside.db, round);
  const others = ids.filter((id) => !first.includes(id));
  if (round.status !== "choosing") return;
  if (others.length) await notifyStudents(inside, round, "round_open", others);
  if (first.length) await notifyStudents(inside, round, "round_priority", first);
}
/** Tells whether somebody may be taken out, also after publication: then the plan is made again without them. */
const mayDrop = ({ status }: RoundAt) => status !== "cancelled";
/** Takes a student out of the round. Their list is kept, should they come back. */
export const dropStudent = (ctx: Context | Inside, roundId: string, studentId: string, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const student = await studentById(inside.db, studentId);
    if (student?.roundId !== roundId) return refuse("not_found");
    if (version !== student.version || student.status !== "in") refuse("stale");
    if (!mayDrop(round)) refuse("wrong_status");
    if (!(await changeStudent(inside.db, student, { status: "dropped" }))) refuse("stale");
    await touchRound(inside.db, roundId);
  });
