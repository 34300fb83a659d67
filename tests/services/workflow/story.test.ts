// @module-tag oldest
// @module-tag postgres every statement of a whole story
import { expect, test } from "vitest";
import { freshWorld } from "#tests/support/database/fresh-world.ts";
import { begin, live } from "#db/seed/chapters.ts";
import { question } from "#db/seed/question.ts";
import { within } from "#db/seed/acts.ts";
import { obligations } from "#app/domain/words.ts";
import { assignments } from "#db/schema.ts";
import { eq } from "drizzle-orm";

for (const obligation of obligations)
  test(`the ${obligation} story is lived from a draft to closed`, async () => {
    const { w, c } = await freshWorld();
    const line = await live(await begin(w, c, obligation, question(obligation)), "closed");
    const row = await within(
      w,
      c.coordinator,
      async ({ db }) => (await db.select().from(assignments).where(eq(assignments.id, line.id)))[0],
    );
    expect(row?.status).toBe("closed");
    expect(row?.obligation).toBe(obligation);
  });
