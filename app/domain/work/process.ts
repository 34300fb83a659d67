import { when } from "#app/domain/fields/days.ts";
import { text } from "#app/domain/fields/required.ts";
import { child, type ChildGuard } from "#app/domain/workflow/child-machine.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { milestoneStatuses, type MilestoneStatus, openMilestone } from "#app/domain/words.ts";

export const milestoneMoves = {
  plan: {
    from: ["new"],
    to: "planned",
    by: ["project_manager", "team_teacher", "student_lead", "system"],
    guards: ["work_goes_on"],
    fields: {
      title: { kind: "line", required: true },
      due_on: { kind: "date", required: true, when: when.withinWork },
      milestone_owner: { kind: "pick", from: "team" },
      milestone_asked: { kind: "line" },
    },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: [],
    starts: ["milestone"],
    // Two of one name and day are one, whoever plans it.
    repeats: { same: ["title", "due_on"], whoever: true },
    rank: "beside",
    turn: { ask: "plan_milestones", resolves: ["milestones_planned"] },
  },
  reach: {
    from: openMilestone,
    to: "reached",
    by: ["project_manager", "student_lead", "anyone"],
    guards: ["work_goes_on"],
    fields: { evidence: text, files: { kind: "files" } },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: ["party", "team"],
    rank: "forward",
    turn: { ask: "milestone", clock: ["milestone"], resolves: ["milestones_answered"] },
  },
  move_milestone: {
    from: openMilestone,
    to: "moved",
    by: ["anyone", "project_manager", "student_lead"],
    guards: ["work_goes_on"],
    fields: { due_on: { kind: "date", required: true, when: when.withinWork }, why: text },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: ["party", "team"],
    starts: ["milestone"],
    rank: "beside",
  },
  drop_milestone: {
    from: openMilestone,
    to: "dropped",
    by: ["anyone", "project_manager", "student_lead"],
    guards: ["work_goes_on"],
    fields: { why: text },
    shows: { in: "progress", to: "progress", drawn: true },
    notifies: ["party", "team"],
    rank: "rare",
  },
  // A signed change of the agreement is followed by what was still to come (`milestonesAfter`).
  follow_agreement: {
    from: openMilestone,
    to: "planned",
    by: ["system"],
    notifies: ["party", "team"],
  },
  drop_as_agreed: {
    from: openMilestone,
    to: "dropped",
    by: ["system"],
    notifies: ["party", "team"],
  },
  /** What was still to come when the work was over is over with it, and never late. */
  lapse_milestone: { from: openMilestone, to: "dropped", by: ["system"], notifies: [], evenOn: ["onHold", "disputed"] },
} as const satisfies Record<string, Rule<MilestoneStatus, ChildGuard, never>>;

/** While a milestone is in one of these its evidence may grow: what was dropped has none. */
export const takesEvidence: readonly string[] = [...milestoneMoves.reach.from, milestoneMoves.reach.to];

export const milestoneProcess = child<MilestoneStatus, keyof typeof milestoneMoves>(
  "milestone",
  milestoneStatuses,
  milestoneMoves,
);
