import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { nextRound, returnFields, returnReason } from "#app/domain/rounds/priority.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { lockRound } from "#db/queries/rounds/lists.server.ts";
import { everybodyIn, namesOfRounds, roundsOpenIn, waitingIn } from "#db/queries/rounds/carry-over.server.ts";
import { assignmentsBehind, runById } from "#db/queries/rounds/runs.server.ts";
import { changeStudent, studentById } from "#db/queries/rounds/students.server.ts";
import { numbersIn, putStudents } from "#db/queries/rounds/student-lists.server.ts";
import { touchRound, type RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { roundToMatch } from "./access.server.ts";
import { takesStudents, welcome } from "./students.server.ts";
import { notifyStudents } from "./notifications.server.ts";
import { headOf } from "./round-page.server.ts";

/**
 * Lists who of a published round may be sent on with priority and why, who was, and the rounds that still take
 * students in. Refuses `not_found`.
 */
export const carryOverPage = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, id);
    const open = round.status === "published";
    const all = await everybodyIn(inside.db, id);
    const sent = all.filter(({ status }) => status === "returned");
    const names = await namesOfRounds(
      inside.db,
      sent.flatMap(({ returnedTo }) => returnedTo ?? []),
    );
    return {
      round: headOf(round),
      open,
      key: inside.newId(),
      may: open ? await returnable(inside, round, all) : [],
      rounds: open ? await roundsOpenIn(inside.db, round.centreId, id) : [],
      sent: sent.map(({ id: student, name, programme, returnedTo, version }) => ({
        id: student,
        name,
        programme,
        version,
        to: returnedTo ? (names.get(returnedTo)?.name ?? "") : null,
      })),
    };
  });
/** Lists students without a seat in work that continues, each with the reason. */
async function returnable({ db }: Inside, round: RoundAt, all: Awaited<ReturnType<typeof everybodyIn>>) {
  const run = round.publishedRun ? await runById(db, round.publishedRun) : undefined;
  const { assignments, seats } = await assignmentsBehind(db, round.id);
  const statusOf = new Map(assignments.map((assignment) => [assignment.choiceId, assignment.status]));
  const placeOf = new Map(
    (run?.plan?.places ?? []).map(({ student, assignment }) => [student, statusOf.get(assignment) ?? null]),
  );
  const seated = new Set(seats.map(({ personId }) => personId));
  return all.flatMap((student) => {
    const because = returnReason({
      status: student.status,
      placed: placeOf.get(student.id) ?? null,
      seated: seated.has(student.personId),
    });
    return because ? [{ id: student.id, name: student.name, programme: student.programme, because }] : [];
  });
}

/**
 * Sends students on, with priority, to a round that takes students in or to the next one; they leave this round and
 * hear of it. Refuses beside the field who may not be sent, and `wrong_status` before teams are published.
 */
export const carryOver = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const round = await published(inside, id);
    const [all, rounds] = [await everybodyIn(inside.db, id), await roundsOpenIn(inside.db, round.centreId, id)];
    const may = new Set((await returnable(inside, round, all)).map((student) => student.id));
    const read = readAnswers(
      returnFields(
        [...may],
        rounds.map((one) => one.id),
      ),
      posted,
    );
    if (!read.ok) refuseFields(read.errors);
    const chosen = new Set(read.answers.student);
    for (const student of all)
      if (
        chosen.has(student.id) &&
        !(await changeStudent(inside.db, student, { status: "returned", returnedAt: inside.now(), returnedTo: null }))
      )
        refuse("stale");
    await touchRound(inside.db, id);
    const to = read.answers.to;
    const put = to === nextRound ? [] : await takeIn(inside, await roundToMatch(inside, to), chosen);
    // Whoever may choose at once has that letter already.
    const notified = new Set(put);
    await notifyStudents(
      inside,
      round,
      "round_sent_on",
      all
        .filter(({ id: student, personId }) => chosen.has(student) && !notified.has(personId))
        .map((student) => student.id),
    );
  });
async function published(inside: Inside, id: string): Promise<RoundAt> {
  await lockRound(inside.db, id);
  const round = await roundToMatch(inside, id);
  return round.status === "published" ? round : refuse("wrong_status");
}
/** Takes back that somebody was sent on, as long as no round took them in. Refuses `stale` when one did. */
export const cancelCarryOver = (ctx: Context | Inside, id: string, studentId: string, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const round = await published(inside, id);
    const student = await studentById(inside.db, studentId);
    if (student?.roundId !== id) return refuse("not_found");
    if (student.status !== "returned" || student.returnedTo !== null || version !== student.version)
      return refuse("stale");
    // Whoever was not in the plan had been taken out of the round before.
    const run = round.publishedRun ? await runById(inside.db, round.publishedRun) : undefined;
    const status = run?.input.students.some((one) => one.id === studentId) ? "in" : "dropped";
    if (!(await changeStudent(inside.db, student, { status, returnedAt: null }))) refuse("stale");
    await touchRound(inside.db, id);
  });
/** Takes in everybody of the centre who waits for a round with priority. Answers how many. */
export const takeInAll = (ctx: Context | Inside, id: string) =>
  inTransaction(ctx, async (inside) => {
    await lockRound(inside.db, id);
    const round = await roundToMatch(inside, id);
    if (!takesStudents(round)) refuse("wrong_status");
    return (await takeIn(inside, round, null)).length;
  });
/**
 * Puts whoever waits (of these, or all) in a round as the school knows them; their choices are new. Answers the people
 * who hear at once that they may choose.
 */
async function takeIn(inside: Inside, round: RoundAt, only: ReadonlySet<string> | null): Promise<string[]> {
  if (only) {
    await lockRound(inside.db, round.id);
    if (!takesStudents(round)) refuse("stale");
  }
  const waiting = (await waitingIn(inside.db, round.centreId)).filter(
    ({ id, roundId }) => roundId !== round.id && (only === null || only.has(id)),
  );
  const numbers = await numbersIn(inside.db, round.id);
  const put = await putStudents(
    inside.db,
    [...new Map(waiting.map((w) => [w.personId, w])).values()].map(
      ({ personId, number, name, programme, discipline, level, hours, dayParts, skills }) => ({
        id: inside.newId(),
        centreId: round.centreId,
        roundId: round.id,
        personId,
        number: numbers.has(number.toLowerCase()) ? "" : number,
        name,
        programme,
        discipline,
        level,
        hours,
        dayParts,
        skills,
      }),
    ),
  );
  await welcome(inside, round, put);
  return round.status === "choosing" || only === null ? waiting.map(({ personId }) => personId) : [];
}
