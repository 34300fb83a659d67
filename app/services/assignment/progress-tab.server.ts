import { may } from "#app/domain/workflow/visibility.ts";
import { mayAdd } from "#app/domain/workflow/editing-rights.ts";
import { fileRows, hoursByRole, loggedHours, milestoneRows } from "#db/queries/assignment/tabs.server.ts";
import type { Context } from "#app/services/context.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";
import { entriesIn } from "./entries.server.ts";
import { tab } from "./tab.server.ts";

export const progressTab = (ctx: Context, id: string) =>
  tab(ctx, id, "progress", async (inside, open) => {
    const milestones = [];
    const files = await fileRows(inside.db, id);
    for (const m of await milestoneRows(inside.db, id))
      milestones.push({
        id: m.id,
        files: files.filter((f) => f.partId === m.id),
        mayAdd:
          m.status !== "dropped" &&
          mayAdd.milestone({ status: open.assignment.row.status, partStatus: m.status, roles: open.roles }),
        title: m.title,
        dueOn: m.dueOn,
        status: m.status,
        evidence: m.evidence,
        why: m.why,
        offers: await childOffers(inside, open, "milestone", m),
      });
    const of = (kind: string) =>
      open.gathered.records.filter((r) => r.kind === kind).map((r) => ({ at: r.at, data: r.data }));
    return {
      entries: await entriesIn(inside, open, "progress"),
      milestones,
      reports: of("report").reverse(),
      kickoff: of("kickoff").at(-1) ?? null,
      midterm: of("midterm").at(-1) ?? null,
      midtermOn: open.assignment.row.midtermOn,
      hours: await hoursByRole(inside.db, id),
      logged: await loggedHours(inside.db, id, may("hours_each", open.roles) ? null : inside.actor.id),
      confirmed: open.gathered.confirmed.filter((c) => c.move === "record_midterm").map((c) => c.relation),
      plan: (await childOffers(inside, open, "milestone", null)).some((o) => o.name === "plan"),
    };
  });
