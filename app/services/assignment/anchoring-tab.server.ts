import { besideSeats } from "#app/domain/words.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { newestOfEach, recordedAnswers } from "#app/domain/assignment/recorded.ts";
import type { Context } from "#app/services/context.ts";
import { entriesIn } from "./entries.server.ts";
import { signaturesOn } from "./signatures.server.ts";
import { tab } from "./tab.server.ts";

/** Returns what the school keeps of an assignment; what one person learned is for that person and for whoever teaches. */
export const anchoringTab = (ctx: Context, id: string) =>
  tab(ctx, id, "borging", async (inside, open) => {
    const signatures = await signaturesOn(inside, open, ["yield", "curriculum", "knowledge", "follow_up"]);
    const recordsOf = (kind: string) => open.gathered.records.filter((r) => r.kind === kind);
    const of = <K extends "curriculum" | "knowledge" | "follow_up">(kind: K) =>
      recordsOf(kind).map((r) => ({ ...recordedAnswers(kind, r.data), by: signatures.at(kind, r.at) }));
    // What one person learned is theirs and the staff's; others see how many there are.
    const each = may("yields_each", open.roles);
    const outcomes = recordsOf("yield")
      .filter((r) => each || r.byId === inside.actor.id)
      .map((r) => ({ ...recordedAnswers("yield", r.data), by: signatures.at("yield", r.at) }));
    return {
      entries: await entriesIn(inside, open, "anchoring"),
      outcomes,
      yieldCount: recordsOf("yield").length,
      curriculum: of("curriculum"),
      knowledge: of("knowledge"),
      followUp: of("follow_up"),
      ledger: recordsOf("ledger").length > 0,
      evaluations: ["company", "student", "teacher", "employee", ...besideSeats].map((who) => ({
        who,
        n: newestOfEach(recordsOf(`evaluation_${who}`)).length,
      })),
    };
  });
