import { and, eq } from "drizzle-orm";
import { madeOnce } from "#tests/support/lived-once.ts";
import type { AccountLetterKind } from "#app/domain/letters/kinds.ts";
import { within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import { addPerson, grant, type World } from "#db/seed/world.ts";
import { accountLetters, members } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { noReach } from "#app/services/context.ts";
import { runPage, studentInPlan } from "#app/services/rounds/plan.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import type { solver as sharedSolver } from "#app/platform/solver/solver.server.ts";
/** Returns "done", or what the work was refused for. */
export const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
/** Adds students of one programme, so many in all. */
async function enrol(w: World, c: Cast, students: number) {
  while (c.students.length < students) {
    const n = c.students.length;
    const more = await addPerson(w, { name: `Student ${n}`, email: `student${n}@school.example`, ageBand: "18_plus" });
    await grant(w, more, {
      role: "student",
      centreId: c.centreId,
      organizationId: c.institutionId,
      track: "hbo",
      programme: "Watermanagement",
    });
    c.students.push(more);
  }
}
/** Makes a round with three assignments that come with teams, and coaches for three teams: one of them, or two. */
async function roundOfThree(w: World, c: Cast, coaches: number) {
  const assignments: string[] = [];
  for (const title of ["Gemaal", "Riool", "Sluis"])
    assignments.push((await live(await begin(w, c, "effort", { ...question("effort"), title }), "agreeing")).id);
  const one: [string, string][] = [[c.rival, "3"]];
  const two: [string, string][] = [
    [c.rival, "1"],
    [c.teacher, "2"],
  ];
  const round = await setUpRound(
    w,
    { slug: "waterkracht", matcher: c.teacher, name: "Voorjaar", programme: "Watermanagement", least: 2 },
    {
      assignments,
      guides: coaches === 1 ? one : two,
      shared: { discipline: "water_environment", level: "hbo", hours: "40" },
    },
  );
  return { ...round, assignments };
}
/** Lists what is asked of a round once choosing is over: proposals, where they place somebody, and whom they reach. */
function asksOf(w: World, c: Cast, house: World["database"], id: string, solver: ReturnType<typeof sharedSolver>) {
  const out = { transact: house.transact, now: w.now, newId: w.newId };
  const work = async () => {
    while (await runSolveJob(out, solver));
  };
  const me = () => w.as(c.teacher);
  const number = async (at: Promise<string>) => Number(/\/indeling\/(\d+)/.exec(await at)?.[1]);
  const propose = async (preset = "default") => {
    const n = await number(requestRuns(await me(), id, { preset }));
    await work();
    return n;
  };
  const plan = async (n: number) => {
    const { plan: found } = await runPage(await me(), id, n);
    if (!found) throw new Error("no plan");
    return found;
  };
  const placeOf = async (n: number, student: string) =>
    (await studentInPlan(await me(), id, n, student)).place?.assignment ?? null;
  const seats = () =>
    within(w, c.teacher, ({ db }) =>
      db
        .select({ assignmentId: members.assignmentId, personId: members.personId })
        .from(members)
        .where(and(eq(members.role, "student"), eq(members.status, "invited"))),
    );
  const letters = (kind: AccountLetterKind) =>
    house.transact(noReach, (db) =>
      db
        .select({ personId: accountLetters.personId, data: accountLetters.data })
        .from(accountLetters)
        .where(eq(accountLetters.kind, kind)),
    );
  return { out, work, me, number, propose, plan, placeOf, seats, letters };
}
type Planned = { students: number; closed: boolean; coaches: number };
/** Makes a round in which everybody chose the first one most, alternating the second. */
async function chosen(w: World, { students, closed, coaches }: Planned) {
  const c = await cast(w, { students: 4 });
  await enrol(w, c, students);
  const { id, choices, assignments } = await roundOfThree(w, c, coaches);
  const [first = "", second = "", third = ""] = choices;
  await roundMove(w, c.teacher, id, "open_choosing", 7);
  for (const [i, student] of c.students.entries())
    await chooses(w, student, id, i % 2 ? [first, third, second] : [first, second, third]);
  if (closed) await roundMove(w, c.teacher, id, "close_choosing");
  const all = await studentsIn(w, c.teacher, id);
  return { c, id, choices, assignments, all };
}
/** Makes three assignments, nine students who all like the first one most, a coach for three teams; choosing is over. */
export async function plannedRound(
  solver: ReturnType<typeof sharedSolver>,
  { students = 9, closed = true, coaches = 1 } = {},
) {
  const planned: Planned = { students, closed, coaches };
  const name = `planned round ${JSON.stringify(planned)}`;
  const { house, raw, w, made } = await madeOnce(name, (early) => chosen(early, planned));
  const { c, id, choices, assignments, all } = made;
  const [first = "", second = "", third = ""] = choices;
  const asks = asksOf(w, c, house, id, solver);
  return { house, raw, w, c, id, choices, assignments, all, first, second, third, ...asks };
}
