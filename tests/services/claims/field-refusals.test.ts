// @module-tag slow
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { noReach } from "#app/services/context.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { act, day } from "#db/seed/acts.ts";
import { question } from "#db/seed/question.ts";
import { communities } from "#db/schema.ts";
import { freshWorld } from "#tests/support/database/fresh-world.ts";

test("a claim that does not fit says beside which field, in a sentence of its own", async () => {
  const { w, c } = await freshWorld();
  const line = await live(await begin(w, c, "effort", question("effort")), "published");
  const offer = (other: Record<string, string | string[]>) =>
    act(w, c.teacher, "claim", line.id, "submit_claim", {
      community: c.communityId,
      approach: "Wij meten eerst en bouwen dan.",
      obligation: "effort",
      levels: line.tell.levels,
      seats: "4",
      block: line.block,
      guidance_hours: "60",
      valid_until: day(w, 60),
      ...other,
    });
  await expect(offer({ obligation: "result" }), "the card asks an effort").rejects.toMatchObject({
    errors: { obligation: { code: "held_back" } },
  });
  await expect(
    offer({ levels: ["mbo-2", "hbo"].filter((level) => !line.tell.levels.includes(level as never)) }),
    "neither of the community nor asked",
  ).rejects.toMatchObject({
    errors: { levels: { code: "held_back", guard: "levels_fit" } },
  });
  await w.database.transact({ ...noReach, centres: [c.centreId] }, (db) =>
    db
      .update(communities)
      .set({ offers: ["result"] })
      .where(eq(communities.id, c.communityId)),
  );
  await expect(offer({}), "the community offers no effort").rejects.toMatchObject({
    errors: { obligation: { code: "held_back", guard: "obligation_fits" } },
  });
});
