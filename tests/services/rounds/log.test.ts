import { expect, test } from "vitest";
import { later, within } from "#db/seed/acts.ts";
import { roundMove } from "#db/seed/rounds.ts";
import { roundEvents } from "#db/queries/rounds/events.server.ts";
import { runRoundClock } from "#app/services/rounds/clock.server.ts";
import { roundPage } from "#app/services/rounds/round-page.server.ts";
import { hashOf } from "#app/services/log/record.server.ts";
import { settle } from "#tests/support/rounds/round.ts";

test("every move of a round is logged with who made it and from where to where; each event holds the hash of the one before", async () => {
  const { w, c, id, house } = await settle({ status: "draft", least: 2 });
  await roundMove(w, c.teacher, id, "open_choosing");
  await roundMove(w, c.teacher, id, "move_deadline", 9);
  await later(w, 10);
  const everywhere = { ...(await w.as(c.teacher)), transact: house.transact };
  await runRoundClock(everywhere);
  const events = (await within(w, c.teacher, ({ db }) => roundEvents(db, id))).map(({ event }) => event).reverse();
  expect(events.map((e) => [e.move, e.fromStatus, e.toStatus, e.actingAs])).toEqual([
    ["create_round", null, "draft", "centre_teacher"],
    ["open_choosing", "draft", "choosing", "centre_teacher"],
    ["move_deadline", "choosing", "choosing", "centre_teacher"],
    ["close_choosing", "choosing", "matching", "system"],
  ]);
  expect(events.map((e) => e.actorId)).toEqual([c.teacher, c.teacher, c.teacher, null]);
  let before = "";
  for (const { hash, ...event } of events) {
    expect(event.previousHash).toBe(before);
    expect(hashOf(event)).toBe(hash);
    before = hash;
  }
});

test("who makes the plans reads the log on the page of the round, the latest first, with the deadline that was set", async () => {
  const { w, c, id } = await settle({ status: "draft", least: 2 });
  await roundMove(w, c.teacher, id, "open_choosing");
  const { log, chooseBy } = await roundPage(await w.as(c.coordinator), id);
  expect(log.map(({ move }) => move)).toEqual(["open_choosing", "create_round"]);
  expect(log[0]?.chooseBy).toEqual(chooseBy);
  expect(log.every(({ by }) => by !== null)).toBe(true);
});
