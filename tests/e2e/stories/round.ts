import { dropStudent } from "#app/services/rounds/students.server.ts";
import { publishPlan } from "#app/services/rounds/publish.server.ts";
import { requestRuns, runAt } from "#app/services/rounds/runs.server.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import { solveAll } from "#tests/support/rounds/solving.ts";
import { template } from "../installation.ts";

export type Round = { id: string; choices: readonly string[] };

/** A docent opens a round on two assignments, for the students of the cast and nobody else. */
export async function choosing({ w, c }: Line, name: string, assignments: readonly string[]): Promise<Round> {
  const round = await setUpRound(
    w,
    { slug: template().centre, matcher: c.teacher, name, programme: "Watermanagement", least: 2 },
    {
      assignments,
      guides: [[c.rival, "2"]],
      shared: { discipline: "water_environment", level: "hbo", hours: "20" },
    },
  );
  const others = (await studentsIn(w, c.teacher, round.id)).filter(({ personId }) => !c.students.includes(personId));
  for (const { id, version } of others) await dropStudent(await w.as(c.teacher), round.id, id, version);
  await roundMove(w, c.teacher, round.id, "open_choosing", 5);
  return round;
}
/** The others choose, half of them the other assignment first; then everybody is placed, and it is told. */
export async function placed({ w, c }: Line, { id, choices }: Round) {
  for (const [i, student] of c.students.slice(1).entries())
    await chooses(w, student, id, i < 2 ? choices : choices.toReversed());
  await roundMove(w, c.teacher, id, "close_choosing");
  await requestRuns(await w.as(c.teacher), id, { preset: "default" });
  // The server under test solves as well: whoever is first does it.
  for (let ready = false; !ready; ) {
    await solveAll({ transact: w.database.transact, now: w.now, newId: w.newId });
    ready = (await runAt(await w.as(c.teacher), id, 1)).status === "done";
  }
  await publishPlan(await w.as(c.teacher), id, 1, null);
}
