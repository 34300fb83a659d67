import type { Sql } from "postgres";
import type { At } from "./town-stories.ts";
import { type Cast } from "#db/seed/cast.ts";
import { textSheet } from "#app/platform/sheets/text.server.ts";
import { addPeerWish } from "#app/services/rounds/preferences.server.ts";
import { checkList } from "#app/services/rounds/import.server.ts";
import { decidePeerWish } from "#app/services/rounds/peer-wishes.server.ts";
import { fixTeamCount, lockTeam, pinStudent } from "#app/services/rounds/pins.server.ts";
import { requestRuns } from "#app/services/rounds/runs.server.ts";
import { ratingPage, saveRatings } from "#app/services/rounds/candidate-ratings.server.ts";
import { withFormWords } from "./typed-forms.ts";
import { solveAll } from "#tests/support/rounds/solving.ts";
import { dropStudent } from "#app/services/rounds/students.server.ts";
import { writeList } from "#app/domain/rounds/written-list.ts";
import { sheetWords } from "#app/ui/rounds/sheet-words.ts";
import { chooses, roundMove, setUpRound, studentsIn } from "#db/seed/rounds.ts";
import { type World } from "#db/seed/world.ts";

/** One student takes part in nothing: their address is to be met nowhere, not even in the demo's post. */
const spare = async (w: World, c: Cast, id: string) => {
  const found = (await studentsIn(w, c.teacher, id)).find((s) => s.personId === c.students[3]);
  await dropStudent(await w.as(c.teacher), id, found?.id ?? "", found?.version ?? 0);
};

/** The company says of one candidate why it cannot be. */
async function vetoed(w: World, c: Cast, id: string, choices: readonly string[]) {
  for (const choice of choices) {
    const [first] = (await ratingPage(await w.as(c.owner), id, choice, 1)).rows;
    if (!first) continue;
    const { why } = withFormWords("ratingFields", { why: "Familie van de opdrachtgever." });
    return saveRatings(await w.as(c.owner), id, choice, { [`stars.${first.id}`]: "veto", [`why.${first.id}`]: why });
  }
}
/** Makes a plan of the round as it now is, to be published. */
async function calculated(w: World, c: Cast, id: string) {
  await requestRuns(await w.as(c.teacher), id, { preset: "default" });
  await solveAll({ transact: w.database.transact, now: w.now, newId: w.newId });
}
/** The docent says why a wish is refused, a student is kept from an assignment, a team stays, and how many teams there are. */
async function decided(w: World, c: Cast, id: string, raw: Sql) {
  const [wish] = await raw<{ id: string; status: string }[]>`select id, status from round_bonds where round_id = ${id}`;
  const [team] = await raw<{ assignment: string; team: number }[]>`
    select t->>'assignment' as assignment, (t->>'team')::int as team
    from round_runs, jsonb_array_elements(plan->'teams') as t where round_id = ${id} and number = 1`;
  const [student] = await studentsIn(w, c.teacher, id);
  if (!wish || !team || !student) throw new Error("nothing to decide about in the round");
  const docent = () => w.as(c.teacher);
  const { verdict } = withFormWords("verdictFields", { verdict: "Het andere team is te klein." });
  const posted = { [`verdict.${wish.id}`]: verdict };
  await decidePeerWish(await docent(), id, wish.id, { approve: false, seen: wish.status, posted });
  const at = { number: 1, choice: team.assignment };
  const kept = { kind: "forbid", choice: team.assignment, why: "Werkt daar al." };
  await pinStudent(await docent(), id, { number: 1, student: student.id }, withFormWords("studentPinFields", kept));
  await fixTeamCount(await docent(), id, at, withFormWords("teamCountFields", { teams: "1", why: "Eén begeleider." }));
  const stays = withFormWords("lockFields", { team: String(team.team), why: "Zij zijn begonnen." });
  await lockTeam(await docent(), id, at, stays);
  // What these decisions cost is another story: the plans that would show it are not made.
  await raw`update round_holds set priced_by = null where round_id = ${id}`;
  await raw`delete from round_runs where round_id = ${id} and number > 1`;
  await calculated(w, c, id);
}
/**
 * Makes a round being set up with a list that waits, one in which students choose, one whose choosing is over, and
 * one whose teams are known: not all have a place.
 */
export async function roundsOf(w: World, c: Cast, at: At, raw: Sql) {
  const named = (name: string) => {
    const typed = withFormWords("newRoundFields", { name, more_programmes: "Delta" });
    const round = { slug: "waterkracht", matcher: c.teacher, programme: "Watermanagement", least: 2 };
    return { ...round, name: typed.name, more: typed.more_programmes };
  };
  const filled = {
    assignments: (["agreeing", "signed", "in_progress"] as const).map(at),
    guides: [
      [c.rival, "2"],
      [c.practor, "1"],
    ] as const,
    shared: { discipline: "data", level: "hbo", hours: "12" },
  };
  const draft = await setUpRound(w, named("Ronde in opbouw"), { ...filled, shared: filled.shared });
  await spare(w, c, draft.id);
  const sheet = textSheet(
    Buffer.from("naam;e-mail;richting;niveau;uren\nNieuwe Leerling;nieuwe.leerling@elders.nl;data;hbo;12"),
  );
  await checkList(await w.as(c.teacher), draft.id, async () => ({
    name: "lijst.csv",
    list: writeList(sheet, sheetWords()),
  }));
  for (const name of ["Ronde die kiest", "Ronde die sluit"]) {
    const { id, choices } = await setUpRound(w, named(name), filled);
    await spare(w, c, id);
    await roundMove(w, c.teacher, id, "open_choosing", 5);
    await chooses(w, c.students[1] ?? "", id, choices);
    const all = await studentsIn(w, c.teacher, id);
    await addPeerWish(await w.as(c.students[1] ?? ""), id, {
      other: all.find((s) => s.personId === c.students[0])?.id ?? "",
      kind: "together",
      ...withFormWords("peerWishFields", { why: "Wij werken al samen." }),
    });
    if (name !== "Ronde die sluit") continue;
    for (const student of [0, 2].map((n) => c.students[n] ?? "")) await chooses(w, student, id, choices);
    await roundMove(w, c.teacher, id, "close_choosing");
    await vetoed(w, c, id, choices);
    await calculated(w, c, id);
    await decided(w, c, id, raw);
  }
  const told = await setUpRound(w, named("Ronde die bekend is"), filled);
  await raw`delete from round_students where round_id = ${told.id} and person_id = ${c.students[3] ?? ""}`;
  await raw`update rounds set status = 'published', published_at = now() where id = ${told.id}`;
  await raw`update round_students set reminded_at = now() - interval '2 days'`;
}
