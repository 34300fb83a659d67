import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { centrePage } from "#app/services/centre/institution.server.ts";

test("small figures of a centre are hidden from everybody but who steers it and reads the rows anyway", async () => {
  const { w, c } = await freshWorld();
  await live(await begin(w, c, "effort", question("effort")), "in_progress");
  const figures = async (who: string) => (await centrePage(await w.as(who), "waterkracht")).figures;
  for (const who of [c.coordinator, c.developer]) expect(await figures(who)).toEqual({ working: 1, inUse: 0 });
  for (const who of [c.owner, c.teacher, c.students[0] ?? ""])
    expect((await figures(who)).working, "one is too few to name").toBeNull();
});
