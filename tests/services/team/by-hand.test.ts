// @module-tag slow
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, within } from "#db/seed/acts.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { assignments, members } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inviteByHand, teamByHand } from "#app/services/team/by-hand.server.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
async function settle() {
  const { w, c } = await freshWorld({ students: 6 });
  const id = (await live(await begin(w, c, "effort", { ...question("effort"), title: "Gemaal" }), "agreeing")).id;
  await within(w, c.teacher, ({ db }) =>
    db.update(assignments).set({ seatsMin: 2, seatsMax: 3 }).where(eq(assignments.id, id)),
  );
  const look = async (chosen: readonly string[], search = "") =>
    teamByHand(await w.as(c.teacher), id, { search, chosen });
  const seats = () =>
    within(w, c.teacher, ({ db }) =>
      db
        .select({ personId: members.personId, track: members.track })
        .from(members)
        .where(and(eq(members.assignmentId, id), eq(members.role, "student"), eq(members.status, "invited"))),
    );
  return { w, c, id, look, seats };
}

test("a team made by hand is judged by the rules of a round, in words, before anybody is asked", async () => {
  const { c, look } = await settle();
  const empty = await look([]);
  expect(empty.candidates.map(({ personId }) => personId).sort()).toEqual([...c.students].sort());
  expect(empty.judged).toBeNull();
  const codes = async (chosen: readonly string[]) => (await look(chosen)).judged?.broken.map(({ rule }) => rule.code);
  expect(await codes(c.students.slice(0, 1))).toContain("size_min");
  expect(await codes(c.students.slice(0, 4))).toContain("size_max");
  expect((await codes(c.students.slice(0, 2)))?.filter((code) => code.startsWith("size"))).toEqual([]);
  expect((await look(c.students.slice(0, 2))).judged?.missing).toEqual((await look([])).wanted.skills);
  expect((await look([], "geen mens heet zo")).candidates).toEqual([]);
  // Whoever is chosen stays in the list, whatever is searched for.
  expect((await look(c.students.slice(0, 1), "geen mens heet zo")).candidates.map(({ personId }) => personId)).toEqual(
    c.students.slice(0, 1),
  );
});

test("all of them are invited, or nobody; twice is told, and only who may invite comes here", async () => {
  const { w, c, id, look, seats } = await settle();
  const me = () => w.as(c.teacher);
  expect(await outcome(inviteByHand(await me(), id, {}))).toBe("invalid student:required");
  expect(await outcome(inviteByHand(await me(), id, { student: c.students.slice(0, 4) }))).toBe(
    "invalid student:too_many_items",
  );
  expect(await outcome(inviteByHand(await me(), id, { student: [c.students[0] ?? "", c.owner] }))).toBe(
    "invalid student:not_an_option",
  );
  expect(await seats()).toEqual([]);
  await inviteByHand(await me(), id, { student: c.students.slice(0, 2) });
  expect((await seats()).map(({ personId }) => personId).sort()).toEqual(c.students.slice(0, 2).sort());
  expect(
    (await seats()).map(({ track }) => track),
    "as the centre knows them: else no team is ever complete",
  ).toEqual(["hbo", "hbo"]);
  expect((await look([])).candidates).toHaveLength(4);
  expect(await outcome(inviteByHand(await me(), id, { student: c.students.slice(1, 2) }))).toBe(
    "invalid person:in_team",
  );
  expect(await outcome(inviteByHand(await me(), id, { student: c.students.slice(2, 4) }))).toBe(
    "invalid student:too_many_items",
  );
  for (const who of [c.owner, c.students[0] ?? "", c.developer])
    expect(await outcome(teamByHand(await w.as(who), id, { search: "", chosen: [] }))).toMatch(/^not_/);
});

test("who showed interest comes first, with their line", async () => {
  const { w, c } = await settle();
  const id = (await live(await begin(w, c, "effort", { ...question("effort"), title: "Sluis" }), "published")).id;
  const last = c.students.at(-1) ?? "";
  await act(w, last, "interest", id, "show_interest", { rank: "1", line: "Sluizen, daar wil ik later werken." });
  await within(w, c.teacher, ({ db }) =>
    db.update(assignments).set({ status: "agreeing", leadId: c.teacher }).where(eq(assignments.id, id)),
  );
  const [first] = (await teamByHand(await w.as(c.teacher), id, { search: "", chosen: [] })).candidates;
  expect(first).toMatchObject({ personId: last, interested: true, interest: "Sluizen, daar wil ik later werken." });
});
