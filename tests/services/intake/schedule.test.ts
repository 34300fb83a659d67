import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { act, day, later, until, within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { sharpened } from "#db/seed/chapters/asking.ts";
import { question } from "#db/seed/question.ts";
import type { World } from "#db/seed/world.ts";
import { assignments, deadlines, events, outbox } from "#db/schema.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { coming, defaultSwitches } from "#app/domain/centre/switches.ts";
import { saveIntake } from "#app/services/assignment/assignments.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { overview } from "#app/services/assignment/overview.server.ts";

async function place() {
  const { house, raw, w, c } = await freshWorld();
  const visitor: Context = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
  return { w, c, visitor, raw };
}
const rowOf = (w: World, c: Cast, id: string) =>
  within(w, c.coordinator, async ({ db }) => (await db.select().from(assignments).where(eq(assignments.id, id)))[0]);
const eventsOf = (w: World, c: Cast, id: string, move: string) =>
  within(w, c.coordinator, ({ db }) =>
    db
      .select()
      .from(events)
      .where(and(eq(events.assignmentId, id), eq(events.move, move))),
  );

const plan = (w: World, block: string) => ({
  publish_on: block,
  visibility: "public",
  window_end: day(w, 90),
  blocks: [block],
  levels: ["hbo"],
  seats_min: "2",
  seats_max: "5",
  allowed_obligations: ["effort"],
  themes: ["water_quality"],
});
test("a planned question opens by itself at the start of the block, as it was planned", async () => {
  const { w, c } = await place();
  const line = await live(await begin(w, c, "effort", question("effort")), "intake");
  const block = coming(w.now(), defaultSwitches, 1)[0] ?? "";
  await expect(act(w, c.coordinator, "assignment", line.id, "schedule_publish", plan(w, block))).rejects.toMatchObject({
    why: "guards",
  });
  await sharpened(line);
  await expect(
    act(w, c.coordinator, "assignment", line.id, "schedule_publish", { ...plan(w, block), window_end: day(w, 3) }),
  ).rejects.toMatchObject({ why: "invalid" });
  await act(w, c.coordinator, "assignment", line.id, "schedule_publish", plan(w, block));
  expect(await rowOf(w, c, line.id)).toMatchObject({ status: "intake", publishOn: block });
  expect((await overview(await w.as(c.owner), line.id)).frame.publishOn).toBe(block);
  await until(w, new Date(`${block}T04:00:00Z`));
  expect((await rowOf(w, c, line.id))?.status).toBe("intake");
  await later(w, 1);
  expect(await rowOf(w, c, line.id)).toMatchObject({
    status: "published",
    publishOn: null,
    visibility: "public",
    themes: ["water_quality"],
    blocks: [block],
  });
  expect(await eventsOf(w, c, line.id, "publish")).toMatchObject([{ actorId: null, actingAs: "system" }]);
});
test("a plan of before a question was added to the form is over: it lacks an answer", async () => {
  const { w, c, raw } = await place();
  const line = await live(await begin(w, c, "effort", question("effort")), "intake");
  await sharpened(line);
  const block = coming(w.now(), defaultSwitches, 1)[0] ?? "";
  await act(w, c.coordinator, "assignment", line.id, "schedule_publish", plan(w, block));
  await raw`update records set data = data - 'themes' where kind = 'publication_plan'`;
  await until(w, new Date(`${block}T12:00:00Z`));
  await later(w, 1);
  expect(await rowOf(w, c, line.id)).toMatchObject({ status: "intake", publishOn: null });
  expect(await eventsOf(w, c, line.id, "not_published")).toHaveLength(1);
});
test("a planned question that may not open any more stays, and the coordinator is told; a plan can be taken back", async () => {
  const { w, c } = await place();
  const line = await live(await begin(w, c, "effort", question("effort")), "intake");
  await sharpened(line);
  const block = coming(w.now(), defaultSwitches, 1)[0] ?? "";
  await act(w, c.coordinator, "assignment", line.id, "schedule_publish", plan(w, block));
  await saveIntake(await w.as(c.owner), line.id, { place: "Bolsward" });
  await until(w, new Date(`${block}T12:00:00Z`));
  await later(w, 1);
  expect(await rowOf(w, c, line.id)).toMatchObject({ status: "intake", publishOn: null });
  expect(await eventsOf(w, c, line.id, "not_published")).toHaveLength(1);
  expect(
    await within(w, c.coordinator, ({ db }) =>
      db
        .select({ kind: outbox.data })
        .from(outbox)
        .where(and(eq(outbox.assignmentId, line.id), eq(outbox.personId, c.coordinator), eq(outbox.kind, "reminder"))),
    ),
  ).toContainEqual({ kind: expect.objectContaining({ kind: "not_published" }) });
  const other = await live(await begin(w, c, "effort", question("effort")), "intake");
  await sharpened(other);
  const next = coming(w.now(), defaultSwitches, 1)[0] ?? "";
  await act(w, c.coordinator, "assignment", other.id, "schedule_publish", {
    ...plan(w, next),
    window_end: day(w, 300),
  });
  await act(w, c.coordinator, "assignment", other.id, "cancel_publication");
  expect((await rowOf(w, c, other.id))?.publishOn).toBeNull();
  expect(
    await within(w, c.coordinator, ({ db }) =>
      db
        .select({ status: deadlines.status })
        .from(deadlines)
        .where(and(eq(deadlines.assignmentId, other.id), eq(deadlines.clock, "publish_on"))),
    ),
  ).toEqual([{ status: "met" }]);
});
