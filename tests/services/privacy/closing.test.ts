// @module-tag slow
import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Sql } from "postgres";
import { pseudonymOf } from "#app/domain/privacy/kinds.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { requestReset } from "#app/services/account/passwords.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { closeAccount, closingPage } from "#app/services/privacy/closing.server.ts";
import { askNewAddress, correctName, proveNewAddress } from "#app/services/privacy/correction.server.ts";
import { myDataPage } from "#app/services/privacy/privacy-page.server.ts";
import { runRetention } from "#app/services/privacy/retention.server.ts";
import { askGuardian } from "#app/services/team/seat.server.ts";
import { hashOf } from "#app/services/log/record.server.ts";
import { openFrame } from "#app/services/assignment/frame.server.ts";
import { enter as enterAs, whoHas } from "#tests/support/account/sessions.ts";
import { act, within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { addPerson, grant, world, type World } from "#db/seed/world.ts";
import { events, members } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { ownSettings } from "#tests/support/own-settings.ts";

let w: World;
let c: Cast;
let raw: Sql;
let working: string;
let closed: string;
const day = 86_400_000;
const out = () => ({ transact: w.database.transact, now: w.now, newId: w.newId });
const visitor = (): Context => ({ ...out(), actor: nobody, reach: noReach, locale: "nl", requestId: "test" });
beforeAll(async () => {
  ownSettings();
  const fresh = await freshDatabase();
  raw = fresh.raw;
  w = world(fresh.house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  closed = (await live(await begin(w, c, "effort", question("effort")), "closed")).id;
  working = (await live(await begin(w, c, "result", question("result")), "in_progress")).id;
});
const letters = async () =>
  await raw<{ kind: string; email: string; path: string }[]>`
    select kind, email, data->>'path' as path from account_letters order by due_at, kind, email`;
const person = async (id: string) =>
  (
    await raw<
      { name: string; email: string; password_hash: string | null; closed_at: Date | null; erased_at: Date | null }[]
    >`
    select * from people where id = ${id}`
  )[0];
const enter = (who: string) => enterAs(who, out());
const chain = async (assignmentId: string) => {
  const log = await within(w, c.coordinator, ({ db }) =>
    db.select().from(events).where(eq(events.assignmentId, assignmentId)).orderBy(asc(events.seq)),
  );
  let last = "";
  const broken = log.filter((event) => {
    const whole = event.previousHash === last && hashOf(event) === event.hash;
    last = event.hash;
    return !whole;
  });
  return { log, broken: broken.map(({ move }) => move) };
};

test("a name is corrected at once, and it is written down that it was", async () => {
  const ctx = await w.as(c.quality);
  await correctName(ctx, "Quirine Anders");
  expect((await person(c.quality))?.name).toBe("Quirine Anders");
  expect((await myDataPage(ctx)).acts.map(({ act: what }) => what)).toEqual(["name_corrected"]);
});

test("an address changes only by the link sent to it; then every session and every other link ends, and the old one is told", async () => {
  await raw`delete from account_letters`;
  const old = (await person(c.examiner))?.email ?? "";
  const [session, ctx] = [await enter(c.examiner), await w.as(c.examiner)];
  await requestReset(visitor(), old);
  await askNewAddress(ctx, "ander.adres@elders.nl");
  await askNewAddress(ctx, "Nieuw.Adres@elders.nl");
  expect((await person(c.examiner))?.email).toBe(old);
  const sent = await letters();
  expect(
    sent
      .filter(({ kind }) => kind === "new_address")
      .map(({ email }) => email)
      .sort(),
  ).toEqual(["Nieuw.Adres@elders.nl", "ander.adres@elders.nl"]);
  expect(sent.filter(({ kind }) => kind === "address_asked").map(({ email }) => email)).toEqual([old, old]);
  const linkTo = (email: string) =>
    sent
      .find((each) => each.email === email && each.kind === "new_address")
      ?.path.split("/")
      .at(-1) ?? "";
  const reset =
    sent
      .find(({ kind }) => kind === "reset_password")
      ?.path.split("/")
      .at(-1) ?? "";
  await expect(proveNewAddress(visitor(), reset)).rejects.toThrow("link_invalid");
  await expect(proveNewAddress(visitor(), linkTo("ander.adres@elders.nl")), "corrected since").rejects.toThrow(
    "link_invalid",
  );
  await proveNewAddress(visitor(), linkTo("Nieuw.Adres@elders.nl"));
  expect((await person(c.examiner))?.email).toBe("Nieuw.Adres@elders.nl");
  expect(await whoHas(session, out())).toBeNull();
  for (const link of [linkTo("Nieuw.Adres@elders.nl"), linkTo("ander.adres@elders.nl")])
    await expect(proveNewAddress(visitor(), link)).rejects.toThrow("link_invalid");
  expect((await raw`select 1 from tokens where person_id = ${c.examiner} and used_at is null`).length).toBe(0);
  expect((await letters()).filter(({ kind }) => kind === "address_changed").map(({ email }) => email)).toEqual([old]);
});
test("a link to a new address lives half an hour, and an address that somebody took meanwhile is not taken over", async () => {
  await raw`delete from account_letters`;
  const ctx = await w.as(c.practor);
  await askNewAddress(ctx, "bezet@elders.nl");
  const [taken, late] = ["bezet@elders.nl", "laat@elders.nl"].map(
    (email) => async () =>
      (await letters())
        .find((each) => each.email === email)
        ?.path.split("/")
        .at(-1) ?? "",
  );
  await addPerson(w, { name: "Bezet", email: "Bezet@elders.nl" });
  await expect(proveNewAddress(visitor(), (await taken?.()) ?? "")).rejects.toThrow("link_invalid");
  await askNewAddress(ctx, "laat@elders.nl");
  w.travel(new Date(+w.now() + 31 * 60_000));
  await expect(proveNewAddress(visitor(), (await late?.()) ?? "")).rejects.toThrow("link_invalid");
});
test("a corrected new address ends the link to the mistyped one, also where the corrected one is somebody's", async () => {
  await raw`delete from account_letters`;
  const ctx = await w.as(c.practor);
  const own = (await person(c.practor))?.email;
  for (const [typed, corrected] of [
    ["fout@vreemd.example", "goed@elders.nl"],
    ["mis@vreemd.example", (await person(c.owner))?.email ?? ""],
  ] as const) {
    for (const email of [typed, corrected]) await askNewAddress(ctx, email);
    const link =
      (await letters())
        .find(({ email }) => email === typed)
        ?.path.split("/")
        .at(-1) ?? "";
    await expect(proveNewAddress(visitor(), link), typed).rejects.toThrow("link_invalid");
  }
  expect((await person(c.practor))?.email).toBe(own);
});
test("an address that is somebody's gets the letter that says so, and who asked learns nothing", async () => {
  await raw`delete from account_letters`;
  const owner = (await person(c.owner))?.email ?? "";
  await askNewAddress(await w.as(c.practor), owner.toUpperCase());
  expect((await letters()).map(({ kind, email }) => `${kind} ${email}`).sort()).toEqual(
    [`address_asked ${(await person(c.practor))?.email}`, `already_registered ${owner}`].sort(),
  );
  expect((await raw`select 1 from tokens where kind = 'new_address' and lower(email) = lower(${owner})`).length).toBe(
    0,
  );
});

test("who is the last to hold a role, or leads running work, hands that over first", async () => {
  const asked = async (who: string) => (await closingPage(await w.as(who))).obstacles.map(({ kind }) => kind).sort();
  expect(await asked(c.coordinator)).toEqual(["coordinator"]);
  expect(await asked(c.owner)).toEqual(["client_owner"]);
  expect(await asked(c.companySigner)).toEqual(["authorised_signatory"]);
  expect(await asked(c.teacher)).toEqual(["leads"]);
  expect(await asked(c.students[0] ?? "")).toEqual([]);
  for (const who of [c.coordinator, c.owner, c.companySigner, c.teacher])
    await expect(closeAccount(await w.as(who))).rejects.toThrow("wrong_status");
  expect((await person(c.teacher))?.closed_at).toBeNull();
  const second = await addPerson(w, { name: "Tweede Coördinator", email: "tweede@voorbeeld.nl" });
  await grant(w, second, { role: "coordinator", centreId: c.centreId });
  expect(await asked(c.coordinator)).toEqual([]);
});

/** Everything in the database that is a text, with the column it stands in. */
const findAll = async (song: string) => {
  const columns = await raw`
    select c.table_name as t, c.column_name as c
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'ARRAY')`;
  const found: string[] = [];
  for (const { t, c: column } of columns)
    if (
      (await raw`select 1 from ${raw(String(t))} where ${raw(String(column))}::text ilike ${`%${song}%`} limit 1`)
        .length
    )
      found.push(`${String(t)}.${String(column)}`);
  return found.sort();
};
test("a student of 17 closes the account alone: out of every team at once, erased in the night, and the log is whole", async () => {
  const student = await addPerson(w, {
    name: "Jip Zonderling",
    email: "jip.zonderling@voorbeeld.nl",
    ageBand: "16_17",
    turns18On: "2028-01-01",
  });
  await grant(w, student, {
    role: "student",
    centreId: c.centreId,
    organizationId: c.institutionId,
    track: "bol",
    programme: "Water",
  });
  await act(w, c.teacher, "member", working, "invite", {
    person: student,
    role: "student",
    track: "bol",
    level: "mbo-4",
  });
  await askGuardian(await w.as(student), working, { name: "Ouder Zonderling", email: "ouder.zonderling@voorbeeld.nl" });
  await raw`update assignment_texts set problem = problem || ' Vraag het Jip Zonderling.' where assignment_id = ${working}`;
  const session = await enter(student);
  await requestReset(visitor(), "jip.zonderling@voorbeeld.nl");
  await closeAccount(await w.as(student));
  expect((await raw`select 1 from tokens where person_id = ${student} and used_at is null`).length).toBe(0);
  expect(await whoHas(session, out())).toBeNull();
  const seats = await within(w, c.teacher, ({ db }) => db.select().from(members).where(eq(members.personId, student)));
  expect(seats.map(({ status }) => status)).toEqual(["refused"]);
  expect(
    (await letters()).some(({ kind, email }) => kind === "account_closed" && email === "jip.zonderling@voorbeeld.nl"),
  ).toBe(true);
  await expect(enter(student)).rejects.toMatchObject({ why: "logged_out" });

  w.travel(new Date(+w.now() + day));
  expect((await runRetention(out())).account).toBe(1);
  expect(await findAll("zonderling")).toEqual([]);
  expect((await person(student))?.name).toBe(pseudonymOf(student));
  const { log, broken } = await chain(working);
  expect(broken).toEqual([]);
  expect(log.some(({ actorId }) => actorId === student)).toBe(true);
  expect(log.some(({ salt }) => salt === null)).toBe(true);
});
test("of a student who signed, only the signed text keeps the name, and the chain of a closed assignment still holds", async () => {
  const [student = ""] = c.students;
  const was = (await person(student))?.name ?? "";
  await closeAccount(await w.as(student));
  w.travel(new Date(+w.now() + day));
  await runRetention(out());
  const left = await findAll(was);
  expect(
    left.filter((column) => !["annexes.frozen", "agreements.frozen", "agreements.terms"].includes(column)),
  ).toEqual([]);
  expect(left).toContain("annexes.frozen");
  for (const each of [closed, working]) expect((await chain(each)).broken).toEqual([]);
});
test("the words of an event can only be forgotten: the product cannot write others in their place", async () => {
  const change = (set: Record<string, unknown>) =>
    within(w, c.coordinator, ({ db }) => db.update(events).set(set).where(eq(events.assignmentId, working)));
  for (const set of [
    { answers: { a: 1 } },
    { comment: "anders" },
    { salt: "zout" },
    { move: "anders" },
    { actorId: c.owner },
    { at: new Date() },
    { hash: "x" },
    { wordsHash: "x" },
  ])
    await expect(change(set), Object.keys(set)[0]).rejects.toThrow();
  expect((await chain(working)).broken).toEqual([]);
});
test("what closed seven years ago is emptied within the checks of its tables, opens no more, and its chain holds", async () => {
  w.travel(new Date(+w.now() + 8 * 365 * day));
  const ended = await runRetention(out());
  expect(ended.assignment).toBe(1);
  await expect(within(w, c.coordinator, (inside) => openFrame(inside, closed))).rejects.toThrow("not_found");
  const { log, broken } = await chain(closed);
  expect(broken).toEqual([]);
  expect(log.every(({ answers, comment }) => comment === "" && Object.keys(answers).length === 0)).toBe(true);
  expect((await chain(working)).log.some(({ answers }) => Object.keys(answers).length > 0)).toBe(true);
});
