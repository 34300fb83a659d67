import { beforeAll, expect, test } from "vitest";
import { elsewhere } from "#app/domain/community/forms.ts";
import { outcomePoints } from "#app/domain/community/words.ts";
import { buildTab } from "#app/services/community/build.server.ts";
import { addMember, endRole, openLevel, peoplePage, setLevel } from "#app/services/community/people.server.ts";
import { addPartner } from "#app/services/community/partners.server.ts";
import { openPeerReview, peersPage, savePeerReview } from "#app/services/community/peer-visits.server.ts";
import { reviewTab } from "#app/services/community/review.server.ts";
import { saveOutcome, outcomePage } from "#app/services/community/outcomes.server.ts";
import { day } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { world, type World } from "#db/seed/world.ts";
import { refused } from "#tests/support/town/community.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let other: Cast;
let id: string;
const as = (who: string) => w.as(who);
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  id = c.communityId;
  await addPartner(await as(c.teacher), id, { organization: c.companyId });
  for (const person of [c.employee, c.contact, c.owner])
    await addMember(await as(c.teacher), id, "employee", { person });
});

test("how much somebody takes part is said by who adds them or by themself; each person counts once, by the most they do", async () => {
  const student = c.students[0] ?? "";
  const levels = async () =>
    Object.fromEntries((await buildTab(await as(c.owner), id, null)).levels.map(({ level, n }) => [level, n]));
  const rowOf = async (name: string, role: string) =>
    (await peoplePage(await as(c.teacher), id, 1)).rows.find((row) => row.name === name && row.role === role);
  await refused(
    addMember(await as(c.teacher), id, "student", { person: student, participation: "veel" }),
    "invalid",
    "participation",
  );
  await addMember(await as(c.teacher), id, "student", { person: student, participation: "reading" });
  expect(await levels(), "who chose nothing is active").toEqual({ active: 5, reading: 1 });
  await addMember(await as(c.teacher), id, "end_user", { person: c.employee, participation: "occasional" });
  expect(await levels(), "two roles are one person").toEqual({ active: 5, reading: 1 });
  const row = await rowOf("Yara el Amrani", "student");
  expect([row?.level, row?.ends]).toEqual(["reading", true]);
  const member = row?.id ?? "";
  const core = { participation: "core", was: "reading" };
  for (const stranger of [c.contact, c.rival, other.coordinator]) {
    await refused(openLevel(await as(stranger), id, member), "not_found");
    await refused(setLevel(await as(stranger), id, member, core), "not_found");
  }
  await refused(openLevel(await as(c.rival), c.rivalCommunityId, member), "not_found");
  expect(await openLevel(await as(student), id, member)).toMatchObject({ own: true, was: "reading" });
  await refused(setLevel(await as(student), id, member, { was: "reading" }), "invalid", "participation");
  await setLevel(await as(student), id, member, core);
  expect(await levels()).toEqual({ core: 1, active: 5 });
  await refused(setLevel(await as(c.teacher), id, member, { participation: "occasional", was: "reading" }), "stale");
  await setLevel(await as(c.teacher), id, member, { participation: "occasional", was: "core" });
  expect(await levels()).toEqual({ active: 5, occasional: 1 });
  await endRole(await as(student), id, member);
  expect(await levels()).toEqual({ active: 5 });
  await refused(openLevel(await as(c.teacher), id, member), "wrong_status");
  await refused(setLevel(await as(c.teacher), id, member, { participation: "core", was: "occasional" }), "stale");
});

/** A visit to the own centre, of a day that is still to come, from nowhere or without advice is none. */
async function refuseWrongVisits(given: Record<string, string>) {
  await refused(
    savePeerReview(await as(c.practor), id, null, { ...given, centre: c.centreId }, null),
    "invalid",
    "centre",
  );
  await refused(
    savePeerReview(await as(c.practor), id, null, { ...given, seen_on: day(w, 1) }, null),
    "invalid",
    "seen_on",
  );
  await refused(
    savePeerReview(await as(c.practor), id, null, { ...given, centre: elsewhere }, null),
    "invalid",
    "place",
  );
  await refused(savePeerReview(await as(c.practor), id, null, { ...given, advice: " " }, null), "invalid", "advice");
}

test("a colleague from another centre looks along: entered by who guides, read by members and staff, answered later", async () => {
  const given = {
    reviewer: "Tjitske Hoekstra",
    centre: other.centreId,
    seen_on: day(w, -3),
    saw: "Studenten leggen zelf uit.",
    advice: "Nodig bewoners eerder uit.",
  };
  for (const stranger of [c.employee, c.rival, c.companySigner, other.coordinator])
    await refused(savePeerReview(await as(stranger), id, null, given, null), "not_found");
  await refuseWrongVisits(given);
  await savePeerReview(await as(c.practor), id, null, given, null);
  await savePeerReview(
    await as(c.coordinator),
    id,
    null,
    { ...given, centre: elsewhere, place: "Hogeschool Ver Weg", seen_on: day(w, -30), answer: "Dat doen wij." },
    null,
  );
  const [centre] = (await peersPage(await as(c.teacher), id, 1)).centres;
  expect(centre?.id).toBe(other.centreId);
  for (const reader of [c.employee, c.rival]) {
    const page = await peersPage(await as(reader), id, 1);
    expect(page.rows.map((row) => [row.centre, row.place, row.answer])).toEqual([
      [centre?.label, "", ""],
      [null, "Hogeschool Ver Weg", "Dat doen wij."],
    ]);
    expect(page.writes).toBe(false);
  }
  for (const stranger of [c.companySigner, other.coordinator])
    await refused(peersPage(await as(stranger), id, 1), "not_found");
  expect(
    (await reviewTab(await as(c.companySigner), id, 1)).peers,
    "a partner's people who are no members read none of it",
  ).toBeNull();
  const review = (await peersPage(await as(c.teacher), id, 1)).rows[0]?.id ?? "";
  await refused(openPeerReview(await as(c.employee), id, review), "not_found");
  await refused(openPeerReview(await as(c.rival), c.rivalCommunityId, review), "not_found");
  const { values, form } = await openPeerReview(await as(c.coordinator), id, review);
  expect(values).toMatchObject({ ...given, answer: "" });
  await savePeerReview(
    await as(c.teacher),
    id,
    review,
    { ...given, answer: "Bewoners zitten nu bij de aftrap." },
    form.version,
  );
  await refused(
    savePeerReview(await as(c.coordinator), id, review, { ...given, answer: "Niets." }, form.version),
    "stale",
  );
  const { peers } = await reviewTab(await as(c.employee), id, 1);
  expect([peers?.count, peers?.rows[0]?.answer]).toEqual([2, "Bewoners zitten nu bij de aftrap."]);
});

test("employees who are members say at the start and at the end what it brings; means from three on", async () => {
  const marks = (n: number) => Object.fromEntries(outcomePoints.map((point) => [point, String(n)]));
  for (const stranger of [c.teacher, c.practor, c.companySigner, other.employee]) {
    await refused(outcomePage(await as(stranger), id), "not_found");
    await refused(saveOutcome(await as(stranger), id, { moment: "start", ...marks(3) }), "not_found");
  }
  await refused(saveOutcome(await as(c.employee), id, { moment: "start", ...marks(2), use: "" }), "invalid", "use");
  await refused(saveOutcome(await as(c.employee), id, { moment: "middle", ...marks(2) }), "invalid", "moment");
  await saveOutcome(await as(c.employee), id, { moment: "start", ...marks(1), network: "5" });
  await refused(saveOutcome(await as(c.employee), id, { moment: "start", ...marks(5) }), "invalid", "moment");
  await saveOutcome(await as(c.contact), id, { moment: "start", ...marks(2) });
  const table = async (who: string) => (await reviewTab(await as(who), id, 1)).employees;
  expect(
    (await table(c.teacher)).rows.map((row) => row.means),
    "two answers are no mean",
  ).toEqual(outcomePoints.map(() => [null, null]));
  await saveOutcome(await as(c.owner), id, { moment: "start", ...marks(4) });
  await saveOutcome(await as(c.owner), id, { moment: "end", ...marks(5) });
  for (const reader of [c.teacher, c.companySigner])
    expect(await table(reader)).toEqual({
      answers: [
        { moment: "start", n: 3 },
        { moment: "end", n: 1 },
      ],
      rows: outcomePoints.map((point) => ({ point, means: [point === "network" ? 3.7 : 2.3, null] })),
    });
  const left = async (who: string) => (await reviewTab(await as(who), id, 1)).yieldsLeft;
  expect([await left(c.employee), await left(c.owner), await left(c.teacher)]).toEqual([["end"], [], []]);
  expect((await outcomePage(await as(c.employee), id)).done.map((one) => one.moment)).toEqual(["start"]);
});
