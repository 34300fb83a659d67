// @module-tag oldest
// @module-tag postgres row policies of the platform's own tables
import { beforeAll, expect, test } from "vitest";
import { reachOf } from "#app/domain/workflow/policy.ts";
import { noReach } from "#app/services/context.ts";
import { actorOf } from "#db/queries/account/actor.server.ts";
import { changePerson } from "#db/queries/account/people.server.ts";
import {
  addPlatformAdmin,
  endPlatformAdmin,
  hasPlatformAdmin,
  isPlatformAdmin,
  platformAdmins,
} from "#db/queries/administration/administrators.server.ts";
import { platformEvents } from "#db/schema.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { world, type World } from "#db/seed/world.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

let w: World;
let c: Cast;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
});
const as = <T>(person: string, work: Parameters<World["database"]["transact"]>[1]) =>
  w.database.transact({ ...noReach, person }, work) as Promise<T>;
const row = (personId: string, grantedBy: string | null) => ({
  id: crypto.randomUUID(),
  personId,
  grantedBy,
  grantedAt: w.now(),
});

test("nobody makes themselves an administrator; the machine makes the first, and that one the next", async () => {
  expect(await as("", hasPlatformAdmin)).toBe(false);
  await expect(as(c.coordinator, (db) => addPlatformAdmin(db, row(c.coordinator, null)))).rejects.toThrow();
  expect(await as("", (db) => addPlatformAdmin(db, row(c.developer, null)))).toBe(true);
  expect(await as("", (db) => addPlatformAdmin(db, row(c.developer, null))), "once").toBe(false);
  await expect(as(c.owner, (db) => addPlatformAdmin(db, row(c.owner, c.developer)))).rejects.toThrow();
  expect(await as(c.developer, (db) => addPlatformAdmin(db, row(c.owner, c.developer)))).toBe(true);
  const all = await as<{ personId: string }[]>("", platformAdmins);
  expect(all.map((each) => each.personId).sort()).toEqual([c.developer, c.owner].sort());
});

test("whose administration ended, or whose account is disabled, administers no more", async () => {
  await as(c.owner, (db) => endPlatformAdmin(db, c.developer, w.now()));
  expect(await as("", (db) => isPlatformAdmin(db, c.developer))).toBe(false);
  await as("", (db) => changePerson(db, c.owner, { disabledAt: w.now() }));
  expect(await as("", hasPlatformAdmin)).toBe(false);
  await as("", (db) => changePerson(db, c.owner, { disabledAt: null }));
  expect(await as("", hasPlatformAdmin)).toBe(true);
});

test("who asks knows of themselves that they administer, and gains no reach by it", async () => {
  const actor = (person: string) => w.database.transact({ ...noReach, person }, (db) => actorOf(db, person));
  const before = await actor(c.developer);
  await as(c.owner, (db) => addPlatformAdmin(db, row(c.developer, c.owner)));
  const after = await actor(c.developer);
  expect(before.platformAdmin).toBeUndefined();
  expect(after.platformAdmin).toBe(true);
  expect(reachOf(after)).toEqual(reachOf(before));
  expect((await actor(c.coordinator)).platformAdmin).toBeUndefined();
});

test("the platform's log is written as oneself, by administrators or the machine, and read by no others", async () => {
  const event = (actorId: string | null, personId: string) => ({
    id: crypto.randomUUID(),
    act: "person_disabled" as const,
    actorId,
    personId,
    at: w.now(),
  });
  const write = (person: string, actorId: string | null) =>
    as(person, (db) => db.insert(platformEvents).values(event(actorId, c.teacher)));
  await write("", null);
  await write(c.owner, c.owner);
  await expect(write(c.owner, c.developer), "as another").rejects.toThrow();
  await expect(write(c.coordinator, c.coordinator), "as no administrator").rejects.toThrow();
  const seen = async (person: string) =>
    (await as<unknown[]>(person, (db) => db.select({ id: platformEvents.id }).from(platformEvents))).length;
  expect([await seen(c.owner), await seen(c.teacher), await seen(c.coordinator)]).toEqual([2, 2, 0]);
});
