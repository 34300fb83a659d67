import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import {
  peerWishFields,
  mostPeerWishes,
  moved,
  profileFields,
  readChoices,
  readSkills,
} from "#app/domain/rounds/fields.ts";
import { rests } from "#app/domain/rounds/taking-part.ts";
import { roundUnderWay } from "#app/domain/rounds/words.ts";
import { refuse, refuseFields } from "#app/domain/refusal.ts";
import { lockRound } from "#db/queries/rounds/lists.server.ts";
import { assignmentsOf } from "#db/queries/rounds/assignments.server.ts";
import { choicesOf } from "#db/queries/rounds/chosen.server.ts";
import { changeStudent, fellowNames, namesIn, studentById } from "#db/queries/rounds/students.server.ts";
import { cameFrom } from "#db/queries/rounds/carry-over.server.ts";
import { peerWishById, peerWishesFrom, changePeerWish, putPeerWish } from "#db/queries/rounds/peer-wishes.server.ts";
import { touchRound } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { roundToChoose } from "./access.server.ts";
import { headOf } from "./round-page.server.ts";

/** More names than this are found by a search. */
const mostNames = 300;
/**
 * Returns a student's own page of a round: what there is to choose, their list, what they said of themselves and whom
 * they named. Nothing of what others chose (docs/matching.md 1: no popularity before the deadline), nothing that only
 * the teacher reads.
 */
export const preferencesPage = (ctx: Context, id: string, search: string) =>
  inTransaction(ctx, async (inside) => {
    const { round, student } = await roundToChoose(inside, id);
    const peerWishes = await peerWishesFrom(inside.db, student.id);
    const names = await namesIn(
      inside.db,
      peerWishes.map((b) => b.otherId),
    );
    const open = isOpen(round, inside.now());
    const now = (await choicesOf(inside.db, student)) ?? refuse("not_found");
    const all = await assignmentsOf(inside.db, id);
    // What was published stays as it was; until then only what takes part is offered.
    const isOut = ({ out }: (typeof all)[number]) => out !== null && roundUnderWay.some((one) => one === round.status);
    return {
      round: headOf(round),
      open,
      now: inside.now(),
      search,
      assignments: all.filter((one) => !isOut(one)).map(assignmentToChoose),
      gone: all
        .filter((one) => isOut(one) && student.choices.includes(one.id))
        .map(({ id: choice, title, out }) => ({ id: choice, title, out })),
      own: {
        choices: student.choices,
        hours: student.hours,
        dayParts: student.dayParts,
        skills: student.skills,
        chosenAt: student.chosenAt,
        ...now,
        priority: student.priority,
      },
      priorityFrom: student.priority ? await cameFrom(inside.db, id, student.personId) : null,
      form: { key: inside.newId(), version: student.version },
      peerWishes: peerWishes.map((b) => ({ id: b.id, kind: b.kind, name: names.get(b.otherId) ?? "", why: b.why })),
      candidates:
        open && peerWishes.length < mostPeerWishes
          ? await otherStudents(inside, id, student.id, { search, peerWishes })
          : [],
      mostNames,
    };
  });
/** Returns what a student reads of an assignment in the round; the company stays unnamed where it asked for that. */
const assignmentToChoose = (assignment: Awaited<ReturnType<typeof assignmentsOf>>[number]) => ({
  id: assignment.id,
  assignmentId: assignment.assignmentId,
  title: assignment.title,
  place: assignment.place,
  company: assignment.hidden ? null : assignment.company,
  readable: assignment.open,
  sizeMin: assignment.sizeMin,
  sizeMax: assignment.sizeMax,
  hours: assignment.hours,
  required: assignment.required,
  desired: assignment.desired,
  disciplines: assignment.disciplines,
  mixMbo: assignment.mixMbo,
  mixHbo: assignment.mixHbo,
});
const isOpen = ({ status, chooseBy }: { status: string; chooseBy: Date | null }, now: Date) =>
  status === "choosing" && chooseBy !== null && now < chooseBy;
const otherStudents = async (
  { db }: Inside,
  roundId: string,
  studentId: string,
  { search, peerWishes }: { search: string; peerWishes: readonly { otherId: string }[] },
) =>
  (await fellowNames(db, roundId, { search, not: studentId, limit: mostNames })).filter(
    (p) => !peerWishes.some((b) => b.otherId === p.id),
  );
/**
 * The student's place in a round they can still choose in, while nobody closes it. Refuses `stale` for a form of
 * before, `wrong_status` after the deadline.
 */
async function whileChoosing(inside: Inside, id: string, version: number | null) {
  const held = await lockRound(inside.db, id);
  const { round, student } = await roundToChoose(inside, id);
  if (version !== null && version !== student.version) refuse("stale");
  return isOpen({ ...round, ...held }, inside.now()) ? { round, student } : refuse("wrong_status");
}
/**
 * Saves the list of choices; with `act` one of them first goes a place up or down, and what rests stays where it
 * was. Refuses beside the box: a choice
 * twice, too few, none of this round.
 */
export const savePreferences = (ctx: Context | Inside, id: string, posted: Posted, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const { round, student } = await whileChoosing(inside, id, version);
    const all = await assignmentsOf(inside.db, id);
    const offered = all.filter(({ out }) => out === null).map((one) => one.id);
    const resting = all.filter(({ out }) => rests(out)).map((one) => one.id);
    const { choices, errors } = readChoices(moved(posted, String(posted.act ?? "")), offered, round.leastChoices, {
      was: student.choices,
      resting,
    });
    if (Object.keys(errors).length) refuseFields(errors);
    if (!(await changeStudent(inside.db, student, { choices, chosenAt: inside.now() }))) refuse("stale");
    await touchRound(inside.db, id);
  });
/** Saves what a student says of themselves: hours a week, parts of the week, skills with their level. */
export const describeSelf = (ctx: Context | Inside, id: string, posted: Posted, version: number | null) =>
  inTransaction(ctx, async (inside) => {
    const { student } = await whileChoosing(inside, id, version);
    const read = readAnswers(profileFields, posted);
    const { skills, errors } = readSkills(posted);
    if (!read.ok || Object.keys(errors).length) refuseFields({ ...(read.ok ? {} : read.errors), ...errors });
    const { hours, day_parts } = read.answers;
    if (
      !(await changeStudent(inside.db, student, {
        hours,
        dayParts: day_parts,
        skills: skills[""] ?? [],
      }))
    )
      refuse("stale");
    await touchRound(inside.db, id);
  });
/** Names somebody to be with or without; it counts once a teacher approves it. Three at most. */
export const addPeerWish = (ctx: Context | Inside, id: string, posted: Posted) =>
  inTransaction(ctx, async (inside) => {
    const { round, student } = await whileChoosing(inside, id, null);
    const peerWishes = await peerWishesFrom(inside.db, student.id);
    const wanted = String([posted.other ?? ""].flat().at(-1));
    const known = wanted !== student.id && uuid.test(wanted) && (await inRound(inside, id, wanted));
    const read = readAnswers(peerWishFields(known ? [wanted] : []), posted);
    if (!read.ok) refuseFields(read.errors);
    if (peerWishes.length >= mostPeerWishes) refuseFields({ other: { code: "too_many_items", limit: mostPeerWishes } });
    const { other, kind, why } = read.answers;
    if (
      !(await putPeerWish(inside.db, {
        id: inside.newId(),
        centreId: round.centreId,
        roundId: id,
        studentId: student.id,
        otherId: other,
        kind,
        status: "asked",
        why: why ?? "",
        createdAt: inside.now(),
      }))
    )
      refuseFields({ other: { code: "already_used" } });
  });
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const inRound = async ({ db }: Inside, roundId: string, studentId: string) => {
  const found = await studentById(db, studentId);
  return found?.roundId === roundId && found.status === "in";
};
/** Takes back what was asked about somebody. Refuses `not_found` for another's. */
export const withdrawPeerWish = (ctx: Context | Inside, id: string, wishId: string) =>
  inTransaction(ctx, async (inside) => {
    const { student } = await whileChoosing(inside, id, null);
    const wish = await peerWishById(inside.db, wishId);
    if (wish?.studentId !== student.id) return refuse("not_found");
    if (wish.status === "withdrawn" || !(await changePeerWish(inside.db, wish, { status: "withdrawn" })))
      refuse("stale");
    if (wish.status === "approved") await touchRound(inside.db, id);
  });
