import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { recovery } from "#app/domain/account/second-factor.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { appSetup, newAppSecret, newRecoveryCodes, stepOf } from "#app/platform/session/app-codes.server.ts";
import { wrongFactor } from "#app/platform/session/proving.server.ts";
import { seal, unseal } from "#app/platform/session/sealing.server.ts";
import { enter as enterAs, whoHas } from "#tests/support/account/sessions.ts";
import {
  addPasskey,
  appBegun,
  asOwner,
  beginApp,
  confirmApp,
  factorRows,
  noteProof,
  ownFactors,
  removeFactor,
} from "#app/services/account/factors.server.ts";
import { confirmCodesSaved, freshCodes, renewCodes } from "#app/services/account/recovery.server.ts";
import { takeFactorsAway } from "#app/services/account/take-factors.server.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { world, type World } from "#db/seed/world.ts";
import {
  accountEvents,
  accountLetters,
  people,
  platformAdministrators,
  recoveryCodes,
  secondFactors,
} from "#db/schema.ts";
import { appCodeAt } from "#tests/support/account/authenticator.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { ownSettings } from "#tests/support/own-settings.ts";

const minutes = 60_000;
const origin = "http://localhost:3000";
let w: World;
let c: Cast;
let there: Cast;
beforeAll(async () => {
  ownSettings({ PUBLIC_ORIGIN: origin });
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  there = await cast(w, {
    slug: "streng",
    company: "Streng Bedrijf",
    domain: "streng.nl",
    switches: { require_second_factor: true },
  });
});
const wait = (ms: number) => w.travel(new Date(+w.now() + ms));
const out = (production = false) => ({ transact: w.database.transact, now: w.now, production });
const browser = (token = "") =>
  new Request(`${origin}/inloggen`, { headers: token ? { Cookie: `sessie=${token}` } : {} });
const enter = (who: string, from = browser()) => enterAs(who, out(), from);
const standing = async (token: string, production = false) =>
  (await whoHas(token, out(production)))?.standing ?? "gone";
const emailOf = async (who: string) =>
  (await w.database.transact(noReach, (db) => db.select().from(people).where(eq(people.id, who))))[0]?.email;
const holder = async (ctx: Context, token: string, formKey = "") => ({
  personId: ctx.actor.id,
  sessionId: tokenHash(token),
  email: "",
  request: browser(),
  formKey,
});
const letters = (who: string) =>
  w.database.transact(noReach, (db) => db.select().from(accountLetters).where(eq(accountLetters.personId, who)));
const kinds = async (who: string) => (await letters(who)).map(({ kind }) => kind).sort();
const refusedFor = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.why : Promise.reject(error)),
  );
/** Adds somebody with an app that works, and its secret. */
async function withApp(who: string) {
  const ctx = await w.as(who);
  const sealed = newAppSecret(who);
  await beginApp(ctx, who, { sealed, name: "App" });
  const secret = appSetup(who, sealed, "iemand@voorbeeld.nl")?.secret ?? "";
  const step = stepOf(who, sealed, appCodeAt(secret, w.now()), w.now()) ?? -1;
  await confirmApp(ctx, who, sealed, step);
  return { ctx, secret, code: (late = 0) => appCodeAt(secret, new Date(+w.now() + late)) };
}

test("who needs a factor: by the switch of a centre they work in or for, and who administers the platform where it is real", async () => {
  const found: Record<string, string> = {};
  for (const [name, who] of Object.entries({
    coordinator: there.coordinator,
    "business developer": there.developer,
    "company's signatory": there.companySigner,
    "school's signatory": there.institutionSigner,
    teacher: there.teacher,
    owner: there.owner,
    student: there.students[0] ?? "",
    "coordinator elsewhere": c.coordinator,
  }))
    found[name] = await standing(await enter(who));
  expect(found).toEqual({
    coordinator: "enrol",
    "business developer": "enrol",
    "company's signatory": "enrol",
    "school's signatory": "enrol",
    teacher: "whole",
    owner: "whole",
    student: "whole",
    "coordinator elsewhere": "whole",
  });
  const admin = c.practor;
  await w.database.transact(noReach, (db) =>
    db.insert(platformAdministrators).values({ id: w.newId(), personId: admin, grantedAt: w.now() }),
  );
  expect(await standing(await enter(admin))).toBe("whole");
  expect(await standing(await enter(admin), true)).toBe("enrol");
});
test("a session is whole only with a factor of its own, and one that was open before a factor was there is asked for it", async () => {
  const who = c.developer;
  const [first, second] = [await enter(who), await enter(who)];
  const { ctx } = await withApp(who);
  expect([await standing(first), await standing(second)]).toEqual(["prove", "prove"]);
  await noteProof(ctx, tokenHash(first), false);
  expect(await standing(first), "a password is no second factor").toBe("prove");
  await noteProof(ctx, tokenHash(first), true);
  expect([await standing(first), await standing(second)]).toEqual(["whole", "prove"]);
  expect(await standing(await enter(who, browser(first))), "new rights in the same browser").toBe("whole");
  expect(await standing(await enter(c.teacher, browser(second))), "somebody else in it").toBe("whole");
  expect(await standing(await enter(who))).toBe("prove");
});
test("a code of the app works once, a step early or late, never twice and never an older one; the same form is one use", async () => {
  const { ctx, code } = await withApp(c.owner);
  const token = await enter(c.owner);
  const who = await holder(ctx, token);
  const wrong = (typed: string, formKey = "") => wrongFactor(ctx, { ...who, formKey }, { code: typed });
  const used = { field: "_code", code: "wrong_factor_code" };
  expect(await wrong(code()), "the one it was set up with").toEqual(used);
  wait(minutes);
  const now = code();
  expect(await wrong(code(-90_000)), "three steps ago").toEqual(used);
  expect(await wrong(code(90_000)), "three steps ahead").toEqual(used);
  const twins = await Promise.all(Array.from({ length: 6 }, () => wrong(now)));
  expect(
    twins.filter((each) => each === null),
    "six at the same moment",
  ).toHaveLength(1);
  expect(await wrong(code(-30_000)), "an older one after a newer").toEqual(used);
  expect(await wrong(code(30_000), "form")).toBeNull();
  expect(await wrong(code(30_000), "form"), "the form's twin").toBeNull();
  expect(await wrong(code(30_000), "another form")).toEqual(used);
});
test("codes are tried ten times an hour, at once or not; a recovery code and a passkey still get in", async () => {
  const { ctx, code } = await withApp(c.teacher);
  const who = await holder(ctx, await enter(c.teacher));
  wait(minutes);
  const tries = await Promise.all(
    Array.from({ length: 15 }, () => refusedFor(wrongFactor(ctx, who, { code: "000000" }))),
  );
  expect(tries.filter((each) => each === "too_many")).toHaveLength(5);
  expect(await refusedFor(wrongFactor(ctx, who, { code: code() })), "also the right one waits").toBe("too_many");
  const fresh = newRecoveryCodes(c.teacher);
  await renewCodes(ctx, c.teacher, { ...fresh, session: "s" }, false);
  expect(await wrongFactor(ctx, who, { code: fresh.codes[0] ?? "" })).toBeNull();
  wait(7 * minutes);
  expect(await wrongFactor(ctx, who, { code: code() }), "later it may be tried again").toBeNull();
});
test("ten recovery codes: kept as hashes, each once, typed as people do; fresh ones end the old; its owner hears of each", async () => {
  const who = c.rival;
  const { ctx } = await withApp(who);
  const session = tokenHash(await enter(who));
  const proof = await holder(ctx, "x");
  const first = newRecoveryCodes(who);
  expect(first.codes).toHaveLength(recovery.codes);
  await renewCodes(ctx, who, { ...first, session }, false);
  const kept = JSON.stringify(await asOwner(ctx, who, ({ db }) => db.select().from(recoveryCodes)));
  expect(first.codes.filter((code) => kept.includes(code) || kept.includes(code.replace("-", "")))).toEqual([]);
  const [one = "", two = "", three = ""] = first.codes;
  expect(await wrongFactor(ctx, proof, { code: ` ${one.toUpperCase().replace("-", " ")} ` })).toBeNull();
  expect(await wrongFactor(ctx, proof, { code: one }), "used").not.toBeNull();
  const twins = await Promise.all([1, 2, 3, 4].map(() => wrongFactor(ctx, proof, { code: two })));
  expect(twins.filter((each) => each === null)).toHaveLength(1);
  const other = await holder(await w.as(c.owner), "x");
  expect(await wrongFactor(await w.as(c.owner), other, { code: three }), "another's").not.toBeNull();
  expect((await ownFactors(ctx, who)).codesLeft).toBe(recovery.codes - 2);
  await renewCodes(ctx, who, { ...newRecoveryCodes(who), session }, true);
  expect(await wrongFactor(ctx, proof, { code: three }), "of the old ones").not.toBeNull();
  expect(await kinds(who)).toEqual(["factor_added", "recovery_renewed", "recovery_used", "recovery_used"]);
});
test("fresh codes are read in the session that made them, for ten minutes, until they are kept", async () => {
  const who = c.rival;
  const ctx = await w.as(who);
  const make = () => renewCodes(ctx, who, { ...newRecoveryCodes(who), session: "here" }, false);
  await make();
  expect(await freshCodes(ctx, who, "here")).not.toBeNull();
  expect(await freshCodes(ctx, who, "elsewhere")).toBeNull();
  await confirmCodesSaved(ctx, who);
  expect(await freshCodes(ctx, who, "here")).toBeNull();
  await make();
  wait(11 * minutes);
  expect(await freshCodes(ctx, who, "here")).toBeNull();
});
test("a secret is sealed for its owner: not readable in the database, and worth nothing beside another person", async () => {
  const { ctx, secret } = await withApp(c.employee);
  const [row] = await factorRows(ctx, c.employee);
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(unseal("a purpose", "b", seal("a purpose", "a", "text"))).toBeNull();
  expect(unseal("another", "a", seal("a purpose", "a", "text"))).toBeNull();
  expect(unseal("a purpose", "a", seal("a purpose", "a", "text"))).toBe("text");
  expect(stepOf(c.owner, row?.sealed ?? "", appCodeAt(secret, w.now()), w.now())).toBeNull();
  const seen = await asOwner(await w.as(c.owner), c.owner, ({ db }) =>
    db.select().from(secondFactors).where(eq(secondFactors.personId, c.employee)),
  );
  expect(seen, "the row policies show it to nobody else").toEqual([]);
});
test("an app that was begun rests on nothing until it gave a code, and waits half an hour", async () => {
  const who = c.students[0] ?? "";
  const ctx = await w.as(who);
  await beginApp(ctx, who, { sealed: newAppSecret(who), name: "App" });
  const token = await enter(who);
  expect(await standing(token)).toBe("whole");
  wait(31 * minutes);
  expect(await appBegun(ctx, who)).toBeNull();
  expect((await ownFactors(ctx, who)).factors).toEqual([]);
  expect(await refusedFor(confirmApp(ctx, who, "iets anders", 1))).toBe("link_invalid");
});

test("one takes away one's own, not another's, and not the last one of who needs one", async () => {
  const { ctx } = await withApp(there.coordinator);
  const [only] = (await ownFactors(ctx, there.coordinator)).factors;
  const other = await w.as(c.owner);
  expect(await refusedFor(removeFactor(other, c.owner, only?.id ?? "", false))).toBe("not_found");
  expect(await refusedFor(removeFactor(ctx, there.coordinator, only?.id ?? "", true))).toBe("not_yours");
  await addPasskey(ctx, there.coordinator, {
    name: "telefoon",
    credentialId: "een",
    publicKey: "sleutel",
    counter: 0,
    transports: [],
  });
  await removeFactor(ctx, there.coordinator, only?.id ?? "", true);
  expect((await ownFactors(ctx, there.coordinator)).factors.map(({ kind }) => kind)).toEqual(["passkey"]);
});
test("two removals at once leave one factor to who needs one, whichever comes first", async () => {
  const who = there.developer;
  const { ctx } = await withApp(who);
  for (let round = 0; round < 5; round++) {
    await addPasskey(ctx, who, {
      name: "telefoon",
      credentialId: `tegelijk ${round}`,
      publicKey: "sleutel",
      counter: 0,
      transports: [],
    });
    const both = (await ownFactors(ctx, who)).factors;
    expect(both).toHaveLength(2);
    const ends = await Promise.all(both.map(({ id }) => refusedFor(removeFactor(ctx, who, id, true))));
    expect(ends.sort()).toEqual(["done", "not_yours"]);
    expect((await ownFactors(ctx, who)).factors).toHaveLength(1);
  }
});
test("a coordinator takes everything away of who lost it, in the own centre only: sessions end, the log and a letter say so", async () => {
  const who = there.companySigner;
  const { ctx } = await withApp(who);
  await renewCodes(ctx, who, { ...newRecoveryCodes(who), session: "s" }, false);
  const token = await enter(who);
  await noteProof(ctx, tokenHash(token), true);
  const email = (await emailOf(who)) ?? "";
  const take = async (by: string, slug = "streng", to = email) => refusedFor(takeFactorsAway(await w.as(by), slug, to));
  expect(await take(there.teacher)).toBe("not_found");
  expect(await take(c.coordinator)).toBe("not_found");
  expect(await take(c.coordinator, "waterkracht"), "no role there").toBe("not_yours");
  expect(await take(there.coordinator, "streng", "niemand@nergens.nl")).toBe("not_yours");
  expect(await take(there.coordinator, "streng", (await emailOf(there.coordinator)) ?? ""), "oneself").toBe(
    "not_yours",
  );
  expect(await standing(token)).toBe("whole");
  expect(await take(there.coordinator)).toBe("done");
  expect(await standing(token)).toBe("gone");
  expect(await ownFactors(ctx, who)).toEqual({ factors: [], codesLeft: 0 });
  expect(await standing(await enter(who))).toBe("enrol");
  const said = await w.database.transact(noReach, (db) =>
    db.select().from(accountEvents).where(eq(accountEvents.personId, who)),
  );
  expect(said.filter(({ act }) => act === "factors_taken").map(({ byId }) => byId)).toEqual([there.coordinator]);
  expect(await kinds(who)).toContain("factors_taken");
});
