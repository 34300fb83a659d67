// @module-tag slow
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { within } from "#db/seed/acts.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world, type World } from "#db/seed/world.ts";
import { questions, throttles } from "#db/schema.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { noReach } from "#app/services/context.ts";
import { overview } from "#app/services/assignment/overview.server.ts";
import { answerQuestion, ask, openQuestion, withholdQuestion } from "#app/services/market/questions.server.ts";

let w: World;
let c: Cast;
let assignment: string;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w, { students: 1 });
  assignment = (await live(await begin(w, c, "effort", question("effort")), "published")).id;
});
const asker = () => c.students[0] ?? "";
async function asked(text: string) {
  await w.database.transact(noReach, (db) => db.delete(throttles));
  const fields = { question: text };
  await ask(await w.as(asker()), assignment, { key: randomUUID(), fingerprint: text, fields });
  const rows = await within(w, c.coordinator, ({ db }) => db.select().from(questions));
  return rows.find((row) => row.text === text)?.id ?? "";
}
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Refusal ? error.message : String(error)),
  );
const words = { answer: "Twaalf pompen.", reason: "Er staat een naam in." };
const read = async (who: string, id: string) => (await openQuestion(await w.as(who), id)).version;
const becomes = async (id: string) => {
  const { questions: shown } = await overview(await w.as(asker()), assignment);
  const { status, answer } = shown.list.find((one) => one.id === id) ?? {};
  return [status, answer];
};

test("who keeps back what somebody answered meanwhile hears so, and the answer stays; read anew it can be taken off", async () => {
  const id = await asked("Hoeveel pompen?");
  const [company, centre] = [await read(c.owner, id), await read(c.coordinator, id)];
  await answerQuestion(await w.as(c.owner), id, words, company);
  for (const version of [centre, null])
    expect(await outcome(withholdQuestion(await w.as(c.coordinator), id, words, version))).toBe("stale");
  expect(await becomes(id)).toEqual(["answered", words.answer]);
  await withholdQuestion(await w.as(c.coordinator), id, words, await read(c.coordinator, id));
  expect(await becomes(id)).toEqual(["withheld", words.reason]);
});
test("an answer and a reason at once: one, the other is told (20 rounds)", { tags: ["postgres"] }, async () => {
  for (let round = 0; round < 20; round++) {
    const id = await asked(`Vraag ${round}`);
    const version = await read(c.coordinator, id);
    const [owner, coordinator] = [await w.as(c.owner), await w.as(c.coordinator)];
    const ends = await Promise.all([
      outcome(answerQuestion(owner, id, words, version)),
      outcome(withholdQuestion(coordinator, id, words, version)),
    ]);
    expect(ends.filter((end) => end === "done")).toHaveLength(1);
    expect(await becomes(id)).toEqual(ends[0] === "done" ? ["answered", words.answer] : ["withheld", words.reason]);
  }
});
