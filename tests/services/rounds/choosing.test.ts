// @module-tag slow
import { amsterdamDay } from "#app/domain/calendar/amsterdam.ts";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { settle } from "#tests/support/rounds/round.ts";
import { later, within } from "#db/seed/acts.ts";
import { chooses, roundMove } from "#db/seed/rounds.ts";
import { rounds, roundStudents } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  savePreferences,
  preferencesPage,
  describeSelf,
  addPeerWish,
} from "#app/services/rounds/preferences.server.ts";
import { ratingsWaiting } from "#app/services/rounds/candidate-ratings.server.ts";
import { moveRound, remindStudents } from "#app/services/rounds/moves.server.ts";
import { decidePeerWish, peerWishesPage } from "#app/services/rounds/peer-wishes.server.ts";
import { openNewRound, openRound, roundList } from "#app/services/rounds/round-page.server.ts";
import { roundPage } from "#app/services/rounds/round-page.server.ts";
import { myWork } from "#app/services/work/my-work.server.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
test("what was filled in when a round was opened is read again on its page, other programmes by their names", async () => {
  const { w, c } = await settle({ status: "draft" });
  const form = await openNewRound(await w.as(c.teacher), "waterkracht");
  const id = await openRound(await w.as(c.teacher), "waterkracht", {
    name: "Najaar",
    block: form.blocks[1] ?? "",
    programmes: form.programmes.slice(0, 1),
    more_programmes: "Techniek en maatschappij, Ruimte",
    least_choices: "4",
    seed: "11",
  });
  expect(await roundPage(await w.as(c.teacher), id)).toMatchObject({
    block: form.blocks[1],
    programmes: [...form.programmes.slice(0, 1), "Techniek en maatschappij", "Ruimte"],
    leastChoices: 4,
    seed: 11,
  });
});
test("a round that is opened eight times at once is one round", async () => {
  const { w, c } = await settle({ status: "draft" });
  const ctx = await w.as(c.teacher);
  const { blocks, programmes } = await openNewRound(ctx, "waterkracht");
  const opened = await Promise.allSettled(
    Array.from({ length: 8 }, () =>
      openRound(ctx, "waterkracht", {
        name: "Acht keer",
        block: blocks[1] ?? "",
        programmes: programmes.slice(0, 1),
        more_programmes: "",
        least_choices: "3",
        seed: "7",
      }),
    ),
  );
  expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
// Strangers and students find no page of it.
test("a round opens only when there is something to choose, and tells every student once", async () => {
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
      moveRound(
        await w.as(c.teacher),
        id,
        "open_choosing",
        { choose_by: amsterdamDay(w.now()), "choose_by.time": "0:01" },
        null,
      ),
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
  expect(await outcome(moveRound(await w.as(c.teacher), id, "move_deadline", {}, null))).toBe(
    "invalid choose_by:required",
  );
  expect((await owed("round_open")).length).toBe(5);
  const mails = (await post()).filter((m) => m.subject.startsWith("Kies je opdrachten"));
  expect(mails.length).toBe(5);
  expect(mails[0]?.text).toContain(`https://samenspel.voorbeeld.nl/matchen/${id}/kiezen`);
  expect((await myWork(await w.as(one), null)).rounds.toChoose.map((r) => r.id)).toEqual([id]);
  expect((await myWork(await w.as(c.teacher), null)).rounds.atWork.map((r) => [r.id, r.chosen, r.students])).toEqual([
    [id, 0, 5],
  ]);
});

// The later of two tabs is told, and after the deadline the list is final.
test("a student's list with a choice twice, too few or strange ones is told so beside the box", async () => {
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
  const peerWish = (await peerWishesPage(await w.as(c.teacher), id, 1)).rows[0];
  await decidePeerWish(await w.as(c.teacher), id, peerWish?.id ?? "", {
    approve: true,
    seen: "asked",
    posted: { [`verdict.${peerWish?.id}`]: "Ken ik van vorig jaar." },
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

// They go by the clock three days and one day before the deadline, by hand once a day.
test("a reminder goes to who has not chosen, never to who chose", async () => {
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
      (m) => m.subject === "Kandidaten voor ‘Gemaal’" && m.text.includes(`/matchen/${id}/sterren/${choices[0]}`),
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
