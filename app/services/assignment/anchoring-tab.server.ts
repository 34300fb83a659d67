import { may } from "#app/domain/workflow/visibility.ts";
import type { Context } from "#app/services/context.ts";
import { entriesIn } from "./entries.server.ts";
import { tab } from "./tab.server.ts";

export const anchoringTab = (ctx: Context, id: string) =>
  tab(ctx, id, "anchoring", async (inside, open) => {
    const of = (kind: string) => open.gathered.records.filter((r) => r.kind === kind).map((r) => r.data);
    // What one person learned is theirs and the staff's; others see how many there are.
    const each = may("yields_each", open.roles);
    const outcomes = open.gathered.records
      .filter((r) => r.kind === "yield" && (each || r.byId === inside.actor.id))
      .map((r) => r.data);
    return {
      entries: await entriesIn(inside, open, "anchoring"),
      outcomes,
      yieldCount: of("yield").length,
      curriculum: of("curriculum"),
      knowledge: of("knowledge"),
      followUp: of("follow_up"),
      ledger: of("ledger").length > 0,
      evaluations: ["company", "student", "teacher", "employee"].map((who) => ({
        who,
        n: of(`evaluation_${who}`).length,
      })),
    };
  });
