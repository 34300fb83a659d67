import { mayAdd } from "#app/domain/workflow/editing-rights.ts";
import { observationRows } from "#db/queries/aftercare/implementations.server.ts";
import type { Context } from "#app/services/context.ts";
import { readableFiles } from "#app/services/files/readable.server.ts";
import { showcaseOn } from "#app/services/showcase/showcase.server.ts";
import { entriesIn } from "./entries.server.ts";
import { signaturesOn } from "./signatures.server.ts";
import { tab } from "./tab.server.ts";

/** Says how the result is taken into use, with the checks afterwards. */
export const implementationTab = (ctx: Context, id: string) =>
  tab(ctx, id, "implementatie", async (inside, open) => {
    const plan = open.gathered.implementation;
    const files = await readableFiles(inside, open.assignment, "evidence");
    const signatures = await signaturesOn(inside, open, ["plan", "check"]);
    return {
      entries: await entriesIn(inside, open, "implementation"),
      plan: plan && {
        owner: plan.owner,
        steps: plan.steps,
        targetOn: plan.targetOn,
        degree: plan.degree,
        since: plan.since,
        by: signatures.of("plan", id),
      },
      observations: answered(await observationRows(inside.db, id)).map((o) => ({
        id: o.id,
        month: o.month,
        degree: o.degree,
        late: o.late,
        effect: o.effect,
        measured: o.measured,
        evidence: o.evidence,
        files: files.filter((f) => f.partId === o.id),
        at: o.at,
        by: o.degree === "unanswered" ? null : signatures.at("check", o.at),
      })),
      files: files.filter((f) => f.partId === null),
      mayAdd: mayAdd.evidence({ status: open.assignment.row.status, partStatus: null, roles: open.roles }),
      showcase: await showcaseOn(inside, open),
    };
  });
/** A check that was told late is shown as that, not also as unanswered. */
const answered = (rows: Awaited<ReturnType<typeof observationRows>>) =>
  rows.filter((o) => o.degree !== "unanswered" || !rows.some((other) => other.month === o.month && other.late));
