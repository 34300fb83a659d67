// @module-tag slow
import { expect, test } from "vitest";
import { startDraft } from "#app/services/assignment/assignments.server.ts";
import { beginDraft, openDraft, saveDraftStep } from "#app/services/intake/drafts.server.ts";
import { openHelp, takeOver } from "#app/services/intake/help.server.ts";
import { intakeQueue } from "#app/services/intake/intake-queue.server.ts";
import { mayStart } from "#app/services/intake/submit.server.ts";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { visitorIn } from "#tests/support/town/town-desks.ts";

test("a draft is taken over, and a question begun for a company, by who may go on with it; the coordinator reads it", async () => {
  const { w, c } = await freshWorld();
  const own = { ctx: visitorIn(w), key: await beginDraft(visitorIn(w), c.centreId) };
  const version = (await openDraft(own))?.version ?? -1;
  await saveDraftStep(own, "adres", { email: "vraagt@elders.nl", help: "on" }, version);
  const slug = "waterkracht";
  const [coordinator, developer] = [await w.as(c.coordinator), await w.as(c.developer)];
  const draft = (await intakeQueue(coordinator, slug)).drafts[0]?.id ?? "";

  expect((await openHelp(coordinator, slug, draft)).mayTake).toBe(false);
  await expect(takeOver(coordinator, slug, draft, "")).rejects.toMatchObject({ why: "not_yours" });
  expect((await openHelp(developer, slug, draft)).mayTake).toBe(true);
  const id = await takeOver(developer, slug, draft, c.companyId);
  expect(await takeOver(developer, slug, draft, c.companyId), "once more leads to what came of it").toBe(id);

  expect([mayStart(coordinator.actor), mayStart(developer.actor)]).toEqual([false, true]);
  const there = { centreId: c.centreId, organizationId: c.companyId };
  await expect(startDraft(coordinator, there)).rejects.toMatchObject({ why: "not_yours" });
});
