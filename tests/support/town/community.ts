import type { Sql } from "postgres";
import { expect } from "vitest";
import { elsewhere } from "#app/domain/community/forms.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { buildTab } from "#app/services/community/build.server.ts";
import { writeAmbition } from "#app/services/community/ambition.server.ts";
import { moneyTab, saveContribution } from "#app/services/community/money.server.ts";
import { addContact, addMember, peoplePage } from "#app/services/community/people.server.ts";
import { peersPage, savePeerReview } from "#app/services/community/peer-visits.server.ts";
import { saveOutcome } from "#app/services/community/outcomes.server.ts";
import { addPartner, saveCommitment } from "#app/services/community/partners.server.ts";
import { changeOwnReflection, reflectionPage, writeReflection } from "#app/services/community/reflections.server.ts";
import { saveStory } from "#app/services/community/stories.server.ts";
import { savePulse } from "#app/services/community/pulse.server.ts";
import { meetingPage, planMeeting, writeMinutes } from "#app/services/community/meetings.server.ts";
import { day } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import type { Line } from "#db/seed/chapters/line.ts";
import { question } from "#db/seed/question.ts";
import { addOrganization, addPerson, grant, world, type World } from "#db/seed/world.ts";
import { withFormWords } from "#tests/support/town/typed-forms.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

/**
 * Makes a community in use: a partner, members, a promise, a meeting that was and one to come, and something of
 * everything that can be said. Answers the ids of its parts by the names addresses give them.
 */
export async function buildCommunity(w: World, c: Cast) {
  const [lead, id] = [await w.as(c.teacher), c.communityId];
  const student = c.students[0] ?? "";
  await joined(w, c, student);
  await promised(w, c);
  const meetingId = await met(w, c);
  for (const who of [c.teacher, c.employee, student])
    await savePulse(await w.as(who), id, withFormWords("pulseFields", { score: "4", line: "Het loopt goed." }));
  await lookedBack(w, c);
  await reflected(w, c, student);
  return {
    communityId: id,
    meetingId,
    role: "student",
    memberId: (await peoplePage(lead, id, 1)).rows[0]?.id ?? "",
    reviewId: (await peersPage(lead, id, 1)).rows[0]?.id ?? "",
    commitmentId: (await buildTab(lead, id, null)).commitments.find((r) => r.promised)?.promised?.id ?? "",
    contributionId: (await moneyTab(lead, id, 1)).rows[0]?.id ?? "",
  };
}
/** Adds who takes part, and the ambition of two communities. */
async function joined(w: World, c: Cast, student: string) {
  const [lead, id] = [await w.as(c.teacher), c.communityId];
  await addOrganization(w, { kind: "company", name: "Derde Partner", place: "Sneek", sector: "water", employees: 10 }, [
    c.centreId,
  ]);
  await addPartner(lead, id, { organization: c.companyId });
  for (const [who, community] of [
    [c.teacher, id],
    [c.rival, c.rivalCommunityId],
  ] as const)
    await writeAmbition(
      await w.as(who),
      community,
      withFormWords("ambitionFields", { text: "Minder storingen, samen." }),
      0,
    );
  await addMember(lead, id, "student", { person: student });
  await addMember(lead, id, "employee", { person: c.employee });
  await addContact(lead, id, withFormWords("contactFields", { name: "Hinke Wiersma", stands_for: "bewoners" }));
}
/** Adds what a partner says it will put in, and what it put in. */
async function promised(w: World, c: Cast) {
  const [lead, id] = [await w.as(c.teacher), c.communityId];
  await saveCommitment(
    lead,
    id,
    null,
    withFormWords("commitmentFields", {
      organization: c.companyId,
      year: day(w, 0).slice(0, 4),
      assignments: "2",
      hours: "40",
      euros: "1.000",
      owner: "Sietske Bruinsma",
    }),
    null,
  );
  await saveContribution(
    await w.as(c.owner),
    id,
    null,
    withFormWords("contributionFields", {
      organization: c.companyId,
      kind: "kit",
      what: "Meetopstelling",
      amount: "500",
      from_on: day(w, -30),
      to_on: day(w, -1),
      proof: "Bruikleen",
    }),
    null,
  );
}
/** A meeting that was, with its minutes, and one to come. */
async function met(w: World, c: Cast): Promise<string> {
  const [lead, id] = [await w.as(c.teacher), c.communityId];
  const meeting = (inDays: number) =>
    planMeeting(
      lead,
      id,
      withFormWords("meetingFields", {
        subject: "Overleg",
        host: c.companyId,
        place: "Hal 1",
        starts: day(w, inDays),
        "starts.time": "10:00",
        minutes: "60",
      }),
    );
  const meetingId = await meeting(-7);
  await meeting(14);
  const held = await meetingPage(lead, meetingId);
  const notes = withFormWords("minutesFields", { notes: "Wij meten vanaf maandag." });
  await writeMinutes(lead, meetingId, notes, held.form.version);
  return meetingId;
}
/** Adds what people say of it: a story, a visit of peers, what an employee learned. */
async function lookedBack(w: World, c: Cast) {
  const [lead, id] = [await w.as(c.teacher), c.communityId];
  await saveStory(
    await w.as(c.employee),
    id,
    withFormWords("storyFields", { who: "Het team", for_whom: "monteurs", changed: "Minder nachtritten" }),
  );
  await savePeerReview(
    lead,
    id,
    null,
    withFormWords("peerReviewFields", {
      reviewer: "Tjitske Hoekstra",
      centre: elsewhere,
      place: "Hogeschool Elders",
      seen_on: day(w, -3),
      saw: "Studenten leggen zelf uit.",
      advice: "Nodig bewoners eerder uit.",
      answer: "Zij komen in mei.",
    }),
    null,
  );
  await saveOutcome(await w.as(c.employee), id, {
    moment: "start",
    knowledge: "2",
    network: "3",
    use: "2",
    teaching: "1",
  });
}
/** Makes one reflection that is shared, and one that stays its writer's. */
async function reflected(w: World, c: Cast, student: string) {
  const id = c.communityId;
  for (const act of ["share", null] as const) {
    const text = { text: "Ik vond het lastig." };
    await writeReflection(await w.as(student), id, act ? withFormWords("reflectionFields", text) : text);
    const [own] = (await reflectionPage(await w.as(student), id, 1)).rows;
    if (own && act) await changeOwnReflection(await w.as(student), id, own.id, act, own.version);
  }
}

type Neighbourhood = {
  w: World;
  c: Cast;
  other: Cast;
  raw: Sql;
  id: string;
  line: Line;
  hr: string;
  third: string;
};
/**
 * Makes two centres, and in the first a community with one closed assignment; the company's hr_contact and a third
 * organisation stand by.
 */
export async function neighbourhood(): Promise<Neighbourhood> {
  const { house, raw } = await freshDatabase();
  const w = world(house, new Date(Date.now() - 300 * 86_400_000));
  const c = await cast(w);
  const other = await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  const hr = await addPerson(w, { name: "Hanna Personeel", email: "hanna@voorbeeld.nl" });
  await grant(w, hr, { role: "hr_contact", organizationId: c.companyId });
  const third = await addOrganization(
    w,
    { kind: "company", name: "Derde Partner", place: "Sneek", sector: "water", employees: 10 },
    [c.centreId],
  );
  const line = await live(await begin(w, c, "result", question("result")), "closed");
  return { w, c, other, raw, id: c.communityId, line, hr, third };
}
/** Expects this work to be refused for this reason, beside this field where one is named. */
export async function refused(work: Promise<unknown>, why: string, field?: string) {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  expect(error, `should refuse ${why}`).toBeInstanceOf(Refusal);
  expect((error as Refusal).why).toBe(why);
  if (field) expect(Object.keys((error as Refusal).errors)).toContain(field);
}
