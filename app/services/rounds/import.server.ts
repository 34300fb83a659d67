import { counts, type SheetProblem, type SheetRow } from "#app/domain/rounds/sheet.ts";
import { type WrittenList } from "#app/domain/rounds/written-list.ts";
import { refuse } from "#app/domain/refusal.ts";
import {
  changeFromList,
  insertPeople,
  knownBehind,
  numbersIn,
  putStudents,
} from "#db/queries/rounds/student-lists.server.ts";
import { endImport, importById, importRows, keepImport } from "#db/queries/rounds/peer-wishes.server.ts";
import { pieces, planAnew } from "#db/queries/rounds/rows.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { pageSize } from "#app/services/paged.ts";
import { roundToMatch } from "./access.server.ts";
import { takesStudents, welcome } from "./students.server.ts";
import { inviteStudents } from "./notifications.server.ts";
import { headOf } from "./round-page.server.ts";

/** So many problems are shown; who has more mends these first. */
const mostShown = 200;
async function roundToFill(inside: Inside, id: string) {
  const round = await roundToMatch(inside, id);
  return takesStudents(round) ? round : refuse("wrong_status");
}
/** Returns the page that takes a list. Refuses `wrong_status` when choosing is over. */
export const openImportForm = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToFill(inside, id);
    return { round: headOf(round), centreId: round.centreId, key: inside.newId() };
  });
/**
 * Keeps a list that was read and checked until somebody says yes to it; nothing else changes. Answers its id. `look`:
 * the list, asked for only when this person may fill this round.
 */
export const checkList = (
  ctx: Context | Inside,
  id: string,
  look: () => Promise<{ name: string; list: WrittenList }>,
) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToFill(inside, id);
    const { name, list } = await look();
    const importId = inside.newId();
    await keepImport(inside.db, {
      id: importId,
      centreId: round.centreId,
      roundId: id,
      fileName: name,
      ...list,
      byId: inside.actor.id,
      at: inside.now(),
    });
    return importId;
  });
/**
 * Tells what happens with one row: somebody new to the centre, known there and new in the round, changed, or the same
 * as it was.
 */
type Fate = "invited" | "added" | "changed" | "same";
type Planned = { row: SheetRow; fate: Fate; personId: string | null; studentId: string | null; joined: boolean };
/** Tells what a list would do now, and what stands in its way now: looked up anew for the preview and for the yes. */
async function planOf(inside: Inside, round: RoundAt, importId: string) {
  const planned: Planned[] = [];
  const problems: SheetProblem[] = [];
  await planAnew(inside.db);
  const numbers = await numbersIn(inside.db, round.id);
  // They come piece by piece: ten thousand rows at once would keep everybody else waiting.
  for await (const rows of importRows(inside.db, importId)) {
    const known = await knownBehind(
      inside.db,
      { centreId: round.centreId, roundId: round.id },
      rows.map((r) => r.email),
    );
    for (const row of rows) {
      const one = plannedRow(row, known.get(row.email.toLowerCase()));
      const holder = row.number === "" ? undefined : numbers.get(row.number.toLowerCase());
      if (holder !== undefined && holder !== one.studentId)
        problems.push({ row: row.row, column: "number", code: "number_taken", value: row.number });
      planned.push(one);
    }
  }
  return { planned, problems };
}
type Known = ReturnType<Awaited<ReturnType<typeof knownBehind>>["get"]>;
function plannedRow(row: SheetRow, person: Known): Planned {
  const student = person?.student ?? null;
  const fate = student
    ? student.status === "in" && same(student, row)
      ? "same"
      : "changed"
    : person?.joined
      ? "added"
      : "invited";
  return {
    row,
    fate,
    personId: person?.personId ?? null,
    studentId: student?.id ?? null,
    joined: person?.joined ?? false,
  };
}
type Stored = NonNullable<Known>["student"];
/**
 * Tells whether a list says what stands there. Of who has chosen, hours, day parts and skills are their own and do not count.
 */
function same(was: NonNullable<Stored>, row: SheetRow): boolean {
  if (
    was.number !== row.number ||
    was.name !== row.name ||
    was.programme !== row.programme ||
    was.discipline !== row.discipline ||
    was.level !== row.level
  )
    return false;
  const parts = row.dayParts.length === 0 || [...row.dayParts].sort().join() === [...was.day_parts].sort().join();
  const skills = (list: readonly { skill: string; level: number }[]) =>
    list
      .map((s) => `${s.skill} ${s.level}`)
      .sort()
      .join();
  return (
    was.chosen_at !== null ||
    (was.hours === row.hours && parts && (row.skills.length === 0 || skills(row.skills) === skills(was.skills)))
  );
}
async function ownImport(inside: Inside, roundId: string, importId: string) {
  const found = await importById(inside.db, importId);
  return found?.roundId === roundId && found.byId === inside.actor.id ? found : refuse("not_found");
}
/**
 * Returns a list before it counts: what each row does, and every problem by row and column. Refuses `not_found` for
 * another's list.
 */
export const openImport = (ctx: Context, roundId: string, importId: string, asked: number) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToMatch(inside, roundId);
    const list = await ownImport(inside, roundId, importId);
    const { planned, problems } = await planOf(inside, round, importId);
    const all = [...list.problems, ...problems].sort((a, b) => a.row - b.row);
    const tally = { invited: 0, added: 0, changed: 0, same: 0 };
    for (const { fate } of planned) tally[fate]++;
    const pages = Math.max(1, Math.ceil(planned.length / pageSize));
    const page = Math.min(asked, pages);
    return {
      round: headOf(round),
      importId,
      fileName: list.fileName,
      ended: list.endedAt !== null,
      applied: list.appliedAt !== null,
      counts: counts(all) && takesStudents(round),
      tally,
      problems: all.slice(0, mostShown),
      problemCount: Math.max(list.problemCount, list.problems.length) + problems.length,
      total: planned.length,
      page,
      pages,
      key: inside.newId(),
      rows: planned.slice((page - 1) * pageSize, page * pageSize).map(({ row, fate }) => ({ ...row, fate })),
    };
  });
/**
 * Says yes to a list: all of it counts, in this one transaction, or nothing. Looked at anew: refuses `stale` when it
 * counted before, was replaced, or no longer holds. Answers how many came in or changed.
 */
export const applyImport = (ctx: Context | Inside, roundId: string, importId: string) =>
  inTransaction(ctx, async (inside) => {
    const round = await roundToFill(inside, roundId);
    const list = await ownImport(inside, roundId, importId);
    const { planned, problems } = await planOf(inside, round, importId);
    if (!(await endImport(inside.db, importId, inside.now(), true))) refuse("stale");
    if (!counts([...list.problems, ...problems]) || planned.length === 0) refuse("stale");
    await changeFromList(
      inside.db,
      planned.flatMap(({ row, fate, studentId }) =>
        fate === "changed" && studentId ? [{ ...row, id: studentId }] : [],
      ),
    );
    const put: string[] = [];
    for (const fresh of pieces(planned.filter(({ studentId }) => studentId === null)))
      put.push(...(await bringIn(inside, round, fresh)));
    await welcome(inside, round, put);
    return planned.filter(({ fate }) => fate !== "same").length;
  });
/** Leaves a list for what it is. */
export const dropImport = (ctx: Context | Inside, roundId: string, importId: string) =>
  inTransaction(ctx, async (inside) => {
    await roundToMatch(inside, roundId);
    await ownImport(inside, roundId, importId);
    if (!(await endImport(inside.db, importId, inside.now(), false))) refuse("stale");
  });
/**
 * Brings in new students: who has no account becomes a person who awaits their invitation; who is new to the centre
 * is invited. Answers those who may choose at once.
 */
async function bringIn(inside: Inside, round: RoundAt, fresh: readonly Planned[]): Promise<string[]> {
  const people = fresh.map((p) => ({ ...p, personId: p.personId ?? inside.newId(), known: p.personId !== null }));
  await insertPeople(
    inside.db,
    people
      .filter((p) => !p.known)
      .map(({ personId, row }) => ({
        id: personId,
        name: row.name,
        email: row.email,
        locale: inside.locale,
        ageBand: row.age ?? null,
        createdAt: inside.now(),
      })),
  );
  const rows = people.map(
    ({ personId, row: { number, name, programme, discipline, level, hours, dayParts, skills } }) => ({
      id: inside.newId(),
      centreId: round.centreId,
      roundId: round.id,
      personId,
      number,
      name,
      programme,
      discipline,
      level,
      hours,
      dayParts,
      skills,
    }),
  );
  await putStudents(inside.db, rows);
  await inviteStudents(
    inside,
    round,
    people
      .filter((p) => !p.joined)
      .map(({ personId, row }) => ({ personId, email: row.email, locale: inside.locale, programme: row.programme })),
  );
  return rows.filter((_, i) => people[i]?.joined).map((row) => row.id);
}
