import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { begin, revokeAll } from "#app/platform/session/session.server.ts";
import { noReach } from "#app/services/context.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { changePerson } from "#db/queries/account/people.server.ts";
import { endSessionsOf } from "#db/queries/account/sessions.server.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { world, type World } from "#db/seed/world.ts";
import { people, sessions } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { enter as enterAs, whoHas } from "#tests/support/account/sessions.ts";
import { ownSettings } from "#tests/support/own-settings.ts";

const minutes = 60_000;
const hours = 60 * minutes;
let w: World;
let c: Cast;
beforeAll(async () => {
  ownSettings();
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
});
const out = () => ({ transact: w.database.transact, now: w.now });
const browser = (token = "") =>
  new Request("http://localhost:3000/inloggen", {
    headers: { "User-Agent": "proef", ...(token ? { Cookie: `sessie=${token}` } : {}) },
  });
const enter = (who: string, from = browser()) => enterAs(who, out(), from);
const knows = async (token: string) => (await whoHas(token, out()))?.actor.id ?? null;
const wait = (ms: number) => w.travel(new Date(+w.now() + ms));
const rows = (who: string) =>
  w.database.transact(noReach, (db) => db.select().from(sessions).where(eq(sessions.personId, who)));

test("what the database holds opens nothing: the row's id is the hash of the token", async () => {
  const token = await enter(c.owner);
  expect((await rows(c.owner)).map((row) => row.id)).toContain(tokenHash(token));
  expect(await knows(token)).toBe(c.owner);
  for (const guess of [tokenHash(token), "", token.slice(1), `${token}x`, token.toUpperCase()])
    expect(await knows(guess), guess).toBeNull();
});
for (const [kind, who, idle, whole] of [
  ["staff", () => c.coordinator, 2 * hours, 12 * hours],
  ["signatories", () => c.companySigner, 2 * hours, 12 * hours],
  ["others", () => c.owner, 24 * hours, 7 * 24 * hours],
] as const) {
  test(`a session of ${kind} ends after ${idle / hours} idle hours, not before`, async () => {
    const token = await enter(who());
    wait(idle - minutes);
    expect(await knows(token)).toBe(who());
    wait(idle + minutes);
    expect(await knows(token)).toBeNull();
  });
  test(`a session of ${kind} ends after ${whole / hours} hours, however busy`, async () => {
    const token = await enter(who());
    const end = +w.now() + whole;
    while (+w.now() + idle / 2 < end) {
      wait(idle / 2 - minutes);
      expect(await knows(token), new Date(end - +w.now()).toISOString()).toBe(who());
    }
    wait(end - +w.now() - minutes);
    expect(await knows(token)).toBe(who());
    wait(2 * minutes);
    expect(await knows(token)).toBeNull();
  });
}
test("logging in again gives a new id and ends the old one of that browser; ending all but this one leaves this one", async () => {
  const [one, two] = [await enter(c.teacher), await enter(c.teacher)];
  const three = await enter(c.teacher, browser(two));
  expect(new Set([one, two, three]).size).toBe(3);
  expect(await knows(two)).toBeNull();
  await revokeAll(c.teacher, tokenHash(three), out());
  expect([await knows(one), await knows(three)]).toEqual([null, c.teacher]);
});
test("a person who was disabled is nobody at once", async () => {
  const token = await enter(c.developer);
  await w.database.transact(noReach, (db) =>
    db.update(people).set({ disabledAt: w.now() }).where(eq(people.id, c.developer)),
  );
  expect(await knows(token)).toBeNull();
});
test("who had the old password right while it was changed does not come in, nor who was disabled meanwhile", async () => {
  const as = (passwordHash: string | null) => ({ id: c.teacher, passwordHash });
  const change = (passwordHash: string) =>
    w.database.transact({ ...noReach, person: c.teacher }, async (db) => {
      await changePerson(db, c.teacher, { passwordHash });
      await endSessionsOf(db, c.teacher);
    });
  const tried = (passwordHash: string | null) =>
    begin(browser(), as(passwordHash), out()).then(
      () => "in",
      (error: { why?: string }) => error.why ?? String(error),
    );
  await change("een");
  expect([await tried("nul"), await tried("een"), await tried(null)]).toEqual(["logged_out", "in", "in"]);
  for (let n = 0; n < 15; n++) {
    const [before, after] = [n === 0 ? "een" : `nieuw ${n - 1}`, `nieuw ${n}`];
    const late = Array.from({ length: 6 }, () => tried(before));
    await Promise.all([...late, change(after)]);
    expect(await rows(c.teacher), `round ${n}`).toEqual([]);
  }
  await w.database.transact({ ...noReach, person: c.teacher }, (db) =>
    changePerson(db, c.teacher, { disabledAt: w.now() }),
  );
  expect(await tried("nieuw 14")).toBe("logged_out");
  await w.database.transact({ ...noReach, person: c.teacher }, (db) =>
    changePerson(db, c.teacher, { disabledAt: null }),
  );
});
test("who goes on by a link in the own session proved nothing anew", async () => {
  const token = await enter(c.practor);
  const [{ provedAt } = {}] = await rows(c.practor);
  wait(hours / 4);
  await begin(browser(token), { id: c.practor, passwordHash: null }, out());
  expect((await rows(c.practor)).map((row) => row.provedAt)).toEqual([provedAt]);
});
