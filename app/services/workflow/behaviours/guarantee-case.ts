import type { BehavioursOf } from "../behaviour.ts";

const decided = ({ answers }: { answers: { decision: string } }) => ({ decision: answers.decision });

export const guaranteeBehaviours: BehavioursOf<"guarantee_case"> = {
  open_case: {
    columns: ({ answers: { defect, evidence } }, ctx) => ({ defect, evidence, at: ctx.now() }),
  },
  accept_case: { columns: decided },
  refuse_case: { columns: decided },
  remedy: { columns: decided },
};
