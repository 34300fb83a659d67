// @module-tag slow
import { expect, test } from "vitest";
import { chooses } from "#db/seed/rounds.ts";
import { later } from "#db/seed/acts.ts";
import { words } from "#app/i18n/words.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { remindStudents } from "#app/services/rounds/moves.server.ts";
import { preferencesPage } from "#app/services/rounds/preferences.server.ts";
import { roundList, roundPage } from "#app/services/rounds/round-page.server.ts";
import { roundStudentsPage } from "#app/services/rounds/students.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";
import { settle } from "#tests/support/rounds/round.ts";

/** Says what everybody who is told about this student's list reads of it. */
async function readOf({ w, c, id, one, place }: Awaited<ReturnType<typeof settle>>) {
  const ask = async (chosen: boolean | null) =>
    (await roundStudentsPage(await w.as(c.teacher), id, { page: 1, search: "", chosen })).rows;
  const { own } = await preferencesPage(await w.as(one), id, "");
  const row = (await ask(null)).find((student) => student.id === place(one));
  const due = (await myWork(await w.as(one), null)).rounds.toChoose[0];
  const filtered = async (chosen: boolean) => (await ask(chosen)).some((student) => student.id === place(one));
  expect(await filtered(true)).toBe(row?.chosen);
  expect(await filtered(false)).toBe(!row?.chosen);
  const read = ({ chosen, counted, wanted }: { chosen: boolean; counted: number; wanted: number }) => ({
    chosen,
    counted,
    wanted,
  });
  const all = [own, row, due].map((said) => said && read(said));
  for (const said of all) expect(said).toEqual(all[0]);
  const atWork = (await myWork(await w.as(c.teacher), null)).rounds.atWork[0];
  const listed = (await roundList(await w.as(c.teacher), "waterkracht", 1)).rows[0];
  const { counts } = await roundPage(await w.as(c.teacher), id);
  for (const round of [atWork, listed])
    expect(round).toMatchObject({ chosen: counts.chosen, students: counts.students, assignments: counts.assignments });
  expect(counts.chosen).toBe(own.chosen ? 1 : 0);
  return { ...all[0], assignments: counts.assignments };
}

test("what rests keeps its place on a list that is saved meanwhile; what left for good leaves", async () => {
  const settled = await settle();
  const { w, c, id, choices, assignments, one, raw } = settled;
  const [a = "", b = "", d = ""] = choices;
  const own = async () => (await preferencesPage(await w.as(one), id, "")).own;
  await chooses(w, one, id, [a, b, d]);
  const before = (await own()).chosenAt;
  await later(w, 1);
  await raw`update assignments set on_hold = true where id = ${assignments[0] ?? ""}`;
  await chooses(w, one, id, [d, b]);
  expect((await own()).choices).toEqual([a, d, b]);
  expect((await own()).chosenAt?.getTime()).toBeGreaterThan(Number(before));
  await raw`update assignments set on_hold = false where id = ${assignments[0] ?? ""}`;
  expect(await readOf(settled)).toEqual({ chosen: true, counted: 3, wanted: 2, assignments: 3 });
  await raw`update assignments set status = 'stopped' where id = ${assignments[0] ?? ""}`;
  await chooses(w, one, id, [b, d]);
  expect((await own()).choices).toEqual([b, d]);
  expect((await myWork(await w.as(c.teacher), null)).rounds.atWork[0]?.chosen).toBe(1);
});

test("whoever keeps too few choices is on turn again, is counted so everywhere, and is reminded of what is left", async () => {
  const settled = await settle();
  const { w, c, id, choices, assignments, one, raw, post } = settled;
  const [a = "", b = "", d = ""] = choices;
  await chooses(w, one, id, [a, b]);
  expect(await readOf(settled)).toEqual({ chosen: true, counted: 2, wanted: 2, assignments: 3 });
  await raw`update assignments set status = 'stopped' where id = ${assignments[1] ?? ""}`;
  expect(await readOf(settled)).toEqual({ chosen: false, counted: 1, wanted: 2, assignments: 2 });
  const roundsOf = async (at: number) => (await teamTab(await w.as(c.owner), assignments[at] ?? "")).rounds.length;
  expect([await roundsOf(0), await roundsOf(1)]).toEqual([1, 0]);
  await later(w, 2);
  expect(await remindStudents(await w.as(c.teacher), id)).toBe(5);
  const mails = (await post()).filter((mail) => mail.subject.startsWith("Herinnering: kies je"));
  expect(mails.length).toBe(5);
  expect(mails.filter((mail) => mail.text.includes("telt nu nog maar 1 keuze")).length).toBe(1);
  await raw`update assignments set status = 'stopped' where id = ${assignments[2] ?? ""}`;
  expect(await readOf(settled)).toEqual({ chosen: true, counted: 1, wanted: 1, assignments: 1 });
  await raw`update assignments set status = 'agreeing' where id = ${assignments[2] ?? ""}`;
  await chooses(w, one, id, [d, a]);
  expect(await readOf(settled)).toEqual({ chosen: true, counted: 2, wanted: 2, assignments: 2 });
  // Once choosing is over nobody is on turn, and the list says what counts of it.
  await raw`update rounds set status = 'matching'`;
  await raw`update assignments set status = 'stopped' where id = ${assignments[0] ?? ""}`;
  const closed = (await roundStudentsPage(await w.as(c.teacher), id, { page: 1, search: "", chosen: true })).rows;
  expect(closed.map(({ chosen, counted, wanted }) => ({ chosen, counted, wanted }))).toEqual([
    { chosen: true, counted: 1, wanted: 0 },
  ]);
});

test("a list that is too short reads as what is left of what is asked", () => {
  expect(words("nl").rounds.people.choices(2, 4)).toBe("2 van 4 keuzes");
  expect(words("en").rounds.mine.short(1, 3)).toBe("1 of 3 choices still counts: choose 2 more");
});
