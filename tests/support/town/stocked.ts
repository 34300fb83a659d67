import { eq } from "drizzle-orm";
import { saveIntake, startDraft } from "#app/services/assignment/assignments.server.ts";
import { relist } from "#app/services/market/catalogue.server.ts";
import { within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import { intakeOf, plans } from "#db/seed/demo/questions.ts";
import type { World } from "#db/seed/world.ts";
import { assignments } from "#db/schema.ts";

/**
 * Puts the demo's forty questions on the market of one centre, each with the confidentiality it asked for; answers
 * their ids by number (`VR-001`).
 */
export async function stock(w: World, c: Cast): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const plan of plans().slice(0, 40)) {
    const id = await startDraft(await w.as(c.owner), { centreId: c.centreId, organizationId: c.companyId });
    await saveIntake(await w.as(c.owner), id, intakeOf(plan));
    await within(w, c.coordinator, async (inside) => {
      await inside.db
        .update(assignments)
        .set({ status: "published", publishedAt: w.now(), allowedObligations: [plan.obligation] })
        .where(eq(assignments.id, id));
      await relist(inside, [id]);
    });
    ids.set(plan.given.id, id);
  }
  return ids;
}
