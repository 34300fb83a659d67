import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { readOpening, type Opening } from "#app/domain/administration/fields.ts";
import { switchesOf } from "#app/domain/centre/switches.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { acceptInvitation } from "#app/services/account/invitations.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { begin, codeLasts, isBeginCode, newBeginCode } from "#app/services/administration/first-use.server.ts";
import { openCentre } from "#app/services/administration/opening.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { insertToken } from "#db/queries/account/tokens.server.ts";
import { endPlatformAdmin } from "#db/queries/administration/administrators.server.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let sql: Sql;
const email = "beheer@school.voorbeeld.nl";
const posted = {
  centre_name: "Waterkracht",
  slug: "Water Kracht",
  kind: "coe",
  ppp_type: "catalyst",
  region: "Fryslân",
  institution_name: "De Kade",
  institution_kvk: "6875 0110",
  institution_place: "Leeuwarden",
  coordinator_email: email,
  signatory_email: email,
  signatory_mandate: "Register",
  privacy_contact: "privacy@school.voorbeeld.nl",
  blocks: "1-9, 1-2",
  holidays: "19-12-2026 t/m 3-1-2027 kerst\n\n10-7-2027 - 22-8-2027",
};
const opening = (over: Record<string, string> = {}): Opening => {
  const read = readOpening({ ...posted, ...over });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.answers;
};
const visitor = (): Context => ({
  transact: w.database.transact,
  now: w.now,
  newId: w.newId,
  actor: nobody,
  reach: noReach,
  locale: "nl",
  requestId: "test",
});
const first = { name: "Beheer", email, passwordHash: "x" };
const refused = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { why?: string; errors?: object }) =>
      `${error.why ?? String(error)} ${Object.keys(error.errors ?? {}).join()}`.trim(),
  );
beforeAll(async () => {
  const { house, raw } = await freshDatabase();
  sql = raw;
  w = world(house, new Date("2026-03-02T09:00:00Z"));
});

test("what opens a centre is read as people write it; every mistake is named at once", () => {
  const { slug, institution_kvk, blocks, holidays } = opening();
  expect([slug, institution_kvk]).toEqual(["water-kracht", "68750110"]);
  expect(blocks).toEqual(["09-01", "02-01"]);
  expect(holidays).toEqual([
    { from: "2026-12-19", to: "2027-01-03", name: "kerst" },
    { from: "2027-07-10", to: "2027-08-22" },
  ]);
  const wrong = {
    slug: "a--b",
    institution_kvk: "123",
    blocks: "30-2",
    holidays: "3-1-2027 t/m 19-12-2026",
    kind: "school",
    signatory_mandate: "",
  };
  const read = readOpening({ ...posted, ...wrong });
  expect(Object.keys(read.ok ? {} : read.errors).sort()).toEqual(Object.keys(wrong).sort());
});

test("a code works an hour; only its hash is kept, and another server's code works beside it", async () => {
  const [one, two] = [await newBeginCode(visitor()), await newBeginCode(visitor())];
  if (!one || !two) throw new Error("no code");
  expect(await isBeginCode(visitor(), one.toLowerCase().replaceAll("-", " "))).toBe(true);
  expect(await isBeginCode(visitor(), two)).toBe(true);
  expect(await isBeginCode(visitor(), `${one.slice(0, -1)}${one.endsWith("A") ? "B" : "A"}`)).toBe(false);
  const kept = (await sql`select id from tokens`).map(({ id }) => String(id));
  expect(kept).toContain(tokenHash(one.replaceAll("-", "")));
  w.travel(new Date(+w.now() + codeLasts + 1000));
  expect(await isBeginCode(visitor(), one)).toBe(false);
  expect(await refused(begin(visitor(), first, opening(), one))).toBe("invalid code_from_log");
});

test("with an account that somebody proved, the code alone makes nobody administrator", async () => {
  const id = w.newId();
  await sql`insert into people (id, name, email, email_verified_at, password_hash, created_at)
    values (${id}, 'Ander', 'ander@school.voorbeeld.nl', now(), 'y', now())`;
  const code = (await newBeginCode(visitor())) ?? "";
  const other = { ...first, email: "ander@school.voorbeeld.nl" };
  expect(await refused(begin(visitor(), other, opening(), code))).toBe("invalid email");
  expect(await sql`select password_hash from people where id = ${id}`).toEqual([{ password_hash: "y" }]);
});

test("all of it or nothing: what is refused at the very end leaves no row, and the code works still", async () => {
  await sql`insert into organizations (id, kind, name, kvk, created_at) values (${w.newId()}, 'company', 'BV', '90000042', now())`;
  const code = (await newBeginCode(visitor())) ?? "";
  expect(await refused(begin(visitor(), first, opening({ institution_kvk: "90000042" }), code))).toBe(
    "invalid institution_kvk",
  );
  const [n] =
    await sql`select (select count(*) from platform_administrators)::int as a, (select count(*) from centres)::int as c,
    (select count(*) from platform_events)::int as e, (select count(*) from people where email = ${email})::int as p`;
  expect(n).toEqual({ a: 0, c: 0, e: 0, p: 0 });
  expect(await refused(begin(visitor(), first, opening(), code))).toBe("done");
});

test("who opens and names their own address has the roles at once; the centre has its rhythm and who answers for data", async () => {
  const [centre] = await sql`select slug, switches, controller, privacy_contact as contact from centres`;
  expect(centre).toMatchObject({ slug: "water-kracht", controller: "De Kade", contact: "privacy@school.voorbeeld.nl" });
  expect(switchesOf(centre?.switches).holiday_calendar).toHaveLength(2);
  expect(switchesOf(centre?.switches).block_calendar).toEqual(["09-01", "02-01"]);
  const roles =
    await sql`select m.role, m.mandate from memberships m join people p on p.id = m.person_id where p.email = ${email} order by 1`;
  expect(roles).toEqual([
    { role: "authorised_signatory", mandate: "Register" },
    { role: "coordinator", mandate: null },
  ]);
  expect(await sql`select 1 from account_letters`).toHaveLength(0);
  expect(await newBeginCode(visitor())).toBeNull();
  expect(await refused(begin(visitor(), first, opening({ slug: "b" }), null))).toBe("link_invalid");
});

test("the next centre is opened by administrators only; an invitation ends with the administration of who sent it", async () => {
  const [{ id = "" } = {}] = await sql<{ id: string }[]>`select id from people where email = ${email}`;
  const next = opening({ slug: "next", coordinator_email: "co@elders.voorbeeld.nl", signatory_email: "" });
  expect(await refused(openCentre(visitor(), next, { email }))).toBe("not_found");
  const opened = await openCentre(await w.as(id), next, { email });
  expect(opened).toMatchObject({ institution: "joined", invited: ["co@elders.voorbeeld.nl"] });
  expect(await sql`select 1 from organizations where kind = 'institution'`).toHaveLength(1);
  const payload = (await sql`select payload from tokens where kind = 'invitation'`)[0]?.payload as Record<
    string,
    string
  >;
  const link = { kind: "invitation" as const, email: "co@elders.voorbeeld.nl", payload, createdAt: w.now() };
  const account = { name: "Co", passwordHash: "z" };
  const invited = async (token: string) => {
    await w.database.transact(noReach, (db) =>
      insertToken(db, { ...link, id: tokenHash(token), expiresAt: new Date(+w.now() + 1000) }),
    );
    return refused(acceptInvitation(visitor(), token, account));
  };
  // The administrator is coordinator of the first centre only, so this rests on the administration.
  await sql`update memberships set ended_at = now()`;
  await w.database.transact({ ...noReach, person: "" }, (db) => endPlatformAdmin(db, id, w.now()));
  expect(await invited("ended")).toBe("link_invalid");
  await sql`update platform_administrators set ended_at = null`;
  expect(await invited("stands")).toBe("done");
});
