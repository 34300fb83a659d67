import { desc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { nobody } from "#app/domain/workflow/policy.ts";
import { acceptInvitation, invitationOf, invite } from "#app/services/account/invitations.server.ts";
import { peopleOfCentre, peopleOfOrganization, withdrawInvitation } from "#app/services/account/people.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { addGuide } from "#app/services/rounds/guides.server.ts";
import { openNewRound, openRound } from "#app/services/rounds/round-page.server.ts";
import { within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { accountLetters, assignments, rounds } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let there: Cast;
let visitor: Context;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  there = await cast(w, { slug: "elders", company: "Elders BV", domain: "elders.nl" });
  visitor = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
});
/** Lists the tokens in the letters to an address, the newest first. */
const linksTo = (email: string) =>
  w.database.transact(noReach, async (db) =>
    (
      await db.select().from(accountLetters).where(eq(accountLetters.email, email)).orderBy(desc(accountLetters.dueAt))
    ).map(({ data }) => String(data.path).split("/").at(-1) ?? ""),
  );
const open = (circle: { invitations: readonly { email: string; role: string }[] }) =>
  circle.invitations.map(({ email, role }) => `${role} ${email}`).sort();
const accepting = async (email: string) =>
  Promise.all(
    (await linksTo(email)).map((token) =>
      acceptInvitation(visitor, token, { name: "Iemand", passwordHash: "x" }).then(
        () => "in",
        (error: { why?: string }) => error.why,
      ),
    ),
  );

test("a coordinator sees who is invited and takes an invitation back: every letter of it to that address is dead", async () => {
  const ctx = await w.as(c.coordinator);
  const teacher = { role: "teacher", centreId: c.centreId } as const;
  for (const email of ["fout@vreemd.example", "Fout@vreemd.example", "goed@school.nl"]) {
    await invite(ctx, { ...teacher, email });
    w.travel(new Date(+w.now() + 6 * 60_000));
  }
  await invite(await w.as(there.coordinator), {
    email: "fout@vreemd.example",
    role: "teacher",
    centreId: there.centreId,
  });
  const seen = await peopleOfCentre(ctx, "waterkracht");
  expect(open(seen).map((line) => line.toLowerCase())).toEqual([
    "teacher fout@vreemd.example",
    "teacher goed@school.nl",
  ]);
  expect(+(seen.invitations[0]?.until ?? 0) - +w.now()).toBe(14 * 86_400_000 - 6 * 60_000);
  const wrong = seen.invitations.find(({ email }) => email.toLowerCase().startsWith("fout"))?.id ?? "";
  await withdrawInvitation(ctx, seen, wrong);
  const after = await peopleOfCentre(ctx, "waterkracht");
  expect(open(after)).toEqual(["teacher goed@school.nl"]);
  await expect(withdrawInvitation(ctx, after, wrong)).rejects.toMatchObject({ why: "wrong_status" });
  expect(await accepting("Fout@vreemd.example")).toEqual(["link_invalid"]);
  const alive = await Promise.all((await linksTo("fout@vreemd.example")).map((token) => invitationOf(visitor, token)));
  expect(alive.filter(Boolean), "only that of the other centre").toHaveLength(1);
  expect(open(await peopleOfCentre(await w.as(there.coordinator), "elders"))).toEqual(["teacher fout@vreemd.example"]);
  expect(await accepting("goed@school.nl")).toEqual(["in"]);
  expect(open(await peopleOfCentre(ctx, "waterkracht"))).toEqual([]);
});
test("an owner takes back what was sent for the own company; a colleague sees no list, and nobody ends another's", async () => {
  const ctx = await w.as(c.owner);
  await invite(ctx, { email: "collega@vreemd.example", role: "employee", organizationId: c.companyId });
  const seen = await peopleOfOrganization(ctx, c.companyId);
  expect(open(seen)).toEqual(["employee collega@vreemd.example"]);
  expect(open(await peopleOfCentre(await w.as(c.coordinator), "waterkracht"))).toEqual([]);
  const id = seen.invitations[0]?.id ?? "";
  const colleague = await w.as(c.employee);
  const theirs = await peopleOfOrganization(colleague, c.companyId);
  expect(open(theirs)).toEqual([]);
  await expect(withdrawInvitation(colleague, theirs, id)).rejects.toMatchObject({ why: "not_yours" });
  const other = await w.as(there.owner);
  await expect(withdrawInvitation(other, await peopleOfOrganization(other, there.companyId), id)).rejects.toMatchObject(
    { why: "wrong_status" },
  );
  await withdrawInvitation(ctx, seen, id);
  expect(open(await peopleOfOrganization(ctx, c.companyId))).toEqual([]);
  expect(await accepting("collega@vreemd.example")).toEqual(["link_invalid"]);
});
test("before a role is ended the list says in which work somebody still sits, and whether nobody else has the role", async () => {
  const line = await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const [title] = await within(w, c.coordinator, ({ db }) =>
    db.select({ title: assignments.title }).from(assignments).where(eq(assignments.id, line.id)),
  );
  const of = async (person: string, role: string) =>
    (await peopleOfCentre(await w.as(c.coordinator), "waterkracht")).people.find(
      (one) => one.personId === person && one.role === role,
    );
  expect((await of(c.teacher, "teacher"))?.seats).toEqual([title?.title]);
  expect((await of(c.rival, "teacher"))?.seats).toEqual([]);
  expect(await of(c.teacher, "teacher")).toMatchObject({ last: false });
  const company = await peopleOfOrganization(await w.as(c.owner), c.companyId);
  expect(company.people.find(({ role }) => role === "authorised_signatory")?.last).toBe(true);
});
test("before a role is ended the list names the rounds that somebody guides too, as long as the round goes on", async () => {
  const ctx = await w.as(c.coordinator);
  const form = await openNewRound(ctx, "waterkracht");
  const round = await openRound(ctx, "waterkracht", {
    name: "Ronde van het voorjaar",
    block: form.blocks[0] ?? "",
    programmes: form.programmes.slice(0, 1),
    least_choices: "1",
    seed: "7",
  });
  const seats = async () =>
    (await peopleOfCentre(await w.as(c.coordinator), "waterkracht")).people.find(
      (one) => one.personId === c.rival && one.role === "teacher",
    )?.seats;
  expect(await seats()).toEqual([]);
  await addGuide(ctx, round, { person: c.rival, kind: "coach", teams: "2", students: "" });
  expect(await seats()).toEqual(["Ronde van het voorjaar"]);
  await within(w, c.coordinator, ({ db }) =>
    db.update(rounds).set({ status: "cancelled" }).where(eq(rounds.id, round)),
  );
  expect(await seats()).toEqual([]);
});
test("a list ends with what it lists: an invitation that is too old is not on it", async () => {
  const ctx = await w.as(c.coordinator);
  await invite(ctx, { email: "oud@vreemd.example", role: "teacher", centreId: c.centreId });
  w.travel(new Date(+w.now() + 15 * 86_400_000));
  expect(open(await peopleOfCentre(await w.as(c.coordinator), "waterkracht"))).toEqual([]);
});

test("what was sent by accident is refused, and an invitation is sent again once the letter may be lost", async () => {
  const to = {
    email: "later@vreemd.example",
    role: "teacher",
    centreId: c.centreId,
    organizationId: c.institutionId,
  } as const;
  await invite(await w.as(c.coordinator), to);
  await expect(invite(await w.as(c.coordinator), { ...to, email: "Later@vreemd.example" })).rejects.toMatchObject({
    why: "already_done",
  });
  w.travel(new Date(+w.now() + 6 * 60_000));
  await invite(await w.as(c.coordinator), to);
});
