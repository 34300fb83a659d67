import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { nobody } from "#app/domain/workflow/policy.ts";
import { centreRoles, organizationRoles, type HeldRole } from "#app/domain/words.ts";
import { acceptInvitation, invite } from "#app/services/account/invitations.server.ts";
import { endRole, peopleOfCentre, peopleOfOrganization } from "#app/services/account/people.server.ts";
import { addSchool } from "#app/services/centre/schools.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { accountLetters } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

const roles = [...new Set<HeldRole>([...centreRoles, ...organizationRoles])];
let w: World;
let c: Cast;
let there: Cast;
let visitor: Context;
let inviters: Record<string, string>;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  there = await cast(w, { slug: "elders", company: "Elders BV", domain: "elders.nl" });
  visitor = { ...(await w.as(c.owner)), actor: nobody, reach: noReach };
  const manager = await addPerson(w, { name: "Mia Nager", email: "mia@school.nl" });
  await grant(w, manager, { role: "education_manager", organizationId: c.institutionId });
  inviters = {
    owner: c.owner,
    contact: c.contact,
    companySigner: c.companySigner,
    employee: c.employee,
    coordinator: c.coordinator,
    developer: c.developer,
    teacher: c.teacher,
    examiner: c.examiner,
    institutionSigner: c.institutionSigner,
    manager,
    "coordinator elsewhere": there.coordinator,
    "owner elsewhere": there.owner,
  };
});
const circles = (): Record<string, { centreId: string } | { organizationId: string }> => ({
  centre: { centreId: c.centreId },
  company: { organizationId: c.companyId },
  school: { organizationId: c.institutionId },
});
/** Lists what the form of this circle offers; null where the page does not exist for this person. */
const offered = async (ctx: Context, circle: string) => {
  const page =
    circle === "centre"
      ? peopleOfCentre(ctx, "waterkracht")
      : peopleOfOrganization(ctx, circle === "company" ? c.companyId : c.institutionId);
  return page.then(
    ({ offers }) => offers,
    (error: { why?: string }) => (error.why === "not_found" ? null : Promise.reject(error)),
  );
};
const answer = (sent: Promise<unknown>) =>
  sent.then(
    () => "sent",
    (error: { why?: string }) => String(error.why),
  );

describe("every form of an invitation offers exactly the roles that are accepted from this person", () => {
  const given = new Map<string, number>();
  for (const circle of ["centre", "company", "school"])
    test(`in a ${circle}`, async () => {
      for (const [who, id] of Object.entries(inviters)) {
        const ctx = await w.as(id);
        const offers = await offered(ctx, circle);
        for (const role of roles) {
          const email = `${who}.${circle}.${role}@nieuw.example`.replaceAll(" ", "");
          const told = await answer(invite(ctx, { email, role, ...circles()[circle], mandate: "Register, artikel 4" }));
          expect(told, `${who} invites a ${role} to the ${circle}`).toBe(offers?.includes(role) ? "sent" : "not_yours");
        }
        given.set(`${circle} ${who}`, offers?.length ?? 0);
      }
    });
  test("and somebody is offered something in each, others nothing", () => {
    const some = [...given].filter(([, n]) => n > 0).map(([name]) => name);
    expect(some).toEqual(["centre coordinator", "company owner", "school coordinator", "school manager"]);
  });
});

/** Accepts the newest letter to this address; answers who that is now. */
const accept = async (email: string) => {
  const [letter] = await w.database.transact(noReach, (db) =>
    db.select().from(accountLetters).where(eq(accountLetters.email, email)).orderBy(desc(accountLetters.dueAt)),
  );
  const token = String(letter?.data.path).split("/").at(-1) ?? "";
  return acceptInvitation(visitor, token, { name: email, passwordHash: "x" });
};
const membershipsOf = (id: string) =>
  w.database.transact({ ...noReach, person: id }, async (db) => (await actorOf(db, id)).memberships);

test("a school that was not here joins, gets a manager and a signatory with proof, and its people are its manager's", async () => {
  const coordinator = await w.as(c.coordinator);
  const school = { school_name: "Groene School", kvk: "90000555", place: "Sneek" };
  await expect(addSchool(await w.as(c.teacher), "waterkracht", school)).rejects.toMatchObject({ why: "not_found" });
  const id = await addSchool(coordinator, "waterkracht", school);
  await expect(addSchool(coordinator, "waterkracht", school), "once").rejects.toMatchObject({
    errors: { kvk: { code: "already_used" } },
  });
  const to = { organizationId: id };
  await invite(coordinator, { ...to, email: "hoofd@groen.nl", role: "education_manager" });
  const head = await accept("hoofd@groen.nl");
  const signs = { ...to, email: "tekent@groen.nl", role: "authorised_signatory" } as const;
  await expect(invite(await w.as(head), { ...signs, mandate: "" })).rejects.toMatchObject({
    errors: { mandate: { code: "required" } },
  });
  await invite(await w.as(head), { ...signs, mandate: "Mandaatregister, artikel 4" });
  const signer = await accept("tekent@groen.nl");
  expect(await membershipsOf(signer)).toMatchObject([
    { centreId: null, organizationId: id, role: "authorised_signatory" },
  ]);
  const seen = await peopleOfOrganization(await w.as(head), id);
  expect(seen.people.find(({ role }) => role === "authorised_signatory")).toMatchObject({
    mandate: "Mandaatregister, artikel 4",
    mayEnd: true,
  });
  await expect(peopleOfOrganization(await w.as(there.coordinator), id)).rejects.toMatchObject({ why: "not_found" });
  const membership = seen.people.find(({ role }) => role === "authorised_signatory")?.id ?? "";
  await expect(
    endRole(await w.as(signer), await peopleOfOrganization(await w.as(signer), id), membership),
  ).rejects.toMatchObject({ why: "not_yours" });
  await endRole(await w.as(head), seen, membership);
  expect(await membershipsOf(signer)).toEqual([]);
});

test("staff of a centre with several schools are of one of them; with one school it is that one", async () => {
  const one = await w.as(there.coordinator);
  await invite(one, { email: "docent@elders.nl", role: "teacher", centreId: there.centreId });
  expect(await membershipsOf(await accept("docent@elders.nl"))).toMatchObject([
    { organizationId: there.institutionId },
  ]);
  const second = await addSchool(one, "elders", { school_name: "Tweede School", kvk: "90000557", place: "Zwolle" });
  const developer = { email: "bd@elders.nl", role: "business_developer", centreId: there.centreId } as const;
  await expect(invite(await w.as(there.coordinator), developer)).rejects.toMatchObject({
    errors: { school: { code: "required" } },
  });
  await invite(await w.as(there.coordinator), { ...developer, organizationId: second });
  expect(await membershipsOf(await accept("bd@elders.nl"))).toMatchObject([{ organizationId: second }]);
  const teacher = { email: "lector@elders.nl", role: "lector", centreId: there.centreId } as const;
  await expect(invite(await w.as(there.coordinator), teacher)).rejects.toMatchObject({
    errors: { school: { code: "required" } },
  });
  await expect(
    invite(await w.as(there.coordinator), { ...teacher, organizationId: there.companyId }),
  ).rejects.toMatchObject({ errors: { school: { code: "not_an_option" } } });
  await invite(await w.as(there.coordinator), { ...teacher, organizationId: second });
  expect(await membershipsOf(await accept("lector@elders.nl"))).toMatchObject([{ organizationId: second }]);
});

test("the age group of a student and the day of becoming eighteen never contradict each other", async () => {
  const coordinator = await w.as(c.coordinator);
  const sent = (ageBand: string, turns18On: string) =>
    invite(coordinator, {
      email: `${ageBand}.${turns18On}@school.nl`,
      role: "student",
      centreId: c.centreId,
      ageBand,
      turns18On,
    }).then(
      () => "sent",
      (error: { errors?: object }) => error.errors,
    );
  const contradicts = { turns_18_on: { code: "age_contradicts" } };
  // The clock stands on 2 March 2026: who is sixteen that day turns eighteen on 2 March 2028.
  expect(await sent("16_17", "2028-03-02")).toBe("sent");
  expect(await sent("16_17", "2028-03-03"), "fifteen: the school approves first").toEqual(contradicts);
  expect(await sent("under_16", "2028-03-03")).toBe("sent");
  expect(await sent("under_16", "2028-03-02"), "sixteen: a guardian is asked by link").toEqual(contradicts);
  expect(await sent("18_plus", "2026-03-03"), "seventeen for one more day").toEqual(contradicts);
  expect(await sent("18_plus", "")).toBe("sent");
});

test("a school that takes part in one more centre keeps its people: that coordinator reads and appoints nobody", async () => {
  const coordinator = await w.as(c.coordinator);
  const school = { school_name: "Blauwe School", kvk: "90000561", place: "Sneek" };
  const id = await addSchool(coordinator, "waterkracht", school);
  const signs = { organizationId: id, role: "authorised_signatory", mandate: "Register, artikel 4" } as const;
  await invite(coordinator, { ...signs, email: "tekent@blauw.nl" });
  await accept("tekent@blauw.nl");

  const elsewhere = await w.as(there.coordinator);
  expect(await addSchool(elsewhere, "elders", school), "one school, by its number").toBe(id);
  const again = await w.as(there.coordinator);
  await expect(invite(again, { ...signs, email: "boef@elders.nl" })).rejects.toMatchObject({ why: "not_yours" });
  await expect(peopleOfOrganization(again, id)).rejects.toMatchObject({ why: "not_found" });
  const { schools } = await peopleOfCentre(again, "elders");
  expect(schools.map(({ name, reads }) => [name, reads])).toContainEqual(["Blauwe School", false]);
  expect((await peopleOfCentre(coordinator, "waterkracht")).schools).toContainEqual({
    id,
    name: "Blauwe School",
    reads: true,
  });
  expect((await peopleOfOrganization(coordinator, id)).people.map(({ role }) => role)).toEqual([
    "authorised_signatory",
  ]);
});
