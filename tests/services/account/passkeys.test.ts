import { beforeAll, expect, test } from "vitest";
import { askToMake, askToShow, keepPasskey, rightPasskey } from "#app/platform/session/passkeys.server.ts";
import { enter } from "#tests/support/account/sessions.ts";
import { factorRows } from "#app/services/account/factors.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { noReach } from "#app/services/context.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { world, type World } from "#db/seed/world.ts";
import { tokens } from "#db/schema.ts";
import { authenticator } from "#tests/support/account/authenticator.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { ownSettings } from "#tests/support/own-settings.ts";

const minutes = 60_000;
const origin = "http://localhost:3000";
let w: World;
let c: Cast;
beforeAll(async () => {
  ownSettings({ PUBLIC_ORIGIN: origin });
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
});
const wait = (ms: number) => w.travel(new Date(+w.now() + ms));
/** Logs somebody in, in a session of their own. */
async function inSession(personId: string) {
  const out = { transact: w.database.transact, now: w.now };
  return { personId, sessionId: tokenHash(await enter(personId, out)) };
}

/** Logs somebody in who has a passkey. */
async function withPasskey(who: string, device = authenticator(origin)) {
  const ctx = await w.as(who);
  const me = await inSession(who);
  const asks = await askToMake(ctx, { ...me, email: "iemand@voorbeeld.nl", name: "Iemand" }, []);
  const made = await keepPasskey(ctx, me, device.make(asks), "telefoon");
  return { ctx, me, device, asks, made, show: async () => askToShow(ctx, me, await factorRows(ctx, who)) };
}
test("a passkey is made and shown with a challenge of this session: once, within five minutes, from this site", async () => {
  const { ctx, me, device, asks, made, show } = await withPasskey(c.students[1] ?? "");
  expect(made).toBe(true);
  expect(await keepPasskey(ctx, me, authenticator(origin).make(asks), "nog een"), "its challenge was used").toBe(false);
  const challenge = await show();
  const answer = device.show(challenge);
  expect(await rightPasskey(ctx, me, answer)).toBe(true);
  expect(await rightPasskey(ctx, me, answer), "the same answer").toBe(false);
  expect(await rightPasskey(ctx, me, device.show(challenge)), "the same challenge").toBe(false);
  const old = device.show(await show());
  wait(6 * minutes);
  expect(await rightPasskey(ctx, me, old), "an old challenge").toBe(false);
  const invented = JSON.stringify({ challenge: Buffer.from("x".repeat(32)).toString("base64url") });
  expect(await rightPasskey(ctx, me, device.show(invented)), "a challenge nobody asked").toBe(false);
  expect(await rightPasskey(ctx, me, device.show(await show()))).toBe(true);
});
test("a challenge of another session, another person or another purpose, another key and another site are refused", async () => {
  const one = await withPasskey(c.students[2] ?? "");
  const two = await withPasskey(c.students[3] ?? "");
  const elsewhere = await inSession(one.me.personId);
  expect(await rightPasskey(one.ctx, elsewhere, one.device.show(await one.show())), "another session").toBe(false);
  expect(await rightPasskey(one.ctx, one.me, one.device.show(await two.show())), "another person's").toBe(false);
  expect(await rightPasskey(one.ctx, one.me, two.device.show(await one.show())), "another's key").toBe(false);
  const making = await askToMake(one.ctx, { ...one.me, email: "a@b.nl", name: "A" }, []);
  expect(await rightPasskey(one.ctx, one.me, one.device.show(making)), "one to make a key").toBe(false);
  const lure = authenticator("https://samenspel.voorbeeld.nl.kwaad.nl");
  expect((await withPasskey(c.students[2] ?? "", lure)).made, "made for another site").toBe(false);
  const framed = authenticator("https://kwaad.nl", "localhost");
  expect((await withPasskey(c.students[2] ?? "", framed)).made, "from another origin").toBe(false);
  for (const broken of ["", "{", "null", "[]", '{"id":"x"}', JSON.stringify({ id: "a".repeat(30_000) })])
    expect(await rightPasskey(one.ctx, one.me, broken), broken.slice(0, 20)).toBe(false);
});
test("what a challenge or a fresh code is kept by opens nothing: only hashes and sealed text", async () => {
  const { show } = await withPasskey(c.students[1] ?? "", authenticator(origin));
  const asks = JSON.parse(await show()) as { challenge: string };
  const all = JSON.stringify(await w.database.transact(noReach, (db) => db.select().from(tokens)));
  expect(all).not.toContain(asks.challenge);
  expect(all).toContain(tokenHash(asks.challenge));
});
