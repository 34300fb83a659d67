// @module-tag slow
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { later, within } from "#db/seed/acts.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { implementations, observations, outbox } from "#db/schema.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { answerCheck, openCheck } from "#app/services/aftercare/implementation-check.server.ts";

async function inUse() {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w);
  const line = await live(await begin(w, c, "effort", question("effort")), "implemented");
  const owner = async (ownerEmail: string) =>
    within(w, c.coordinator, ({ db }) =>
      db
        .update(implementations)
        .set({ owner: "Ties Bos", ownerEmail })
        .where(eq(implementations.assignmentId, line.id)),
    );
  const links = () =>
    within(w, c.coordinator, async ({ db }) =>
      (
        await db
          .select({ data: outbox.data, email: outbox.email, assignmentId: outbox.assignmentId })
          .from(outbox)
          .where(eq(outbox.kind, "link"))
      ).filter((l) => l.assignmentId === line.id && l.data.about === "implementation"),
    );
  const seen = () =>
    within(w, c.coordinator, ({ db }) => db.select().from(observations).where(eq(observations.assignmentId, line.id)));
  const visitor: Context = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
  return { w, line, owner, links, seen, visitor };
}
const answer = { degree: "partial", effect: "Twee uur per week minder zoekwerk.", evidence: "Overzicht van de uren." };

test("at 3, 6 and 12 months the owner is asked by link, answers once without an account, and it counts as an observation", async () => {
  const { w, owner, links, seen, visitor } = await inUse();
  await owner("ties@voorbeeld.nl");
  const before = (await seen()).length;
  await later(w, 100);
  const [first] = await links();
  expect(first).toMatchObject({ email: "ties@voorbeeld.nl", data: { name: "Ties Bos" } });
  const token = String(first?.data.path).split("/").at(-1) ?? "";
  expect(String(first?.data.path)).toMatch(/^\/in-gebruik\//);
  expect(await openCheck(visitor, token)).toEqual({
    title: question("effort").title,
    company: expect.stringMatching(/./),
    months: 3,
    key: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await expect(answerCheck(visitor, token, { degree: "heel veel" })).rejects.toMatchObject({ why: "invalid" });
  await answerCheck(visitor, token, answer);
  expect(await seen()).toHaveLength(before + 1);
  expect((await seen()).find((o) => o.month === 3)).toMatchObject({
    degree: "partial",
    effect: answer.effect,
    evidence: answer.evidence,
    byId: null,
  });
  await expect(answerCheck(visitor, token, answer)).rejects.toMatchObject({ why: "link_invalid" });
  await expect(openCheck(visitor, "geraden")).rejects.toMatchObject({ why: "link_invalid" });
  await later(w, 290);
  expect(await links()).toHaveLength(3);
});
test("an old link no longer works, and without an address nobody is asked", async () => {
  const { w, owner, links, visitor } = await inUse();
  await owner("");
  await later(w, 100);
  expect(await links()).toEqual([]);
  await owner("ties@voorbeeld.nl");
  await later(w, 95);
  const token =
    String((await links())[0]?.data.path)
      .split("/")
      .at(-1) ?? "";
  await later(w, 61);
  await expect(openCheck(visitor, token)).rejects.toMatchObject({ why: "link_invalid" });
});
