import { goesOn, ladder, otherSide, sideOf } from "#app/domain/assignment/ladder.ts";
import type { overlays } from "#app/domain/assignment/overlays.ts";
import { endOfDay, workingDaysBetween } from "#app/domain/calendar/working-days.ts";
import { refuseFields } from "#app/domain/refusal.ts";
import { clocks } from "#app/domain/workflow/clocks.ts";
import { closeRecordsOfDispute } from "#db/queries/workflow/records.server.ts";
import type { BehavioursOf } from "../../behaviour.ts";
import { centreCalendar } from "../../clocks/clocks.server.ts";

/** Pauses and disputes, under which the status stays. */
export const overlayBehaviours: BehavioursOf<"assignment", keyof typeof overlays> = {
  pause: {
    check: async (ctx, { answers, roles, assignment }) => {
      const until = endOfDay(answers.until);
      const days = workingDaysBetween(ctx.now(), until, centreCalendar(assignment));
      // Above forty working days only the coordinator pauses (docs/domain.md 6.3).
      if (days > clocks.pause_until.length && !roles.has("coordinator"))
        refuseFields({ until: { code: "date_out_of_range" } });
    },
    columns: (_, ctx) => ({ pausedBy: ctx.actor.id || null }),
  },
  resume: { columns: () => ({ pausedBy: null }) },
  open_dispute: {
    columns: ({ roles }) => {
      const side = sideOf(roles);
      return { ladderStep: "talk", disputeAnswerOf: side && otherSide[side] };
    },
    // What an earlier dispute left is not about this one; a default notice given since then is.
    effect: (ctx, { assignment }) => closeRecordsOfDispute(ctx.db, assignment.row.id, "before"),
  },
  answer_dispute: { columns: () => ({ disputeAnswerOf: null }) },
  escalate_dispute: {
    prefill: ({ assignment }) => ({ step: assignment.row.ladderStep }),
    /** One rung is tried after the other: talk, board, mediation (docs/domain.md 6.3). */
    check: async (_, { answers, assignment }) => {
      if (answers.step !== assignment.row.ladderStep) refuseFields({ step: { code: "not_an_option" } });
    },
    columns: ({ answers }) => ({ ladderStep: ladder[answers.step].next }),
    record: ({ answers }) => ({ kind: `ladder_${answers.step}` }),
  },
  settle_dispute: {
    columns: ({ assignment, answers }) => ({
      ladderStep: null,
      disputeAnswerOf: null,
      extraRounds: assignment.row.extraRounds + (answers.outcome === "herstel" ? 1 : 0),
    }),
    effect: async (ctx, { assignment, answers }) => {
      if (goesOn(answers.outcome)) await closeRecordsOfDispute(ctx.db, assignment.row.id, "all");
    },
  },
  settle_without_solution: { columns: () => ({ ladderStep: null, disputeAnswerOf: null }) },
};
