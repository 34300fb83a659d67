import { when } from "#app/domain/fields/days.ts";
import { text } from "#app/domain/fields/required.ts";
import { child, type ChildGuard } from "#app/domain/workflow/child-machine.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import type { Part } from "#app/domain/workflow/visibility.ts";
import { deliveryStatuses, handedOver, type DeliveryStatus } from "#app/domain/words.ts";

/** Returns the part of the matrix whose readers read what goes with a delivery: who makes and judges it, until it is handed over. */
export const partOfDelivery = (status: unknown): Part =>
  handedOver.some((one) => one === status) ? "delivery_after" : "delivery_before";
/** Says what everybody reads once the delivery is released. */
const released = { label: "delivery_after", handover: "delivery_after", files: "delivery_after" } as const;
export const deliveryMoves = {
  prepare: {
    from: ["new"],
    to: "draft",
    by: ["project_manager", "student_lead"],
    guards: ["work_goes_on", "no_open_delivery"],
    fields: { label: { kind: "line", required: true, max: 60 }, handover: text, files: { kind: "files" } },
    shows: { in: "delivery", to: "delivery_before", quiet: true, drawn: true, becomes: released },
    notifies: [],
    rank: "forward",
    turn: { ask: "prepare_delivery", resolves: ["delivery_complete"], to: "progress" },
  },
  add_files: {
    from: ["draft", "returned"],
    to: "same",
    by: ["project_manager", "student_lead"],
    guards: ["work_goes_on"],
    fields: { label: { kind: "line", required: true, max: 60 }, handover: text, files: { kind: "files" } },
    shows: { in: "delivery", to: "delivery_before", quiet: true, drawn: true, becomes: released },
    notifies: [],
    rank: "beside",
    turn: { ask: "prepare_delivery", resolves: ["delivery_complete"], to: "progress" },
  },
  ask_quality_check: {
    from: ["draft", "returned"],
    to: "in_review",
    by: ["student_lead", "project_manager"],
    only: "result",
    guards: ["work_goes_on"],
    fields: {
      self_check: {
        kind: "each",
        required: true,
        from: "criteria",
        of: { met: { kind: "yesno", required: true }, proof: { kind: "line", required: true } },
      },
    },
    shows: { in: "delivery", to: "delivery_before", quiet: true },
    notifies: ["quality_owner", "team_teacher"],
    starts: ["quality"],
    rank: "forward",
    turn: { ask: "ask_quality", resolves: ["quality_cleared"], to: "progress" },
  },
  clear: {
    from: ["in_review"],
    to: "cleared",
    by: ["quality_owner"],
    only: "result",
    guards: ["work_goes_on", "qo_not_maker"],
    fields: {
      judgement: {
        kind: "each",
        required: true,
        from: "criteria",
        of: { verdict: { kind: "choice", required: true, options: ["meets", "doubt"] }, remark: { kind: "line" } },
      },
      code: { kind: "code", required: true },
    },
    shows: { in: "delivery", to: "quality_notes", quiet: true, drawn: true, apart: { code: { never: "key" } } },
    notifies: ["project_manager", "student_lead", "team_teacher"],
    meets: ["quality"],
    rank: "forward",
    turn: { ask: "quality", to: "progress" },
  },
  return: {
    from: ["in_review"],
    to: "returned",
    by: ["quality_owner"],
    only: "result",
    guards: ["work_goes_on", "qo_not_maker"],
    fields: { remarks: text },
    shows: { in: "delivery", to: "quality_notes", quiet: true, drawn: true },
    notifies: ["project_manager", "student_lead", "team_teacher"],
    meets: ["quality"],
    rank: "beside",
  },
  /** It carries what the team wrote about it when it delivered the work. */
  release: {
    from: ["draft", "cleared"],
    to: "released",
    by: ["system"],
    given: {
      label: { kind: "line" },
      notice: { kind: "text" },
      limits: { kind: "text" },
      handover_on: { kind: "date", when: when.fromStart(1) },
    },
    shows: { in: "delivery", to: "delivery_after", drawn: true },
    notifies: [],
  },
  supersede_delivery: { from: ["released"], to: "superseded", by: ["system"], notifies: [] },
} as const satisfies Record<string, Rule<DeliveryStatus, ChildGuard, never>>;

export const deliveryProcess = child<DeliveryStatus, keyof typeof deliveryMoves>(
  "delivery",
  deliveryStatuses,
  deliveryMoves,
);
