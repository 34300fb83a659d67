// @module-tag slow
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { accountLinks, type AccountLink } from "#app/domain/account/links.ts";
import { mailboxMailer } from "#app/platform/mail/mailer.server.ts";
import { deliverMail } from "#app/platform/mail/postman.server.ts";
import { enter, whoHas } from "#tests/support/account/sessions.ts";
import { loginOf } from "#app/services/account/proof.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { addAdministrator, endAdministrator } from "#app/services/administration/administrators.server.ts";
import { accountAt, disablePerson, enablePerson } from "#app/services/administration/people.server.ts";
import { noReach } from "#app/services/context.ts";
import { closeAccount } from "#app/services/privacy/closing.server.ts";
import { signersOf } from "#db/queries/company/organizations.server.ts";
import { insertToken } from "#db/queries/account/tokens.server.ts";
import { oweAccountLetter } from "#db/queries/letters/letters.server.ts";
import { coordinatorsOf } from "#db/queries/account/proof.server.ts";
import { addPlatformAdmin, platformAdmins } from "#db/queries/administration/administrators.server.ts";
import { feedOwner, insertFeed } from "#db/queries/calendar/feeds.server.ts";
import { membersNow } from "#db/queries/community/members.server.ts";
import { planFacts } from "#db/queries/rounds/instance.server.ts";
import { peopleInCentre, peopleInOrganization } from "#db/queries/workflow/options.server.ts";
import { within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { addPerson, type World } from "#db/seed/world.ts";
import { settle } from "#tests/support/rounds/round.ts";

let w: World;
let c: Cast;
let sql: Sql;
let one: string;
let two: string;
let round: string;
beforeAll(async () => {
  const settled = await settle({ status: "draft" });
  ({ w, c, raw: sql, id: round } = settled);
  one = await addPerson(w, { name: "Een Beheerder", email: "een@platform.voorbeeld.nl" });
  two = await addPerson(w, { name: "Twee Beheerder", email: "twee@platform.voorbeeld.nl" });
  for (const personId of [one, two])
    await w.database.transact(noReach, (db) => addPlatformAdmin(db, { id: w.newId(), personId, grantedAt: w.now() }));
});
const addressOf = async (id: string) => String((await sql`select email from people where id = ${id}`)[0]?.email);
const outside = () => ({ transact: w.database.transact, now: w.now, newId: w.newId });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { why?: string }) => error.why ?? String(error),
  );

/** Tells where somebody may be found to be chosen, written to or let in: whether they are there now. */
const places: Readonly<Record<string, (id: string) => Promise<boolean>>> = {
  login: async (id) => (await loginOf(await w.as(one), await addressOf(id))) !== null,
  "a role in the centre": (id) =>
    listed(id, ({ db }) => peopleInCentre(db, c.centreId, ["teacher", "student", "coordinator"])),
  "the community": (id) => listed(id, ({ db }) => membersNow(db, c.communityId)),
  "who is told at the centre": (id) => listed(id, ({ db }) => coordinatorsOf(db, c.centreId)),
  "the company": (id) => listed(id, ({ db }) => peopleInOrganization(db, c.companyId)),
  "who signs": async (id) => {
    const found = await within(w, c.coordinator, ({ db }) => signersOf(db, [c.companyId, c.institutionId]));
    const [{ name = "" } = {}] = await sql`select name from people where id = ${id}`;
    return found.some((signer) => signer.name === name);
  },
  matching: async (id) => {
    const facts = await within(w, c.coordinator, ({ db }) => planFacts(db, round));
    return [...facts.students, ...facts.guides].some((each) => each.personId === id);
  },
};
async function listed(id: string, read: Parameters<typeof within<{ id: string }[]>>[2]): Promise<boolean> {
  return (await within(w, c.coordinator, read)).some((each) => each.id === id);
}
const found = async (id: string) => {
  const there: string[] = [];
  for (const [place, look] of Object.entries(places)) if (await look(id)) there.push(place);
  return there;
};

test("whoever is disabled is in no list and cannot log in, and is back everywhere when enabled", async () => {
  const met = new Set<string>();
  for (const id of [c.teacher, c.rival, c.coordinator, c.owner, c.companySigner, c.students[0] ?? ""]) {
    const before = await found(id);
    for (const place of before) met.add(place);
    await disablePerson(await w.as(one), id, "left");
    // Somebody else must look: a coordinator who is disabled may not.
    if (id !== c.coordinator) expect(await found(id), await addressOf(id)).toEqual([]);
    await enablePerson(await w.as(one), id);
    expect(await found(id)).toEqual(before);
  }
  expect([...met].sort()).toEqual(Object.keys(places).sort());
});

test("at once every session and every kind of link ends, feeds stop, and no letter leaves", async () => {
  const email = await addressOf(c.teacher);
  const token = await enter(c.teacher, outside());
  expect(await whoHas(token, outside())).not.toBeNull();
  const kinds = [...(Object.keys(accountLinks) as AccountLink[]), "sign" as const];
  const link = { email, createdAt: w.now(), expiresAt: new Date(+w.now() + 3_600_000) };
  await w.database.transact(noReach, async (db) => {
    for (const kind of kinds) await insertToken(db, { ...link, id: tokenHash(kind), kind, personId: c.teacher });
    await insertFeed(db, { ...link, id: tokenHash("agenda"), kind: "calendar", personId: c.teacher });
    const letter = {
      id: w.newId(),
      kind: "password_changed" as const,
      personId: c.teacher,
      email,
      locale: "nl" as const,
    };
    await oweAccountLetter(db, { ...letter, data: { path: "/inloggen", name: "A" }, dueAt: w.now() });
  });
  const feed = () => w.database.transact(noReach, (db) => feedOwner(db, tokenHash("agenda"), "calendar"));
  expect(await feed()).toBeTruthy();

  await disablePerson(await w.as(one), c.teacher, "taken_over");
  expect(await whoHas(token, outside())).toBeNull();
  expect(await sql`select kind from tokens where person_id = ${c.teacher} and used_at is null`).toEqual([
    { kind: "calendar" },
  ]);
  expect(await feed()).toBeFalsy();
  const mailer = mailboxMailer(outside());
  while ((await deliverMail({ runtime: outside(), mailer, origin: "https://samenspel.voorbeeld.nl" })) > 0);
  expect(await sql`select 1 from mailbox where lower(email) = ${email.toLowerCase()}`).toHaveLength(0);
  await enablePerson(await w.as(one), c.teacher);
  expect(await feed(), "the calendar goes on").toBeTruthy();
  expect(await whoHas(token, outside()), "the session does not").toBeNull();
});

test("only administrators do it, not to themselves, not twice, and not to who closed the account", async () => {
  for (const who of [c.coordinator, c.owner, c.teacher])
    expect(await refused(disablePerson(await w.as(who), c.owner, "left"))).toBe("not_found");
  expect(await refused(disablePerson(await w.as(one), one, "left"))).toBe("not_yours");
  expect(await refused(enablePerson(await w.as(one), c.owner))).toBe("wrong_status");
  expect(await refused(disablePerson(await w.as(one), w.newId(), "left"))).toBe("not_found");
  await sql`update people set closed_at = now(), disabled_at = now() where id = ${c.employee}`;
  expect(await refused(enablePerson(await w.as(one), c.employee))).toBe("wrong_status");
});

test("who is the only coordinator may be disabled, and the page knows beforehand which centre then has nobody", async () => {
  const account = async (id: string) => accountAt(await w.as(one), await addressOf(id));
  const [{ name = "" } = {}] = await sql`select name from centres where id = ${c.centreId}`;
  expect((await account(c.coordinator))?.onlyCoordinatorOf).toEqual([name]);
  expect((await account(c.teacher))?.onlyCoordinatorOf).toEqual([]);
  await disablePerson(await w.as(one), c.coordinator, "left");
  expect((await account(c.coordinator))?.onlyCoordinatorOf, "nobody is left already").toEqual([]);
  await enablePerson(await w.as(one), c.coordinator);
});

test("two who disable each other at the same moment: one of them stays, twenty times", async () => {
  for (let n = 0; n < 20; n++) {
    const [first, second] = [await w.as(one), await w.as(two)];
    const ends = await Promise.all([
      refused(disablePerson(first, two, "misuse")),
      refused(disablePerson(second, one, "misuse")),
    ]);
    expect(ends.sort()).toEqual(["done", "not_found"]);
    const left = await w.database.transact(noReach, platformAdmins);
    expect(left).toHaveLength(1);
    const [{ personId = "" } = {}] = left;
    await enablePerson(await w.as(personId), personId === one ? two : one);
  }
});

test("administration ends alone, also one's own, never the last; the account and the other roles stay, the log says it", async () => {
  const present = async () => (await w.database.transact(noReach, platformAdmins)).map(({ personId }) => personId);
  await addAdministrator(await w.as(one), await addressOf(c.coordinator));
  expect(await refused(endAdministrator(await w.as(c.owner), two))).toBe("not_found");
  expect(await refused(endAdministrator(await w.as(one), c.teacher))).toBe("wrong_status");
  await endAdministrator(await w.as(one), c.coordinator);
  expect((await accountAt(await w.as(one), await addressOf(c.coordinator)))?.administers).toBe("no");
  const roles = await sql`select 1 from memberships where person_id = ${c.coordinator} and ended_at is null`;
  expect(roles).toHaveLength(1);
  for (let n = 0; n < 10; n++) {
    const ends = await Promise.all([
      refused(endAdministrator(await w.as(one), n % 2 ? two : one)),
      refused(endAdministrator(await w.as(two), n % 2 ? one : two)),
    ]);
    const [left = "", ...more] = await present();
    expect([ends.filter((end) => end === "done").length, more]).toEqual([1, []]);
    expect(await refused(endAdministrator(await w.as(left), left))).toBe("wrong_status");
    await addAdministrator(await w.as(left), await addressOf(left === one ? two : one));
  }
  const told = await sql`select person_id from platform_events where act = 'administrator_ended'`;
  expect(told).toHaveLength(11);
});

test("the only administrator does not close the account; with another one the administration ends with it", async () => {
  await disablePerson(await w.as(one), two, "left");
  expect(await refused(closeAccount(await w.as(one)))).toBe("wrong_status");
  await enablePerson(await w.as(one), two);
  await closeAccount(await w.as(one));
  expect((await w.database.transact(noReach, platformAdmins)).map(({ personId }) => personId)).toEqual([two]);
  expect(await refused(addAdministrator(await w.as(two), "een@platform.voorbeeld.nl"))).not.toBe("done");
  await addAdministrator(await w.as(two), await addressOf(c.developer));
  expect(await w.database.transact(noReach, platformAdmins)).toHaveLength(2);
  const ofOne = sql`select act from platform_events where person_id = ${one} and actor_id = ${one} and act = 'administrator_ended'`;
  expect(await ofOne, "closing says it as well").not.toEqual([]);
});
