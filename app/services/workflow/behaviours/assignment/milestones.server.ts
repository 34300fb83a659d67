import { storedAnswers } from "#app/domain/fields/typed.ts";
import { milestoneMoves } from "#app/domain/work/process.ts";
import { milestonesAfter } from "#app/domain/work/milestones.ts";
import type { Terms } from "#app/domain/agreement/terms/fields.ts";
import { looksSame } from "#app/domain/marks.ts";
import { openMilestone } from "#app/domain/words.ts";
import { hasWork } from "#app/domain/workflow/child-machine.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import { insertMilestones, milestoneRows, plannedMilestones } from "#db/queries/work/milestones.server.ts";
import type { Inside } from "#app/services/context.ts";
import { place, type Acting } from "../../acting.ts";
import { startClock } from "../../clocks/clocks.server.ts";

/**
 * Plans the milestones that the signed terms name, where none is still to come. What an earlier team reached on the day that is
 * named stays reached; the rest is planned for the team that signs now.
 */
export async function milestonesFromTerms(ctx: Inside, acting: Acting) {
  const there = await milestoneRows(ctx.db, acting.assignment.row.id);
  if (there.some(({ status }) => (openMilestone as readonly string[]).includes(status))) return;
  const isReached = ({ title, date }: { title: string; date: string }) =>
    there.some((one) => one.status === "reached" && one.dueOn === date && looksSame(one.title, title));
  await insertMilestones(
    ctx.db,
    agreedIn(acting.agreement?.terms ?? {})
      .filter((agreed) => !isReached(agreed))
      .map(({ title, date }) => ({
        id: ctx.newId(),
        ...place(acting),
        title,
        dueOn: date,
        status: "planned" as const,
      })),
  );
}
/** Returns the milestones that terms name with a day. */
const agreedIn = ({ milestones }: Terms) =>
  (milestones ?? []).flatMap(({ title, date }) => (date ? [{ title: title ?? "", date }] : []));
/** What is still to come follows a version that was signed in the place of another, while there is work to plan. */
export async function followAgreed(ctx: Inside, { assignment, followUp }: Acting, before: Terms, now: Terms) {
  if (!hasWork.includes(assignment.row.status)) return;
  const open = await plannedMilestones(ctx.db, assignment.row.id);
  for (const change of milestonesAfter(agreedIn(before), agreedIn(now), open)) {
    if (change.move === "drop_as_agreed") await followUp("milestone", change.id, change.move);
    else if (change.move === "plan")
      await followUp("milestone", assignment.row.id, change.move, {
        answers: storedAnswers(milestoneMoves.plan.fields, { title: change.to.title, due_on: change.to.date }),
      });
    else {
      const columns = { title: change.to.title, dueOn: change.to.date, why: "" };
      const row = await followUp("milestone", change.id, change.move, { columns });
      // Before the start no day runs yet: then each gets its clock (`milestoneClocks`).
      if (assignment.row.status !== "signed") await milestoneClock(ctx, assignment, row);
    }
  }
}
const milestoneClock = (ctx: Inside, assignment: AssignmentContext, { id, dueOn }: { id: string; dueOn: string }) =>
  startClock(
    ctx,
    assignment,
    "milestone",
    { object: "milestone", objectId: id },
    { answers: { due_on: dueOn }, terms: {} },
  );
/** From the start on, each planned milestone has its own clock. */
export async function milestoneClocks(ctx: Inside, { assignment }: Acting) {
  for (const milestone of await plannedMilestones(ctx.db, assignment.row.id))
    await milestoneClock(ctx, assignment, milestone);
}
