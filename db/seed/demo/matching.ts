import { chance, shuffled } from "#app/domain/matching/lottery.ts";
import { openSolver } from "#app/platform/solver/solver.server.ts";
import { systemContext } from "#app/services/system-context.server.ts";
import { addPeerWish } from "#app/services/rounds/preferences.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { saveRatings, ratingPage } from "#app/services/rounds/candidate-ratings.server.ts";
import { publishPlan } from "#app/services/rounds/publish.server.ts";
import { carryOverPage, carryOver } from "#app/services/rounds/carry-over.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { runSolveJob } from "#app/services/matching/solve-jobs.server.ts";
import { decidePeerWish, peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "../rounds.ts";
import { addPerson, atTime, grant, type World } from "../world.ts";
import { mailOf } from "./names.ts";
import { nextName, type Staff } from "./people.ts";
import { ask, asks, openQuestions, type MatchingCentre } from "./matching-questions.ts";
import { kinds, media, newStudents, readList, type Learner } from "./matching-students.ts";

const days = 86_400_000;
type Given = { w: World; now: Date; centre: MatchingCentre; slug: string };
/**
 * Makes three rounds of one centre: one in which students are choosing, one that has just closed with everybody's
 * list in, and a small one whose teams are known.
 */
export async function fillRounds({ w, now, centre, slug }: Given) {
  const asked = await openQuestions(w, now, centre);
  const assignments = asked.map(({ id }) => id);
  const coaches = [centre.teacher, centre.rival, centre.practor, ...(await moreTeachers(w, centre, slug))];
  const second = await newStudents(w, centre, slug, 40, (i) => kinds[i % kinds.length] ?? media);
  const first = await newStudents(w, centre, slug, 13, () => media);
  await closedRound(atTime(w, new Date(+now - 12 * days)), {
    now,
    owner: asked[0]?.owner ?? "",
    centre,
    slug,
    assignments,
    coaches,
    people: second,
  });
  const open = await openedRound(atTime(w, new Date(+now - 4 * days)), {
    centre,
    slug,
    assignments,
    coaches,
    people: first,
  });
  const few = await newStudents(w, centre, slug, 4, () => ({ ...media, programme: "ICT-beheer" }));
  await toldRound(atTime(w, new Date(+now - 9 * days)), {
    centre,
    slug,
    assignments: assignments.slice(5, 6),
    coaches: coaches.slice(1, 2),
    people: few,
    now,
    open,
  });
}
async function moreTeachers(w: World, { centreId, institutionId }: Staff, slug: string): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < 2; i++) {
    const name = nextName();
    const id = await addPerson(w, { name, email: mailOf(name, `${slug}.voorbeeld.nl`) });
    await grant(w, id, { role: "teacher", centreId, organizationId: institutionId });
    ids.push(id);
  }
  return ids;
}
type Round = {
  centre: Staff;
  slug: string;
  assignments: readonly string[];
  coaches: readonly string[];
  people: readonly Learner[];
};
const shared = { discipline: "software", level: "hbo", hours: "16" };
/** Returns a list of five: some assignments are loved by many, as it goes. */
function listOf(choices: readonly string[], seed: number, most: number): string[] {
  const next = chance(seed);
  return shuffled(
    choices.map((id, at) => ({ id, pull: at })),
    next,
  )
    .map(({ id, pull }) => ({ id, at: next() + pull * 0.09 }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ id }) => id);
}
/** Everybody has chosen, wishes were judged, the deadline has passed, and one company has looked at its candidates. */
async function closedRound(
  w: World,
  { now, owner, centre, slug, assignments, coaches, people }: Round & { now: Date; owner: string },
) {
  const matcher = centre.teacher;
  const { id, choices } = await setUpRound(
    w,
    { slug, matcher, name: "Software en data, tweede jaar", programme: "Software en data", seed: 418_027 },
    { assignments, guides: coaches.map((person, i) => [person, i === 0 ? "4" : "3"]), shared },
  );
  for (const [at, choice] of choices.entries()) await ask(w, matcher, id, choice, asks[at] ?? {});
  await readList(w, matcher, id, people, (i) => kinds[i % kinds.length] ?? media);
  w.travel(new Date(+w.now() + days));
  await roundMove(w, matcher, id, "open_choosing", 9);
  for (const [i, p] of people.entries()) {
    w.travel(new Date(+w.now() + 4 * 3_600_000));
    await chooses(w, p.id, id, listOf(choices, i + 1, 5 + (i % 2)));
  }
  await wish(w, centre, id, people);
  w.travel(new Date(+now - days / 2));
  await runRoundClock(systemContext({ transact: w.database.transact, now: w.now, newId: w.newId }, w.centres));
  const seen = (await ratingPage(await w.as(owner), id, choices[0] ?? "", 1)).rows;
  await saveRatings(
    await w.as(owner),
    id,
    choices[0] ?? "",
    Object.fromEntries(
      seen.slice(0, 3).flatMap((c, i) =>
        i < 2
          ? [[`stars.${c.id}`, String(3 - i)]]
          : [
              [`stars.${c.id}`, "veto"],
              [`why.${c.id}`, "Werkt al bij ons op dezelfde afdeling."],
            ],
      ),
    ),
  );
}
async function wish(w: World, centre: Staff, id: string, people: readonly Learner[]) {
  const place = new Map((await studentsIn(w, centre.teacher, id)).map((s) => [s.personId, s.id]));
  const name = async (from: number, to: number, kind: string, why: string) =>
    addPeerWish(await w.as(people[from]?.id ?? ""), id, { other: place.get(people[to]?.id ?? "") ?? "", kind, why });
  await name(2, 7, "together", "Wij reizen samen en hebben maar één auto.");
  await name(4, 9, "apart", "Vorig blok liep de samenwerking niet goed.");
  await name(11, 12, "wish", "");
  const { rows } = await peerWishesPage(await w.as(centre.teacher), id, 1);
  for (const peerWish of rows.filter((b) => b.kind !== "wish"))
    await decidePeerWish(await w.as(centre.teacher), id, peerWish.id, {
      approve: true,
      seen: peerWish.status,
      posted: { [`verdict.${peerWish.id}`]: "Besproken in het mentorgesprek." },
    });
}
/** Students are choosing: some have, some have not. */
async function openedRound(w: World, { centre, slug, assignments, coaches, people }: Round) {
  const matcher = centre.teacher;
  const { id, choices } = await setUpRound(
    w,
    {
      slug,
      matcher,
      name: "Media en communicatie, eerste jaar",
      programme: "Media en communicatie",
      least: 4,
      seed: 90_125,
    },
    {
      assignments: assignments.slice(0, 6),
      guides: coaches.slice(0, 3).map((person) => [person, "2"]),
      shared: { ...shared, discipline: "communication", level: "mbo" },
    },
  );
  await roundMove(w, matcher, id, "open_choosing", 10);
  for (const [i, p] of people.entries())
    if (i % 2 === 0) {
      w.travel(new Date(+w.now() + 3 * 3_600_000));
      await chooses(w, p.id, id, listOf(choices, i + 31, 4));
    }
  const place = new Map((await studentsIn(w, matcher, id)).map((s) => [s.personId, s.id]));
  await addPeerWish(await w.as(people[0]?.id ?? ""), id, {
    other: place.get(people[3]?.id ?? "") ?? "",
    kind: "together",
    why: "Wij doen samen een keuzevak op dezelfde dagen.",
  });
  return id;
}
/** Makes four students, one team of three: who got no place goes on with priority to the round in which students are choosing. */
async function toldRound(
  w: World,
  { centre, slug, assignments, coaches, people, now, open }: Round & { now: Date; open: string },
) {
  const matcher = centre.teacher;
  const { id, choices } = await setUpRound(
    w,
    { slug, matcher, name: "ICT-beheer, instroom", programme: "ICT-beheer", least: 1, seed: 77_310 },
    { assignments, guides: coaches.map((person) => [person, "1"]), shared },
  );
  for (const choice of choices) await ask(w, matcher, id, choice, { size_min: "3", size_max: "3" });
  await roundMove(w, matcher, id, "open_choosing", 7);
  for (const { id: person } of people) {
    w.travel(new Date(+w.now() + days));
    await chooses(w, person, id, choices);
  }
  w.travel(new Date(+now - days / 4));
  await roundMove(w, matcher, id, "close_choosing");
  const number = Number((await requestRuns(await w.as(matcher), id, { preset: "default" })).split("/").at(-1));
  const solver = openSolver();
  try {
    while (await runSolveJob({ transact: w.database.transact, now: w.now, newId: w.newId }, solver));
  } finally {
    await solver.close();
  }
  await publishPlan(await w.as(matcher), id, number, null);
  const { may } = await carryOverPage(await w.as(matcher), id);
  await carryOver(await w.as(matcher), id, { student: may.map((student) => student.id), to: open });
}
