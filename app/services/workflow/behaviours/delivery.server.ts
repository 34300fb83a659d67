import { attachFiles } from "#db/queries/files/files.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { Acting } from "../acting.ts";
import type { BehavioursOf } from "../behaviour.ts";

/** The files that came with the form belong to the object from now on. */
const attach = (ctx: Inside, { files, id }: Acting) => attachFiles(ctx.db, files, id);

export const deliveryBehaviours: BehavioursOf<"delivery"> = {
  prepare: {
    columns: ({ answers, gathered }, ctx) => ({
      number: (gathered.deliveries[0]?.row.number ?? 0) + 1,
      label: answers.label,
      handover: answers.handover,
      createdAt: ctx.now(),
    }),
    effect: attach,
  },
  add_files: { columns: ({ answers: { label, handover } }) => ({ label, handover }), effect: attach },
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
