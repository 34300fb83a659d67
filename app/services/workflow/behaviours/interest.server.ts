import { refuse } from "#app/domain/refusal.ts";
import { lockPerson, openInterests } from "#db/queries/market/interests.server.ts";
import { settleRanks } from "#app/services/market/interest-cap.server.ts";
import type { BehavioursOf } from "../behaviour.ts";

export const interestBehaviours: BehavioursOf<"interest"> = {
  show_interest: {
    /** Somebody who presses four buttons at once is counted one by one. */
    check: async (ctx, { assignment }) => {
      await lockPerson(ctx.db, ctx.actor.id);
      if ((await openInterests(ctx.db, ctx.actor.id)).some((one) => one.assignmentId === assignment.row.id))
        refuse("wrong_status");
    },
    columns: ({ answers }, ctx) => ({
      personId: ctx.actor.id,
      rank: answers.rank,
      line: answers.line ?? "",
      at: ctx.now(),
    }),
    /** A new one goes where it was wished; the others move down. */
    effect: (ctx, { id, answers }) => settleRanks(ctx, { [id]: answers.rank }, id),
  },
  drop_interest: {
    /** The other wishes move up one place. */
    effect: (ctx) => settleRanks(ctx, {}),
  },
};
