import type { BehavioursOf } from "../behaviour.ts";

export const deliveryBehaviours: BehavioursOf<"delivery"> = {
  prepare: {
    columns: ({ answers, gathered }, ctx) => ({
      number: (gathered.deliveries[0]?.row.number ?? 0) + 1,
      label: answers.label,
      handover: answers.handover,
      createdAt: ctx.now(),
    }),
  },
  add_files: {
    columns: ({ answers: { label, handover } }) => ({ label, handover }),
    prefill: (_, row) => ({ label: row?.label ?? "", handover: row?.handover ?? "" }),
  },
  ask_quality_check: { columns: ({ answers }) => ({ selfCheck: answers.self_check }) },
  clear: { columns: ({ answers }, ctx) => ({ judgement: answers.judgement, clearedBy: ctx.actor.id }) },
  return: { columns: ({ answers }) => ({ judgement: { remarks: answers.remarks } }) },
  release: {
    columns: ({ answers: { label, notice, limits, handover_on } }, ctx) => ({
      releasedAt: ctx.now(),
      ...(label ? { label } : {}),
      ...(notice ? { notice } : {}),
      ...(limits ? { limits } : {}),
      ...(handover_on ? { handoverOn: handover_on } : {}),
    }),
  },
};
