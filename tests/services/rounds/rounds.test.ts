// @slow
import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { settle, shared } from "#tests/support/round.ts";
import { later, within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, claimed, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { chooses, offeredIn, roundMove, studentsIn } from "#db/seed/rounds.ts";
import { addPerson, grant } from "#db/seed/world.ts";
import { roundBonds, roundFavours, rounds, roundStudents } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  editRoundAssignment,
  openRoundAssignment,
  removeRoundAssignment,
} from "#app/services/rounds/assignments.server.ts";
import {
  savePreferences,
  preferencesPage,
  describeSelf,
  addPeerWish,
  withdrawPeerWish,
} from "#app/services/rounds/preferences.server.ts";
import { saveRatings, ratingPage, ratingsWaiting } from "#app/services/rounds/candidate-ratings.server.ts";
import { moveRound, remindStudents } from "#app/services/rounds/moves.server.ts";
import { addStudents, dropStudent } from "#app/services/rounds/students.server.ts";
import { decidePeerWish, peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { roundList, roundPage } from "#app/services/rounds/round-page.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
test("a round opens only when there is something to choose, and tells every student once; strangers and students find no page of it", async () => {
  const { w, c, id, one, owed, post } = await settle({ status: "draft", least: 4 });
  const page = await roundPage(await w.as(c.teacher), id);
  expect(page.problems).toEqual(["enough_to_choose"]);
  expect(page.counts).toMatchObject({
    students: 5,
    chosen: 0,
    assignments: 3,
    teams: 3,
    seats: 12,
    guided: 2,
    fewestTeams: 2,
  });
  expect(await outcome(roundMove(w, c.teacher, id, "open_choosing"))).toBe("guards enough_to_choose");
  for (const who of [one, c.owner, c.developer, c.institutionSigner])
    expect(await outcome(roundPage(await w.as(who), id)), who).toBe("not_found");
  expect(await outcome(roundList(await w.as(one), "waterkracht", 1))).toBe("not_found");
  expect(await outcome(preferencesPage(await w.as(one), id, ""))).toBe("not_found");
  await within(w, c.teacher, ({ db }) => db.update(rounds).set({ leastChoices: 3 }).where(eq(rounds.id, id)));
  expect(
    await outcome(
      moveRound(await w.as(c.teacher), id, "open_choosing", { choose_by: "1-3-2026", "choose_by.time": "17:00" }, null),
    ),
  ).toBe("invalid choose_by:not_in_future");
  expect(
    await outcome(
      moveRound(
        await w.as(c.teacher),
        id,
        "open_choosing",
        { choose_by: "9-4-2026", "choose_by.time": "17:00" },
        "choosing",
      ),
    ),
  ).toBe("stale");
  await roundMove(w, c.teacher, id, "open_choosing");
  expect(await outcome(roundMove(w, c.teacher, id, "open_choosing"))).toBe("wrong_status");
  expect((await owed("round_open")).length).toBe(5);
  const mails = (await post()).filter((m) => m.subject.startsWith("Kies je opdrachten"));
  expect(mails.length).toBe(5);
  expect(mails[0]?.text).toContain(`https://samenspel.voorbeeld.nl/matchen/${id}/kiezen`);
  expect((await myWork(await w.as(one), null)).rounds.toChoose.map((r) => r.id)).toEqual([id]);
  expect((await myWork(await w.as(c.teacher), null)).rounds.atWork.map((r) => [r.id, r.chosen, r.students])).toEqual([
    [id, 0, 5],
  ]);
});

test("a student's list: twice, too few and strange choices are told beside the box; the later of two tabs is told; after the deadline it is final", async () => {
  const { w, c, id, choices, one, versionOf } = await settle();
  const [a = "", b = "", d = ""] = choices;
  const say = async (list: readonly string[], version: number | null = null, act = "save") => {
    const ctx = await w.as(one);
    const { form } = await preferencesPage(ctx, id, "");
    return outcome(
      savePreferences(
        ctx,
        id,
        { act, ...Object.fromEntries(list.map((x, i) => [`choice.${i + 1}`, x])) },
        version ?? form.version,
      ),
    );
  };
  expect(await say([a, a])).toBe("invalid choice.2:already_used");
  expect(await say([a, ""])).toBe("invalid choice.2:too_few_choices");
  expect(await say([a, id])).toBe("invalid choice.2:not_an_option");
  const before = await versionOf();
  expect(await say(["", b, a], 1)).toBe("done");
  expect(await versionOf()).toBe(before + 1);
  expect(await say([a, d], 1)).toBe("stale");
  const own = async () => (await preferencesPage(await w.as(one), id, "")).own.choices;
  expect(await own()).toEqual([b, a]);
  expect(await say([b, a, d], null, "up.3")).toBe("done");
  expect(await own()).toEqual([b, d, a]);
  expect(await say([b, d, a], null, "down.1")).toBe("done");
  expect(await own()).toEqual([d, b, a]);
  expect(
    await outcome(
      describeSelf(await w.as(one), id, { hours: "0" }, (await preferencesPage(await w.as(one), id, "")).form.version),
    ),
  ).toBe("invalid hours:number_out_of_range");
  await later(w, 8);
  expect(await say([a, b])).toBe("wrong_status"); // past the deadline, even before the clock has closed it
  expect((await roundPage(await w.as(c.teacher), id)).status).toBe("choosing");
});

test("a student reads nothing of what others chose, nothing of the docent's, and only names of fellow students", async () => {
  const { w, c, id, choices, one, two, place } = await settle();
  await chooses(w, one, id, choices);
  await addPeerWish(await w.as(one), id, { other: place(two), kind: "apart", why: "Wij hebben ruzie gehad." });
  const bond = (await peerWishesPage(await w.as(c.teacher), id, 1)).rows[0];
  await decidePeerWish(await w.as(c.teacher), id, bond?.id ?? "", {
    approve: true,
    seen: "asked",
    posted: { [`verdict.${bond?.id}`]: "Ken ik van vorig jaar." },
  });
  const own = JSON.stringify(await preferencesPage(await w.as(one), id, ""));
  expect(own).toContain("Tim Bakker");
  expect(own).not.toContain("vorig jaar");
  expect(own).not.toContain("approved");
  const other = JSON.stringify(await preferencesPage(await w.as(two), id, ""));
  for (const secret of ["ruzie", "apart", "@", 'chosenAt":"2026', "vorig jaar"])
    expect(other.includes(secret), secret).toBe(false);
  expect(other).not.toContain("popular");
});

test("a reminder goes to who has not chosen: by the clock three days and one day before, by hand once a day, never to who chose", async () => {
  const { w, c, id, choices, one, ring, owed, post } = await settle();
  expect(await ring()).toBe(0);
  await chooses(w, one, id, choices);
  expect(await remindStudents(await w.as(c.teacher), id)).toBe(0); // the opening letter left today
  await later(w, 2);
  expect(await remindStudents(await w.as(c.teacher), id)).toBe(4);
  expect(await remindStudents(await w.as(c.teacher), id)).toBe(0);
  await later(w, 2.4); // three days before, and a day after the last one
  expect(await ring()).toBe(1);
  expect(await ring()).toBe(0);
  expect((await owed("round_reminder")).length).toBe(8);
  await chooses(w, c.students[1] ?? "", id, choices);
  expect((await post()).filter((m) => m.subject.startsWith("Herinnering: kies je")).length).toBe(6); // who chose meanwhile is spared both
  await later(w, 2.1);
  expect(await ring()).toBe(1);
  expect((await owed("round_reminder")).length).toBe(11);
});

test("the clock closes a round at its deadline, once, tells companies and the docent; it may be reopened and given up", async () => {
  const { w, c, id, choices, one, ring, owed, post } = await settle();
  await chooses(w, one, id, choices);
  await later(w, 8);
  expect((await Promise.all([ring(), ring(), ring()])).reduce((n, x) => n + x, 0)).toBe(1);
  expect((await roundPage(await w.as(c.coordinator), id)).status).toBe("matching");
  expect((await owed("round_stars")).length).toBe(6); // owner and contact, three assignments
  expect((await owed("round_closed")).map((l) => l.personId)).toEqual([c.teacher]);
  expect(
    (await post()).some(
      (m) => m.subject === "Kandidaten voor Gemaal" && m.text.includes(`/matchen/${id}/sterren/${choices[0]}`),
    ),
  ).toBe(true);
  expect((await ratingsWaiting(await w.as(c.owner))).length).toBe(3);
  await roundMove(w, c.teacher, id, "reopen_choosing", 3);
  expect((await preferencesPage(await w.as(one), id, "")).own.choices).toEqual(choices);
  expect(await ratingsWaiting(await w.as(c.owner))).toEqual([]);
  expect((await owed("round_reopened")).length).toBe(5);
  await roundMove(w, c.teacher, id, "move_deadline", 5);
  await roundMove(w, c.coordinator, id, "cancel_round");
  expect((await owed("round_cancelled")).length).toBe(5);
  expect(await outcome(roundMove(w, c.teacher, id, "open_choosing"))).toBe("wrong_status");
});

test("choosing and closing wait for each other: nobody's list changes after the round is closed", async () => {
  const { w, c, id, choices, house } = await settle();
  const [a = "", b = ""] = choices;
  for (const student of c.students) await chooses(w, student, id, [a, b]);
  const tries = await Promise.all([
    ...c.students.map((student) => outcome(chooses(w, student, id, [b, a]))),
    outcome(roundMove(w, c.teacher, id, "close_choosing")),
  ]);
  expect(tries.at(-1)).toBe("done");
  const rows = await house.transact({ person: "", centres: w.centres, organizations: [] }, (db) =>
    db.select({ person: roundStudents.personId, choices: roundStudents.choices }).from(roundStudents),
  );
  for (const [i, student] of c.students.entries())
    expect(rows.find((r) => r.person === student)?.choices[0], tries[i]).toBe(tries[i] === "done" ? b : a);
});

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
  const judge = async (bond: string, approve: boolean, seen = "asked") =>
    outcome(decidePeerWish(await w.as(c.practor), id, bond, { approve, seen, posted: {} }));
  const before = await versionOf();
  for (const bond of await find("together", one)) expect(await judge(bond.id, true)).toBe("done");
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

test("a company sees candidates without names in a drawn order, gives few stars, and a veto only with a reason; no other company finds them", async () => {
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
      .from(roundFavours)
      .where(and(eq(roundFavours.choiceId, choice), inArray(roundFavours.studentId, [p, q]))),
  );
  expect(kept.map((f) => [f.studentId === p ? "p" : "q", f.stars, f.why, f.byId]).sort()).toEqual([
    ["p", null, "", c.owner],
    ["q", 0, "Werkt bij een concurrent.", c.owner],
  ]);
  await roundMove(w, c.teacher, id, "reopen_choosing", 3);
  expect(await outcome(ratingPage(await w.as(c.owner), id, choice, 1))).toBe("not_found");
});

test("assignments come from the centre alone, with what their claim says; what no team can fulfil is refused beside the field; they leave only while the round is set up", async () => {
  const { w, c, id, choices, files } = await settle({ status: "draft" });
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
  expect((await offeredIn(w, c.teacher, id)).map((a) => a.id)).toContain(files[0]);
  await within(w, c.teacher, ({ db }) => db.update(rounds).set({ leastChoices: 1 }).where(eq(rounds.id, id)));
  await roundMove(w, c.teacher, id, "open_choosing");
  expect(await outcome(removeRoundAssignment(await w.as(c.teacher), id, choices[1] ?? "", 1))).toBe("wrong_status");
});

test("students who come in while others choose get the letter at once; who is taken out is out, and may come back with their list", async () => {
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
  expect(await within(w, c.teacher, async ({ db }) => (await db.select().from(roundBonds)).length)).toBe(0);
});
