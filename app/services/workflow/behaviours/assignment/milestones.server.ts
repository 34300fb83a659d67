import { insertMilestones, plannedMilestones } from "#db/queries/work/milestones.server.ts";
import type { Inside } from "#app/services/context.ts";
import { place, type Acting } from "../../acting.ts";
import { startClock } from "../../clocks/clocks.server.ts";

/** Plans the milestones that the signed terms name, where nobody planned any yet. */
export async function milestonesFromTerms(ctx: Inside, acting: Acting) {
  if (acting.facts.milestones > 0) return;
  await insertMilestones(
    ctx.db,
    (acting.agreement?.terms.milestones ?? []).flatMap(({ title, date }) =>
      date ? [{ id: ctx.newId(), ...place(acting), title: title ?? "", dueOn: date, status: "planned" as const }] : [],
    ),
  );
}
/** From the start on, each planned milestone has its own clock. */
export async function milestoneClocks(ctx: Inside, { assignment }: Acting) {
  for (const m of await plannedMilestones(ctx.db, assignment.row.id))
    await startClock(
      ctx,
      assignment,
      "milestone",
      { object: "milestone", objectId: m.id },
      { answers: { due_on: m.dueOn }, terms: {} },
    );
}
