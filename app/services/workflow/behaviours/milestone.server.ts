import type { BehavioursOf } from "../behaviour.ts";

export const milestoneBehaviours: BehavioursOf<"milestone"> = {
  plan: {
    columns: ({ answers }) => ({
      title: answers.title,
      dueOn: answers.due_on,
      personId: answers.milestone_owner,
      asked: answers.milestone_asked ?? "",
    }),
  },
  reach: { columns: ({ answers }, ctx) => ({ evidence: answers.evidence, reachedAt: ctx.now() }) },
  move_milestone: { columns: ({ answers }) => ({ dueOn: answers.due_on, why: answers.why }) },
  drop_milestone: { columns: ({ answers }) => ({ why: answers.why }) },
};
