import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import type { Posted } from "#app/domain/fields/fields.ts";
import { ruleOf, type PageMove } from "#app/domain/rounds/process.ts";
import { inTransaction } from "#app/services/context.ts";
import { addAssignment, roundAssignmentsPage } from "#app/services/rounds/assignments.server.ts";
import { savePreferences } from "#app/services/rounds/preferences.server.ts";
import { addGuide } from "#app/services/rounds/guides.server.ts";
import { moveRound } from "#app/services/rounds/moves.server.ts";
import { addStudents } from "#app/services/rounds/students.server.ts";
import { openNewRound, openRound } from "#app/services/rounds/round-page.server.ts";
import { placesIn } from "#db/queries/rounds/students.server.ts";
import type { World } from "./world.ts";

type RoundGiven = {
  slug: string;
  matcher: string;
  name: string;
  programme: string;
  /** Other programmes are listed beside it, with commas between them. */
  more?: string;
  least?: number;
  seed?: number;
};
/**
 * A teacher opens a round and fills it: assignments of the centre that take a team, coaches, students of a programme.
 * Answers the round and its assignments.
 */
export async function setUpRound(
  w: World,
  { slug, matcher, name, programme, more = "", least = 5, seed = 2027 }: RoundGiven,
  {
    assignments,
    guides,
    shared,
  }: { assignments: readonly string[]; guides: readonly (readonly [person: string, teams: string])[]; shared: Posted },
) {
  const form = await openNewRound(await w.as(matcher), slug);
  const id = await openRound(await w.as(matcher), slug, {
    name,
    block: form.blocks[0] ?? "",
    programmes: form.programmes.filter((p) => p === programme),
    more_programmes: more,
    least_choices: String(least),
    seed: String(seed),
  });
  const choices: string[] = [];
  for (const assignment of assignments) choices.push(await addAssignment(await w.as(matcher), id, assignment));
  for (const [person, teams] of guides)
    await addGuide(await w.as(matcher), id, { person, kind: "coach", teams, students: "" });
  await addStudents(await w.as(matcher), id, { from: `p:${programme}`, ...shared });
  return { id, choices };
}
/** Says what may be added to a round now. */
export const offeredIn = async (w: World, matcher: string, id: string, search = "") =>
  (await roundAssignmentsPage(await w.as(matcher), id, { page: 1, search })).offered;
/** Makes a move of a round; its deadline is `days` from now, at five. */
export const roundMove = async (w: World, matcher: string, id: string, name: PageMove, days = 7) =>
  moveRound(
    await w.as(matcher),
    id,
    name,
    ruleOf(name).fields
      ? { choose_by: amsterdamDay(new Date(+w.now() + days * 86_400_000)), "choose_by.time": "17:00" }
      : {},
    null,
  );
/** Lists everybody in a round, with the person behind each place. */
export const studentsIn = async (w: World, matcher: string, id: string) =>
  inTransaction(await w.as(matcher), ({ db }) => placesIn(db, id));
/** A student puts these in order. */
export const chooses = async (w: World, person: string, id: string, choices: readonly string[]) =>
  savePreferences(
    await w.as(person),
    id,
    Object.fromEntries(choices.map((choice, i) => [`choice.${i + 1}`, choice])),
    null,
  );
