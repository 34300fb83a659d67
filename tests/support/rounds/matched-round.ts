import { checkList } from "#app/services/rounds/import.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import type { Cast } from "#db/seed/cast.ts";
import { roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import type { World } from "#db/seed/world.ts";
import { solveAll } from "./solving.ts";

/** Makes a round in which this assignment can be chosen, matched once: what its addresses are filled with, by parameter. */
export async function matchedRound(w: World, c: Cast, assignment: string): Promise<Record<string, string>> {
  const round = await setUpRound(
    w,
    { slug: "waterkracht", matcher: c.teacher, name: "Ronde", programme: "Watermanagement", least: 1 },
    {
      assignments: [assignment],
      guides: [[c.practor, "1"]],
      shared: { discipline: "data", level: "hbo", hours: "12" },
    },
  );
  const importId = await checkList(await w.as(c.teacher), round.id, async () => ({
    name: "lijst.csv",
    list: { rows: [], problems: "[]", problemCount: 0 },
  }));
  await roundMove(w, c.teacher, round.id, "open_choosing", 5);
  await roundMove(w, c.teacher, round.id, "close_choosing");
  await requestRuns(await w.as(c.teacher), round.id, { preset: "default" });
  await solveAll({ transact: w.database.transact, now: w.now, newId: w.newId });
  return {
    roundId: round.id,
    choiceId: round.choices[0] ?? "",
    importId,
    run: "1",
    form: "csv",
    studentId: (await studentsIn(w, c.teacher, round.id))[0]?.id ?? "",
  };
}
