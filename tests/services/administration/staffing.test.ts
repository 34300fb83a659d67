import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { centreToStaff, inviteSuccessor } from "#app/services/administration/appointing.server.ts";
import { noReach } from "#app/services/context.ts";
import { addPlatformAdmin } from "#db/queries/administration/administrators.server.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { addPerson, world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
let sql: Sql;
let admin: string;
beforeAll(async () => {
  const { house, raw } = await freshDatabase();
  sql = raw;
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  await cast(w, { slug: "elders", company: "Ander Bedrijf", domain: "elders.nl" });
  admin = await addPerson(w, { name: "Beheer Der", email: "beheer@platform.voorbeeld.nl" });
  await house.transact(noReach, (db) => addPlatformAdmin(db, { id: w.newId(), personId: admin, grantedAt: w.now() }));
});
const refused = (work: Promise<unknown>) => work.then(() => "done", String);
const letters = async () => Number((await sql`select count(*)::int as n from account_letters`)[0]?.n);
const coordinator = (email: string) => ({ role: "coordinator", email }) as const;

test("only an administrator invites a successor, to a centre that is there", async () => {
  for (const who of [c.coordinator, c.teacher, c.owner]) {
    expect(await refused(centreToStaff(await w.as(who), "waterkracht"))).toContain("not_found");
    const attempt = inviteSuccessor(await w.as(who), "waterkracht", coordinator("a@school.voorbeeld.nl"));
    expect(await refused(attempt)).toContain("not_found");
  }
  const nowhere = inviteSuccessor(await w.as(admin), "nergens", coordinator("a@school.voorbeeld.nl"));
  expect(await refused(nowhere)).toContain("not_found");
  expect(await letters()).toBe(0);
});
test("what was filled in when a centre was opened is read again by who administers the platform", async () => {
  const { opened, schools } = await centreToStaff(await w.as(admin), "waterkracht");
  const [row] = await sql<{ kind: string; ppp_type: string }[]>`
    select kind, ppp_type from centres where slug = 'waterkracht'`;
  expect(opened).toMatchObject({ kind: row?.kind, pppType: row?.ppp_type, holidays: [] });
  expect(opened.blocks.length).toBeGreaterThan(0);
  expect(schools[0]).toHaveProperty("kvk");
});
test("who has the role already, or is disabled, is told beside the field; a school of elsewhere is no choice", async () => {
  const invite = async (to: Parameters<typeof inviteSuccessor>[2]) =>
    refused(inviteSuccessor(await w.as(admin), "waterkracht", to));
  const addressOf = async (id: string) => String((await sql`select email from people where id = ${id}`)[0]?.email);
  expect(await invite(coordinator(await addressOf(c.coordinator)))).toContain("coordinator_email:has_role");
  await sql`update people set disabled_at = now() where id = ${c.rival}`;
  expect(await invite(coordinator(await addressOf(c.rival)))).toContain("coordinator_email:disabled_account");
  const [{ id: elsewhere = "" } = {}] = await sql<{ id: string }[]>`
    select organization_id as id from partners p join centres c on c.id = p.centre_id
    join organizations o on o.id = p.organization_id where c.slug = 'elders' and o.kind = 'institution'`;
  const signs = { role: "authorised_signatory", email: "a@school.voorbeeld.nl", mandate: "Register" } as const;
  if (elsewhere !== c.institutionId)
    expect(await invite({ ...signs, schoolId: elsewhere })).toContain("school:not_an_option");
  expect(await invite({ ...signs, schoolId: c.companyId }), "a company is no school").toContain("school:not_an_option");
  expect(await letters()).toBe(0);
});
test("an invitation is a letter and a line in the platform's log, five an hour for one address", async () => {
  const [email, role] = ["nieuw@school.voorbeeld.nl", "authorised_signatory"] as const;
  // The same within five minutes is an accident: each of these gives something else.
  const signatory = (n: number) => ({ role, email, schoolId: null, mandate: `Besluit ${n}` });
  const invite = async (n: number) =>
    refused(inviteSuccessor(await w.as(admin), "waterkracht", n === 0 ? coordinator(email) : signatory(n)));
  const ends: string[] = [];
  for (let n = 0; n < 6; n++) ends.push(await invite(n));
  expect(ends.slice(0, 5)).toEqual(Array(5).fill("done"));
  expect(ends[5]).toContain("too_many");
  expect(await letters()).toBe(5);
  const told = await sql`select actor_id, centre_id from platform_events where act = 'person_invited'`;
  expect(told).toHaveLength(5);
  expect(told.find(({ centre_id }) => centre_id !== null)).toEqual({ actor_id: admin, centre_id: c.centreId });
});
test("whoever invites a coordinator or a signatory reads to which address, until that person answers", async () => {
  const invite = async (to: Parameters<typeof inviteSuccessor>[2]) =>
    inviteSuccessor(await w.as(admin), "waterkracht", to);
  const standing = async () => centreToStaff(await w.as(admin), "waterkracht");
  await sql`update tokens set used_at = now() where kind = 'invitation'`;
  const before = await standing();
  expect([before.invited, before.schools.map((school) => school.invited)]).toEqual([[], before.schools.map(() => [])]);
  await invite(coordinator("volgt.op@school.voorbeeld.nl"));
  const signs = { role: "authorised_signatory", mandate: "Register", schoolId: c.institutionId } as const;
  await invite({ ...signs, email: "tekent@school.voorbeeld.nl" });
  const after = await standing();
  expect(after.invited).toEqual(["volgt.op@school.voorbeeld.nl"]);
  expect(after.schools.find(({ id }) => id === c.institutionId)?.invited).toEqual(["tekent@school.voorbeeld.nl"]);
  expect((await centreToStaff(await w.as(admin), "elders")).invited).toEqual([]);
  await sql`update tokens set used_at = now() where kind = 'invitation'`;
  expect((await standing()).invited).toEqual([]);
});
