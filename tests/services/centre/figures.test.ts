import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { world } from "#db/seed/world.ts";
import { centrePage } from "#app/services/centre/institution.server.ts";

test("small figures of a centre are hidden from everybody but who steers it and reads the rows anyway", async () => {
  const { house } = await freshDatabase();
  const w = world(house, new Date("2026-03-02T09:00:00Z"));
  const c = await cast(w);
  await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const figures = async (who: string) => (await centrePage(await w.as(who), "waterkracht")).figures;
  for (const who of [c.coordinator, c.developer]) expect(await figures(who)).toEqual({ working: 1, inUse: 0 });
  for (const who of [c.owner, c.teacher, c.students[0] ?? ""])
    expect((await figures(who)).working, "one is too few to name").toBeNull();
});
