import type { after } from "#app/domain/assignment/aftercare.ts";
import type { OpenAssignment } from "#app/services/assignment/frame.server.ts";
import type { BehavioursOf } from "../../behaviour.ts";
import { implement, observe } from "./implementation.server.ts";

/** Returns the owner that was named before, or in the agreement. */
const ownerOf = ({ gathered }: OpenAssignment): string =>
  gathered.implementation?.owner ?? gathered.agreements[0]?.terms.implementation_owner ?? "";

/** Until the solution is in use and the lessons are back in the curriculum. */
export const aftercareBehaviours: BehavioursOf<"assignment", keyof typeof after> = {
  start_implementation: {
    effect: (ctx, acting) => implement(ctx, acting, acting.answers, "none", null),
    prefill: (opened) => ({ owner: ownerOf(opened), steps: opened.gathered.implementation?.steps ?? "" }),
  },
  declare_in_use: {
    effect: async (ctx, acting) => {
      await implement(ctx, acting, {}, acting.answers.degree, acting.answers.since);
      await observe(ctx, acting, acting.answers, 0, acting.answers.degree);
    },
  },
  declare_not_in_use: {
    effect: async (ctx, acting) => {
      await implement(ctx, acting, {}, "none", null);
      await observe(ctx, acting, {}, 0, "none");
    },
  },
  resume_implementation: {
    effect: (ctx, acting) => implement(ctx, acting, acting.answers, "none", null),
    prefill: (opened) => ({ owner: ownerOf(opened) }),
  },
  start_anchoring: {
    columns: ({ answers, gathered }) => ({
      anchoringOwnerId:
        answers.owner ?? gathered.team.find((m) => m.role === "teacher" && m.status === "active")?.personId ?? null,
    }),
  },
};
