// @module-tag slow
import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { settle, shared } from "#tests/support/rounds/round.ts";
import { within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { claimed } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import { chooses, offeredIn, roundMove, studentsIn } from "#db/seed/rounds.ts";
import { addPerson, grant } from "#db/seed/world.ts";
import { roundPeerWishes, roundRatings, rounds, roundStudents } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  editRoundAssignment,
  openRoundAssignment,
  removeRoundAssignment,
} from "#app/services/rounds/assignments.server.ts";
import { preferencesPage, addPeerWish, withdrawPeerWish } from "#app/services/rounds/preferences.server.ts";
import { saveRatings, ratingPage } from "#app/services/rounds/candidate-ratings.server.ts";
import { addStudents, dropStudent } from "#app/services/rounds/students.server.ts";
import { decidePeerWish, peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );

test("wishes: three at most, only about who takes part, approved by a docent once; groups and contradictions are told", async () => {
  const { w, c, id, one, two, three, four, five, place, versionOf } = await settle();
  const name = async (who: string, other: string, kind: string) =>
    outcome(addPeerWish(await w.as(who), id, { other, kind, why: "" }));
  expect(await name(one, place(one), "together")).toBe("invalid other:not_an_option");
  expect(await name(one, c.teacher, "together")).toBe("invalid other:not_an_option");
  expect(await name(one, place(two), "together")).toBe("done");
  expect(await name(one, place(two), "apart")).toBe("invalid other:already_used");
  expect(await name(one, place(three), "together")).toBe("done");
  expect(await name(one, place(four), "wish")).toBe("done");
  expect(await name(one, place(five), "wish")).toBe("invalid other:too_many_items");
  expect(await name(two, place(three), "apart")).toBe("done");
  const page = async () => peerWishesPage(await w.as(c.practor), id, 1);
  const find = async (kind: string, student: string) =>
    (await page()).rows.filter((b) => b.kind === kind && b.student === w.names.get(student));
  const judge = async (peerWish: string, approve: boolean, seen = "asked") =>
    outcome(decidePeerWish(await w.as(c.practor), id, peerWish, { approve, seen, posted: {} }));
  const before = await versionOf();
  for (const peerWish of await find("together", one)) expect(await judge(peerWish.id, true)).toBe("done");
  expect((await page()).groups.map((g) => g.length)).toEqual([3]);
  expect((await page()).clashes).toEqual([]);
  const [apart] = await find("apart", two);
  expect(await judge(apart?.id ?? "", true)).toBe("done");
  expect(await judge(apart?.id ?? "", false)).toBe("stale");
  expect((await page()).clashes).toEqual([[w.names.get(two), w.names.get(three)]]);
  expect(await judge(apart?.id ?? "", false, "approved")).toBe("done");
  expect((await page()).clashes).toEqual([]);
  expect(await versionOf()).toBe(before + 4);
  const [first] = await find("together", one);
  expect(await outcome(withdrawPeerWish(await w.as(two), id, first?.id ?? ""))).toBe("not_found");
  await withdrawPeerWish(await w.as(one), id, first?.id ?? "");
  expect((await page()).groups.map((g) => g.length)).toEqual([2]);
  expect(await name(one, place(five), "wish")).toBe("done");
});

// No other company finds them.
test("a company sees candidates without names in a drawn order, gives few stars, and a veto only with a reason", async () => {
  const { w, c, id, choices, house, versionOf } = await settle({ status: "matching" });
  const stranger = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const [choice = ""] = choices;
  const page = await ratingPage(await w.as(c.owner), id, choice, 1);
  expect(page).toMatchObject({ assignment: "Gemaal", most: 3, starred: 0, total: 5 });
  const text = JSON.stringify(page);
  for (const student of c.students) {
    expect(text).not.toContain(w.names.get(student));
    expect(text).not.toContain(student);
  }
  expect(page.rows.map((r) => r.number)).toEqual([...page.rows.map((r) => r.number)].sort((x, y) => x - y));
  for (const who of [stranger.owner, stranger.coordinator, c.employee, c.students[0] ?? ""])
    expect(await outcome(ratingPage(await w.as(who), id, choice, 1)), who).toBe("not_found");
  const [p = "", q = "", r = "", s = ""] = page.rows.map((one) => one.id);
  const give = async (posted: Record<string, string>) => outcome(saveRatings(await w.as(c.owner), id, choice, posted));
  expect(await give({ [`stars.${p}`]: "veto", [`why.${p}`]: " " })).toBe(`invalid why.${p}:required`);
  expect(await give({ [`stars.${p}`]: "1", [`stars.${q}`]: "2", [`stars.${r}`]: "3", [`stars.${s}`]: "1" })).toBe(
    `invalid stars.${p}:too_many_items`,
  );
  const before = await versionOf();
  expect(
    await give({
      [`stars.${p}`]: "3",
      [`stars.${q}`]: "veto",
      [`why.${q}`]: "Werkt bij een concurrent.",
      "stars.niemand": "3",
    }),
  ).toBe("done");
  expect(await versionOf()).toBe(before + 1);
  expect(await give({ [`stars.${p}`]: "none" })).toBe("done");
  const kept = await house.transact({ person: "", centres: w.centres, organizations: [] }, (db) =>
    db
      .select()
      .from(roundRatings)
      .where(and(eq(roundRatings.choiceId, choice), inArray(roundRatings.studentId, [p, q]))),
  );
  expect(kept.map((f) => [f.studentId === p ? "p" : "q", f.stars, f.why, f.byId]).sort()).toEqual([
    ["p", null, "", c.owner],
    ["q", 0, "Werkt bij een concurrent.", c.owner],
  ]);
  await roundMove(w, c.teacher, id, "reopen_choosing", 3);
  expect(await ratingPage(await w.as(c.owner), id, choice, 1)).toMatchObject({
    closed: "choosing",
    rows: [],
    total: 0,
  });
});

// What no team can fulfil is refused beside the field; assignments leave only while the round is set up.
test("assignments come from the centre alone, with what their claim says", async () => {
  const { w, c, id, choices, assignments } = await settle({ status: "draft" });
  const secret = await live(
    await begin(w, c, "effort", { ...question("effort"), title: "Geheim", confidentiality: "secret" }),
    "published",
  );
  const open = await live(await begin(w, c, "effort", { ...question("effort"), title: "Open vraag" }), "published");
  expect((await offeredIn(w, c.teacher, id)).map((a) => a.title)).toEqual([]);
  await claimed(open, c.teacher, c.communityId);
  await claimed(secret, c.teacher, c.communityId);
  expect((await offeredIn(w, c.teacher, id)).map((a) => a.title)).toEqual(["Open vraag"]);
  const [choice = ""] = choices;
  const { choice: first, form } = await openRoundAssignment(await w.as(c.teacher), id, choice);
  expect(first).toMatchObject({ sizeMax: 4, hours: 16, teams: 1 });
  const edit = async (over: Record<string, string>, version = form.version) =>
    outcome(
      editRoundAssignment(
        await w.as(c.teacher),
        id,
        choice,
        { size_min: "2", size_max: "3", teams: "2", hours: "8", mix_mbo: "", mix_hbo: "", ...over },
        version,
      ),
    );
  expect(await edit({ size_min: "4" })).toBe("invalid size_max:number_out_of_range");
  expect(await edit({ mix_mbo: "2", mix_hbo: "2" })).toBe("invalid mix_hbo:number_out_of_range");
  expect(await edit({ "skill.nergens": "r1" })).toBe("invalid skill.nergens:not_an_option");
  expect(
    await edit({
      "disciplines.0.discipline": "data",
      "disciplines.0.min": "1",
      "skill.http://data.europa.eu/esco/skill/x": "",
    }),
  ).toBe("done");
  expect(await edit({})).toBe("stale");
  expect((await openRoundAssignment(await w.as(c.teacher), id, choice)).choice).toMatchObject({
    sizeMin: 2,
    sizeMax: 3,
    teams: 2,
    disciplines: [{ discipline: "data", min: 1, max: null }],
  });
  await removeRoundAssignment(await w.as(c.teacher), id, choice, form.version + 1);
  expect((await offeredIn(w, c.teacher, id)).map((a) => a.id)).toContain(assignments[0]);
  await within(w, c.teacher, ({ db }) => db.update(rounds).set({ leastChoices: 1 }).where(eq(rounds.id, id)));
  await roundMove(w, c.teacher, id, "open_choosing");
  expect(await outcome(removeRoundAssignment(await w.as(c.teacher), id, choices[1] ?? "", 1))).toBe("wrong_status");
});

// They come back with the list they had.
test("students who come in while others choose get the letter at once; who is taken out may come back", async () => {
  const { w, c, id, choices, one, place, owed } = await settle();
  await chooses(w, one, id, choices);
  const late = await addPerson(w, { name: "Late Leerling", email: "late@voorbeeld.nl" });
  await grant(w, late, { role: "student", centreId: c.centreId, programme: "Watermanagement", track: "bol" });
  expect(await addStudents(await w.as(c.teacher), id, { from: "p:Watermanagement", ...shared })).toBe(1);
  expect((await owed("round_open")).filter((l) => l.personId === late).length).toBe(1);
  expect(await outcome(addStudents(await w.as(c.teacher), id, { from: "p:Watermanagement", ...shared }))).toBe(
    "invalid from:not_an_option",
  );
  const version = (await studentsIn(w, c.teacher, id)).find((s) => s.id === place(one))?.version ?? 0;
  expect(await outcome(dropStudent(await w.as(c.teacher), id, place(one), 0))).toBe("stale");
  await dropStudent(await w.as(c.teacher), id, place(one), version);
  expect(await outcome(preferencesPage(await w.as(one), id, ""))).toBe("not_found");
  await addStudents(await w.as(c.teacher), id, { from: "p:Watermanagement", ...shared });
  expect((await preferencesPage(await w.as(one), id, "")).own.choices).toEqual(choices);
  expect(
    await within(
      w,
      c.teacher,
      async ({ db }) =>
        (await db.select({ level: roundStudents.level }).from(roundStudents).where(eq(roundStudents.personId, late)))[0]
          ?.level,
    ),
  ).toBe("mbo");
  expect(await within(w, c.teacher, async ({ db }) => (await db.select().from(roundPeerWishes)).length)).toBe(0);
});
