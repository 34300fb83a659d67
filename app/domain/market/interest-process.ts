import { child, type ChildGuard } from "#app/domain/workflow/child-machine.ts";
import type { Rule } from "#app/domain/workflow/machine.ts";
import { interestStatuses, type InterestStatus } from "#app/domain/words.ts";

export const interestMoves = {
  show_interest: {
    from: ["new"],
    to: "shown",
    by: ["centre_student"],
    guards: ["is_published", "cap_left"],
    fields: { rank: { kind: "whole", required: true, min: 1, max: 20 }, line: { kind: "line", max: 200 } },
    shows: { in: "claims", to: "interest_names", quiet: true, subject: true, drawn: true },
    notifies: ["coordinator"],
    rank: "forward",
    turn: { ask: "interest", chance: true },
  },
  drop_interest: {
    from: ["shown"],
    to: "dropped",
    by: ["anyone"],
    guards: ["is_self"],
    notifies: [],
    evenOn: ["onHold"],
    rank: "beside",
    shows: { in: "claims", to: "interest_names", quiet: true },
  },
  /** A seat in the team answers the interest; the start or the end of the question answers the others. */
  place: {
    from: ["shown"],
    to: "placed",
    by: ["system"],
    notifies: [],
    evenOn: ["onHold"],
    shows: { in: "claims", to: "interest_names", quiet: true },
  },
  lapse_interest: {
    from: ["shown"],
    to: "lapsed",
    by: ["system"],
    notifies: [],
    evenOn: ["onHold"],
    shows: { in: "claims", to: "interest_names", quiet: true },
  },
} as const satisfies Record<string, Rule<InterestStatus, ChildGuard, never>>;

export const interestProcess = child<InterestStatus, keyof typeof interestMoves>(
  "interest",
  interestStatuses,
  interestMoves,
);
