import { text } from "#app/domain/fields/required.ts";
import { child, type ChildGuard } from "#app/domain/workflow/child-machine.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { guaranteeStatuses, type GuaranteeStatus } from "#app/domain/words.ts";

export const guaranteeMoves = {
  open_case: {
    from: ["new"],
    to: "opened",
    by: ["client_owner"],
    only: "result",
    guards: ["guarantee_running", "within_scope"],
    fields: { criterion: { kind: "pick", from: "criteria" }, defect: text, evidence: text },
    shows: { in: "delivery", to: "acceptance", drawn: true },
    notifies: ["party", "quality_owner"],
    starts: ["guarantee_reply"],
    rank: "rare",
  },
  accept_case: {
    from: ["opened"],
    to: "accepted",
    by: ["quality_owner"],
    only: "result",
    fields: { decision: text },
    shows: { in: "delivery", to: "acceptance", drawn: true },
    notifies: ["party"],
    meets: ["guarantee_reply"],
    rank: "forward",
    turn: { ask: "guarantee" },
  },
  refuse_case: {
    from: ["opened"],
    to: "refused",
    by: ["quality_owner"],
    only: "result",
    fields: { decision: text },
    shows: { in: "delivery", to: "acceptance", drawn: true },
    notifies: ["party"],
    meets: ["guarantee_reply"],
    rank: "beside",
  },
  remedy: {
    from: ["accepted"],
    to: "remedied",
    by: ["project_manager", "client_owner"],
    both: ["project_manager", "client_owner"],
    only: "result",
    fields: { decision: text },
    ownWords: ["decision"],
    shows: { in: "delivery", to: "acceptance", drawn: true },
    notifies: ["party", "quality_owner"],
    rank: "forward",
    turn: { ask: "remedy" },
  },
} as const satisfies Record<string, Rule<GuaranteeStatus, ChildGuard, never>>;

export const guaranteeProcess = child<GuaranteeStatus, keyof typeof guaranteeMoves>(
  "guarantee_case",
  guaranteeStatuses,
  guaranteeMoves,
);
