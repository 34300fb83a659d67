import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { until } from "#db/seed/acts.ts";
import { openMoveForm } from "#app/services/workflow/move-form.server.ts";

test("the form of the start knows the day of the signatures, and proposes the agreed day or today, whichever is first", async () => {
  const { w, c } = await freshWorld();
  const line = await live(await begin(w, c, "effort", question("effort")), "signed");
  const signed = w.now().toISOString().slice(0, 10);
  const form = async () => openMoveForm(await w.as(c.teacher), "assignment", line.id, "start");
  const early = await form();
  expect(early.options.days).toMatchObject({ today: signed, signed });
  expect(early.values.start_on).toBe(signed);
  await until(w, new Date(`${line.block}T09:00:00Z`));
  expect(line.block > signed).toBe(true);
  expect((await form()).values.start_on).toBe(line.block);
});
