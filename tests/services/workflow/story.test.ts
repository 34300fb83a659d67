// @module-tag oldest
// @module-tag postgres every statement of a whole story
import { expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database/fresh.ts";
import { cast } from "#db/seed/cast.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { within } from "#db/seed/acts.ts";
import { world } from "#db/seed/world.ts";
import { obligations } from "#app/domain/words.ts";
import { assignments } from "#db/schema.ts";
import { eq } from "drizzle-orm";

for (const obligation of obligations)
  test(`the ${obligation} story is lived from a draft to closed`, async () => {
    const { house } = await freshDatabase();
    const w = world(house, new Date("2026-03-02T09:00:00Z"));
    const c = await cast(w);
    const line = await live(await begin(w, c, obligation, question(obligation)), "closed");
    const row = await within(
      w,
      c.coordinator,
      async ({ db }) => (await db.select().from(assignments).where(eq(assignments.id, line.id)))[0],
    );
    expect(row?.status).toBe("closed");
    expect(row?.obligation).toBe(obligation);
  });
